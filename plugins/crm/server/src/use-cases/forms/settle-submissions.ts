import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { FORM_SUBMISSION } from '../../content-types/types';
import { submissionMachine } from '../../domain/submission';
import { type SubmissionRow, submissionStore } from '../../stores/submissions';

export interface Settling {
  id: number;
  verb: 'handle' | 'dismiss';
  /** What was done about it, or why nothing is. */
  note?: string | null;
  /** Row id of the customer whose it turned out to be; absent: as before. */
  customer?: number;
}

const EVENT = { handle: 'form_submission.handled', dismiss: 'form_submission.dismissed' } as const;

/** Something was done about what came in, or nothing will be. */
export const settleSubmissions = (
  { platform }: Pick<Tools, 'platform'>,
  list: readonly Settling[],
): Promise<SubmissionRow[]> =>
  platform.transaction(async () => {
    const store = submissionStore(platform);
    const rows = await store.byIds(
      list.map(({ id }) => id),
      'wait',
    );
    const settled = list.map(({ id, verb, note, customer }) => {
      const row = rows.find((one) => one.id === id);
      if (!row) throw notFound('form_submission.unknown');
      const after: SubmissionRow = {
        ...row,
        ...{ state: move(submissionMachine, row.state, verb), note: note ?? null, customer: customer ?? row.customer },
        ...{ handledAt: platform.clock.now(), handledBy: platform.caller().key },
      };
      return { verb, row, after };
    });
    await store.update(
      settled.map(({ after: { id, state, note, customer, handledAt, handledBy } }) => ({
        ...{ id, state, note, customer, handledAt, handledBy },
      })),
    );
    await platform.events.record(
      settled.map(
        ({ verb, row, after }): NewEvent => ({
          name: EVENT[verb],
          subject: { type: FORM_SUBMISSION, id: row.id, documentId: row.documentId },
          customer: after.customer,
          before: { state: row.state },
          after: { state: after.state, note: after.note },
        }),
      ),
    );
    return settled.map(({ after }) => after);
  });
