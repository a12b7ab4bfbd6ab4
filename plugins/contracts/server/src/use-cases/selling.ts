import type { Core } from '@strapi/types';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { BandsOf, KeptTier, KeptTiers } from '../domain/price-tiers';

/** What contracts ask of sales: the part of its face that is used here. Money in minor units, quantities in thousandths. */
export interface PricedLine {
  product: { id: number; quantityStep: bigint } | null;
  price: {
    documentId: string;
    minimumMonths: number | null;
    model: 'fixed' | KeptTiers['model'];
    tiers: readonly KeptTier[] | null;
  } | null;
  description: string;
  details: string | null;
  kind: 'goods' | 'service';
  per: 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';
  unit: string;
  quantity: bigint;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  incomeKind: string | null;
}

interface BasketWish {
  /** Row id. */
  customer: number;
  language: Language;
  withoutTrials: true;
  /** Document ids; the quantity is decimal text. */
  lines: { product: string; price?: string; quantity: string; unitPrice?: bigint; discount?: bigint }[];
}

export interface PromisedLine {
  /** Document id of the line of the order. */
  line: string;
  /** Some day of what the order asked for was served. */
  isServed: boolean;
}

export interface Selling {
  /** What lines cost this customer today; refuses what is not on sale. Writes nothing. */
  price(wishes: readonly BasketWish[]): Promise<{ pricesIncludeTax: boolean; lines: PricedLine[] }[]>;
  /** How a price by tiers is counted. */
  bandsOf: BandsOf;
  /** Asked when orders are amended or goods come back, by row id: which of these of their lines are settled here. */
  promisedBy(
    promising: (orders: readonly number[], lines: readonly string[]) => Promise<readonly PromisedLine[]>,
  ): void;
}

export const selling = (strapi: Core.Strapi): Selling => strapi.plugin('sales').service('orders') as Selling;
