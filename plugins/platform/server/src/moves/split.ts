import type { Core } from '@strapi/types';
import type { Rows } from '../../../kit/src/rows';
import type { Registry } from '../core/registry';
import { createMovedRows, type MovedRow } from './moved-rows';
import { MOVED_ROW } from './moved-away';
import { edgesAmong, referencesTo } from './references';
import { whatStays } from './what-stays';

interface Needs {
  strapi: Core.Strapi;
  rows: Rows;
  registry: Registry;
}

interface Move {
  id: number;
  type: string;
  fromId: number;
  toId: number;
}

export interface Split {
  back: MovedRow[];
  stays: MovedRow[];
  /** Was left out, and comes back. */
  left: MovedRow[];
}

const keyOf = (type: string, id: unknown): string => `${type}#${String(id)}`;

/** What of a move goes back and what stays, as things are now. What somebody moved on since is neither. */
export function createSplit({ strapi, rows, registry }: Needs) {
  const movedRows = createMovedRows(rows);
  const column = (attribute: string): string => `"${rows.column(MOVED_ROW, attribute)}"`;

  /** Rows of the other that refer to each other, where one of the two was moved. */
  async function ties(move: Move): Promise<[string, string][]> {
    const references = referencesTo(strapi, registry, move.type);
    const moved = `select ${column('rowId')} from "${rows.table(MOVED_ROW)}" where ${column('move')} = ? and ${column('type')} = ?`;
    const found: [string, string][] = [];
    for (const { type, column: key, to } of edgesAmong(strapi, registry, move.type)) {
      for (const { table, column: owner } of references.filter((one) => one.type === type && one.isRelation)) {
        const pairs = await rows.ask(
          `select t.id as one, t."${key}" as other from "${table}" t where t."${owner}" = ? and t."${key}" is not null
             and (t.id in (${moved}) or t."${key}" in (${moved}))`,
          [move.toId, move.id, type, move.id, to],
        );
        for (const { one, other } of pairs) found.push([keyOf(type, one), keyOf(to, other)]);
      }
    }
    return found;
  }

  /** Rows that still point where the move took them. */
  async function there(move: Move): Promise<MovedRow[]> {
    const noted = (await movedRows.of(move.id)).filter(({ was }) => was === null);
    const found: MovedRow[] = [];
    for (const { type, attribute } of referencesTo(strapi, registry, move.type)) {
      const same = noted.filter((row) => row.type === type && row.attribute === attribute);
      const still = new Set(
        (
          await rows.byIds<Record<string, unknown>>(
            type,
            same.map(({ rowId }) => rowId),
            { fields: [attribute] },
          )
        ).flatMap((row) => (row[attribute] === move.toId ? [row.id] : [])),
      );
      found.push(...same.filter(({ rowId }) => still.has(rowId)));
    }
    return found;
  }

  return async function split(move: Move): Promise<Split> {
    const moved = await there(move);
    const staying = whatStays(new Set(moved.map(({ type, rowId }) => keyOf(type, rowId))), await ties(move));
    const stays = (row: MovedRow): boolean => staying.has(keyOf(row.type, row.rowId));
    return {
      back: moved.filter((row) => !stays(row)),
      stays: moved.filter(stays),
      left: (await movedRows.of(move.id)).filter(({ was }) => was !== null),
    };
  };
}
