import { formatDate, formatMoney, formatQuantity, mulDiv, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, DocumentTable, Tools } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, SHIPMENT } from '../content-types/types';
import { gramsOf } from '../domain/carrier';
import { EXPORT_PAPERS, type ExportFacts, type ExportPaper, ofExport, worthOf } from '../domain/export';
import { shippingText } from '../domain/order';
import { exportPapersStore } from '../stores/export-papers';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { type ShipmentRow, shipmentsStore } from '../stores/shipments';
import { documentParties, type KeptParties, type ShownParties } from '../use-cases/document-parties';
import { must } from '../use-cases/must';
import type { Say } from './document-parts';

interface Goods {
  line: OrderLineRow;
  quantity: bigint;
  /** What it is called abroad, and what is counted, where the product says so. */
  name: string;
  unit: string;
  serials: readonly string[];
  hsCode: string | null;
  originCountry: string | null;
  grams: bigint | null;
  worth: bigint;
}

interface Facts {
  shipment: ShipmentRow;
  told: ExportFacts;
  order: OrderRow;
  goods: readonly Goods[];
  parties: ShownParties;
}

const ONE = 1000n;

/** Grams are thousandths of a kilogram. */
const kilograms = (grams: bigint | null): string => (grams === null ? '–' : formatQuantity(grams));

const weightOf = (goods: readonly Goods[]): bigint | null =>
  goods.some(({ grams }) => grams === null) ? null : sum(goods.map(({ grams }) => grams ?? 0n));

const whatOf = ({ line, name, serials }: Goods): string =>
  [[line.sku, name].filter(Boolean).join(' · '), serials.join(', ')].filter(Boolean).join('\n');

const countOf = ({ unit, quantity }: Goods): string => `${formatQuantity(quantity)} ${unit}`;

/** What each paper lists, and what it adds up. */
const LISTS: Record<
  ExportPaper,
  (facts: Facts, say: Say) => { table: DocumentTable; totals: DocumentModel['totals'] }
> = {
  'commercial-invoice': ({ goods, order: { currency }, told }, say) => {
    const whole = formatMoney(sum(goods.map(({ worth }) => worth)), currency);
    const terms = [told.incoterm, told.place].filter(Boolean).join(' ');
    return {
      table: {
        columns: [
          { title: say('export.goods') },
          { title: say('export.hs_code'), width: 60 },
          { title: say('export.origin'), width: 40 },
          { title: say('export.quantity'), width: 60, right: true },
          { title: say('export.unit_value', { currency }), width: 70, right: true },
          { title: say('export.value', { currency }), width: 75, right: true },
        ],
        rows: goods.map((one) => [
          ...[whatOf(one), one.hsCode ?? '', one.originCountry ?? '', countOf(one)],
          formatMoney(mulDiv(one.worth, ONE, one.quantity), currency),
          formatMoney(one.worth, currency),
        ]),
      },
      totals: [{ label: say('export.total', { currency, terms }), value: whole, strong: true }],
    };
  },
  'packing-list': ({ goods, told }, say) => ({
    table: {
      columns: [
        { title: say('export.goods') },
        { title: say('export.hs_code'), width: 60 },
        { title: say('export.quantity'), width: 80, right: true },
        { title: say('export.weight'), width: 80, right: true },
      ],
      rows: goods.map((one) => [whatOf(one), one.hsCode ?? '', countOf(one), kilograms(one.grams)]),
    },
    totals: [
      ...(told.packages === null ? [] : [{ label: say('export.packages'), value: String(told.packages) }]),
      { label: say('export.total_weight'), value: kilograms(weightOf(goods)), strong: true },
    ],
  }),
  'shipping-instruction': ({ goods, told }, say) => ({
    table: {
      columns: [
        { title: say('export.marks'), width: 90 },
        { title: say('export.goods') },
        { title: say('export.quantity'), width: 80, right: true },
        { title: say('export.weight'), width: 80, right: true },
      ],
      rows: goods.map((one, index) => [
        index === 0 ? (told.marks ?? '') : '',
        [whatOf(one), one.hsCode && `HS ${one.hsCode}`].filter(Boolean).join('\n'),
        ...[countOf(one), kilograms(one.grams)],
      ]),
    },
    totals: [{ label: say('export.total_weight'), value: kilograms(weightOf(goods)), strong: true }],
  }),
};

