import { dateIn, formatDate, formatMoney, formatQuantity, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Party, Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, ORDER, SETTING } from '../content-types/types';
import type { Shipping } from '../domain/order';
import { ordersStore, type OrderLineRow, type OrderRow } from '../stores/orders';
import type { SalesSetting } from '../use-cases/price-baskets';

/** Both parties as they are frozen with the order's invoice: the two documents name the same. */
interface InvoiceParties {
  number: string | null;
  seller: {
    name: string;
    nameEn?: string | null;
    address?: string[];
    addressEn?: string[];
    taxId?: string | null;
  } | null;
  buyer: { name: string; nameEn?: string | null; address?: string[]; taxId?: string | null } | null;
}

type Say = (code: string, params?: Record<string, string | number>) => string;

const NOBODY: Party = { name: '', lines: [] };

const inLanguage = (language: Language, own: string, english: string | null | undefined): string =>
  language === 'en' ? english || own : own;

function sellerParty({ seller }: InvoiceParties, language: Language): Party {
  if (!seller) return NOBODY;
  const english = seller.addressEn?.length ? seller.addressEn : seller.address;
  return {
    name: inLanguage(language, seller.name, seller.nameEn),
    lines: (language === 'en' ? english : seller.address) ?? [],
    ...(seller.taxId ? { taxId: seller.taxId } : {}),
  };
}

function buyerParty({ buyer }: InvoiceParties, language: Language): Party {
  if (!buyer) return NOBODY;
  return {
    name: inLanguage(language, buyer.name, buyer.nameEn),
    lines: buyer.address ?? [],
    ...(buyer.taxId ? { taxId: buyer.taxId } : {}),
  };
}

const shippingLine = (shipping: Shipping | null): string =>
  shipping
    ? [
        shipping.name,
        shipping.line1,
        shipping.line2,
        shipping.subdistrict,
        shipping.district,
        shipping.province,
        shipping.postcode,
        shipping.phone,
      ]
        .filter(Boolean)
        .join(' ')
    : '';

interface Facts {
  order: OrderRow;
  lines: readonly OrderLineRow[];
  invoice: InvoiceParties;
  setting: SalesSetting;
  zone: string;
}

/** Orders of which nothing comes any more say so across the page. */
const ENDED: readonly string[] = ['cancelled', 'expired'];

/** The order confirmation in a language; pure. */
export function orderModel(
  { order, lines, invoice, setting, zone }: Facts,
  language: Language,
  say: Say,
): DocumentModel {
  const money = (amount: bigint): string => formatMoney(amount, order.currency);
  const shipping = shippingLine(order.shipping);
  const terms = inLanguage(language, setting.terms ?? '', setting.termsEn);
  const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
  return {
    language,
    currency: order.currency,
    title: say('order.document_title'),
    marks: [],
    ...(ENDED.includes(order.state) ? { watermark: say(`order.state.${order.state}`) } : {}),
    seller: sellerParty(invoice, language),
    buyer: buyerParty(invoice, language),
    facts: [
      ...fact('order.document_number', order.number),
      ...fact('document.date', order.placedAt && formatDate(dateIn(zone, order.placedAt), language)),
      ...fact('order.document_state', say(`order.state.${order.state}`)),
      ...fact('order.document_invoice', invoice.number),
      ...fact('order.document_po', order.poNumber),
      ...fact('order.document_coupon', (order.coupons ?? []).map(({ code }) => code).join(', ')),
      ...fact('order.document_shipping', shipping),
    ],
    lines: lines.map((line) => ({
      description: line.description,
      ...(line.details || line.per !== 'one_time'
        ? {
            details: [line.details, line.per === 'one_time' ? '' : say(`order.per.${line.per}`)]
              .filter(Boolean)
              .join('\n'),
          }
        : {}),
      quantity: `${formatQuantity(line.quantity)} ${line.unit}`,
      unitPrice: money(line.unitPrice),
      ...(line.discount > 0n ? { discount: money(line.discount) } : {}),
      amount: money(order.pricesIncludeTax ? line.total : line.net),
    })),
    totals: [
      { label: say('order.document_net'), value: money(order.net) },
      { label: say('order.document_tax'), value: money(order.tax) },
      { label: say('order.document_total'), value: money(order.total), strong: true },
    ],
    amountInWords: order.total.toString(),
    notes: [order.note, terms].filter((note): note is string => Boolean(note)),
    signatures: [],
  };
}

export const orderDocuments = ({ platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'order',
    subject: ORDER,
    async load(id, language) {
      const store = ordersStore(platform.rows);
      const [order] = await store.byIds([id]);
      if (!order) throw new Error(`There is no order ${id}`);
      const lines = await store.linesOf([id]);
      const [invoice] =
        order.invoice === null
          ? []
          : await platform.rows.byIds<InvoiceParties>(INVOICE, [order.invoice], {
              fields: ['number', 'seller', 'buyer'],
            });
      const facts: Facts = {
        order,
        lines,
        invoice: invoice ?? { number: null, seller: null, buyer: null },
        setting: await platform.settings.read<SalesSetting>(SETTING),
        zone: platform.clock.zone(),
      };
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      return { name: order.number ?? order.documentId, model: orderModel(facts, language, say) };
    },
  },
];
