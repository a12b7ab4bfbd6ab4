import { conflict } from '../../../kernel/src';
import type { Registry } from '../core/registry';
import type { Transactions } from '../core/transaction';

export const ROW_MOVES = 'platform_row_moves';
export const MOVE = 'plugin::platform.row-move';
export const MOVED_ROW = 'plugin::platform.moved-row';

/**
 * Whoever waited for a lock while a row was merged into another finds it empty: what they read of it before is the
 * other's now. While the lock is held it stays where it is.
 */
export const createMovedAway =
  (registry: Registry, transactions: Transactions) =>
  async (uid: string, ids: readonly number[]): Promise<void> => {
    if (ids.length === 0 || !registry.movable()[uid]) return;
    await transactions.once(`moved-away ${uid} ${ids.join()}`, async () => {
      const knex = await transactions.knex();
      const gone = (await knex(ROW_MOVES)
        .select('id')
        .where('type', uid)
        .whereIn('state', ['under_way', 'standing'])
        .whereIn('from_id', [...ids])
        .first()) as unknown;
      if (gone) throw conflict('row.moved_away');
    });
  };
