import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const SHIPMENT_STATES = ['planned', 'checked', 'shipped', 'delivered', 'cancelled'] as const;
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

/** What of goods is packed and has not left. */
export const PACKED_STATES = ['planned', 'checked'] as const satisfies readonly ShipmentState[];

export type ShipmentVerb = 'pass' | 'fail' | 'ship' | 'deliver' | 'cancel';

/**
 * The way of goods: packed, handed over (also to a carrier), with the customer. What has left is never
 * unmade. A check that failed leads back to the shelf: what is packed is picked anew.
 */
export const shipmentMachine = machine<ShipmentState, ShipmentVerb>({
  type: 'shipment',
  states: SHIPMENT_STATES,
  initial: ['planned'],
  transitions: [
    { verb: 'pass', from: ['planned'], to: 'checked' },
    { verb: 'fail', from: ['planned', 'checked'], to: 'planned' },
    { verb: 'ship', from: ['planned', 'checked'], to: 'shipped' },
    { verb: 'deliver', from: ['shipped'], to: 'delivered' },
    { verb: 'cancel', from: ['planned', 'checked'], to: 'cancelled' },
  ],
});
