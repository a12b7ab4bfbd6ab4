import { z } from 'zod';
import { defineAction, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { VEHICLE } from '../content-types/types';
import { VEHICLE_STATES, type VehicleFacts } from '../domain/vehicle';
import { keptStore } from '../stores/kept';
import { keepVehicles, VEHICLE_FIELDS } from '../use-cases/routes/keep-vehicles';
import { maybe, nothing } from './shapes';

const said = {
  /** As people know it, with its plate. */
  name: z.string().trim().min(1).max(100),
  /** Who drives it as a rule. */
  driver: maybe(200),
  driverPhone: maybe(40),
  note: maybe(2000),
};

const perhaps = z.string().nullable();

/** A vehicle of our own as actions answer it. */
const vehicle = z
  .strictObject({
    id: z.int(),
    documentId: z.string(),
    name: z.string(),
    driver: perhaps,
    driverPhone: perhaps,
    note: perhaps,
    state: z.enum(VEHICLE_STATES),
  })
  .meta({ id: 'Vehicle' });

async function view({ rows }: Platform, id: number) {
  const found = await keptStore<VehicleFacts>(rows, VEHICLE, VEHICLE_FIELDS).byId(id);
  if (!found) return undefined;
  const { documentId, name, driver, driverPhone, note, state } = found;
  return { id, documentId, name, driver, driverPhone, note, state };
}

export const vehicleActions = [
  defineAction({
    name: 'createVehicle',
    summary: 'Add a vehicle of our own, and who drives it',
    staff: { method: 'POST', path: '/vehicles', permission: 'vehicle.edit' },
    input: z.strictObject(said),
    output: vehicle,
    status: 201,
    graphql: 'none',
    run: async ({ platform, input: { driver = null, driverPhone = null, note = null, name } }) => {
      const { id } = await keepVehicles.create({ platform }, { name, driver, driverPhone, note });
      return view(platform, id);
    },
  }),
  defineAction({
    name: 'updateVehicle',
    summary: 'Change a vehicle; routes that were planned keep their driver',
    subject: VEHICLE,
    staff: { method: 'PUT', path: '/vehicles/:id', permission: 'vehicle.edit' },
    input: z.strictObject(said).partial(),
    output: vehicle,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      await keepVehicles.change({ platform }, subject.id, input);
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Vehicle`,
      summary: verb === 'close' ? 'Plan no more routes for a vehicle' : 'Use a vehicle again',
      subject: VEHICLE,
      staff: { method: 'POST', path: `/vehicles/:id/${verb}`, permission: 'vehicle.close' },
      input: nothing,
      output: vehicle,
      graphql: 'none',
      run: async ({ platform, subject }) => {
        await keepVehicles.move({ platform }, verb, subject.id);
        return view(platform, subject.id);
      },
    }),
  ),
] as const;
