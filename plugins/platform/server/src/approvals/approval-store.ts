import type { ApprovalRow } from '../../../kit/src/approvals';
import type { Ref, Rows } from '../../../kit/src/rows';
import type { SetLimit } from './limits';

export const APPROVAL = 'plugin::platform.approval';
export const APPROVAL_LIMIT = 'plugin::platform.approval-limit';

/** Nobody counts further than this. */
const COUNT_CAP = 1000;

export const createApprovalStore = (rows: Rows) => ({
  insert: (approvals: readonly Omit<ApprovalRow, keyof Ref>[]): Promise<Ref[]> =>
    rows.insert(APPROVAL, approvals as never),
  update: (changes: readonly ({ id: number } & Partial<ApprovalRow>)[]): Promise<number> =>
    rows.update(APPROVAL, changes),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<ApprovalRow[]> =>
    rows.byIds<ApprovalRow>(APPROVAL, ids, { lock }),
  async of(type: string, ids: readonly number[]): Promise<ApprovalRow[]> {
    if (ids.length === 0) return [];
    return rows.find<ApprovalRow>(
      APPROVAL,
      (query, column) =>
        void query
          .where(column('subjectType'), type)
          .whereIn(column('subjectId'), [...ids])
          .orderBy(column('id')),
    );
  },
  /** How many of these kinds wait for somebody other than who asked. */
  async countWaiting(kinds: readonly string[], notAskedBy: string): Promise<number> {
    const waiting = await rows.find(
      APPROVAL,
      (query, column) =>
        void query
          .where(column('state'), 'asked')
          .whereIn(column('kind'), [...kinds])
          .whereNot(column('askedBy'), notAskedBy)
          .limit(COUNT_CAP),
      { fields: [] },
    );
    return waiting.length;
  },
  limits: (): Promise<(SetLimit & Ref)[]> =>
    rows.find<SetLimit>(APPROVAL_LIMIT, (query, column) => void query.orderBy(column('id'))),
  insertLimits: (limits: readonly SetLimit[]): Promise<Ref[]> => rows.insert(APPROVAL_LIMIT, limits as never),
  updateLimits: (limits: readonly { id: number; most: bigint | null }[]): Promise<number> =>
    rows.update(APPROVAL_LIMIT, limits),
});
