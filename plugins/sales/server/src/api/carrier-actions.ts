import { z } from 'zod';
import { day, defineAction, money, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CARRIER, SHIPMENT } from '../content-types/types';
import { CARRIER_STATES, PROPOSAL_ORDERS, WHY_NOT } from '../domain/carrier';
import { carriersStore } from '../stores/carriers';
import { keepCarriers } from '../use-cases/carriers/keep-carriers';
import { proposeCarriers } from '../use-cases/carriers/propose-carriers';
import { maybe, nothing } from './shapes';

const text = (most: number) => z.string().trim().max(most);

const rate = z.strictObject({
  /** Beginnings of postcodes; none: anywhere. */
  postcodes: z.array(z.string().regex(/^[0-9A-Z]{1,10}$/)).max(200),
  /** Null: of any weight. */
  upToGrams: z.int().min(1).max(1_000_000_000).nullable(),
  price: z
    .string()
    .regex(/^\d{1,12}$/)
    .meta({ format: 'minor-units' }),
});

const said = {
  name: text(100).min(1),
  /** A page of the web with `{number}` in it. */
  trackingPattern: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)])
    .transform((typed) => typed || null)
    .nullish(),
  daysPromised: z.int().min(0).max(365).optional(),
  rates: z.array(rate).max(200).nullish(),
  note: maybe(2000),
};

/** A carrier as actions answer it. */
const carrier = z
  .strictObject({
    id: z.int(),
    documentId: z.string(),
    name: z.string(),
    trackingPattern: z.string().nullable(),
    daysPromised: z.int(),
    rates: z.array(rate).nullable(),
    note: z.string().nullable(),
    state: z.enum(CARRIER_STATES),
  })
  .meta({ id: 'Carrier' });

const proposals = z.strictObject({
  currency: z.string(),
  /** Null: something in it was never weighed. */
  grams: z.int().nullable(),
  postcode: z.string().nullable(),
  carriers: z.array(
    z.strictObject({
      documentId: z.string(),
      name: z.string(),
      note: z.string().nullable(),
      daysPromised: z.int(),
      promisedOn: day,
      cost: money.nullable(),
      /** Why it asks no price. */
      why: z.enum(WHY_NOT).nullable(),
      /** How many are known to have come by their day, or not; and how many have. */
      judged: z.int(),
      onTime: z.int(),
    }),
  ),
});

async function view({ rows }: Platform, id: number) {
  const [found] = await carriersStore(rows).byIds([id]);
  if (!found) return undefined;
  const { documentId, name, trackingPattern, daysPromised, rates, note, state } = found;
  return { id, documentId, name, trackingPattern, daysPromised, rates: rates && [...rates].map(plain), note, state };
}
const plain = ({ postcodes, ...one }: { postcodes: readonly string[]; upToGrams: number | null; price: string }) => ({
  ...one,
  postcodes: [...postcodes],
});

export const carrierActions = [
  defineAction({
    name: 'createCarrier',
    summary: 'Add a carrier: how its parcels are followed, what it asks, how long it takes',
    staff: { method: 'POST', path: '/carriers', permission: 'carrier.edit' },
    input: z.strictObject(said),
    output: carrier,
    status: 201,
    graphql: 'none',
    run: async ({ platform, input: { note = null, trackingPattern = null, rates = null, ...input } }) => {
      const { id } = await keepCarriers.create({ platform }, { ...input, note, trackingPattern, rates });
      return view(platform, id);
    },
  }),
  defineAction({
    name: 'updateCarrier',
    summary: 'Change a carrier; what it carried before keeps what it cost',
    subject: CARRIER,
    staff: { method: 'PUT', path: '/carriers/:id', permission: 'carrier.edit' },
    input: z.strictObject(said).partial(),
    output: carrier,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      await keepCarriers.change({ platform }, subject.id, input);
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Carrier`,
      summary: verb === 'close' ? 'Propose a carrier no longer' : 'Propose a carrier again',
      subject: CARRIER,
      staff: { method: 'POST', path: `/carriers/:id/${verb}`, permission: 'carrier.close' },
      input: nothing,
      output: carrier,
      graphql: 'none',
      run: async ({ platform, subject }) => {
        await keepCarriers.move({ platform }, verb, subject.id);
        return view(platform, subject.id);
      },
    }),
  ),
  defineAction({
    name: 'proposeCarriers',
    summary: 'Which carriers a shipment may be given to: what each asks, the day it promises, how often it kept it',
    subject: SHIPMENT,
    staff: { method: 'GET', path: '/shipments/:id/carriers', permission: 'shipment.plan' },
    input: z.strictObject({ sort: z.enum(PROPOSAL_ORDERS).default('cost') }),
    output: proposals,
    writes: false,
    graphql: 'none',
    run: async ({ platform, subject, input }) => {
      const { parcel, proposals: list } = await proposeCarriers({ platform }, subject.id, input.sort);
      return {
        currency: await platform.currency.own(),
        grams: parcel.grams === null ? null : Number(parcel.grams),
        postcode: parcel.postcode,
        carriers: list.map(({ documentId, name, note, daysPromised, promisedOn, cost, why, judged, onTime }) => ({
          ...{ documentId, name, note, daysPromised, promisedOn, cost, why, judged, onTime },
        })),
      };
    },
  }),
] as const;
