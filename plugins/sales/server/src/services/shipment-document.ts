import { formatDate, formatQuantity, type Language, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, type DocumentModel, footOf, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, SHIPMENT } from '../content-types/types';
import { ordersStore, type OrderLineRow, type OrderRow } from '../stores/orders';
import { type ShipmentLineRow, type ShipmentRow, shipmentsStore } from '../stores/shipments';
import { documentParties, type KeptParties, type ShownParties } from '../use-cases/document-parties';
import { type Say, shippingOn } from './document-parts';

interface Facts {
  shipment: ShipmentRow;
  lines: readonly ShipmentLineRow[];
  order: Pick<OrderRow, 'number' | 'poNumber' | 'currency'>;
  orderLines: readonly Pick<OrderLineRow, 'id' | 'sku' | 'description' | 'details' | 'unit'>[];
  parties: ShownParties;
}

/** The delivery note in a language: what goes where, how, and who took it; no prices. Pure. */
function deliveryNoteModel(
  { shipment, lines, order, orderLines, parties }: Facts,
  language: Language,
  say: Say,
): DocumentModel {
  const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
  const ordered = new Map(orderLines.map((line) => [line.id, line]));
  return {
    language,
    currency: order.currency,
    title: say('shipment.document_title'),
    marks: [],
    ...(shipment.state === 'cancelled' ? { watermark: say('shipment.state.cancelled') } : {}),
    ...parties,
    facts: [
      ...fact('shipment.document_number', shipment.number),
      ...fact('document.date', shipment.shippedOn && formatDate(shipment.shippedOn, language)),
      ...fact('order.document_number', order.number),
      ...fact('order.document_po', order.poNumber),
      ...fact('order.document_shipping', shippingOn(shipment.shipTo, say)),
      ...fact('shipment.carrier', shipment.carrier),
      ...fact('shipment.tracking', shipment.trackingNumber),
      ...fact('shipment.receiver', shipment.receiver),
    ],
    lines: lines.map(({ orderLine, quantity, serials }) => {
      const line = ordered.get(orderLine);
      const details = [
        line?.sku,
        line?.details,
        serials && say('shipment.document_serials', { serials: serials.join(', ') }),
      ].filter(Boolean);
      return {
        description: line?.description ?? '',
        ...(details.length > 0 ? { details: details.join('\n') } : {}),
        quantity: `${formatQuantity(quantity)} ${line?.unit ?? ''}`.trim(),
      };
    }),
    totals: [],
    notes: [...(shipment.note ? [shipment.note] : []), say('shipment.document_received')],
    signatures: [say('shipment.document_sender'), say('shipment.document_carrier'), say('shipment.document_receiver')],
  };
}

export const shipmentDocuments = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'delivery-note',
    subject: SHIPMENT,
    foot: footOf('delivery-note', 'plannedAt'),
    async load(id, language) {
      const store = shipmentsStore(platform.rows);
      const [shipment] = await store.byIds([id]);
      const [order] = shipment ? await ordersStore(platform.rows).byIds([shipment.order]) : [];
      if (!shipment || !order) throw notFound('row.not_found');
      const [invoice] = await platform.rows.byIds<KeptParties>(INVOICE, order.invoice === null ? [] : [order.invoice], {
        fields: ['seller', 'buyer'],
      });
      const { of, shown } = documentParties(strapi);
      const kept = invoice ?? (await of([order.customer])).get(order.customer);
      const facts: Facts = {
        ...{ shipment, lines: await store.linesOf([id]), order },
        orderLines: await ordersStore(platform.rows).linesOf([order.id]),
        parties: shown(kept ?? { seller: null, buyer: null }, language),
      };
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      return { name: shipment.number, model: deliveryNoteModel(facts, language, say) };
    },
  },
];
