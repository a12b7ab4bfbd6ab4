import type { NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { endingUntil } from '../domain/auto-debit';
import { endingMailData } from '../domain/auto-debit-mail';
import { cardText } from '../domain/payment-method';
import { cardsEnding } from '../stores/auto-debits';
import { lockCustomers } from '../stores/parties';
import { paymentMethodsByIds } from '../stores/payment-methods';
import { cardReaders } from './card-readers';

/** Mails to customers whose card is charged by itself and ends soon; each card is told of once. How many there were. */
export const tellEndingCards = (platform: Platform, most: number): Promise<number> =>
  platform.transaction(async () => {
    const today = platform.clock.today();
    const found = await cardsEnding(platform, { until: endingUntil(today), most });
    if (found.length === 0) return 0;
    const customers = await lockCustomers(
      platform,
      found.map(({ customer }) => customer),
    );
    const cards = await paymentMethodsByIds(
      platform,
      found.map(({ id }) => id),
    );
    const readerOf = await cardReaders(platform);
    await platform.rows.update(
      PAYMENT_METHOD,
      cards.map(({ id }) => ({ id, expiryToldOn: today })),
    );
    await platform.mail.queue(
      cards.flatMap((card): NewDelivery[] => {
        const customer = customers.get(card.customer);
        if (!customer?.buyer.email || card.autoDebitSince === null) return [];
        const reader = readerOf(customer);
        return [
          {
            ...{ template: 'card-ending', to: customer.buyer.email, language: reader.language, customer: customer.id },
            data: endingMailData(card, reader),
            about: { type: PAYMENT_METHOD, documentId: card.documentId, name: cardText(card) },
            key: `ending:${card.documentId}`,
          },
        ];
      }),
    );
    return cards.length;
  });
