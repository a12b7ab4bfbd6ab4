import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const SHIPMENT_STATES = ['planned', 'shipped', 'delivered', 'cancelled'] as const;
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

export type ShipmentVerb = 'ship' | 'deliver' | 'cancel';

/** The way of goods: packed, handed over (also to a carrier), with the customer. What has left is never unmade. */
export const shipmentMachine = machine<ShipmentState, ShipmentVerb>({
  type: 'shipment',
  states: SHIPMENT_STATES,
  initial: ['planned'],
  transitions: [
    { verb: 'ship', from: ['planned'], to: 'shipped' },
    { verb: 'deliver', from: ['shipped'], to: 'delivered' },
    { verb: 'cancel', from: ['planned'], to: 'cancelled' },
  ],
});
