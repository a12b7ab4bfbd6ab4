import { machine } from '@sanya/strapi-plugin-platform/kernel';

/** A card that a gateway keeps for later. Its number is never here. */
export const paymentMethodLife = machine({
  type: 'payment_method',
  states: ['active', 'removed'],
  initial: ['active'],
  transitions: [{ verb: 'remove', from: ['active'], to: 'removed' }],
});

export type PaymentMethodState = (typeof paymentMethodLife.states)[number];

/** As people know a card: `Visa •••• 4242`. */
export const cardText = ({ brand, lastFour }: { brand: string; lastFour: string }): string =>
  `${brand} •••• ${lastFour}`;

/** A card is good until the last day of its month. */
export const isExpired = (
  { expiryMonth, expiryYear }: { expiryMonth: number; expiryYear: number },
  today: string,
): boolean => `${expiryYear}-${String(expiryMonth).padStart(2, '0')}` < today.slice(0, 7);

/** Which one card stands for its owner, of all that they have: the only one that does, else the newest that is good. */
export function standingCard<Card extends { id: number; isDefault: boolean; expiryMonth: number; expiryYear: number }>(
  cards: readonly Card[],
  today: string,
): Card | undefined {
  const standing = cards.filter(({ isDefault }) => isDefault);
  return standing.length === 1 ? standing[0] : nextDefault(standing.length > 0 ? standing : cards, today);
}

/** Of the cards that a customer still has: which one stands for it once that one is gone. The newest that is good. */
export function nextDefault<Card extends { id: number; expiryMonth: number; expiryYear: number }>(
  left: readonly Card[],
  today: string,
): Card | undefined {
  const newest = [...left].sort((a, b) => b.id - a.id);
  return newest.find((card) => !isExpired(card, today)) ?? newest[0];
}
