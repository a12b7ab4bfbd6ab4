import { addDays, badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import type { WantedAllocation } from '../domain/allocation';
import { cameOn, checkChequeDate, chequeDates, chequeKey, chequeTaken, lessInHand } from '../domain/cheque';
import { checkReceivedOn } from '../domain/past-days';
import { planPayment } from '../domain/plan-payment';
import { linesInHand, type NewCheque, standingCheques, writeCheques } from '../stores/cheques';
import { loadInvoices, openInvoiceIds } from '../stores/invoice-facts';
import { offersAmong } from '../stores/offers';
import { lockCustomers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { chequeEvent } from './locked-cheques';

export interface ReceivedCheque {
  customer: number;
  bank: string;
  bankBranch?: string | null;
  number: string;
  /** The date that stands on it, which may lie ahead. */
  date: string;
  amount: bigint;
  currency: string;
  receivedOn: string;
  note?: string | null;
  /** None: oldest due first. Row ids of invoices. */
  allocations?: readonly WantedAllocation[];
}

/**
 * Cheques come in: what they are meant to pay is kept with them, less what other cheques in hand are meant for. Nothing
 * is paid by it until the bank has made them good.
 */
export const receiveCheques = (platform: Platform, list: readonly ReceivedCheque[]): Promise<Ref[]> =>
  platform.transaction(async () => {
    const ids = list.map((one) => one.customer);
    const customers = await lockCustomers(platform, ids);
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const wanted = list.flatMap((one) => (one.allocations ?? []).map(({ invoice }) => invoice));
    const open = await openInvoiceIds(platform, [...customers.keys()]);
    const invoices = await loadInvoices(platform, [...wanted, ...open]);
    const offers = await offersAmong(platform, [...invoices.keys()]);
    const working = lessInHand(invoices, await linesInHand(platform, ids));
    const keys = list.map(({ bank, number }) => chequeKey(bank, number));
    const known = await standingCheques(platform, ids, keys);

    const cheques = list.map((one, index): NewCheque => {
      const customer = customers.get(one.customer);
      if (!customer) throw notFound('payment.customer_unknown', { field: 'customer' });
      const { amount, currency, receivedOn, number, bank, date } = one;
      if (currency !== rules.currency) {
        throw badInput('payment.currency_foreign', { field: 'currency', params: { currency, own: rules.currency } });
      }
      if (amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
      checkReceivedOn(receivedOn, today);
      checkChequeDate(date, addDays(today, chequeDates.ahead), addDays(today, -chequeDates.back));
      const key = keys[index] ?? '';
      const isTaken = (other: { customer: number; key: string }): boolean =>
        other.customer === one.customer && other.key === key;
      const before = list.slice(0, index).map((other, place) => ({ ...other, key: keys[place] ?? '' }));
      if (known.some(isTaken) || before.some(isTaken)) throw chequeTaken(number);
      const earlyOn = cameOn({ chequeDate: date, receivedOn, depositedOn: null, bouncedOn: null });
      const { allocated } = planPayment({ ...one, earlyOn, offers }, working, customer.buyer.kind, rules);
      const lines = allocated.allocations.map(
        ({ invoice, cash, withheld, deduction, deductionReason, deductionKind }) => ({
          ...{ invoice, cash, withheld, deduction, deductionReason, deductionKind },
        }),
      );
      return {
        ...{ customer: one.customer, bank, bankBranch: one.bankBranch || null, number, key, chequeDate: date },
        ...{ currency, amount, receivedOn, note: one.note || null, lines },
      };
    });
    const refs = await writeCheques(platform, cheques);
    await platform.events.record(
      cheques.map((cheque, index) =>
        chequeEvent({ id: 0, documentId: '', ...cheque, ...refs[index] }, 'received', {
          chequeDate: cheque.chequeDate,
          receivedOn: cheque.receivedOn,
          invoices: cheque.lines.length,
        }),
      ),
    );
    return refs;
  });
