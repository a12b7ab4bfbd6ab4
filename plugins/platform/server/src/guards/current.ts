import type { Core } from '@strapi/types';
import type { Current } from '../../../kit/src/constraints';
import { describeTable } from '../stores/columns';
import { ROW_MOVES } from '../moves/moved-away';
import { short } from './short-name';

/** Mark that the refusal carries, so that it can be told in words. */
export const MOVED_MARK = 'sanya-moved-away';

export const currentNames = (table: string, column: string): { insert: string; update: string } => ({
  insert: short(`sanya_current_${table}_${column}_insert`),
  update: short(`sanya_current_${table}_${column}_update`),
});

/**
 * The statements that keep a foreign key from a row that was merged into another. On PostgreSQL after the row is
 * written: its key has then waited for a merge under way, and what that committed is seen; once a statement, so that
 * bulk writes do not pay for it by the row.
 */
export function currentStatements(strapi: Core.Strapi, { type, relation }: Current): string[] {
  const { name: table, columns } = describeTable(strapi, type);
  const column = columns.get(relation)?.name ?? relation;
  const { target } = strapi.db.metadata.get(type).attributes[relation] as unknown as { target: string };
  const names = currentNames(table, column);
  const moved = `m.type = '${target}' AND m.state IN ('under_way', 'standing')`;
  const away = (value: string): string =>
    `EXISTS (SELECT 1 FROM "${ROW_MOVES}" m WHERE ${moved} AND m.from_id = ${value})`;
  if (strapi.db.dialect.client !== 'postgres') {
    const raise = `BEGIN SELECT RAISE(ABORT, '${MOVED_MARK}'); END`;
    const when = `WHEN ${away(`NEW."${column}"`)}`;
    return [
      `CREATE TRIGGER "${names.insert}" BEFORE INSERT ON "${table}" ${when} ${raise}`,
      `CREATE TRIGGER "${names.update}" BEFORE UPDATE OF "${column}" ON "${table}" ${when} ${raise}`,
    ];
  }
  const raise = `RAISE EXCEPTION '${MOVED_MARK}' USING ERRCODE = '23514'`;
  const body = (condition: string): string =>
    `RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN IF ${condition} THEN ${raise}; END IF; RETURN NULL; END $f$`;
  const fresh = `EXISTS (SELECT 1 FROM "${ROW_MOVES}" m WHERE ${moved} AND m.from_id IN (SELECT f."${column}" FROM fresh f))`;
  return [
    `CREATE OR REPLACE FUNCTION "${names.insert}"() ${body(fresh)}`,
    `CREATE OR REPLACE FUNCTION "${names.update}"() ${body(away(`NEW."${column}"`))}`,
    `CREATE TRIGGER "${names.insert}" AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION "${names.insert}"()`,
    `CREATE TRIGGER "${names.update}" AFTER UPDATE OF "${column}" ON "${table}" FOR EACH ROW WHEN (NEW."${column}" IS DISTINCT FROM OLD."${column}") EXECUTE FUNCTION "${names.update}"()`,
  ];
}
