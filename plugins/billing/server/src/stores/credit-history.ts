import { addMonths, type CivilDate, daysBetween, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Narrow, Platform } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CREDIT_NOTE, INVOICE, PAYMENT, REFUND } from '../content-types/types';
import type { PaymentHistory } from '../domain/credit-score';
import { bouncedCheques } from './cheques';
import { isOwed } from './offers';

/** What a customer owes and has over, as far as billing knows. */
export interface OpenAccount {
  open: bigint;
  overdueDays: number;
  credit: bigint;
}

/** Sums by customer, in the database: a good customer has thousands of rows. */
async function sums(
  { rows }: Platform,
  uid: string,
  attributes: readonly string[],
  customers: readonly number[],
  narrow: Narrow,
): Promise<Map<number, bigint>> {
  const knex = await rows.knex();
  const column = (attribute: string): string => rows.column(uid, attribute);
  const added = attributes.map((attribute) => `"${column(attribute)}"`).join(' + ');
  const query = knex(rows.table(uid))
    .select({ customer: column('customer') })
    // As text: PostgreSQL sums to numeric, which arrives as a float.
    .select(knex.raw(`cast(sum(${added}) as text) as total`))
    .whereIn(column('customer'), [...customers])
    .groupBy(column('customer'));
  narrow(query, column);
  const found = (await query) as { customer: number; total: string }[];
  return new Map(found.map(({ customer, total }) => [Number(customer), BigInt(total)]));
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
    (query, column) =>
      void query.whereIn(column('customer'), ids).where(column('state'), 'open').whereRaw(isOwed(platform)),
    { fields: ['customer', 'amountDue', 'dueDate'] },
  );
  const [paid, credited, used, refunded] = [
    await sums(platform, PAYMENT, ['amount'], ids, (query, column) => void query.where(column('state'), 'succeeded')),
    await sums(platform, CREDIT_NOTE, ['total'], ids, (query, column) => void query.where(column('state'), 'issued')),
    await sums(
      platform,
      ALLOCATION,
      ['cash', 'credit'],
      ids,
      (query, column) => void query.where(column('undone'), false),
    ),
    await sums(platform, REFUND, ['amount'], ids, (query, column) => void query.whereNot(column('state'), 'cancelled')),
  ];
  return new Map(
    ids.map((id) => {
      const own = open.filter((invoice) => invoice.customer === id);
      const overdue = own.map(({ dueDate }) => daysBetween(dueDate, today));
      const over = (paid.get(id) ?? 0n) + (credited.get(id) ?? 0n) - (used.get(id) ?? 0n) - (refunded.get(id) ?? 0n);
      return [
        id,
        { open: sum(own.map((invoice) => invoice.amountDue)), overdueDays: Math.max(0, ...overdue), credit: over },
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
        .whereRaw(isOwed(platform))
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
  const bounced = (await bouncedCheques(platform, customer)).filter(
    ({ bouncedOn, payment }) => payment === null && bouncedOn >= from,
  );
  return {
    paid: paid.flatMap(({ id, dueDate }) => {
      const on = settled.get(id);
      return on === undefined ? [] : [{ due: dueDate, settled: on }];
    }),
    // What had been cleared before it bounced is a reversed payment already.
    reversed: reversed.length + bounced.length,
    since: first?.issuedOn ?? null,
    monthly:
      sum(invoices.filter(({ issuedOn }) => issuedOn >= year).map((invoice) => invoice.total)) /
      BigInt(MONTHS_OF_SALES),
  };
}
