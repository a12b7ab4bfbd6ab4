import { formatDate, formatMoney, formatQuantity, mulDiv, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, Tools } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RECEIPT, WAREHOUSE } from '../content-types/types';
import { goodsReceiptsStore } from '../stores/goods-receipts';
import { documentParties } from '../use-cases/document-parties';
import type { Say } from './document-parts';

const ONE = 1000n;

/** What came from abroad, on paper: the numbers of its customs papers, lots, and what each thing cost with the duty. */
export const goodsReceiptDocuments = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'goods-receipt',
    subject: GOODS_RECEIPT,
    async load(id, language) {
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      const store = goodsReceiptsStore(platform.rows);
      const receipt = await store.byId(id);
      if (!receipt) throw notFound('row.not_found');
      const lines = await store.linesOf(id);
      const products = await store.products(lines.map(({ product }) => product));
      const supplier = await store.supplier(receipt.supplier);
      const [place] = await platform.rows.byIds<{ name: string }>(WAREHOUSE, [receipt.warehouse], { fields: ['name'] });
      const face = documentParties(strapi);
      const { seller } = face.shown(await face.own(), language);
      const money = (amount: bigint): string => formatMoney(amount, receipt.currency);
      const fact = (code: string, value: string | null | undefined) => (value ? [{ label: say(code), value }] : []);
      return {
        name: receipt.number,
        model: {
          ...{ language, currency: receipt.currency, title: say('goods_receipt.document_title'), marks: [], seller },
          ...(receipt.state === 'cancelled' ? { watermark: say('shipment.state.cancelled') } : {}),
          facts: [
            ...fact('shipment.document_number', receipt.number),
            ...fact('goods_receipt.received_on', formatDate(receipt.receivedOn, language)),
            ...fact('goods_receipt.supplier', supplier?.name),
            ...fact('goods_receipt.supplier_invoice', receipt.supplierInvoice),
            ...fact('goods_receipt.declaration', receipt.declarationNumber),
            ...fact('goods_receipt.declared_on', receipt.declaredOn && formatDate(receipt.declaredOn, language)),
            ...fact('warehouse', place?.name),
          ],
          lines: [],
          table: {
            columns: [
              { title: say('goods_receipt.goods') },
              { title: say('goods_receipt.lot'), width: 70 },
              { title: say('goods_receipt.quantity'), width: 70, right: true },
              { title: say('goods_receipt.value'), width: 70, right: true },
              { title: say('goods_receipt.landed'), width: 75, right: true },
              { title: say('goods_receipt.landed_each'), width: 70, right: true },
            ],
            rows: lines.map(({ product, lot, quantity, value, landed }) => {
              const { name = '', sku, unit = '' } = products.get(product) ?? {};
              return [
                [sku, name].filter(Boolean).join(' · '),
                ...[lot ?? '', `${formatQuantity(quantity)} ${unit}`, money(value), money(landed)],
                money(mulDiv(landed, ONE, quantity)),
              ];
            }),
          },
          totals: [
            { label: say('goods_receipt.cif'), value: money(receipt.cif) },
            { label: say('goods_receipt.duty'), value: money(receipt.duty) },
            { label: say('goods_receipt.whole'), value: money(sum(lines.map(({ landed }) => landed))), strong: true },
            { label: say('goods_receipt.import_vat'), value: money(receipt.importVat) },
          ],
          notes: [receipt.note, receipt.cancelReason].flatMap((text) => text ?? []),
          signatures: [say('goods_receipt.received_by'), say('goods_receipt.checked_by')],
        },
      };
    },
  },
];
