import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import {
  CHEQUE,
  CHEQUE_LINE,
  CUSTOMER,
  DUNNING_EXEMPTION,
  DUNNING_NOTICE,
  INVOICE,
  PAYMENT,
  PROMISE_TO_PAY,
} from '../../content-types/types';
import { IN_HAND } from '../../domain/cheque';
import { debitHolds } from './debit-holds';
import { feesOn } from './waiting-fees';
import type { Channel, DunnedInvoice, DunningAction, Notice, Pause, Threat } from '../../domain/dunning/policy';

export interface DunningInvoice extends DunnedInvoice, Ref {
  number: string;
  customer: number;
  currency: string;
  branch: number | null;
}

export interface DunningFacts {
  invoice: DunningInvoice;
  notices: readonly StoredNotice[];
  pauses: readonly Pause[];
}

export interface StoredNotice extends Notice, Ref {
  invoice: number;
  action: DunningAction;
  channel: Channel;
  leads: boolean;
  callOutcome: string | null;
}

interface NoticeRow {
  invoice: number;
  step: number;
  day: number;
  takenOn: CivilDate;
  state: 'told' | 'overtaken';
  warned: Threat[];
  action: DunningAction;
  channel: Channel;
  leads: boolean;
  callOutcome: string | null;
}

const NOTICE_FIELDS = [
  ...['invoice', 'step', 'day', 'takenOn', 'state', 'warned', 'action', 'channel', 'leads', 'callOutcome'],
];
const INVOICE_FIELDS = [
  ...['number', 'state', 'customer', 'branch', 'currency', 'issuedOn', 'dueDate', 'amountDue', 'sourceType'],
];

/** Databases take so many parameters and no more; what a hundred customers owe may be beyond it. */
const ID_CHUNK = 10_000;

export async function noticesOf(platform: Platform, invoices: readonly number[]): Promise<StoredNotice[]> {
  const rows: (NoticeRow & Ref)[] = [];
  for (let from = 0; from < invoices.length; from += ID_CHUNK) {
    const ids = invoices.slice(from, from + ID_CHUNK);
    const found = await platform.rows.find<NoticeRow>(
      DUNNING_NOTICE,
      (query, column) => void query.whereIn(column('invoice'), ids),
      { fields: NOTICE_FIELDS },
    );
    rows.push(...found);
  }
  return rows.map(({ takenOn, state, ...row }) => ({ ...row, on: takenOn, overtaken: state === 'overtaken' }));
}

/** A pause is of one invoice, or of all of its customer. */
export interface PauseRow extends Pause, Ref {
  kind: 'promise' | 'exemption';
  customer: number;
  invoice: number | null;
}

export async function pausesOf(platform: Platform, customers: readonly number[]): Promise<PauseRow[]> {
  const of = (type: string, fields: string[]) =>
    platform.rows.find<Omit<PauseRow, 'kind'>>(
      type,
      (query, column) => void query.whereIn(column('customer'), [...customers]).whereNull(column('endedAt')),
      { fields },
    );
  const promises = await of(PROMISE_TO_PAY, ['customer', 'invoice', 'until']);
  const exemptions = await of(DUNNING_EXEMPTION, ['customer', 'invoice']);
  return [
    ...promises.map((one) => ({ ...one, kind: 'promise' as const })),
    ...exemptions.map((one) => ({ ...one, kind: 'exemption' as const, until: null })),
  ];
}

/** Pauses that hold on a day. */
export const standingPauses = async (
  platform: Platform,
  customers: readonly number[],
  on: CivilDate,
): Promise<PauseRow[]> => (await pausesOf(platform, customers)).filter(({ until }) => until === null || until >= on);

/** Invoices for which money is on its way: a slip to verify, a card payment that is asked about, a cheque in hand. */
export async function underWay(platform: Platform, customers: readonly number[]): Promise<Set<number>> {
  const payments = await platform.rows.find<{ invoice: number | null }>(
    PAYMENT,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .whereIn(column('state'), ['submitted', 'pending', 'unknown', 'to_check']),
    { fields: ['invoice'] },
  );
  const cheques = await platform.rows.find(
    CHEQUE,
    (query, column) => void query.whereIn(column('customer'), [...customers]).whereIn(column('state'), [...IN_HAND]),
    { fields: [] },
  );
  const lines = await platform.rows.find<{ invoice: number }>(
    CHEQUE_LINE,
    (query, column) =>
      void query.whereIn(
        column('cheque'),
        cheques.map(({ id }) => id),
      ),
    { fields: ['invoice'] },
  );
  return new Set([...payments, ...lines].flatMap(({ invoice }) => invoice ?? []));
}

/** Open invoices of customers with all that decides their next step: a constant number of statements. */
export async function dunningFacts(
  platform: Platform,
  customers: readonly number[],
  asOf: CivilDate,
  latestDue?: CivilDate,
): Promise<DunningFacts[]> {
  const rows = await platform.rows.find<Omit<DunningInvoice, 'isFee'> & { sourceType: string | null }>(
    INVOICE,
    (query, column) => {
      query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'open')
        .where(column('amountDue'), '>', 0)
        .orderBy(column('dueDate'))
        .orderBy(column('id'));
      if (latestDue !== undefined) query.where(column('dueDate'), '<=', latestDue);
    },
    { fields: INVOICE_FIELDS },
  );
  const notices = new Map<number, StoredNotice[]>();
  const found = await noticesOf(
    platform,
    rows.map(({ id }) => id),
  );
  for (const notice of found) notices.set(notice.invoice, [...(notices.get(notice.invoice) ?? []), notice]);
  const pauses = await pausesOf(platform, customers);
  const waiting = await underWay(platform, customers);
  const charged = await debitHolds(platform, rows);
  const fees = await feesOn(
    platform,
    rows.filter(({ sourceType }) => sourceType !== DUNNING_NOTICE).map(({ id }) => id),
  );
  return rows.map(({ sourceType, ...row }) => ({
    invoice: {
      ...row,
      // What is paid of it is paid for what it is for, before its fees.
      isFee: sourceType === DUNNING_NOTICE || row.amountDue <= (fees.get(row.id) ?? 0n),
      lateFees: fees.get(row.id) ?? 0n,
    },
    notices: notices.get(row.id) ?? [],
    pauses: [
      ...pauses.filter(({ customer, invoice }) => (invoice === null ? customer === row.customer : invoice === row.id)),
      ...(waiting.has(row.id) ? [{ until: asOf }] : []),
      ...[charged.get(row.id) ?? []].flat(),
    ],
  }));
}

/** Classes of customers by row id. */
export async function classesOf(platform: Platform, customers: readonly number[]): Promise<Map<number, number | null>> {
  const rows = await platform.rows.byIds<{ class: number | null }>(CUSTOMER, customers, { fields: ['class'] });
  return new Map(rows.map(({ id, class: own }) => [id, own]));
}

/** Customers that were contacted on a day already. */
export async function contactedOn(
  platform: Platform,
  customers: readonly number[],
  day: CivilDate,
): Promise<Set<number>> {
  const rows = await platform.rows.find<{ customer: number }>(
    DUNNING_NOTICE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('takenOn'), day)
        .where(column('leads'), true),
    { fields: ['customer'] },
  );
  return new Set(rows.map(({ customer }) => customer));
}
