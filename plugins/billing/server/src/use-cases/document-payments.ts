import { min, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { RECEIPT, TAX_INVOICE } from '../content-types/types';
import { deductionsOf, shareDeductions } from '../domain/deduction';
import type { Buyer, Seller } from '../domain/parties';
import { paymentMailData } from '../domain/payment-mail';
import type { SettledInvoice } from '../domain/settlement';
import { isAbbreviated, type PlannedTaxInvoice, refuseIncompleteSeller, seriesOf } from '../domain/tax-document';
import { documentedOn } from '../domain/tax-month';
import { readSellers } from '../stores/parties';
import { type PlannedReceipt, type WrittenReceipt, writeReceipts } from '../stores/receipts';
import { writeTaxInvoices, type WrittenTaxInvoice } from '../stores/tax-invoices';
import { closedMonths } from '../stores/tax-months';
import type { PaymentFacts } from '../stores/payments';
import type { Settled, Settlement, SettlementFacts } from './settle-payments';

export interface PaidDocuments {
  taxInvoices: WrittenTaxInvoice[];
  receipts: WrittenReceipt[];
}

/** One document with one number: a receipt, a tax invoice, or both in one. */
interface Planned {
  taxInvoice?: PlannedTaxInvoice;
  receipt?: PlannedReceipt;
}

/**
 * The documents of payments: per invoice a receipt that is also the tax invoice for what reaches its tax point, and a
 * plain receipt for the rest; a plain receipt for what no invoice takes. They bear the day of the money, or today's where
 * its month is closed.
 */
export async function documentPayments(
  platform: Platform,
  settled: readonly Settled[],
  facts: SettlementFacts,
): Promise<PaidDocuments> {
  const sellerOf = await readSellers(platform, [
    null,
    ...settled.flatMap((one) => one.invoices.map(({ invoice }) => invoice.branch)),
  ]);
  const months = await closedMonths(
    platform,
    settled.map(({ settlement }) => settlement.on),
  );
  const today = platform.clock.today();
  const plans = settled.flatMap(({ settlement, invoices }) => {
    const buyer = facts.customers.get(settlement.customer)?.buyer;
    if (!buyer) throw new Error('A payment names a customer that was not locked');
    const dated = documentedOn(months, settlement.on, today);
    return [
      ...invoices.flatMap((one) => planDocuments(settlement, dated, one, sellerOf(one.invoice.branch), buyer, facts)),
      ...planRest(settlement, dated.taxDate, sellerOf(null), buyer, platform),
    ];
  });

  const numbers = await platform.numbers.take(
    plans.map(({ taxInvoice, receipt }) => ({
      series: taxInvoice ? seriesOf(taxInvoice.kind) : 'receipt',
      branch: taxInvoice?.invoice.branch ?? receipt?.branch ?? null,
      date: taxInvoice?.taxDate ?? receipt?.issuedOn ?? platform.clock.today(),
    })),
  );
  const numbered = plans.map((plan, index) => ({ ...plan, number: numbers[index] ?? '' }));
  const taxPlans = numbered.flatMap(({ taxInvoice, number }) => (taxInvoice ? [{ taxInvoice, number }] : []));
  const taxInvoices = await writeTaxInvoices(
    platform,
    taxPlans.map(({ taxInvoice }) => taxInvoice),
    taxPlans.map(({ number }) => number),
  );
  const receipts = await writeReceipts(
    platform,
    numbered.flatMap(({ receipt, taxInvoice, number }) =>
      receipt
        ? [{ plan: receipt, number, taxInvoice: taxInvoices.find((one) => one.plan === taxInvoice)?.id ?? null }]
        : [],
    ),
  );
  await platform.events.record([...taxInvoices.map(taxInvoiceIssued), ...receipts.map(receiptIssued)]);
  await platform.mail.queue(settled.flatMap((one) => paymentMail(one.settlement, receipts, facts)));
  return { taxInvoices, receipts };
}

function planDocuments(
  settlement: Settlement,
  dated: ReturnType<typeof documentedOn>,
  { invoice, allocation, taxed, plain }: SettledInvoice,
  seller: Seller,
  buyer: Buyer,
  { rules }: SettlementFacts,
): Planned[] {
  const { payment } = settlement;
  const fresh = settlement.fresh ? payment : null;
  const taxedTotal = sum(taxed.map((line) => line.total));
  // What is withheld belongs to services, so the document that taxes them shows it first.
  const withheld = min(allocation.withheld, taxedTotal);
  const [deducted, deductedPlain] = shareDeductions(deductionsOf(allocation), taxedTotal - withheld);
  const receipt = (
    paid: PaymentFacts,
    kind: PlannedReceipt['kind'],
    amounts: Pick<PlannedReceipt, 'amount' | 'withheld' | 'deduction' | 'deductions' | 'items'>,
  ): PlannedReceipt => ({
    kind,
    customer: invoice.customer,
    branch: invoice.branch,
    payment: paid.id,
    invoice: invoice.id,
    invoiceNumber: invoice.number,
    currency: invoice.currency,
    issuedOn: dated.taxDate,
    method: paid.method,
    bank: paid.bank,
    reference: paid.reference,
    seller,
    buyer,
    ...amounts,
  });
  const nameOf = (id: number): string => invoice.lines.find((line) => line.id === id)?.description ?? '';
  const planned: Planned[] = [];
  if (taxed.length > 0) {
    refuseIncompleteSeller(seller);
    const kind = fresh ? 'receipt_tax_invoice' : 'tax_invoice';
    planned.push({
      taxInvoice: {
        kind,
        cause: fresh ? 'payment' : 'credit',
        invoice,
        payment: payment?.id ?? null,
        replaces: null,
        ...dated,
        lines: taxed,
        seller,
        buyer,
        abbreviated: isAbbreviated(buyer, rules.retail),
        reason: null,
      },
      receipt: fresh
        ? receipt(fresh, 'receipt_tax_invoice', {
            amount: taxedTotal,
            withheld,
            ...deducted,
            items: taxed.map((line) => ({ description: nameOf(line.line), amount: line.total })),
          })
        : undefined,
    });
  }
  if (plain.length > 0 && fresh) {
    planned.push({
      receipt: receipt(fresh, 'receipt', {
        amount: sum(plain.map((one) => one.amount)),
        withheld: allocation.withheld - withheld,
        ...deductedPlain,
        items: plain.map(({ line, amount }) => ({ description: line.description, amount })),
      }),
    });
  }
  return planned;
}

/** Money that no invoice takes is owed to the customer: no tax document until it is applied (s.78/1). */
function planRest(
  { payment, rest, fresh }: Settlement,
  issuedOn: string,
  seller: Seller,
  buyer: Buyer,
  platform: Platform,
): Planned[] {
  if (rest === 0n || !fresh || !payment) return [];
  return [
    {
      receipt: {
        kind: 'receipt',
        customer: payment.customer,
        branch: null,
        payment: payment.id,
        invoice: null,
        invoiceNumber: null,
        currency: payment.currency,
        issuedOn,
        amount: rest,
        withheld: 0n,
        deduction: 0n,
        deductions: null,
        method: payment.method,
        bank: payment.bank,
        reference: payment.reference,
        items: [{ description: platform.messages.say(buyer.language, 'receipt.customer_credit'), amount: rest }],
        seller,
        buyer,
      },
    },
  ];
}

export const taxInvoiceIssued = ({ id, documentId, number, plan }: WrittenTaxInvoice): NewEvent => ({
  name: 'tax_invoice.issued',
  subject: { type: TAX_INVOICE, id, documentId },
  customer: plan.invoice.customer,
  after: { number, kind: plan.kind, cause: plan.cause, taxDate: plan.taxDate, invoice: plan.invoice.number },
});

export const receiptIssued = ({ id, documentId, number, plan }: WrittenReceipt): NewEvent => ({
  name: 'receipt.issued',
  subject: { type: RECEIPT, id, documentId },
  customer: plan.customer,
  after: { number, kind: plan.kind, amount: plan.amount, invoice: plan.invoiceNumber },
});

function paymentMail(
  { payment, on, fresh }: Settlement,
  receipts: readonly WrittenReceipt[],
  { customers }: SettlementFacts,
): NewDelivery[] {
  const buyer = payment && customers.get(payment.customer)?.buyer;
  const own = receipts.filter((receipt) => receipt.plan.payment === payment?.id);
  const [first] = own;
  if (!payment || !fresh || !buyer?.email || !first) return [];
  return [
    {
      template: 'payment-received',
      to: buyer.email,
      language: buyer.language,
      customer: payment.customer,
      data: paymentMailData(
        payment,
        own.map(({ number, plan }) => ({ ...plan, number })),
        on,
        buyer,
      ),
      documents: own.map(({ id }) => ({ kind: 'receipt', id })),
      about: { type: RECEIPT, documentId: first.documentId, name: first.number },
      key: `payment:${payment.documentId}`,
    },
  ];
}
