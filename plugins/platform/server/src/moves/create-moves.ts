import type { Knex } from 'knex';
import { conflict, keepWords } from '../../../kernel/src';
import type { Constraint, Unique } from '../../../kit/src/constraints';
import type { Count, Made, Moves, Undone } from '../../../kit/src/moves';
import type { Tools } from '../../../kit/src/plugin';
import type { Registry } from '../core/registry';
import { clashesOf } from './clashes';
import { MOVE, MOVED_ROW } from './moved-away';
import { createMovedRows } from './moved-rows';
import { type Reference, referencesTo } from './references';
import { createSplit } from './split';

interface Needs extends Tools {
  registry: Registry;
  constraints: () => readonly Constraint[];
}

interface MoveRow {
  id: number;
  type: string;
  fromId: number;
  toId: number;
  state: 'under_way' | 'standing' | 'undoing' | 'undone';
}

const counted = (keys: readonly string[]): Count[] => {
  const found = new Map<string, number>();
  for (const type of keys) found.set(type, (found.get(type) ?? 0) + 1);
  return [...found].map(([type, rows]) => ({ type, rows }));
};

export function createMoves({ strapi, platform, registry, constraints }: Needs): Moves {
  const { rows } = platform;
  const movedRows = createMovedRows(rows);
  const split = createSplit({ strapi, rows, registry });
  const knexOf = (): Promise<Knex> => rows.knex();
  const uniques = (): Unique[] => constraints().filter((rule): rule is Unique => rule.kind === 'unique');

  /** Takes out of the way what the other has the like of, where its rule says so; else the two cannot be one. */
  async function leaveOut(move: MoveRow, reference: Reference): Promise<string[]> {
    const left: string[] = [];
    for (const { rule, sql } of clashesOf(strapi, uniques(), reference)) {
      const found = await rows.ask(sql, [move.fromId, move.toId]);
      if (found.length === 0) continue;
      if (rule.onMove !== 'leave_out') {
        throw conflict('move.clash', { params: { reason: keepWords(rule.code) } });
      }
      const clashing = found.map((row) => rows.decode<Record<string, unknown>>(reference.type, row));
      await movedRows.keep(move.id, reference, clashing);
      await rows.remove(
        reference.type,
        clashing.map(({ id }) => id),
      );
      left.push(...clashing.map(() => reference.type));
    }
    return left;
  }

  async function theMove(id: number): Promise<MoveRow> {
    const [move] = await rows.byIds<MoveRow>(MOVE, [id], { lock: 'wait' });
    if (move?.state !== 'standing') throw conflict('move.undone');
    const [further] = await rows.find(
      MOVE,
      (query, column) =>
        void query
          .where(column('type'), move.type)
          .where(column('fromId'), move.toId)
          .whereNot(column('state'), 'undone'),
      { fields: [] },
    );
    if (further) throw conflict('move.moved_on');
    return move;
  }

  async function make(type: string, from: number, to: number): Promise<Made> {
    const knex = await knexOf();
    // Whoever writes a key to it without a lock of its own is waited for, and waits.
    if (rows.dialect === 'postgres')
      await knex.raw(`select 1 from "${rows.table(type)}" where id = ? for update`, [from]);
    const [ref] = await rows.insert(MOVE, [{ type, fromId: from, toId: to, state: 'under_way' }]);
    const move: MoveRow = { id: ref?.id ?? 0, type, fromId: from, toId: to, state: 'under_way' };
    const left: string[] = [];
    const moved: Count[] = [];
    for (const reference of referencesTo(strapi, registry, type)) {
      left.push(...(await leaveOut(move, reference)));
      const taken = await movedRows.take(move.id, reference, from, to);
      if (taken > 0) moved.push({ type: reference.type, rows: taken });
    }
    await rows.update(MOVE, [{ id: move.id, state: 'standing' }]);
    return { move: move.id, moved, leftOut: counted(left) };
  }

  async function undo(id: number): Promise<Undone> {
    const move = await theMove(id);
    const { back, stays } = await split(move);
    await rows.update(MOVE, [{ id, state: 'undoing' }]);
    await rows.update(
      MOVED_ROW,
      stays.map((row) => ({ id: row.id, stays: true })),
    );
    for (const reference of referencesTo(strapi, registry, move.type)) {
      await movedRows.giveBack(id, reference, move.fromId, move.toId);
    }
    await rows.update(MOVE, [{ id, state: 'undone' }]);
    const kept = await movedRows.bringBack(id);
    return {
      back: counted([...back.map(({ type }) => type), ...kept]),
      stays: counted(stays.map(({ type }) => type)),
    };
  }

  return {
    async counts(type, ids) {
      const knex = await knexOf();
      const found = new Map<number, Count[]>(ids.map((id) => [id, []]));
      for (const { type: of, table, column } of referencesTo(strapi, registry, type)) {
        const groups = (await knex(table)
          .select({ owner: column })
          .count({ rows: '*' })
          .whereIn(column, [...ids])
          .groupBy(column)) as { owner: number; rows: number | string }[];
        for (const { owner, rows: many } of groups) found.get(Number(owner))?.push({ type: of, rows: Number(many) });
      }
      return found;
    },
    make,
    async foresee(id) {
      const { back, stays, left } = await split(await theMove(id));
      return {
        back: counted([...back, ...left].map(({ type }) => type)),
        stays: counted(stays.map(({ type }) => type)),
      };
    },
    undo,
  };
}
