import { addMonths, type CivilDate, daysBetween, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE, PAYMENT } from '../content-types/types';
import type { PaymentHistory } from '../domain/credit-score';
import { standingCreditNotes } from './credit-notes';
import { succeededPayments } from './payments';
import { standingRefunds } from './refunds';

/** What a customer owes and has over, as far as billing knows. */
export interface OpenAccount {
  open: bigint;
  overdueDays: number;
  credit: bigint;
}

/** How customers stand with open invoices and credit, by row id: a constant number of statements. */
export async function openAccounts(
  platform: Platform,
  customers: readonly number[],
  today: CivilDate,
): Promise<Map<number, OpenAccount>> {
  const ids = [...new Set(customers)];
  const open = await platform.rows.find<{ customer: number; amountDue: bigint; dueDate: CivilDate }>(
    INVOICE,
    (query, column) => void query.whereIn(column('customer'), ids).where(column('state'), 'open'),
    { fields: ['customer', 'amountDue', 'dueDate'] },
  );
  const payments = await succeededPayments(platform, ids);
  const notes = await standingCreditNotes(platform, ids);
  const refunds = await standingRefunds(platform, 'customer', ids);
  const used = await platform.rows.find<{ customer: number; cash: bigint; credit: bigint }>(
    ALLOCATION,
    (query, column) => void query.whereIn(column('customer'), ids).where(column('undone'), false),
    { fields: ['customer', 'cash', 'credit'] },
  );
  const of = <T extends { customer: number }>(rows: readonly T[], id: number) =>
    rows.filter((row) => row.customer === id);
  return new Map(
    ids.map((id) => {
      const own = of(open, id);
      const overdue = own.map(({ dueDate }) => daysBetween(dueDate, today));
      return [
        id,
        {
          open: sum(own.map((invoice) => invoice.amountDue)),
          overdueDays: Math.max(0, ...overdue),
          credit:
            sum(of(payments, id).map((payment) => payment.amount)) +
            sum(of(notes, id).map((note) => note.total)) -
            sum(of(used, id).map((one) => one.cash + one.credit)) -
            sum(of(refunds, id).map((refund) => refund.amount)),
        },
      ];
    }),
  );
}

/** How far back the way somebody pays says something of how they will. */
const MONTHS_BACK = 24;
const MONTHS_OF_SALES = 12;
const MOST_INVOICES = 1000;

/** How a customer has paid in the last two years, and what they were invoiced a month in the last one. */
export async function paymentHistory(
  platform: Platform,
  customer: number,
  today: CivilDate,
): Promise<Omit<PaymentHistory, 'overdueDays'> & { monthly: bigint }> {
  const from = addMonths(today, -MONTHS_BACK);
  const year = addMonths(today, -MONTHS_OF_SALES);
  const invoices = await platform.rows.find<{ state: string; issuedOn: CivilDate; dueDate: CivilDate; total: bigint }>(
    INVOICE,
    (query, column) =>
      void query
        .where(column('customer'), customer)
        .whereIn(column('state'), ['open', 'paid', 'uncollectible'])
        .where(column('issuedOn'), '>=', from)
        .orderBy(column('id'), 'desc')
        .limit(MOST_INVOICES),
    { fields: ['state', 'issuedOn', 'dueDate', 'total'] },
  );
  const [first] = await platform.rows.find<{ issuedOn: CivilDate }>(
    INVOICE,
    (query, column) =>
      void query
        .where(column('customer'), customer)
        .whereNotNull(column('issuedOn'))
        .orderBy(column('issuedOn'))
        .limit(1),
    { fields: ['issuedOn'] },
  );
  const settled = new Map<number, CivilDate>();
  const paid = invoices.filter(({ state }) => state === 'paid');
  const laid = await platform.rows.find<{ invoice: number; allocatedOn: CivilDate }>(
    ALLOCATION,
    (query, column) =>
      void query
        .where(column('customer'), customer)
        .whereIn(
          column('invoice'),
          paid.map((invoice) => invoice.id),
        )
        .where(column('undone'), false)
        .whereNotNull(column('payment')),
    { fields: ['invoice', 'allocatedOn'] },
  );
  for (const { invoice, allocatedOn } of laid) {
    const before = settled.get(invoice);
    if (before === undefined || before < allocatedOn) settled.set(invoice, allocatedOn);
  }
  const reversed = await platform.rows.find(
    PAYMENT,
    (query, column) =>
      void query
        .where(column('customer'), customer)
        .where(column('state'), 'reversed')
        .where(column('reversedOn'), '>=', from),
    { fields: [] },
  );
  return {
    paid: paid.flatMap(({ id, dueDate }) => {
      const on = settled.get(id);
      return on === undefined ? [] : [{ due: dueDate, settled: on }];
    }),
    reversed: reversed.length,
    since: first?.issuedOn ?? null,
    monthly:
      sum(invoices.filter(({ issuedOn }) => issuedOn >= year).map((invoice) => invoice.total)) /
      BigInt(MONTHS_OF_SALES),
  };
}
