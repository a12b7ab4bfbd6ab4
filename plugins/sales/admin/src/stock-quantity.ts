/** These take away from what lies there, or from what is free. */
const LESS = ['ship', 'reserve', 'move_out', 'set_aside'];

/** A movement's quantity with its sign. */
export const signedQuantity = ({ kind, quantity }: { kind: string; quantity: string }): string =>
  LESS.includes(kind) ? `−${quantity}` : quantity.startsWith('-') ? quantity.replace('-', '−') : `+${quantity}`;