/** A paper of export; pure. They are read abroad, so all of them are English. */
function exportModel(paper: ExportPaper, facts: Facts, say: Say): DocumentModel {
  const { shipment, told, order, parties } = facts;
  const fact = (code: string, value: string | number | null) =>
    value === null || value === '' ? [] : [{ label: say(code), value: String(value) }];
  const { table, totals } = LISTS[paper](facts, say);
  return {
    ...{ language: 'en', currency: order.currency, title: say(`export.paper.${paper}`), marks: [] },
    ...(shipment.state === 'cancelled' ? { watermark: say('shipment.state.cancelled') } : {}),
    ...parties,
    buyerLabel: say('export.consignee'),
    facts: [
      ...fact('export.number', shipment.number),
      ...fact('document.date', shipment.shippedOn && formatDate(shipment.shippedOn, 'en')),
      ...fact('order.document_number', order.number),
      ...fact('order.document_po', order.poNumber),
      ...fact(
        'order.document_shipping',
        [shippingText(shipment.shipTo), shipment.shipTo?.country].filter(Boolean).join(' '),
      ),
      ...fact('export.incoterm', [told.incoterm, told.place].filter(Boolean).join(' ')),
      ...fact('export.waybill', told.waybill),
      ...fact('export.vessel', told.vessel),
      ...fact('export.port_of_loading', told.portOfLoading),
      ...fact('export.port_of_discharge', told.portOfDischarge),
      ...(paper === 'shipping-instruction' ? fact('export.packages', told.packages) : []),
    ],
    lines: [],
    ...{ table, totals },
    notes: shipment.note ? [shipment.note] : [],
    signatures: [say('export.signed')],
  };
}

async function read({ strapi, platform }: Tools, id: number): Promise<Facts> {
  const { rows } = platform;
  const [shipments, papers] = [shipmentsStore(rows), exportPapersStore(rows)];
  const [shipment] = await shipments.byIds([id]);
  const [order] = shipment ? await ordersStore(rows).byIds([shipment.order]) : [];
  if (!shipment || !order) throw notFound('row.not_found');
  const told = ofExport(shipment.exportFacts, shipment.number);
  const ordered = new Map((await ordersStore(rows).linesOf([order.id])).map((line) => [line.id, line]));
  const packed = (await shipments.linesOf([id])).flatMap((one) => {
    const line = must(ordered.get(one.orderLine));
    return line.kind === 'goods' ? [{ ...one, line }] : [];
  });
  const customs = await papers.customs(packed.flatMap(({ line }) => line.product ?? []));
  const before = await papers.before(
    packed.map(({ orderLine }) => orderLine),
    id,
  );
  const goods = packed.map(({ line, quantity, serials }): Goods => {
    const known = line.product === null ? undefined : customs.get(line.product);
    return {
      ...{ line, quantity, name: known?.translations?.en?.name ?? line.description, serials: serials ?? [] },
      unit: known?.translations?.en?.unit ?? line.unit,
      ...{ hsCode: known?.hsCode ?? null, originCountry: known?.originCountry ?? null },
      grams: gramsOf([{ weightGrams: known?.weightGrams ?? null, quantity }]),
      worth: worthOf(line, before.get(line.id) ?? 0n, quantity),
    };
  });
  const [invoice] = await rows.byIds<KeptParties>(INVOICE, order.invoice === null ? [] : [order.invoice], {
    fields: ['seller', 'buyer'],
  });
  const { of, shown } = documentParties(strapi);
  const kept = invoice ?? (await of([order.customer])).get(order.customer) ?? { seller: null, buyer: null };
  return { shipment, told, order, goods, parties: shown(kept, 'en') };
}

export const exportDocuments = (tools: Tools): readonly DocumentKind[] =>
  EXPORT_PAPERS.map((paper) => ({
    kind: paper,
    subject: SHIPMENT,
    async load(id) {
      const facts = await read(tools, id);
      const say: Say = (code, params) => tools.platform.messages.say('en', code, params);
      return { name: `${facts.shipment.number}-${paper}`, model: exportModel(paper, facts, say) };
    },
  }));
