import { startOfDay } from '../../kernel/src';
import type { Platform } from './platform';

/** The few expressions of reports that the two databases write differently, and names of tables and columns. */
export function reportSql({ rows, clock }: Pick<Platform, 'rows' | 'clock'>) {
  const postgres = rows.dialect === 'postgres';
  return {
    /** `"billing_invoices" i` */
    table: (uid: string, alias: string): string => `"${rows.table(uid)}" ${alias}`,
    /** `of(INVOICE, 'i')('issuedOn')` is `i."issued_on"`. */
    of:
      (uid: string, alias: string) =>
      (attribute: string): string =>
        `${alias}."${rows.column(uid, attribute)}"`,
    /** PostgreSQL makes numeric of a sum of bigint, which arrives as a float. */
    sum: (what: string): string => `cast(coalesce(sum(${what}), 0) as bigint)`,
    day: (date: string): string => (postgres ? `to_char(${date}, 'YYYY-MM-DD')` : `substr(${date}, 1, 10)`),
    month: (date: string): string => (postgres ? `to_char(${date}, 'YYYY-MM')` : `substr(${date}, 1, 7)`),
    /** A bound value as text where nothing beside it says so. */
    text: (value: string): string => `cast(${value} as ${postgres ? 'text' : 'varchar'})`,
    /** A key of a JSON object as text. */
    json: (column: string, key: string): string =>
      postgres ? `(${column} ->> '${key}')` : `json_extract(${column}, '$.${key}')`,
    /** Different texts of a group, beside each other. */
    list: (text: string): string => (postgres ? `string_agg(distinct ${text}, ',')` : `group_concat(distinct ${text})`),
    /** Elements of a JSON array of objects beside each row, as `alias.value`. */
    each: (column: string, alias: string): string =>
      postgres ? `jsonb_array_elements(${column}) as ${alias}(value)` : `json_each(${column}) as ${alias}`,
    /** The first moment of a business day as its columns keep instants. */
    startOf(date: string): string | number {
      const instant = startOfDay(clock.zone(), date);
      return postgres ? instant : Date.parse(instant);
    },
  };
}
