import { dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { declineOf, retryOn } from '../domain/auto-debit';
import { declinedMailData } from '../domain/auto-debit-mail';
import { cardText } from '../domain/payment-method';
import { debitTries, triesWith } from '../stores/auto-debits';
import type { ChargePayment } from '../stores/charges';
import { loadInvoices } from '../stores/invoice-facts';
import { readCustomers } from '../stores/parties';
import { type PaymentMethodRow, paymentMethodsByIds } from '../stores/payment-methods';
import { readDebitTerms } from '../stores/settings';
import { cardReaders } from './card-readers';

/** What becomes of a try that was declined. */
export interface DeclinedDebit {
  debitRetryOn: string | null;
  told: Record<string, unknown>;
}

const refusedEvent = ({ id, documentId, customer, ...card }: PaymentMethodRow, reason: string): NewEvent => ({
  name: 'payment_method.refused',
  subject: { type: PAYMENT_METHOD, id, documentId },
  customer,
  after: { card: cardText(card), reason },
});

/** The customer is asked for another card. */
async function askForAnother(platform: Platform, payment: ChargePayment, card: PaymentMethodRow): Promise<void> {
  const customer = (await readCustomers(platform, [payment.customer])).get(payment.customer);
  const invoice = (await loadInvoices(platform, [payment.invoice ?? 0])).get(payment.invoice ?? 0);
  if (!customer?.buyer.email || !invoice) return;
  const reader = (await cardReaders(platform))(customer);
  await platform.mail.queue([
    {
      ...{ template: 'card-declined', to: customer.buyer.email, language: reader.language, customer: customer.id },
      data: declinedMailData(card, invoice, reader),
      documents: [{ kind: 'invoice', id: invoice.id }],
      about: { type: PAYMENT_METHOD, documentId: card.documentId, name: cardText(card) },
      key: `declined:${payment.documentId}`,
    },
  ]);
}

/**
 * An invoice could not be charged by itself: it is tried again as the settings say; a card that is refused for good is not
 * charged any more. After the last try its holder is asked for another card. The customer is locked.
 */
export async function declineDebit(platform: Platform, payment: ChargePayment, reason: string): Promise<DeclinedDebit> {
  const [card] = await paymentMethodsByIds(platform, payment.paymentMethod === null ? [] : [payment.paymentMethod]);
  if (!card || payment.invoice === null) return { debitRetryOn: null, told: {} };
  const decline = declineOf(reason);
  const zone = platform.clock.zone();
  const tries = triesWith(card, await debitTries(platform, { invoices: [payment.invoice] }));
  const days = tries.filter(({ attempt }) => attempt <= (payment.debitAttempt ?? 0)).map(({ at }) => dateIn(zone, at));
  const debitRetryOn = retryOn(await readDebitTerms(platform), days, decline);
  if (decline === 'hard' && card.state === 'active') {
    await platform.rows.update(PAYMENT_METHOD, [
      { id: card.id, declinedAt: platform.clock.now(), declineReason: reason.slice(0, 200) },
    ]);
    await platform.events.record([refusedEvent(card, reason)]);
  }
  if (debitRetryOn === null) await askForAnother(platform, payment, card);
  return { debitRetryOn, told: { attempt: payment.debitAttempt, decline, retryOn: debitRetryOn } };
}
