import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { cameOn, type ChequeLine, cleared, lineTotal, paidOn, stillFitting } from '../domain/cheque';
import { planPayment } from '../domain/plan-payment';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, withholdingOf } from '../domain/settlement';
import { type PayerKind, withheldTotal } from '../domain/withholding';
import { linesOfCheques, updateCheques } from '../stores/cheques';
import { loadInvoices, openInvoiceIds } from '../stores/invoice-facts';
import { offersAmong } from '../stores/offers';
import { readRules } from '../stores/settings';
import { chequeEvent, lockedCheques } from './locked-cheques';
import { type NewPayment, recordPayments, type RecordedPayments } from './record-payments';

const mayWithhold =
  (payer: PayerKind, rules: BillingRules) =>
  (invoice: InvoiceFacts, line: ChequeLine): boolean => {
    const expected = withheldTotal(withholdingOf(invoice, lineTotal(line), payer, rules));
    return expected > 0n && line.withheld <= expected + rules.withholdingTolerance;
  };

/**
 * The bank has made cheques good: each is a payment now, on the invoices that it was meant for as far as they still ask
 * for it. Many at once: all of them, or none.
 */
export const clearCheques = (platform: Platform, ids: readonly number[], on: string): Promise<RecordedPayments> =>
  platform.transaction(async () => {
    const { customers, cheques } = await lockedCheques(platform, ids);
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const states = cheques.map((cheque) => cleared(cheque, on, today));
    const lines = await linesOfCheques(platform, ids);
    const open = await openInvoiceIds(platform, [...customers.keys()]);
    const invoices = await loadInvoices(platform, [...lines.map(({ invoice }) => invoice), ...open]);
    const offers = await offersAmong(platform, [...invoices.keys()]);
    const working = new Map(invoices);
    const payments = cheques.map((cheque): NewPayment => {
      const { customer, currency, amount, bank, bankBranch, number } = cheque;
      const payer = customers.get(customer)?.buyer.kind ?? 'person';
      const own = lines.filter((line) => line.cheque === cheque.id);
      const allocations = stillFitting(own, working, mayWithhold(payer, rules), cameOn(cheque));
      planPayment({ customer, amount, allocations, offers }, working, payer, rules);
      return {
        ...{ customer, currency, amount, allocations, method: 'cheque', reference: number, earlyOn: null },
        bank: [bank, bankBranch].filter(Boolean).join(' '),
        receivedOn: paidOn(cheque, on, rules.chequeDating),
      };
    });
    const recorded = await recordPayments(platform, payments);
    await updateCheques(
      platform,
      cheques.map(({ id }, index) => ({
        ...{ id, state: states[index], clearedOn: on, payment: recorded.payments[index]?.id },
      })),
    );
    await platform.events.record(cheques.map((cheque) => chequeEvent(cheque, 'cleared', { on })));
    return recorded;
  });
