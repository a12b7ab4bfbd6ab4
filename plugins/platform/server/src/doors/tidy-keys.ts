import { addDuration } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Clock } from '../../../kit/src/platform';
import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';
import { KEY } from './idempotency';

const KEPT = 'P30D';
const CHUNK = 1000;

/**
 * Idempotency keys and the answers they keep are forgotten after thirty days, once a day: nobody tries again for so
 * long. A key whose work never ended stays taken, for it must not be done twice.
 */
export function createTidyKeys({ rows, clock }: { rows: Rows; clock: Clock }): Job {
  const at = (instant: string): string | number => storedInstant(rows, instant);
  const oldest = (most: number, before?: string): Promise<(Ref & { at: string })[]> =>
    rows.find<{ at: string }>(
      KEY,
      (query, column) => {
        query.whereNotNull(column('answerStatus'));
        if (before !== undefined) query.where(column('at'), '<', at(before));
        query.orderBy(column('at')).orderBy(column('id')).limit(most);
      },
      { fields: ['at'] },
    );

  return {
    name: 'platform.tidy-keys',
    sleepsThrough: true,
    /** A day later than they may go, so that a day's keys go together. */
    async nextDue() {
      const [first] = await oldest(1);
      return first ? addDuration(addDuration(first.at, KEPT, clock.zone()), 'P1D', clock.zone()) : null;
    },
    async step() {
      const old = await oldest(CHUNK, addDuration(clock.now(), `-${KEPT}`, clock.zone()));
      const processed = await rows.remove(
        KEY,
        old.map((key) => key.id),
      );
      return { done: old.length < CHUNK, processed };
    },
  };
}
