import { createHash } from 'node:crypto';
import { badInput, broken, conflict } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';

export const KEY = 'plugin::platform.idempotency-key';

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

interface Scope {
  caller: string;
  route: string;
  key: string | undefined;
  body: unknown;
}

/** A key that is new here, as the id of its row; or what the first request with it was answered. */
type Taken = { fresh: number } | { fresh?: undefined; answer: Answer | undefined };

/**
 * A retry with the same key returns the first answer; the same key with another body is refused. Two at once meet at
 * the unique index (caller, route, key), where the second waits for the first.
 */
export function createIdempotency(rows: Rows, transaction: Platform['transaction'], now: () => string) {
  async function take(scope: Scope & { key: string }): Promise<Taken> {
    if (scope.key.length > 200) throw badInput('idempotency.key_too_long', { field: 'Idempotency-Key' });
    const bodyHash = hash(scope.body);
    const knex = await rows.knex();
    const table = rows.table(KEY);
    const at = now();
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
    if (fresh) return { fresh: Number(fresh.id) };
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
    return { answer: kept.answerStatus === null ? undefined : { status: kept.answerStatus, body: kept.answer } };
  }

  const keep = (id: number, answer: Answer): Promise<number> =>
    rows.update(KEY, [{ id, answerStatus: answer.status, answer: answer.body }]);
  const isGiven = (scope: Scope): scope is Scope & { key: string } => scope.key !== undefined && scope.key !== '';

  return {
    /** The key is written in the transaction of the action: a refused or crashed action leaves none. */
    async within(scope: Scope, work: () => Promise<Answer>): Promise<Answer> {
      if (!isGiven(scope)) return work();
      const taken = await take(scope);
      if (taken.fresh === undefined) return taken.answer ?? { status: 200, body: null };
      const answer = await work();
      await keep(taken.fresh, answer);
      return answer;
    },

    /**
     * For work that has transactions of its own: the key is taken before it and the answer kept after it. What is
     * refused frees its key. A key whose work never ended (the machine went down) stays taken, since nobody knows how
     * far it came: it is never done twice.
     */
    async around(scope: Scope, work: () => Promise<Answer>): Promise<Answer> {
      if (!isGiven(scope)) return work();
      const taken = await transaction(() => take(scope));
      if (taken.fresh === undefined) {
        if (!taken.answer) throw conflict('idempotency.not_finished', { field: 'Idempotency-Key' });
        return taken.answer;
      }
      const { fresh } = taken;
      let answer: Answer;
      try {
        answer = await work();
      } catch (error) {
        await transaction(() => rows.remove(KEY, [fresh]));
        throw error;
      }
      await transaction(() => keep(fresh, answer));
      return answer;
    },
  };
}
