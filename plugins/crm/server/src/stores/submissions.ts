import { type Platform, type Ref, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { FORM_SUBMISSION } from '../content-types/types';
import type { SubmissionFacts } from '../domain/submission';

export type SubmissionRow = Ref & SubmissionFacts;

export const submissionStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<SubmissionRow[]> =>
    rows.byIds<SubmissionRow>(FORM_SUBMISSION, ids, { lock }),

  insert: (submissions: readonly SubmissionFacts[]): Promise<Ref[]> =>
    rows.insert(
      FORM_SUBMISSION,
      submissions.map((one) => ({ ...one })),
    ),

  update: (submissions: readonly ({ id: number } & Partial<SubmissionFacts>)[]): Promise<number> =>
    rows.update(FORM_SUBMISSION, submissions as readonly ({ id: number } & Record<string, unknown>)[]),

  /** How often each of these addresses was written in since then. */
  async countByEmail(emails: readonly string[], since: string): Promise<Map<string, number>> {
    if (emails.length === 0) return new Map();
    const found = await rows.find<Pick<SubmissionFacts, 'email'>>(
      FORM_SUBMISSION,
      (query, column) =>
        void query.whereIn(column('email'), [...emails]).where(column('submittedAt'), '>', storedInstant(rows, since)),
      { fields: ['email'] },
    );
    const counts = new Map<string, number>();
    for (const { email } of found) counts.set(email ?? '', (counts.get(email ?? '') ?? 0) + 1);
    return counts;
  },
});
