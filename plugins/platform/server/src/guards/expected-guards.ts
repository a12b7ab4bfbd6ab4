import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Constraint } from '../../../kit/src/constraints';
import { describeTable } from '../stores/columns';
import { checkTriggers, constraintName, freezeName, restrictName } from './constraints';
import { currentNames } from './current';

/** What a rule is called in the database. */
function namesOf(strapi: Core.Strapi, rule: Constraint): string[] {
  const postgres = strapi.db.dialect.client === 'postgres';
  const { name: table, columns } = describeTable(strapi, rule.type);
  switch (rule.kind) {
    case 'freeze':
      return rule.keep === false ? [`${freezeName(table)}_u`] : [`${freezeName(table)}_u`, `${freezeName(table)}_d`];
    case 'restrict': {
      const { trigger, key } = restrictName(table, columns.get(rule.relation)?.name ?? rule.relation);
      return postgres ? [trigger, key] : [trigger];
    }
    case 'current':
      return Object.values(currentNames(table, columns.get(rule.relation)?.name ?? rule.relation));
    case 'check':
      return postgres ? [constraintName(rule)] : checkTriggers(rule).map(({ name }) => name);
    default:
      return [constraintName(rule)];
  }
}

export const expectedGuards = (strapi: Core.Strapi, rules: readonly Constraint[]): string[] => [
  ...new Set(rules.flatMap((rule) => namesOf(strapi, rule))),
];

/** Triggers, indexes and constraints of the suite that are there and in force: a disabled trigger guards nothing. */
export async function guardsInForce(strapi: Core.Strapi, knex: Knex): Promise<Set<string>> {
  if (strapi.db.dialect.client !== 'postgres') {
    const rows = (await knex.raw(
      `SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index') AND name LIKE 'sanya_%'`,
    )) as { name: string }[];
    return new Set(rows.map(({ name }) => name));
  }
  const { rows } = (await knex.raw(
    `SELECT t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace
     UNION SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indisvalid AND c.relnamespace = current_schema()::regnamespace
     UNION SELECT conname FROM pg_constraint
       WHERE convalidated AND (contype <> 'f' OR confdeltype = 'r') AND connamespace = current_schema()::regnamespace`,
  )) as { rows: { name: string }[] };
  return new Set(rows.map(({ name }) => name));
}
