import type { Rows } from '../../../kit/src/rows';
import type { Registry } from '../core/registry';
import { MOVE } from './moved-away';

/**
 * Whose a row is that keeps the id of its owner as a plain number, as `customerId`: the row is locked, so that a merge
 * under way is waited for, and where it was merged into another that other one is meant. Joins the transaction under way.
 */
export async function followMoves(
  { rows, registry }: { rows: Rows; registry: Registry },
  key: string,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const now = new Map(ids.map((id) => [id, id]));
  const [type] = Object.entries(registry.movable()).find(([, movable]) => movable.key === key) ?? [];
  if (type === undefined || ids.length === 0) return now;
  await rows.byIds(type, ids, { fields: [], lock: 'wait', movedToo: true });
  for (let open = [...now.keys()]; open.length > 0; ) {
    const moves = await rows.find<{ fromId: number; toId: number }>(
      MOVE,
      (query, column) =>
        void query
          .where(column('type'), type)
          .where(column('state'), 'standing')
          .whereIn(
            column('fromId'),
            open.flatMap((id) => now.get(id) ?? []),
          ),
      { fields: ['fromId', 'toId'] },
    );
    const to = new Map(moves.map(({ fromId, toId }) => [fromId, toId]));
    open = open.filter((id) => to.has(now.get(id) ?? 0));
    for (const id of open) now.set(id, to.get(now.get(id) ?? 0) ?? id);
  }
  return now;
}
