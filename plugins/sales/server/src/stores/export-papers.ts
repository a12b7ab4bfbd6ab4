import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT, SHIPMENT, SHIPMENT_LINE } from '../content-types/types';

export interface CustomsFacts {
  translations: Partial<Record<'th' | 'en', Record<string, string>>> | null;
  hsCode: string | null;
  originCountry: string | null;
  weightGrams: number | null;
}

export const exportPapersStore = (rows: Rows) => ({
  customs: async (products: readonly number[]): Promise<Map<number, CustomsFacts>> =>
    new Map(
      (
        await rows.byIds<CustomsFacts>(PRODUCT, products, {
          fields: ['translations', 'hsCode', 'originCountry', 'weightGrams'],
        })
      ).map((row) => [row.id, row]),
    ),
  /** Of each order line what went before a shipment, in shipments that stand. */
  async before(orderLines: readonly number[], shipment: number): Promise<Map<number, bigint>> {
    const lines = await rows.find<{ orderLine: number; shipment: number; quantity: bigint }>(
      SHIPMENT_LINE,
      (query, column) =>
        void query.whereIn(column('orderLine'), [...orderLines]).where(column('shipment'), '<', shipment),
      { fields: ['orderLine', 'shipment', 'quantity'] },
    );
    const standing = new Set(
      (
        await rows.byIds<{ state: string }>(
          SHIPMENT,
          lines.map((line) => line.shipment),
          { fields: ['state'] },
        )
      ).flatMap(({ id, state }) => (state === 'cancelled' ? [] : [id])),
    );
    const before = new Map<number, bigint>();
    for (const { orderLine, shipment: other, quantity } of lines) {
      if (standing.has(other)) before.set(orderLine, (before.get(orderLine) ?? 0n) + quantity);
    }
    return before;
  },
});
