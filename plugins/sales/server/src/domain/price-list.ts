import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  differences,
  formatQuantity,
  sameData,
} from '@sanya/strapi-plugin-platform/kernel';
import { MONTHS, type Per } from './catalogue';
import { minorOf } from './minor';
import type { Translations } from './product';
import { checkAmount, checkTiers, type KeptTier, type PriceModel, type PriceTerms, tiersFit } from './tiers';

export interface PriceFacts {
  label: string | null;
  model: PriceModel;
  /** Minor units; that of the first tier where there are tiers. */
  unitPrice: bigint;
  tiers: readonly KeptTier[] | null;
  per: Per;
  /** Minor units, once at the first order. */
  setupFee: bigint | null;
  trialDays: number | null;
  minimumMonths: number | null;
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
  /** Which of the added ones took over from which that ended. */
  followed: { documentId: string; place: number }[];
  /** What the event log keeps. */
  before: Record<string, unknown>[];
  after: Record<string, unknown>[];
}

/** What an order that used the price relied on. */
const SUBSTANCE = [
  ...(['model', 'unitPrice', 'tiers', 'per', 'setupFee', 'trialDays', 'minimumMonths'] as const),
  ...(['includesTax', 'validFrom'] as const),
];
const LONGEST_TRIAL = 366;
const LONGEST_TERM = 120;

/** A trial and a minimum term are of what recurs; the term is whole periods. */
function checkTerms({ per, trialDays, minimumMonths }: PriceFacts, at: string): void {
  const between = (value: number, most: number): boolean => Number.isInteger(value) && value > 0 && value <= most;
  if (trialDays !== null) {
    const field = `${at}.trialDays`;
    if (per === 'one_time') throw badInput('price.term_of_once', { field });
    if (!between(trialDays, LONGEST_TRIAL)) {
      throw badInput('price.trial_invalid', { field, params: { most: LONGEST_TRIAL } });
    }
  }
  if (minimumMonths !== null) {
    const field = `${at}.minimumMonths`;
    if (per === 'one_time') throw badInput('price.term_of_once', { field });
    if (!between(minimumMonths, LONGEST_TERM) || minimumMonths % MONTHS[per] !== 0) {
      throw badInput('price.minimum_invalid', { field, params: { months: MONTHS[per], most: LONGEST_TERM } });
    }
  }
}

function checkDates({ validFrom, validTo }: PriceFacts, at: string): void {
  if (validFrom !== null && validTo !== null && compareDates(validFrom, validTo) > 0) {
    throw badInput('price.dates_crossed', { field: `${at}.validTo` });
  }
}

/** A price as it is kept. Refuses what cannot be one. */
function checkPrice(price: PriceFacts, at: string, terms: PriceTerms): PriceFacts {
  checkAmount(price.unitPrice, `${at}.unitPrice`, terms.currency);
  if (price.setupFee !== null) checkAmount(price.setupFee, `${at}.setupFee`, terms.currency);
  const tiers = checkTiers(price, terms, at);
  if (tiers?.[0] && BigInt(tiers[0].unitPrice) !== price.unitPrice) {
    throw badInput('price.first_tier_differs', { field: `${at}.unitPrice` });
  }
  checkTerms(price, at);
  checkDates(price, at);
  return { ...price, tiers };
}

/** With tiers the unit price is that of the first; a price that is fixed has none. */
function impliedBy(wish: PriceWish): PriceWish {
  const first = minorOf(wish.tiers?.[0]?.unitPrice ?? '');
  return {
    ...(wish.unitPrice === undefined && first !== undefined ? { unitPrice: first } : {}),
    ...(wish.model === 'fixed' && wish.tiers === undefined ? { tiers: null } : {}),
  };
}

export function completePrice(given: PriceWish, at: string, terms: PriceTerms): PriceFacts {
  const wish = { ...given, ...impliedBy(given) };
  if (wish.unitPrice === undefined) throw badInput('price.no_amount', { field: `${at}.unitPrice` });
  const price: PriceFacts = {
    label: wish.label ?? null,
    model: wish.model ?? 'fixed',
    unitPrice: wish.unitPrice,
    tiers: wish.tiers ?? null,
    per: wish.per ?? 'one_time',
    setupFee: wish.setupFee ?? null,
    trialDays: wish.trialDays ?? null,
    minimumMonths: wish.minimumMonths ?? null,
    validFrom: wish.validFrom ?? null,
    validTo: wish.validTo ?? null,
    includesTax: wish.includesTax ?? null,
    translations: wish.translations ?? null,
  };
  return checkPrice(price, at, terms);
}

