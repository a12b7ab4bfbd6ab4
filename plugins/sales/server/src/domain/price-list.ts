import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  differences,
  moneyParam,
  sameData,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Per } from './catalogue';
import type { Translations } from './product';

export interface PriceFacts {
  label: string | null;
  /** Minor units. */
  unitPrice: bigint;
  per: Per;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** Null: as the settings say. */
  includesTax: boolean | null;
  translations: Translations | null;
}

/** One price of a list as somebody wants it: without a document id it is a new one. */
export type PriceWish = Partial<PriceFacts> & { documentId?: string };

export type KnownPrice = PriceFacts & { id: number; documentId: string };

export interface PriceList {
  added: PriceFacts[];
  changed: (PriceFacts & { id: number })[];
  /** What the event log keeps. */
  before: Record<string, unknown>[];
  after: Record<string, unknown>[];
}

/** What a whole order line may be worth. */
const MOST = 1_000_000_000_000n;
/** What an order that used the price relied on. */
const SUBSTANCE = ['unitPrice', 'per', 'includesTax', 'validFrom'] as const;

export function checkPrice(price: PriceFacts, at: string, currency: string): PriceFacts {
  if (price.unitPrice < 0n) throw badInput('price.negative', { field: `${at}.unitPrice` });
  if (price.unitPrice > MOST) {
    throw badInput('price.too_large', { field: `${at}.unitPrice`, params: { most: moneyParam(MOST, currency) } });
  }
  if (price.validFrom !== null && price.validTo !== null && compareDates(price.validFrom, price.validTo) > 0) {
    throw badInput('price.dates_crossed', { field: `${at}.validTo` });
  }
  return price;
}

export function completePrice(wish: PriceWish, at: string, currency: string): PriceFacts {
  if (wish.unitPrice === undefined) throw badInput('price.no_amount', { field: `${at}.unitPrice` });
  const price: PriceFacts = {
    label: wish.label ?? null,
    unitPrice: wish.unitPrice,
    per: wish.per ?? 'one_time',
    validFrom: wish.validFrom ?? null,
    validTo: wish.validTo ?? null,
    includesTax: wish.includesTax ?? null,
    translations: wish.translations ?? null,
  };
  return checkPrice(price, at, currency);
}

const factsOf = ({ label, unitPrice, per, validFrom, validTo, includesTax, translations }: PriceFacts): PriceFacts => ({
  ...{ label, unitPrice, per, validFrom, validTo, includesTax, translations },
});

/** The last day of the old price and the whole of the new one that follows it. */
function succeed(old: PriceFacts, wanted: PriceFacts, today: CivilDate, at: string): [PriceFacts, PriceFacts] {
  if (old.validTo !== null && compareDates(old.validTo, today) < 0) {
    throw conflict('price.over', { field: `${at}.unitPrice`, params: { date: old.validTo } });
  }
  const later = wanted.validFrom !== null && compareDates(wanted.validFrom, today) > 0;
  const begins = later ? (wanted.validFrom ?? today) : today;
  const before = addDays(begins, -1);
  // One that began today was asked for today: that it held stays true, and the newer one goes before it.
  const ends = old.validFrom !== null && compareDates(old.validFrom, before) > 0 ? old.validFrom : before;
  const sooner = old.validTo !== null && compareDates(old.validTo, ends) < 0 ? old.validTo : ends;
  return [
    { ...old, validTo: sooner },
    { ...wanted, validFrom: begins },
  ];
}

/**
 * What becomes of the prices of one product. A price that no order used is changed as it is; one that an order used
 * keeps what the order relied on: it ends, and a new one follows it. What the list does not name stays.
 */
export function changePrices(
  known: readonly KnownPrice[],
  wishes: readonly PriceWish[],
  { today, used, currency }: { today: CivilDate; used: ReadonlySet<number>; currency: string },
): PriceList {
  const list: PriceList = { added: [], changed: [], before: [], after: [] };
  const seen = new Set<string>();
  wishes.forEach(({ documentId, ...wish }, index) => {
    const at = `prices.${index}`;
    if (documentId === undefined) {
      const price = completePrice(wish, at, currency);
      list.added.push(price);
      list.after.push({ ...price });
      return;
    }
    const row = known.find((one) => one.documentId === documentId);
    if (!row) throw badInput('price.unknown', { field: `${at}.documentId` });
    if (seen.has(documentId)) throw badInput('price.twice', { field: `${at}.documentId` });
    seen.add(documentId);
    const old = factsOf(row);
    const wanted = checkPrice({ ...old, ...wish }, at, currency);
    if (sameData(old, wanted)) return;
    const relied = used.has(row.id) && SUBSTANCE.some((key) => old[key] !== wanted[key]);
    const [stays, follows] = relied ? succeed(old, wanted, today, at) : [wanted];
    const changes = differences(old, stays);
    if (changes) {
      list.changed.push({ id: row.id, ...stays });
      list.before.push({ documentId, ...changes.before });
      list.after.push({ documentId, ...changes.after });
    }
    if (follows) {
      checkPrice(follows, at, currency);
      list.added.push(follows);
      list.after.push({ ...follows });
    }
  });
  return list;
}
