import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, INVOICE } from '../content-types/types';
import { standingAllocations } from './allocations';
import { heldOf } from '../domain/deposit';
import { bouncedCheques, inHandOf } from './cheques';
import { standingCreditNotes } from './credit-notes';
import { loadDeposits } from './deposits';
import { offersAmong } from './offers';
import { succeededPayments } from './payments';
import { standingRefunds } from './refunds';

export interface Account {
  /** What is due, less what the customer has over. */
  balance: bigint;
  due: bigint;
  /** What open invoices only offer: owed by nobody before somebody takes it, and not due. */
  offered: bigint;
  /** Document ids of those. */
  offers: readonly string[];
  overdue: bigint;
  /** Paid or credited, not laid on an invoice, and not on its way back. */
  credit: bigint;
  /** Of what was over, what is on its way back but not sent yet. */
  refunding: bigint;
  openInvoices: number;
  oldestDueDate: string | null;
  /** Withheld tax whose certificate is still to come. */
  certificatesPending: bigint;
  /** What of it cheques in hand will pay once they are good. */
  chequesInHand: bigint;
  /** Deposits that are held: neither used nor given back. */
  deposits: bigint;
  /** How many cheques ever bounced. */
  chequesBounced: number;
}

const UNDER_WAY: ReadonlySet<string> = new Set(['requested', 'approved']);

/** How a customer stands on a day: every figure is summed up from what happened, none is stored. */
export async function readAccount(platform: Platform, customer: number, today: string): Promise<Account> {
  const all = await platform.rows.find<{ amountDue: bigint; dueDate: string }>(
    INVOICE,
    (query, column) =>
      void query.where(column('customer'), customer).where(column('state'), 'open').orderBy(column('dueDate')),
    { fields: ['amountDue', 'dueDate'] },
  );
  const offers = await offersAmong(
    platform,
    all.map(({ id }) => id),
  );
  const open = all.filter(({ id }) => !offers.has(id));
  const offered = all.filter(({ id }) => offers.has(id));
  const payments = await succeededPayments(platform, [customer]);
  const notes = await standingCreditNotes(platform, [customer]);
  const standing = await standingAllocations(platform, 'customer', [customer]);
  const refunds = await standingRefunds(platform, 'customer', [customer]);
  const certificates = await platform.rows.find<{ amount: bigint }>(
    CERTIFICATE,
    (query, column) => void query.where(column('customer'), customer).where(column('state'), 'pending'),
    { fields: ['amount'] },
  );
  const inHand = await inHandOf(platform, [customer]);
  const bounced = await bouncedCheques(platform, customer);
  const due = sum(open.map((invoice) => invoice.amountDue));
  const credit =
    sum(payments.map((payment) => payment.amount)) +
    sum(notes.map((note) => note.total)) -
    sum(standing.map((one) => one.cash + one.credit)) -
    sum(refunds.map((refund) => refund.amount));
  return {
    balance: due - credit,
    due,
    offered: sum(offered.map((invoice) => invoice.amountDue)),
    offers: offered.map(({ documentId }) => documentId),
    overdue: sum(open.filter((invoice) => invoice.dueDate < today).map((invoice) => invoice.amountDue)),
    credit,
    refunding: sum(refunds.filter(({ state }) => UNDER_WAY.has(state)).map((refund) => refund.amount)),
    openInvoices: open.length,
    oldestDueDate: open[0]?.dueDate ?? null,
    certificatesPending: sum(certificates.map((one) => one.amount)),
    chequesInHand: inHand.get(customer) ?? 0n,
    deposits: sum((await loadDeposits(platform, 'customer', [customer])).map(heldOf)),
    chequesBounced: bounced.length,
  };
}
