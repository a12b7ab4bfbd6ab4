import { formatMoney, formatPhone, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentLine, DocumentModel } from '@sanya/strapi-plugin-platform/kit';
import type { Amounts } from '../domain/basket';
import type { Per } from '../domain/catalogue';
import { type Shipping, shippingText } from '../domain/order';

export type Say = (code: string, params?: Record<string, string | number>) => string;

interface Line {
  description: string;
  details: string | null;
  per: Per;
  quantity: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  net: bigint;
  total: bigint;
}

interface Whole extends Amounts {
  currency: string;
  pricesIncludeTax: boolean;
}

/** Lines of an order or a quote: what, how often it is charged, how much of it, at which price. */
export const documentLines = (lines: readonly Line[], whole: Whole, say: Say): DocumentLine[] => {
  const money = (amount: bigint): string => formatMoney(amount, whole.currency);
  return lines.map((line) => {
    const details = [line.details, line.per === 'one_time' ? '' : say(`order.per.${line.per}`)].filter(Boolean);
    return {
      description: line.description,
      ...(details.length > 0 ? { details: details.join('\n') } : {}),
      quantity: `${formatQuantity(line.quantity)} ${line.unit}`,
      unitPrice: money(line.unitPrice),
      ...(line.discount > 0n ? { discount: money(line.discount) } : {}),
      amount: money(whole.pricesIncludeTax ? line.total : line.net),
    };
  });
};

/** VAT stands apart. */
export const documentTotals = ({ currency, net, tax, total }: Whole, say: Say): DocumentModel['totals'] => [
  { label: say('order.document_net'), value: formatMoney(net, currency) },
  { label: say('order.document_tax'), value: formatMoney(tax, currency) },
  { label: say('order.document_total'), value: formatMoney(total, currency), strong: true },
];

/** A number as it is printed; nothing where there is none. */
export const phoneOn = (phone: string | null | undefined, say: Say): string =>
  formatPhone(phone, say('document.phone_ext'));

/** Where goods go, in one line, and whom to call. */
export const shippingOn = (shipping: Shipping | null, say: Say): string =>
  shippingText(shipping && { ...shipping, phone: phoneOn(shipping.phone, say) });
