import { badInput, conflict, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { Allocated, WantedAllocation } from '../domain/allocation';
import { checkReceivedOn } from '../domain/past-days';
import { planPayment } from '../domain/plan-payment';
import type { BillingRules } from '../domain/rules';
import { referenceKey } from '../domain/slip';
import type { Withheld } from '../domain/withholding';
import { loadInvoices, openInvoiceIds } from '../stores/invoice-facts';
import { offersAmong } from '../stores/offers';
import { lockCustomers } from '../stores/parties';
import { paymentsLike, type PaymentFacts } from '../stores/payments';
import { readRules } from '../stores/settings';
import type { PaidDocuments } from './document-payments';
import { settlePayments, type Settlement } from './settle-payments';

/** Money that staff say has come in. `amount` is the cash; what is withheld and deducted stands with each invoice. */
export interface NewPayment {
  customer: number;
  method: string;
  amount: bigint;
  currency: string;
  receivedOn: string;
  bank?: string | null;
  reference?: string | null;
  note?: string | null;
  /** Row id of the line of a bank statement that shows it. */
  statementLine?: number;
  /** None: oldest due first. Row ids of invoices. */
  allocations?: readonly WantedAllocation[];
  /** The day on which it was early or late, where not that of the money; null: looked at before. */
  earlyOn?: string | null;
}

export interface RecordedPayments extends PaidDocuments {
  payments: PaymentFacts[];
}

/** Staff record money that came in: one payment on many invoices, with what was withheld and deducted of each. */
export const recordPayments = (platform: Platform, list: readonly NewPayment[]): Promise<RecordedPayments> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(
      platform,
      list.map((payment) => payment.customer),
    );
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const wanted = list.flatMap((payment) => (payment.allocations ?? []).map((one) => one.invoice));
    const open = await openInvoiceIds(platform, [...customers.keys()]);
    const invoices = await loadInvoices(platform, [...wanted, ...open]);
    const offers = await offersAmong(platform, [...invoices.keys()]);

    list.forEach((payment) => checkPayment(payment, rules, today));
    await refuseUsedReferences(platform, list);

    const working = new Map(invoices);
    const planned = list.map((payment) => {
      const customer = customers.get(payment.customer);
      if (!customer) throw notFound('payment.customer_unknown', { field: 'customer' });
      return {
        payment,
        ...planPayment({ earlyOn: payment.receivedOn, ...payment, offers }, working, customer.buyer.kind, rules),
      };
    });

    const succeeded = planned.map(rowOf);
    const refs = await platform.rows.insert(
      PAYMENT,
      succeeded.map((row, index) => ({
        ...row,
        referenceKey: referenceKey(row.method, row.bank, row.reference),
        note: list[index]?.note ?? null,
        statementLine: list[index]?.statementLine ?? null,
        succeededAt: platform.clock.now(),
        verifiedBy: platform.caller().key,
      })),
    );
    const payments = succeeded.map((row, index) => ({ ...row, id: 0, documentId: '', ...refs[index] }));
    const settlements = planned.map(
      ({ payment, allocated, withheld }, index): Settlement => ({
        payment: payments[index] ?? null,
        customer: payment.customer,
        allocations: allocated.allocations,
        withheld,
        rest: allocated.rest,
        on: payment.receivedOn,
        fresh: true,
      }),
    );
    return { payments, ...(await settlePayments(platform, settlements, { customers, invoices, rules })) };
  });

const rowOf = ({
  payment,
  allocated,
  withheld,
}: {
  payment: NewPayment;
  allocated: Allocated;
  withheld: Withheld[];
}): Omit<PaymentFacts, 'id' | 'documentId'> => ({
  state: 'succeeded',
  customer: payment.customer,
  invoice: null,
  method: payment.method,
  currency: payment.currency,
  amount: payment.amount,
  withheld: sum(allocated.allocations.map((one) => one.withheld)),
  deduction: sum(allocated.allocations.map((one) => one.deduction)),
  withholding: withheld,
  receivedOn: payment.receivedOn,
  bank: payment.bank ?? null,
  reference: payment.reference ?? null,
});

function checkPayment(payment: NewPayment, rules: BillingRules, today: string): void {
  if (payment.currency !== rules.currency) {
    throw badInput('payment.currency_foreign', {
      field: 'currency',
      params: { currency: payment.currency, own: rules.currency },
    });
  }
  const settles =
    payment.amount + sum((payment.allocations ?? []).map((one) => (one.withheld ?? 0n) + (one.deduction ?? 0n)));
  if (payment.amount < 0n || settles <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  checkReceivedOn(payment.receivedOn, today);
}

/** The index in the database has the last word; this says it in the reader's terms. */
async function refuseUsedReferences(platform: Platform, list: readonly NewPayment[]): Promise<void> {
  const keys = list.flatMap((one) => referenceKey(one.method, one.bank, one.reference) ?? []);
  if (keys.length === 0 || (await paymentsLike(platform, 'referenceKey', keys)).length === 0) return;
  throw conflict('payment.reference_used', {
    field: 'reference',
    params: { reference: list.flatMap((one) => one.reference ?? []).join(', ') },
  });
}
