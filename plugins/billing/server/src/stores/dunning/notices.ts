import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE, DUNNING_POLICY, DUNNING_STEP, INVOICE } from '../../content-types/types';
import type { Channel, DunningAction, Threat } from '../../domain/dunning/policy';

export interface NewNotice {
  customer: number;
  invoice: number;
  step: number;
  day: number;
  state: 'told' | 'overtaken';
  number: string;
  takenOn: string;
  takenAt: string;
  channel: Channel;
  contact: string | null;
  leads: boolean;
  template: string | null;
  warned: readonly Threat[];
  action: DunningAction;
  currency: string;
  amountDue: bigint;
  fee: bigint;
  /** What the customer was told: it comes with the next invoice, whatever becomes of it. */
  feeLater: boolean;
  /** Until it stands on the customer's next invoice. */
  feeWaits: boolean;
  seller: unknown;
  buyer: unknown;
}

/** Their late fees name them before they are written. */
export const reserveNotices = (platform: Platform, count: number): Promise<Ref[]> =>
  platform.rows.reserve(DUNNING_NOTICE, count);

export async function insertNotices(
  platform: Platform,
  list: readonly (NewNotice & Ref & { feeInvoice: number | null })[],
): Promise<void> {
  await platform.rows.insert(DUNNING_NOTICE, list as never[], { refs: false });
}

export type CallOutcome = 'reached' | 'not_reached' | 'promised';

export interface ToldNotice extends Omit<NewNotice, 'seller' | 'buyer'> {
  feeInvoice: number | null;
  callOutcome: CallOutcome | null;
}

export const loadNotices = (platform: Platform, ids: readonly number[]): Promise<(ToldNotice & Ref)[]> =>
  platform.rows.byIds<ToldNotice>(DUNNING_NOTICE, ids);

export type CallNotice = Pick<ToldNotice, 'customer' | 'invoice' | 'number' | 'step' | 'callOutcome'> & Ref;
const OF_CALL = ['customer', 'invoice', 'number', 'step', 'callOutcome'];

/** The calls that steps of that day ask for, about these invoices: one a customer. */
export const callsTaken = (platform: Platform, invoices: readonly number[], on: CivilDate): Promise<CallNotice[]> =>
  platform.rows.find<CallNotice>(
    DUNNING_NOTICE,
    (query, column) =>
      void query
        .whereIn(column('invoice'), [...invoices])
        .where(column('takenOn'), on)
        .where(column('channel'), 'call')
        .where(column('leads'), true),
    { fields: OF_CALL },
  );

export async function noticeOfStep(platform: Platform, invoice: number, step: number): Promise<CallNotice | undefined> {
  const [notice] = await platform.rows.find<CallNotice>(
    DUNNING_NOTICE,
    (query, column) => void query.where(column('invoice'), invoice).where(column('step'), step),
    { fields: OF_CALL },
  );
  return notice;
}

/** All that was told with one contact, the one that leads it first, with the due dates of the invoices. */
export async function toldTogether(
  platform: Platform,
  contact: string,
): Promise<(ToldNotice & Ref & { dueDate: CivilDate })[]> {
  const told = await platform.rows.find<ToldNotice>(
    DUNNING_NOTICE,
    (query, column) =>
      void query
        .where(column('contact'), contact)
        .where(column('state'), 'told')
        .orderBy(column('day'), 'desc')
        .orderBy(column('id')),
  );
  const invoices = await platform.rows.byIds<{ dueDate: CivilDate }>(
    INVOICE,
    told.map(({ invoice }) => invoice),
    { fields: ['dueDate'] },
  );
  const due = new Map(invoices.map(({ id, dueDate }) => [id, dueDate]));
  return told.map((one) => ({ ...one, dueDate: due.get(one.invoice) ?? one.takenOn }));
}

/** How long after its warning something is done, by the policy of a step. */
export async function noticeDaysOf(platform: Platform, step: number): Promise<number> {
  const [row] = await platform.rows.byIds<{ policy: number }>(DUNNING_STEP, [step], { fields: ['policy'] });
  const [policy] = await platform.rows.byIds<{ noticeDays: number }>(DUNNING_POLICY, row ? [row.policy] : [], {
    fields: ['noticeDays'],
  });
  return policy?.noticeDays ?? 0;
}

export const writeCall = (
  platform: Platform,
  id: number,
  call: { callOutcome: CallOutcome; callNote: string | null; calledBy: string },
): Promise<number> => platform.rows.update(DUNNING_NOTICE, [{ id, ...call, calledAt: platform.clock.now() }]);

/** Notices of invoices with which a service was suspended or ended. */
export const hardNotices = (platform: Platform, invoices: readonly number[]) =>
  platform.rows.find<{ invoice: number; action: 'suspend' | 'terminate' }>(
    DUNNING_NOTICE,
    (query, column) =>
      void query.whereIn(column('invoice'), [...invoices]).whereIn(column('action'), ['suspend', 'terminate']),
    { fields: ['invoice', 'action'] },
  );
