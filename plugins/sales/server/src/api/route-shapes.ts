import { z } from 'zod';
import { civilDate, day, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { ROUTE_STATES, STOP_OUTCOMES } from '../domain/route';
import { SHIPMENT_STATES } from '../domain/shipment-machine';
import { place } from './answers';
import { documentId, maybe } from './shapes';

const said = {
  drivesOn: civilDate,
  /** Document id. */
  vehicle: documentId,
  /** Whoever drives the vehicle as a rule, unless told. */
  driver: maybe(200),
  driverPhone: maybe(40),
  note: maybe(2000),
  /** Document ids of shipments, in the order in which they are driven to. */
  shipments: z.array(documentId).max(200),
};

export const routeInput = z.strictObject(said);
export const routeChangeInput = z.strictObject(said).partial();
export const arrivalInput = z.strictObject({
  /** Document id of the stop. */
  stop: documentId,
  outcome: z.enum(STOP_OUTCOMES),
  /** Who took it. */
  receiver: z.string().trim().max(200).optional(),
  /** Minor units: what the driver was given in cash. */
  collected: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt)
    .meta({ format: 'minor-units' })
    .optional(),
  /** Why it was not delivered; else what is to be said of the stop. */
  note: maybe(500),
});

const word = z.string();
const perhaps = word.nullable();

/** A shipment as a driver meets it. */
const goods = {
  shipment: z.strictObject({ documentId: word, number: word, state: z.enum(SHIPMENT_STATES) }),
  order: z.strictObject({ documentId: word, number: perhaps }),
  customer: word,
  shipTo: place.nullable(),
  phone: perhaps,
  /** What is to be collected on delivery. */
  collect: money,
};

export const waitingShipments = z.strictObject({
  currency: word,
  shipments: z.array(z.strictObject({ ...goods, promisedOn: day.nullable() })),
});

/** A round of one of our vehicles with its stops, in the order in which they are driven to. */
export const route = z
  .strictObject({
    id: z.int(),
    documentId: word,
    number: word,
    state: z.enum(ROUTE_STATES),
    drivesOn: day,
    vehicle: z.strictObject({ documentId: word, name: word }).nullable(),
    driver: perhaps,
    driverPhone: perhaps,
    note: perhaps,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    currency: word,
    /** What is still to be collected, and what was. */
    toCollect: money,
    collected: money,
    stops: z.array(
      z.strictObject({
        documentId: word,
        position: z.int(),
        ...goods,
        outcome: z.enum(STOP_OUTCOMES).nullable(),
        collected: money,
        receiver: perhaps,
        note: perhaps,
        arrivedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'DeliveryRoute' });
