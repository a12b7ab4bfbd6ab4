import { badInput, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { askedFor, gramsOf, type Parcel, postcodeOf, trackingPage } from '../../domain/carrier';
import type { ShipmentFacts, Way } from '../../domain/shipment';
import { type CarrierRow, carriersStore } from '../../stores/carriers';
import type { OrderLineRow } from '../../stores/orders';

/** How a parcel is to travel; a carrier that is named by its row id is asked what it costs. */
export type WayWish = Partial<Way> & { chosenCarrier?: number | null };

export type ChosenWay = Partial<Way> & Partial<Pick<ShipmentFacts, 'chosenCarrier' | 'shippingCost'>>;

export interface Travelling {
  wish: WayWish;
  /** As it travels so far, where it was said. */
  before?: Way & Pick<ShipmentFacts, 'chosenCarrier'>;
  shipTo: ShipmentFacts['shipTo'];
  parts: readonly { line: Pick<OrderLineRow, 'product' | 'kind'>; quantity: bigint }[];
}

/** What is known of parcels: their weight and where they go. One statement for all of them. */
export async function parcelsOf(
  { platform }: Pick<Tools, 'platform'>,
  list: readonly Pick<Travelling, 'shipTo' | 'parts'>[],
): Promise<Parcel[]> {
  const goods = list.map(({ parts }) => parts.filter(({ line }) => line.kind === 'goods'));
  const weights = await carriersStore(platform.rows).weights(
    goods.flatMap((parts) => parts.flatMap(({ line }) => line.product ?? [])),
  );
  return list.map(({ shipTo }, index) => ({
    postcode: postcodeOf(shipTo),
    grams: gramsOf(
      (goods[index] ?? []).map(({ line, quantity }) => ({
        weightGrams: line.product === null ? null : (weights.get(line.product) ?? null),
        quantity,
      })),
    ),
  }));
}

/** A page that comes back as it was read, with another number or carrier beside it, is the page of the parcel before. */
function said(wish: WayWish, before: Travelling['before']): WayWish {
  if (!before || !wish.trackingUrl || wish.trackingUrl !== before.trackingUrl) return wish;
  const differs = (['trackingNumber', 'chosenCarrier', 'carrier'] as const).some(
    (key) => wish[key] !== undefined && wish[key] !== before[key],
  );
  return differs ? { ...wish, trackingUrl: null } : wish;
}

/**
 * The ways of parcels with what was chosen for them: a carrier's name, what it asks today, and the page on which the
 * parcel is followed. What nobody chooses anew stays; a way without a carrier of the list costs nothing that we know.
 */
export async function chosenWays(
  tools: Pick<Tools, 'platform'>,
  wished: readonly Travelling[],
): Promise<{ way: ChosenWay; carrier: CarrierRow | undefined }[]> {
  const list = wished.map((one) => ({ ...one, wish: said(one.wish, one.before) }));
  const store = carriersStore(tools.platform.rows);
  const chosen = list.map(({ wish, before }) =>
    wish.chosenCarrier === undefined ? (before?.chosenCarrier ?? null) : wish.chosenCarrier,
  );
  if (chosen.every((id) => id === null)) {
    return list.map(({ wish: { chosenCarrier, ...way } }) => ({
      way: chosenCarrier === null ? { ...way, chosenCarrier: null, shippingCost: null } : way,
      carrier: undefined,
    }));
  }
  const carriers = new Map((await store.byIds(chosen.flatMap((id) => id ?? []))).map((row) => [row.id, row]));
  const parcels = await parcelsOf(tools, list);
  return list.map(({ wish: { chosenCarrier, ...way }, before }, index) => {
    const id = chosen[index] ?? null;
    const carrier = id === null ? undefined : carriers.get(id);
    if (id !== null && !carrier) throw badInput('carrier.unknown', { field: 'chosenCarrier' });
    const number = way.trackingNumber === undefined ? before?.trackingNumber : way.trackingNumber;
    const page = way.trackingUrl ?? trackingPage(carrier?.trackingPattern, number);
    const followed: ChosenWay = page === null ? way : { ...way, trackingUrl: page };
    if (chosenCarrier === undefined) return { way: followed, carrier };
    if (!carrier) return { way: { ...followed, chosenCarrier: null, shippingCost: null }, carrier };
    const isNew = chosenCarrier !== before?.chosenCarrier;
    if (isNew && carrier.state === 'closed') {
      throw conflict('carrier.closed', { field: 'chosenCarrier', params: { carrier: carrier.name } });
    }
    const { cost, why } = askedFor(carrier.rates ?? [], parcels[index] ?? { grams: null, postcode: null });
    if (isNew && cost === null && (why === 'not_there' || why === 'too_heavy')) {
      throw conflict(`carrier.${why}`, { field: 'chosenCarrier', params: { carrier: carrier.name } });
    }
    return {
      carrier,
      way: { ...followed, carrier: carrier.name, chosenCarrier, ...(isNew ? { shippingCost: cost } : {}) },
    };
  });
}
