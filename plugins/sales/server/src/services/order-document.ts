import { dateIn, formatDate, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, type DocumentModel, footOf, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, ORDER, SETTING } from '../content-types/types';
import { ordersStore, type OrderLineRow, type OrderRow } from '../stores/orders';
import { documentParties, type KeptParties, type ShownParties } from '../use-cases/document-parties';
import type { SalesSetting } from '../use-cases/price-baskets';
import { documentLines, documentTotals, type Say, shippingOn } from './document-parts';

/** Both parties stand frozen with the order's invoice, where it has one: the two documents name the same. */
interface InvoiceFacts extends KeptParties {
  number: string | null;
}

interface Facts {
  order: OrderRow;
  lines: readonly OrderLineRow[];
  invoice: string | null;
  parties: ShownParties;
  setting: SalesSetting;
  zone: string;
}

/** Orders that nobody may rely on, no longer or not yet, say so across the page. */
const UNSURE: readonly string[] = ['awaiting_approval', 'cancelled', 'expired'];

/** The order confirmation in a language; pure. */
function orderModel(
  { order, lines, invoice, parties, setting, zone }: Facts,
  language: Language,
  say: Say,
): DocumentModel {
  const shipping = shippingOn(order.shipping, say);
  const terms = language === 'en' ? setting.termsEn || setting.terms : setting.terms;
  const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
  return {
    language,
    currency: order.currency,
    title: say(order.state === 'awaiting_approval' ? 'order.document_title_held' : 'order.document_title'),
    marks: [],
    ...(UNSURE.includes(order.state) ? { watermark: say(`order.state.${order.state}`) } : {}),
    ...parties,
    facts: [
      ...fact('order.document_number', order.number),
      ...fact('document.date', order.placedAt && formatDate(dateIn(zone, order.placedAt), language)),
      ...fact('order.document_state', say(`order.state.${order.state}`)),
      ...fact('order.document_invoice', invoice),
      ...fact('order.document_po', order.poNumber),
      ...fact('order.document_coupon', (order.coupons ?? []).map(({ code }) => code).join(', ')),
      ...fact('order.document_shipping', shipping),
    ],
    lines: documentLines(lines, order, say),
    totals: documentTotals(order, say),
    amountInWords: order.total.toString(),
    notes: [order.note, terms].filter((note): note is string => Boolean(note)),
    signatures: [],
  };
}

export const orderDocuments = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'order',
    subject: ORDER,
    foot: footOf('order', 'placedAt'),
    async load(id, language) {
      const store = ordersStore(platform.rows);
      const [order] = await store.byIds([id]);
      if (!order) throw new Error(`There is no order ${id}`);
      const lines = (await store.linesOf([id])).filter(({ quantity }) => quantity > 0n);
      const [invoice] =
        order.invoice === null
          ? []
          : await platform.rows.byIds<InvoiceFacts>(INVOICE, [order.invoice], {
              fields: ['number', 'seller', 'buyer'],
            });
      const { of, shown } = documentParties(strapi);
      const kept = invoice ?? (await of([order.customer])).get(order.customer);
      const facts: Facts = {
        order,
        lines,
        invoice: invoice?.number ?? null,
        parties: shown(kept ?? { seller: null, buyer: null }, language),
        setting: await platform.settings.read<SalesSetting>(SETTING),
        zone: platform.clock.zone(),
      };
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      return { name: order.number ?? order.documentId, model: orderModel(facts, language, say) };
    },
  },
];