const factsOf = (price: PriceFacts): PriceFacts => ({
  ...{ label: price.label, model: price.model, unitPrice: price.unitPrice, tiers: price.tiers, per: price.per },
  ...{ setupFee: price.setupFee, trialDays: price.trialDays, minimumMonths: price.minimumMonths },
  ...{ validFrom: price.validFrom, validTo: price.validTo, includesTax: price.includesTax },
  translations: price.translations,
});

const isOver = (price: PriceFacts, today: CivilDate): boolean =>
  price.validTo !== null && compareDates(price.validTo, today) < 0;

/** The last day of the old price and the whole of the new one that follows it. */
function succeed(old: PriceFacts, wanted: PriceFacts, today: CivilDate, at: string): [PriceFacts, PriceFacts] {
  if (isOver(old, today)) {
    throw conflict('price.over', { field: `${at}.unitPrice`, params: { date: old.validTo ?? '' } });
  }
  const later = wanted.validFrom !== null && compareDates(wanted.validFrom, today) > 0;
  const begins = later ? (wanted.validFrom ?? today) : today;
  const before = addDays(begins, -1);
  // One that began today was asked for today: that it held stays true, and the newer one goes before it.
  const ends = old.validFrom !== null && compareDates(old.validFrom, before) > 0 ? old.validFrom : before;
  const sooner = old.validTo !== null && compareDates(old.validTo, ends) < 0 ? old.validTo : ends;
  const follows = { ...wanted, validFrom: begins };
  checkDates(follows, at);
  return [{ ...old, validTo: sooner }, follows];
}

/** The tiers that stay must fit the step of the product, which may be a new one. */
function checkStep(staying: readonly PriceFacts[], today: CivilDate, step: bigint): void {
  if (staying.every((price) => price.tiers === null || isOver(price, today) || tiersFit(price.tiers, step))) return;
  throw conflict('product.step_off_tiers', { field: 'quantityStep', params: { step: formatQuantity(step) } });
}

/**
 * What becomes of the prices of one product. A price that no order used is changed as it is; one that an order used
 * keeps what the order relied on: it ends, and a new one follows it. What the list does not name stays.
 */
export function changePrices(
  known: readonly KnownPrice[],
  wishes: readonly PriceWish[],
  { today, used, ...terms }: { today: CivilDate; used: ReadonlySet<number> } & PriceTerms,
): PriceList {
  const list: PriceList = { added: [], changed: [], followed: [], before: [], after: [] };
  const seen = new Set<string>();
  wishes.forEach(({ documentId, ...wish }, index) => {
    const at = `prices.${index}`;
    if (documentId === undefined) {
      const price = completePrice(wish, at, terms);
      list.added.push(price);
      list.after.push({ ...price });
      return;
    }
    const row = known.find((one) => one.documentId === documentId);
    if (!row) throw badInput('price.unknown', { field: `${at}.documentId` });
    if (seen.has(documentId)) throw badInput('price.twice', { field: `${at}.documentId` });
    seen.add(documentId);
    const old = factsOf(row);
    const meant = { ...old, ...wish, ...impliedBy(wish) };
    // What stays as it is need not be right for what the product is now.
    if (sameData(old, meant)) return;
    const wanted = checkPrice(meant, at, terms);
    if (sameData(old, wanted)) return;
    const relied = used.has(row.id) && SUBSTANCE.some((key) => !sameData(old[key], wanted[key]));
    const [stays, follows] = relied ? succeed(old, wanted, today, at) : [wanted];
    const changes = differences(old, stays);
    if (changes) {
      list.changed.push({ id: row.id, ...stays });
      list.before.push({ documentId, ...changes.before });
      list.after.push({ documentId, ...changes.after });
    }
    if (follows) {
      list.followed.push({ documentId, place: list.added.length });
      list.added.push(follows);
      list.after.push({ ...follows });
    }
  });
  const staying = known.filter((price) => !list.changed.some(({ id }) => id === price.id));
  checkStep(staying, today, terms.step);
  return list;
}
