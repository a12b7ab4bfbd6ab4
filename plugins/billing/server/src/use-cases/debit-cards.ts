import { dateIn, isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Charge, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { debitCard, debitOn, type DebitTerms } from '../domain/auto-debit';
import { offersAmong } from '../stores/offers';
import { debitTries, triesWith } from '../stores/auto-debits';
import { standingPauses, underWay } from '../stores/dunning/facts';
import { activeMethods, type PaymentMethodRow } from '../stores/payment-methods';
import { readDebitTerms, readRules } from '../stores/settings';
import { askToCharge, beginCharge, type BegunCharge } from './begin-charge';
import { invoicesUnderLock } from './invoices-under-lock';
import { planPayment } from './plan-payment';

interface Debit {
  begun: BegunCharge;
  number: string;
  card: PaymentMethodRow;
}

/** Whether nobody owes an invoice yet, somebody has said that it is not asked for, or its money is on its way. */
async function isHeld(platform: Platform, customer: number, invoice: number): Promise<boolean> {
  const pauses = await standingPauses(platform, [customer], platform.clock.today());
  return (
    pauses.some((pause) => pause.invoice === null || pause.invoice === invoice) ||
    (await underWay(platform, [customer])).has(invoice) ||
    (await offersAmong(platform, [invoice])).has(invoice)
  );
}

/**
 * Writes down the next try of an invoice, where it is due still: read once its customer is locked, so that what was paid,
 * withdrawn or begun elsewhere meanwhile is seen. Undefined: there is nothing to charge.
 */
const begin = (platform: Platform, gateway: GatewayName, id: number, terms: DebitTerms): Promise<Debit | undefined> =>
  platform.transaction(async () => {
    const { customers, invoices } = await invoicesUnderLock(platform, [id]);
    const [invoice] = invoices;
    if (!invoice || invoice.state !== 'open' || invoice.amountDue <= 0n) return undefined;
    const { customer } = invoice;
    const [today, zone] = [platform.clock.today(), platform.clock.zone()];
    const card = debitCard(await activeMethods(platform, [customer]), gateway, today);
    if (!card?.autoDebitSince) return undefined;
    const tries = await debitTries(platform, { invoices: [id] });
    const own = triesWith(card, tries);
    const on = debitOn(terms, { dueDate: invoice.dueDate, agreedOn: dateIn(zone, card.autoDebitSince) }, own);
    if (on === null || on > today || (await isHeld(platform, customer, id))) return undefined;
    const rules = await readRules(platform);
    const row = planPayment(
      { invoice: id, method: 'card' },
      'initiated',
      new Map([[id, invoice]]),
      customers,
      rules,
      today,
    );
    const attempt = (tries.at(-1)?.attempt ?? 0) + 1;
    const begun = await beginCharge(platform, row, {
      gateway,
      saved: { ...card, customer: card.gatewayCustomer, card: card.gatewayCard },
      more: { debitAttempt: attempt },
      told: { attempt, agreedAt: card.autoDebitSince },
    });
    return { begun, number: invoice.number, card };
  });

/** Nobody is there whom a bank could ask: what waits for that is called off. */
async function withoutHolder(platform: Platform, gateway: GatewayName, charge: Charge): Promise<Charge> {
  if (charge.state !== 'pending' || charge.id === null) return charge;
  const standing = await platform.gateway.abandon(gateway, charge.id);
  return standing.state === 'failed' ? { ...standing, failure: 'authentication_required' } : standing;
}

/**
 * Charges an invoice to the card that its customer has charged by itself: written down first, then the gateway is asked
 * with no transaction open and our id as its key. A try that nobody ended is asked about by a job, and nothing is charged
 * anew meanwhile. Answers whether it was charged, or tried.
 */
export async function debitForInvoice(platform: Platform, gateway: GatewayName, id: number): Promise<boolean> {
  const terms = await readDebitTerms(platform);
  const debit = await begin(platform, gateway, id, terms).catch((error: unknown) => {
    // Another instance was first, or a rule keeps it from being paid: it stays as it is.
    if (isRefusal(error)) return undefined;
    throw error;
  });
  if (!debit) return false;
  const { begun, number, card } = debit;
  const saved = { customer: card.gatewayCustomer, card: card.gatewayCard };
  const request = { gateway, description: number, saved };
  await askToCharge(platform, begun, request, (charge) => withoutHolder(platform, gateway, charge));
  return true;
}
