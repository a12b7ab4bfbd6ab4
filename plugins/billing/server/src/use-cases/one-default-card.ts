import type { Platform, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { standingCard } from '../domain/payment-method';
import { activeMethods } from '../stores/payment-methods';

/**
 * Of customers whose cards came together, or went apart, one card of each stands for its owner again. They are locked by
 * whoever moved the cards.
 */
async function keepOneDefault(platform: Platform, customers: readonly number[]): Promise<void> {
  const cards = await activeMethods(platform, customers);
  const today = platform.clock.today();
  const changes = [...new Set(customers)].flatMap((customer) => {
    const own = cards.filter((card) => card.customer === customer);
    const stands = standingCard(own, today);
    return own.flatMap(({ id, isDefault }) =>
      isDefault === (id === stands?.id) ? [] : [{ id, isDefault: !isDefault }],
    );
  });
  await platform.rows.update(PAYMENT_METHOD, changes);
}

export const cardSubscribers = ({ platform }: Tools): readonly Subscriber[] => [
  {
    name: 'billing.keep-one-default-card',
    on: ['customer.merged', 'customer.parted'],
    when: 'within',
    handle: (events) =>
      keepOneDefault(
        platform,
        events.map((event) => event.subject.id),
      ),
  },
];
