import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { itemsOf, itemsThatCameBack, siteOf, takenOutOn } from '../../domain/items-of-goods';
import type { Shipping } from '../../domain/order';
import { installedItemsStore } from '../../stores/installed-items';
import type { OrderLineRow } from '../../stores/orders';
import type { ShipmentLineRow } from '../../stores/shipments';
import { takeOutItems } from './take-out-items';
import { writeItems } from './write-items';

type Needs = Pick<Tools, 'platform'>;

export interface Installing {
  customer: number;
  shipTo: Shipping | null;
  on: CivilDate;
  lines: readonly Pick<ShipmentLineRow, 'id' | 'orderLine' | 'serials'>[];
  orderLines: readonly Pick<OrderLineRow, 'id' | 'product'>[];
}

/** What is handed over with a serial number stands at the customer's from then on. Customers are locked by whoever calls. */
export async function installHandedOver({ platform }: Needs, handings: readonly Installing[]): Promise<void> {
  const known = handings.flatMap((handing) =>
    handing.lines.map((line, place) => {
      const product = handing.orderLines.find(({ id }) => id === line.orderLine)?.product ?? null;
      return { handing, place, shipmentLine: line.id, product, serials: line.serials };
    }),
  );
  const products = known.flatMap(({ product, serials }) => (serials?.length && product !== null ? [product] : []));
  if (products.length === 0) return;
  const store = installedItemsStore(platform.rows);
  const months = new Map((await store.products(products)).map(({ id, warrantyMonths }) => [id, warrantyMonths]));
  const customers = new Map(
    (await store.customers(handings.map(({ customer }) => customer))).map((row) => [row.id, row]),
  );
  const items = known.flatMap(({ handing: { customer, shipTo, on }, place, ...line }) =>
    itemsOf(
      { customer, on, site: siteOf(customers.get(customer), shipTo), ...line },
      months.get(line.product ?? 0) ?? null,
    ).map((item) => ({ item, place })),
  );
  await writeItems(
    { platform },
    items.map(({ item }) => item),
    (index) => `serials.${items[index]?.place ?? 0}.serials`,
  );
}

export interface Returning {
  line: Pick<OrderLineRow, 'id' | 'description' | 'delivered' | 'returned'>;
  quantity: bigint;
  serials: readonly string[] | undefined;
  field: string;
  on: CivilDate;
  reason: string;
  goodsReturn: string;
}

/** What came back stands at the customer's no longer. Customers are locked by whoever calls. */
export async function takeOutReturned({ platform }: Needs, parts: readonly Returning[]): Promise<void> {
  const standing = await installedItemsStore(platform.rows).ofOrderLines(parts.map(({ line }) => line.id));
  const outs = parts.flatMap(({ line, quantity, serials, field, on, reason, goodsReturn }) =>
    itemsThatCameBack(
      {
        ...{ description: line.description, quantity, serials, items: standing.get(line.id) ?? [] },
        left: line.delivered - line.returned - quantity,
      },
      field,
    ).map((item) => ({ item, reason, on: takenOutOn(on, item), more: { goodsReturn } })),
  );
  if (outs.length > 0) await takeOutItems({ platform }, 'remove', outs);
}
