import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { LineWish } from '../../domain/price-lines';
import type { QuoteFacts, QuoteLineFacts } from '../../domain/quote';
import { type Sale, saleOf } from '../../domain/sale';
import { orderCoupons } from '../order-coupons';
import { priceBaskets } from '../price-baskets';

export interface QuoteBasket {
  customer: number;
  language: Language;
  lines: readonly LineWish[];
  coupons: readonly string[];
  /** A customer asks for it: what has no price yet is asked for as well. */
  unpriced: boolean;
}

/** What quotes of these wishes would say today; one that asks for nothing in words of the catalogue says nothing yet. */
export async function priceQuotes(tools: Tools, baskets: readonly QuoteBasket[]): Promise<Sale[]> {
  const currency = await tools.platform.currency.own();
  const nothing: Sale = {
    ...{ currency, pricesIncludeTax: false, discount: 0n, net: 0n, tax: 0n, total: 0n, lines: [], coupons: [] },
  };
  const priced = await priceBaskets(
    tools,
    baskets.filter(({ lines }) => lines.length > 0),
  );
  let taken = 0;
  return baskets.map(({ lines }) => {
    const basket = lines.length > 0 ? priced[taken++] : undefined;
    return basket ? saleOf(basket) : nothing;
  });
}

export const amountsOf = (
  sale: Sale,
): Pick<QuoteFacts, 'currency' | 'pricesIncludeTax' | 'discount' | 'coupons' | 'net' | 'tax' | 'total'> => ({
  ...{ currency: sale.currency, pricesIncludeTax: sale.pricesIncludeTax, discount: sale.discount },
  ...{ coupons: orderCoupons(sale.coupons), net: sale.net, tax: sale.tax, total: sale.total },
});

export const quoteLines = (quote: number, { lines }: Sale): QuoteLineFacts[] =>
  lines.map(({ product, options, ...line }, index) => ({
    ...{ quote, sent: false, position: index + 1 },
    ...line,
    product: product?.id ?? null,
    options: options.length > 0 ? options : null,
  }));
