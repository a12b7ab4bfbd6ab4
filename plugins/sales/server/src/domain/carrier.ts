import { addDays, badInput, type CivilDate, machine } from '@sanya/strapi-plugin-platform/kernel';

export const CARRIER_STATES = ['active', 'closed'] as const;
export type CarrierState = (typeof CARRIER_STATES)[number];

/** What is closed is proposed no longer; what it carried stays. */
export const carrierMachine = machine<CarrierState, 'close' | 'reopen'>({
  type: 'carrier',
  states: CARRIER_STATES,
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
  ],
});

/** One row of what a carrier asks: to where, up to which weight, how much. A flat price is one row for all of both. */
export interface Rate {
  /** Beginnings of postcodes; none: anywhere. */
  postcodes: readonly string[];
  /** Null: of any weight. */
  upToGrams: number | null;
  /** Minor units as text, in the company's currency. */
  price: string;
}

export interface CarrierFacts {
  name: string;
  /** The page on which a parcel is followed, with `{number}` where its number stands. */
  trackingPattern: string | null;
  /** From the day a parcel is handed over. */
  daysPromised: number;
  rates: readonly Rate[] | null;
  note: string | null;
  state: CarrierState;
}

export const TRACKED_NUMBER = '{number}';

export function checkCarrier<Said extends Partial<CarrierFacts>>(said: Said): Said {
  if (said.trackingPattern && !said.trackingPattern.includes(TRACKED_NUMBER)) {
    throw badInput('carrier.no_number', { field: 'trackingPattern', params: { number: TRACKED_NUMBER } });
  }
  return said;
}

/** Where a parcel is followed; null where nobody knows. */
export const trackingPage = (pattern: string | null | undefined, number: string | null | undefined): string | null =>
  pattern && number ? pattern.replaceAll(TRACKED_NUMBER, encodeURIComponent(number)) : null;

export interface Parcel {
  /** Null: something in it was never weighed. */
  grams: bigint | null;
  postcode: string | null;
}

/** Abroad the code of the country comes first: a row may name `DE`, or `DE10` for a part of it. */
export function postcodeOf(place: { postcode?: string | null; country?: string | null } | null): string | null {
  const code = place?.postcode?.trim().toUpperCase() ?? '';
  const country = place?.country?.trim().toUpperCase() ?? '';
  return (country === '' || country === 'TH' ? code : `${country}${code}`) || null;
}

/** A whole number of grams: what is begun counts. */
export const gramsOf = (parts: readonly { weightGrams: number | null; quantity: bigint }[]): bigint | null => {
  let thousandths = 0n;
  for (const { weightGrams, quantity } of parts) {
    if (weightGrams === null) return null;
    thousandths += BigInt(weightGrams) * quantity;
  }
  return (thousandths + 999n) / 1000n;
};

export const WHY_NOT = ['no_price', 'no_weight', 'no_postcode', 'not_there', 'too_heavy'] as const;
export type WhyNot = (typeof WHY_NOT)[number];

export type Asked = { cost: bigint; why: null } | { cost: null; why: WhyNot };

/** How much of a postcode a row names: the longer, the closer it is meant. Minus one: it is not meant. */
function closeness({ postcodes }: Rate, postcode: string | null): number {
  if (postcodes.length === 0) return 0;
  return Math.max(-1, ...postcodes.filter((one) => postcode?.startsWith(one)).map((one) => one.length));
}

/**
 * What a carrier asks for a parcel: of the rows that name its place most closely the lowest step that bears its weight.
 * A place that is named is never priced by the rows for anywhere. One without a table carries it, nobody knows for how much.
 */
export function askedFor(rates: readonly Rate[], { grams, postcode }: Parcel): Asked {
  if (rates.length === 0) return { cost: null, why: 'no_price' };
  const meant = rates.map((rate) => ({ rate, near: closeness(rate, postcode) })).filter(({ near }) => near >= 0);
  if (meant.length === 0) return { cost: null, why: postcode === null ? 'no_postcode' : 'not_there' };
  const nearest = Math.max(...meant.map(({ near }) => near));
  const steps = meant.filter(({ near }) => near === nearest).map(({ rate }) => rate);
  const bearing = steps.filter(({ upToGrams }) => upToGrams === null || (grams !== null && grams <= BigInt(upToGrams)));
  const [step] = bearing.sort((a, b) => (a.upToGrams ?? Infinity) - (b.upToGrams ?? Infinity));
  if (step) return { cost: BigInt(step.price), why: null };
  return { cost: null, why: grams === null ? 'no_weight' : 'too_heavy' };
}

/** What a carrier did with what it was given before. */
export interface TrackRecord {
  /** Those of which it is known whether they came by the day that was promised. */
  judged: number;
  onTime: number;
}

export type Proposal<C> = C & TrackRecord & Asked & { promisedOn: CivilDate };

export const PROPOSAL_ORDERS = ['cost', 'speed', 'reliability'] as const;
export type ProposalOrder = (typeof PROPOSAL_ORDERS)[number];

/** Compares shares without dividing; who has carried nothing yet comes after all that have. */
const byReliability = (a: TrackRecord, b: TrackRecord): number =>
  a.judged === 0 || b.judged === 0 ? b.judged - a.judged : b.onTime * a.judged - a.onTime * b.judged;

const byCost = (a: Asked, b: Asked): number =>
  a.cost === null || b.cost === null
    ? Number(a.cost === null) - Number(b.cost === null)
    : a.cost === b.cost
      ? 0
      : a.cost < b.cost
        ? -1
        : 1;

/** Which carriers a parcel may be given to, the best first by what matters; what is alike there by cost, then by speed. */
export function propose<C extends Pick<CarrierFacts, 'daysPromised' | 'rates'> & TrackRecord>(
  carriers: readonly C[],
  parcel: Parcel,
  on: CivilDate,
  order: ProposalOrder,
): Proposal<C>[] {
  const bySpeed = (a: C, b: C): number => a.daysPromised - b.daysPromised;
  const proposals = carriers.map(
    (carrier): Proposal<C> => ({
      ...carrier,
      ...askedFor(carrier.rates ?? [], parcel),
      promisedOn: addDays(on, carrier.daysPromised),
    }),
  );
  const first = {
    cost: byCost,
    // Who does not carry it there is not fast.
    speed: (a: Proposal<C>, b: Proposal<C>) => Number(a.cost === null) - Number(b.cost === null) || bySpeed(a, b),
    reliability: byReliability,
  }[order];
  return proposals.sort((a, b) => first(a, b) || byCost(a, b) || bySpeed(a, b));
}
