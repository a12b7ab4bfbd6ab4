import { groupQuantity } from '@sanya/strapi-plugin-platform/kernel';

/** These take away from what lies there, or from what is free. */
const LESS = ['ship', 'reserve', 'move_out', 'set_aside'];

/** A movement's quantity with its sign. */
export function signedQuantity({ kind, quantity }: { kind: string; quantity: string }): string {
  const shown = groupQuantity(quantity);
  return LESS.includes(kind) ? `−${shown}` : shown.startsWith('-') ? shown.replace('-', '−') : `+${shown}`;
}
