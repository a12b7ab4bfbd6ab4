import { machine, next } from '@sanya/strapi-plugin-platform/kernel';

export const ORDER_STATES = [
  'draft',
  'placed',
  'awaiting_approval',
  'confirmed',
  'fulfilling',
  'delivered',
  'returned',
  'closed',
  'cancelled',
  'expired',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export type OrderVerb =
  | 'place'
  | 'hold'
  | 'release'
  | 'confirm'
  | 'fulfil'
  | 'deliver'
  | 'return'
  | 'close'
  | 'cancel'
  | 'expire';

/** The life of an order. */
export const orderMachine = machine<OrderState, OrderVerb>({
  type: 'order',
  states: ORDER_STATES,
  initial: ['draft'],
  transitions: [
    { verb: 'place', from: ['draft'], to: 'placed' },
    { verb: 'hold', from: ['placed'], to: 'awaiting_approval' },
    { verb: 'release', from: ['awaiting_approval'], to: 'placed' },
    { verb: 'confirm', from: ['placed'], to: 'confirmed' },
    { verb: 'fulfil', from: ['confirmed'], to: 'fulfilling' },
    { verb: 'deliver', from: ['fulfilling'], to: 'delivered' },
    { verb: 'return', from: ['delivered'], to: 'returned' },
    { verb: 'close', from: ['delivered', 'returned'], to: 'closed' },
    { verb: 'cancel', from: ['placed', 'awaiting_approval', 'confirmed', 'fulfilling'], to: 'cancelled' },
    { verb: 'expire', from: ['placed'], to: 'expired' },
  ],
});

/** States of an order that still waits for something of ours: its goods are reserved or on their way. */
export const LIVE_STATES: readonly OrderState[] = ORDER_STATES.filter(
  (state) => state !== 'draft' && next(orderMachine, state, 'cancel') !== undefined,
);
