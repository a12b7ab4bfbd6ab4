import { type CivilDate, compareDates, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Component } from './bundle';
import type { OptionGroup } from './options';
import type { KeptTier, PriceModel } from './tiers';

export const PERIODS = ['one_time', 'month', 'quarter', 'half_year', 'year'] as const;
/** How often a price is charged: once, or for every such period. */
export type Per = (typeof PERIODS)[number];

/** Months of one period; none for what is charged once. */
export const MONTHS: Record<Per, number> = { one_time: 0, month: 1, quarter: 3, half_year: 6, year: 12 };

export type ProductKind = 'goods' | 'service';
type Translations = Partial<Record<Language, Record<string, string>>> | null;

export interface Product {
  id: number;
  documentId: string;
  name: string;
  sku: string | null;
  kind: ProductKind;
  state: 'active' | 'closed';
  unit: string;
  /** Sold in multiples of this many thousandths; 1000 is whole pieces. */
  quantityStep: bigint;
  taxCategory: string;
  incomeKind: string | null;
  stockTracked: boolean;
  translations: Translations;
  options: readonly OptionGroup[] | null;
  /** What it is made of; null: itself. */
  components: readonly Component[] | null;
}

export interface Price {
  id: number;
  documentId: string;
  product: number | null;
  label: string | null;
  model: PriceModel;
  /** Minor units of the currency; that of the first tier where there are tiers. */
  unitPrice: bigint;
  tiers: readonly KeptTier[] | null;
  /** Minor units, once at the first order. */
  setupFee: bigint | null;
  trialDays: number | null;
  minimumMonths: number | null;
  currency: string;
  per: Per;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** Null: as the settings say. */
  includesTax: boolean | null;
  translations: Translations;
}

/** A text of a product or price in the reader's language, else as staff wrote it. */
export const localised = <Key extends string>(
  row: { translations: Translations } & Record<Key, string | null>,
  key: Key,
  language: Language,
): string => {
  const other = row.translations?.[language]?.[key];
  return typeof other === 'string' && other.length > 0 ? other : (row[key] ?? '');
};

/** Whether a price counts on that day; both ends belong to it. */
export const validOn = (price: Pick<Price, 'validFrom' | 'validTo'>, on: CivilDate): boolean =>
  (price.validFrom === null || compareDates(price.validFrom, on) <= 0) &&
  (price.validTo === null || compareDates(on, price.validTo) <= 0);

const FOREVER: CivilDate = '9999-12-31';

type Dated = Pick<Price, 'id' | 'label' | 'per' | 'validFrom' | 'validTo'>;

/** A price that begins with a day and has the name, period and days of an older one stands in its place. */
const isReplacedIn = (prices: readonly Dated[], price: Dated): boolean =>
  price.validFrom !== null &&
  prices.some(
    ({ id, label, per, validFrom, validTo }) =>
      id > price.id &&
      label === price.label &&
      per === price.per &&
      validFrom === price.validFrom &&
      validTo === price.validTo,
  );

/**
 * The price that applies where none was named: of those valid on the day, what is charged once before what recurs, the
 * shorter period before the longer, the one that began latest, the one that ends last, then the oldest row. So a new
 * price list takes over on its first day without closing the old one, and a price that was replaced on the day on which
 * it began gives way at once.
 */
export function applicablePrice<One extends Dated>(prices: readonly One[], on: CivilDate): One | undefined {
  return prices
    .filter((price) => validOn(price, on) && !isReplacedIn(prices, price))
    .sort(
      (a, b) =>
        PERIODS.indexOf(a.per) - PERIODS.indexOf(b.per) ||
        compareDates(b.validFrom ?? '', a.validFrom ?? '') ||
        compareDates(b.validTo ?? FOREVER, a.validTo ?? FOREVER) ||
        a.id - b.id,
    )[0];
}
