import { addDuration } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Clock } from '../../../kit/src/platform';
import { type Rows, storedInstant } from '../../../kit/src/rows';
import type { Ports } from '../ports/create-ports';
import { FILE, type StoredFile } from './file-rows';

const KEPT = 'P7D';
const CHUNK = 100;

/** Files that were sent and never attached to anything are forgotten after a week, once a day. */
export function createTidyFiles({
  rows,
  clock,
  storage,
}: {
  rows: Rows;
  clock: Clock;
  storage: Ports['storage'];
}): Job {
  const at = (instant: string): string | number => storedInstant(rows, instant);
  const unattached = (most: number, before?: string): Promise<StoredFile[]> =>
    rows.find<StoredFile>(
      FILE,
      (query, column) => {
        query.whereNull(column('attachedDocumentId'));
        if (before !== undefined) query.where(column('receivedAt'), '<', at(before));
        query.orderBy(column('receivedAt')).orderBy(column('id')).limit(most);
      },
      // Whoever attaches one of them takes its row first.
      before === undefined ? {} : { lock: 'wait' },
    );

  return {
    name: 'platform.tidy-files',
    sleepsThrough: true,
    /** A day later than they may go, so that a day's files go together. */
    async nextDue() {
      const [first] = await unattached(1);
      if (!first?.receivedAt) return null;
      return addDuration(addDuration(first.receivedAt, KEPT, clock.zone()), 'P1D', clock.zone());
    },
    async step() {
      const old = await unattached(CHUNK, addDuration(clock.now(), `-${KEPT}`, clock.zone()));
      // The content first: cut off in between, the rows are still there and the step is simply done again.
      for (const file of old) await storage.remove(file.storageKey);
      const processed = await rows.remove(
        FILE,
        old.map((file) => file.id),
      );
      return { done: old.length < CHUNK, processed };
    },
  };
}
