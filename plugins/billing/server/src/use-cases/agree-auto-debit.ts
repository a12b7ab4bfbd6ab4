import { badInput, broken, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { cardText, isExpired } from '../domain/payment-method';
import { activeMethods, type PaymentMethodRow } from '../stores/payment-methods';
import { lockedMethod } from './change-payment-methods';

const NOT_CHARGED = { autoDebitSince: null, autoDebitBy: null, autoDebitConsent: null };

export const autoDebitEvent = (
  verb: 'agreed' | 'withdrawn',
  {
    id,
    documentId,
    customer,
    ...card
  }: Pick<PaymentMethodRow, 'id' | 'documentId' | 'customer' | 'brand' | 'lastFour'>,
  after: Record<string, unknown> = {},
): NewEvent => ({
  name: `payment_method.auto_debit_${verb}`,
  subject: { type: PAYMENT_METHOD, id, documentId },
  customer,
  after: { card: cardText(card), ...after },
});

/** Cards that are not charged by themselves any more. Their customers are locked. */
export async function endAutoDebit(platform: Platform, cards: readonly PaymentMethodRow[]): Promise<void> {
  await platform.rows.update(
    PAYMENT_METHOD,
    cards.map(({ id }) => ({ id, ...NOT_CHARGED })),
  );
  await platform.events.record(cards.map((card) => autoDebitEvent('withdrawn', card)));
}

/** The cards of customers that are charged by themselves: one of each stands for that, the one agreed to last. */
export const chargedCards = async (
  platform: Platform,
  customers: readonly number[],
  but?: number,
): Promise<PaymentMethodRow[]> =>
  customers.length === 0
    ? []
    : (await activeMethods(platform, customers)).filter(
        ({ id, autoDebitSince }) => autoDebitSince !== null && id !== but,
      );

/**
 * The customer agrees that what is due is charged to this card by itself, from now on. Agreed to anew, a card that was
 * refused is tried again. What a member said to staff is kept.
 */
export const agreeAutoDebit = (platform: Platform, id: number, said: string | null): Promise<void> =>
  platform.transaction(async () => {
    const row = await lockedMethod(platform, id);
    const { kind, key } = platform.caller();
    if (kind === 'staff' && said === null) throw badInput('payment_method.consent_missing', { field: 'consent' });
    const params = { card: cardText(row) };
    if (isExpired(row, platform.clock.today())) throw broken('payment_method.expired', { params });
    if (row.autoDebitSince !== null && row.declinedAt === null) throw conflict('payment_method.agreed', { params });
    await endAutoDebit(platform, await chargedCards(platform, [row.customer], row.id));
    await platform.rows.update(PAYMENT_METHOD, [
      {
        ...{ id, autoDebitSince: platform.clock.now(), autoDebitBy: key, autoDebitConsent: said },
        ...{ declinedAt: null, declineReason: null },
      },
    ]);
    await platform.events.record([autoDebitEvent('agreed', row, said === null ? {} : { consent: said })]);
  });

/** Nothing is charged to the card by itself any more, from this moment. Withdrawn before: nothing changes. */
export const withdrawAutoDebit = (platform: Platform, id: number): Promise<void> =>
  platform.transaction(async () => {
    const row = await lockedMethod(platform, id);
    if (row.autoDebitSince !== null) await endAutoDebit(platform, [row]);
  });
