import { createHash } from 'node:crypto';
import { badInput, broken } from '../../../kernel/src';
import type { Rows } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';
import { wallClock } from '../core/clock';

const KEY = 'plugin::platform.idempotency-key';

export interface Answer {
  status: number;
  body: unknown;
}

interface KeyRow {
  bodyHash: string;
  answerStatus: number | null;
  answer: unknown;
}

/** The same JSON whatever the order of its keys. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, canonical(v)]),
        )
      : value;

const hash = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body ?? null)))
    .digest('hex');

/**
 * A retry with the same key returns the first answer; the same key with another body is refused. The key row is
 * written in the transaction of the action: a refused or crashed action leaves no key, so it may be tried again, and
 * two at once meet at the unique index (caller, route, key), where the second waits for the first.
 */
export function createIdempotency(rows: Rows) {
  return async function once(
    scope: { caller: string; route: string; key: string | undefined; body: unknown },
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    if (scope.key === undefined || scope.key === '') return work();
    if (scope.key.length > 200) throw badInput('idempotency.key_too_long', { field: 'Idempotency-Key' });
    const bodyHash = hash(scope.body);
    const knex = await rows.knex();
    const table = rows.table(KEY);
    const at = wallClock();
    const inserted: unknown[] = await knex(table)
      .insert({
        document_id: documentIds(1)[0],
        caller: scope.caller,
        route: scope.route,
        key: scope.key,
        [rows.column(KEY, 'bodyHash')]: bodyHash,
        at: rows.dialect === 'sqlite' ? Date.parse(at) : at,
      })
      .onConflict(['caller', 'route', 'key'])
      .ignore()
      .returning('id');
    const [fresh] = inserted as { id: number }[];
    if (fresh) {
      const answer = await work();
      await rows.update(KEY, [{ id: fresh.id, answerStatus: answer.status, answer: answer.body }]);
      return answer;
    }
    const [kept] = await rows.find<KeyRow>(
      KEY,
      (query, column) =>
        void query.where({
          [column('caller')]: scope.caller,
          [column('route')]: scope.route,
          [column('key')]: scope.key,
        }),
    );
    if (!kept || kept.bodyHash !== bodyHash) throw broken('idempotency.other_body', { field: 'Idempotency-Key' });
    return { status: kept.answerStatus ?? 200, body: kept.answer };
  };
}
