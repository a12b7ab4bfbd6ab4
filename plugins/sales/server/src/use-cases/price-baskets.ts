import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { type Basket, basketOf, refuseUnknownTerms } from '../domain/basket';
import { type LineWish, type PricedLine, priceLines } from '../domain/price-lines';
import { catalogueStore } from '../stores/catalogue';
import { type InvoiceDraftLine, invoicing } from './invoicing';

/** The suite bills in the company's own currency. */
export const CURRENCY = 'THB';

export interface SalesSetting {
  confirmWhenPaid: boolean;
  /** How many days an unpaid order waits for its money; 0: for ever. */
  expireAfterDays: number;
  pricesIncludeTax: boolean;
  terms: string | null;
  termsEn: string | null;
}

export interface BasketWish {
  language: Language;
  lines: readonly LineWish[];
  currency?: string;
  coupon?: string;
}

export const draftLine = (line: PricedLine, sourceLine: string | null): InvoiceDraftLine => {
  const list = line.price?.unitPrice;
  const named = line.price?.label ? { name: line.price.label } : {};
  const changed = list !== undefined && list !== line.unitPrice ? { listPrice: list.toString() } : {};
  return {
    sourceLine,
    description: line.description,
    ...(line.details === null ? {} : { details: line.details }),
    kind: line.kind,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    discount: line.discount,
    taxCategory: line.product.taxCategory,
    incomeKind: line.product.incomeKind,
    derivation: {
      price: { origin: list === line.unitPrice ? 'list' : 'manual', ...named, ...changed },
      ...(line.discount > 0n ? { discounts: [{ cause: 'manual', amount: line.discount.toString() }] } : {}),
    },
  };
};

/** Prices baskets with their tax and writes nothing: the preview, and the first half of placing. */
export async function priceBaskets({ strapi, platform }: Tools, wishes: readonly BasketWish[]): Promise<Basket[]> {
  for (const wish of wishes) refuseUnknownTerms(wish, CURRENCY);
  const on: CivilDate = platform.clock.today();
  const documentIds = new Set(wishes.flatMap((wish) => wish.lines.map((line) => line.product)));
  const catalogue = await catalogueStore(platform.rows).load([...documentIds]);
  const setting = await platform.settings.read<SalesSetting>(SETTING);
  const billing = invoicing(strapi);
  const baskets: Basket[] = [];
  for (const wish of wishes) {
    const priced = priceLines(wish.lines, catalogue, {
      on,
      currency: CURRENCY,
      pricesIncludeTax: setting.pricesIncludeTax,
      language: wish.language,
    });
    const taxed = await billing.plan({
      currency: priced.currency,
      pricesIncludeTax: priced.pricesIncludeTax,
      lines: priced.lines.map((line) => draftLine(line, null)),
    });
    baskets.push(basketOf(priced, taxed));
  }
  return baskets;
}
