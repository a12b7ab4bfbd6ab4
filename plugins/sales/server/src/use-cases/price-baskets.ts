import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { type Basket, basketOf, refuseUnknownTerms, type Turn } from '../domain/basket';
import { type LineWish, priceLines } from '../domain/price-lines';
import { type DiscountedLine, linesInPeriod, turnsOf } from '../domain/redeem-coupons';
import { soldLine, type SoldLine } from '../domain/sale';
import { catalogueStore } from '../stores/catalogue';
import { setUpFor } from '../stores/set-up';
import { type InvoiceDraftLine, invoicing } from './invoicing';
import { couponsAtHand, type CouponWish } from './order-coupons';

export interface SalesSetting {
  confirmWhenPaid: boolean;
  /** How many days an unpaid order waits for its money; 0: for ever. */
  expireAfterDays: number;
  pricesIncludeTax: boolean;
  /** How long a quote holds that says nothing itself. */
  quoteValidDays: number;
  quoteTerms: string | null;
  quoteTermsEn: string | null;
  terms: string | null;
  termsEn: string | null;
}

export interface BasketWish extends CouponWish {
  lines: readonly LineWish[];
  currency?: string;
  /** A product without a price is taken as well: somebody asks what it would cost. */
  unpriced?: boolean;
  /** It takes the place of something that the customer has: nothing of it is tried. */
  withoutTrials?: boolean;
}

/** What of a line billing needs to know, whether it is being priced, was promised or was ordered. */
type Billed = Pick<
  SoldLine,
  'description' | 'details' | 'kind' | 'quantity' | 'unit' | 'unitPrice' | 'discount' | 'taxCategory' | 'incomeKind'
> & { derivation: unknown };

export const draftLine = (line: Billed, sourceLine: string | null): InvoiceDraftLine => ({
  sourceLine,
  description: line.description,
  ...(line.details === null ? {} : { details: line.details }),
  kind: line.kind,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  taxCategory: line.taxCategory,
  incomeKind: line.incomeKind,
  derivation: line.derivation as InvoiceDraftLine['derivation'],
});

/**
 * Prices baskets with their tax and writes nothing: the preview, and the first half of placing, which then takes the
 * slots of the coupons that it locked here.
 */
export async function priceBaskets(
  { strapi, platform }: Tools,
  wishes: readonly BasketWish[],
  taking = false,
): Promise<Basket[]> {
  const currency = await platform.currency.own();
  for (const wish of wishes) refuseUnknownTerms(wish, currency);
  const on: CivilDate = platform.clock.today();
  const documentIds = new Set(wishes.flatMap((wish) => wish.lines.flatMap((line) => line.product ?? [])));
  const catalogue = await catalogueStore(platform.rows).load([...documentIds]);
  const setting = await platform.settings.read<SalesSetting>(SETTING);
  const setUp = await setUpFor(platform.rows, catalogue, wishes);
  const billing = invoicing(strapi);
  const orders = wishes.map((wish) =>
    priceLines(wish.lines, catalogue, {
      on,
      currency,
      pricesIncludeTax: setting.pricesIncludeTax,
      language: wish.language,
      say: (code, params) => platform.messages.say(wish.language, code, params),
      setUp: setUp.get(wish.customer ?? 0),
      unpriced: wish.unpriced,
      withoutTrials: wish.withoutTrials,
    }),
  );
  const coupons = await couponsAtHand(
    { platform },
    wishes,
    orders.map((order) => order.lines),
    { on, taking },
  );
  const baskets: Basket[] = [];
  for (const [at, priced] of orders.entries()) {
    const { lines, applied } = coupons.redeem(at, priced.lines);
    const plan = (list: readonly DiscountedLine[]) =>
      billing.plan({
        currency: priced.currency,
        pricesIncludeTax: priced.pricesIncludeTax,
        lines: list.map((line) => draftLine(soldLine(line), null)),
      });
    const turns: Turn[] = [];
    const turning = applied.length > 0 || lines.some(({ trial }) => trial);
    if (turning && lines.some((line) => line.per !== 'one_time')) {
      for (const period of turnsOf(lines)) {
        const later = await plan(linesInPeriod(lines, period));
        turns.push({ period, totals: later.lines.map((line) => line.total) });
      }
    }
    baskets.push(basketOf({ ...priced, lines }, await plan(lines), { coupons: applied, turns }));
  }
  return baskets;
}
