import type { Core } from '@strapi/types';
import type { Forbid } from '../../../kit/src/constraints';
import { holdSql } from '../core/named-locks';
import { describeTable } from '../stores/columns';

/** The statements that make a rule about what stands elsewhere, for the database at hand. */
export function forbidStatements(strapi: Core.Strapi, rule: Forbid, name: string): string[] {
  const columnOf = (type: string, attribute: string): string => {
    const column = describeTable(strapi, type).columns.get(attribute);
    if (!column) throw new Error(`${type} has no column for ${attribute}`);
    return `"${column.name}"`;
  };
  const sqlOf = (expression: string): string =>
    expression
      .replace(
        /\{(new|old)\.(\w+)\}/g,
        (_, row: string, attribute: string) => `${row.toUpperCase()}.${columnOf(rule.type, attribute)}`,
      )
      .replace(/\{(plugin::[\w.-]+)(?:#(\w+))?\}/g, (_, type: string, attribute: string | undefined) =>
        attribute === undefined ? `"${describeTable(strapi, type).name}"` : columnOf(type, attribute),
      );
  const table = describeTable(strapi, rule.type).name;
  const verb = rule.on.toUpperCase();
  const when = rule.when === undefined ? 'true' : sqlOf(rule.when);
  const condition = sqlOf(rule.condition);
  if (strapi.db.dialect.client !== 'postgres') {
    return [
      `CREATE TRIGGER "${name}" BEFORE ${verb} ON "${table}" WHEN (${when}) AND (${condition}) BEGIN SELECT RAISE(ABORT, '${name}'); END`,
    ];
  }
  // Each statement of the function sees what was committed when it began: what the lock was waited for is seen.
  const hold = rule.hold === undefined ? '' : `PERFORM ${holdSql(rule.hold, 'shared')};`;
  return [
    `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN ${hold} IF ${condition} THEN RAISE EXCEPTION '${name}' USING ERRCODE = '23514'; END IF; RETURN NEW; END $f$`,
    `CREATE TRIGGER "${name}" BEFORE ${verb} ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION "${name}"()`,
  ];
}
