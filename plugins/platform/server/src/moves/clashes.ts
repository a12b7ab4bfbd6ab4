import type { Core } from '@strapi/types';
import type { Unique } from '../../../kit/src/constraints';
import { describeTable } from '../stores/columns';
import type { Reference } from './references';

/** Rows of one side whose like the other has, by what must be there once. */
export interface Clash {
  rule: Unique;
  sql: string;
}

/** SQL, given `from` and `to`, of the rows of `from` that a unique rule would refuse beside those of `to`. */
export function clashesOf(strapi: Core.Strapi, rules: readonly Unique[], reference: Reference): Clash[] {
  const { columns } = describeTable(strapi, reference.type);
  const columnOf = (attribute: string): string => columns.get(attribute)?.name ?? attribute;
  return rules
    .filter(({ type, columns: named }) => type === reference.type && named.includes(reference.attribute))
    .map((rule) => {
      const when = (row: string): string =>
        rule.when === undefined
          ? 'true'
          : rule.when.replace(/\{(\w+)\}/g, (_, attribute: string) => `${row}."${columnOf(attribute)}"`);
      const others = rule.columns.filter((attribute) => attribute !== reference.attribute).map(columnOf);
      const alike = others.map((column) => `o."${column}" = r."${column}"`).join(' and ') || 'true';
      const { table, column } = reference;
      return {
        rule,
        sql: `select r.* from "${table}" r where r."${column}" = ? and (${when('r')})
          and exists (select 1 from "${table}" o where o."${column}" = ? and (${when('o')}) and ${alike})`,
      };
    });
}
