import type { Ref, Rows } from '../../../kit/src/rows';
import { withoutBigints } from '../stores/codec';
import { MOVED_ROW } from './moved-away';
import type { Reference } from './references';

export interface MovedRow extends Ref {
  type: string;
  attribute: string;
  rowId: number;
  was: Record<string, unknown> | null;
}

/** What a move took along, row by row: written and read with a constant number of statements a reference. */
export function createMovedRows(rows: Rows) {
  const column = (attribute: string): string => `"${rows.column(MOVED_ROW, attribute)}"`;
  const log = (): string => `"${rows.table(MOVED_ROW)}"`;
  const into = (): string =>
    `insert into ${log()} (${['move', 'type', 'attribute', 'rowId', 'stays'].map(column).join(', ')})`;

  /** Points everything at `to` that points at `from`, and notes it; how many rows that were. */
  async function take(move: number, reference: Reference, from: number, to: number): Promise<number> {
    const knex = await rows.knex();
    const { type, attribute, table, column: key } = reference;
    const noted = [move, type, attribute];
    if (rows.dialect === 'postgres') {
      const { rowCount } = (await knex.raw(
        `with taken as (update "${table}" set "${key}" = ? where "${key}" = ? returning id)
         ${into()} select ?::integer, ?, ?, id, false from taken`,
        [to, from, ...noted],
      )) as unknown as { rowCount: number };
      return rowCount;
    }
    await knex.raw(`${into()} select ?, ?, ?, id, false from "${table}" where "${key}" = ?`, [...noted, from]);
    return knex(table)
      .where(key, from)
      .update({ [key]: to });
  }

  /** What the move noted. */
  const of = (move: number): Promise<MovedRow[]> =>
    rows.find<MovedRow>(MOVED_ROW, (query, name) => void query.where(name('move'), move), {
      fields: ['type', 'attribute', 'rowId', 'was'],
    });

  return {
    take,

    /** Notes rows as they are before they are left out. */
    async keep(move: number, { type, attribute }: Reference, list: readonly (Record<string, unknown> & Ref)[]) {
      await rows.insert(
        MOVED_ROW,
        list.map((row) => ({ move, type, attribute, rowId: row.id, was: withoutBigints(row), stays: false })),
        { refs: false },
      );
    },

    of,

    /** Points back what may go and still points at `to`. */
    async giveBack(move: number, { type, attribute, table, column: key }: Reference, from: number, to: number) {
      const knex = await rows.knex();
      await knex.raw(
        `update "${table}" set "${key}" = ? where "${key}" = ? and id in (
           select ${column('rowId')} from ${log()} where ${column('move')} = ? and ${column('type')} = ?
           and ${column('attribute')} = ? and ${column('was')} is null and not ${column('stays')})`,
        [from, to, move, type, attribute],
      );
    },

    /** Puts back what was left out, as it was; the types of the rows. */
    async bringBack(move: number): Promise<string[]> {
      const left = (await of(move)).filter(({ was }) => was !== null);
      const back: string[] = [];
      for (const type of new Set(left.map((row) => row.type))) {
        const same = left.filter((row) => row.type === type);
        const put = await rows.insert(
          type,
          same.map(({ was }) => ({ ...was })),
          { conflict: 'ignore' },
        );
        back.push(...put.map(() => type));
      }
      return back;
    },
  };
}
