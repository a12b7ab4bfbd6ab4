import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const VEHICLE_STATES = ['active', 'closed'] as const;
export type VehicleState = (typeof VEHICLE_STATES)[number];

/** What is closed drives no more; its routes stay. */
export const vehicleMachine = machine<VehicleState, 'close' | 'reopen'>({
  type: 'vehicle',
  states: VEHICLE_STATES,
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
  ],
});

/** A vehicle of our own. */
export interface VehicleFacts {
  /** As people know it, with its plate. */
  name: string;
  /** Who drives it as a rule. */
  driver: string | null;
  driverPhone: string | null;
  note: string | null;
  state: VehicleState;
}
