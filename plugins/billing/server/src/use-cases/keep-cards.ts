import type { Charge, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { cardText } from '../domain/payment-method';
import type { ChargePayment } from '../stores/charges';
import { activeMethods, knownCards, paymentMethodsByIds } from '../stores/payment-methods';
import { autoDebitEvent, chargedCards, endAutoDebit } from './agree-auto-debit';

/**
 * Cards that gateways keep since they were charged, because their holders agreed when they paid: what may be shown of
 * them, and by which ids they are charged again. The first of a customer stands for it. Customers are locked.
 */
export async function keepCards(
  platform: Platform,
  paid: readonly { payment: ChargePayment; charge: Charge }[],
): Promise<void> {
  const told = paid.flatMap(({ payment, charge: { kept } }) => (kept ? [{ payment, kept }] : []));
  if (told.length === 0) return;
  const known = await knownCards(
    platform,
    told.map(({ payment: { gateway }, kept: { card } }) => ({ gateway, card })),
  );
  const have = new Set(
    (
      await activeMethods(
        platform,
        told.map(({ payment }) => payment.customer),
      )
    ).map(({ customer }) => customer),
  );
  const fresh = told.flatMap(({ payment, kept }) => {
    const key = `${payment.gateway} ${kept.card}`;
    if (known.has(key)) return [];
    known.add(key);
    const isDefault = !have.has(payment.customer);
    have.add(payment.customer);
    return [{ payment, kept, isDefault }];
  });
  const agreeing = fresh.filter(({ payment }) => payment.wantsAutoDebit === true);
  await endAutoDebit(
    platform,
    await chargedCards(
      platform,
      agreeing.map(({ payment }) => payment.customer),
    ),
  );
  const refs = await platform.rows.insert(
    PAYMENT_METHOD,
    fresh.map(({ payment, kept, isDefault }) => ({
      state: 'active',
      customer: payment.customer,
      gateway: payment.gateway,
      gatewayCustomer: kept.customer,
      gatewayCard: kept.card,
      brand: kept.brand.slice(0, 40),
      lastFour: kept.lastFour.slice(-4),
      expiryMonth: kept.expiryMonth,
      expiryYear: kept.expiryYear,
      isDefault,
      consentedAt: payment.submittedAt,
      consentedBy: payment.submittedBy,
      autoDebitSince: payment.wantsAutoDebit === true ? payment.submittedAt : null,
      autoDebitBy: payment.wantsAutoDebit === true ? payment.submittedBy : null,
    })),
  );
  await platform.events.record(
    fresh.flatMap(({ payment, kept }, index): NewEvent[] => {
      const { id = 0, documentId = '' } = refs[index] ?? {};
      const { customer, gateway, wantsAutoDebit } = payment;
      const saved: NewEvent = {
        name: 'payment_method.saved',
        subject: { type: PAYMENT_METHOD, id, documentId },
        customer,
        after: { card: cardText(kept), gateway },
      };
      return wantsAutoDebit === true
        ? [saved, autoDebitEvent('agreed', { ...kept, id, documentId, customer })]
        : [saved];
    }),
  );
}

/** A card that paid is good again, whatever was said of it before. */
export async function paidAgain(platform: Platform, paid: readonly { payment: ChargePayment }[]): Promise<void> {
  const cards = await paymentMethodsByIds(
    platform,
    paid.flatMap(({ payment }) => payment.paymentMethod ?? []),
  );
  await platform.rows.update(
    PAYMENT_METHOD,
    cards
      .filter(({ declinedAt }) => declinedAt !== null)
      .map(({ id }) => ({ id, declinedAt: null, declineReason: null })),
  );
}
