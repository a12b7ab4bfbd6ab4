import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { bookShelves, openPlaceOf } from '../../domain/warehouse';
import type { OrderLineRow } from '../../stores/orders';
import { shelvesStore, warehousesStore } from '../../stores/warehouses';

export interface Packing {
  /** Row id; the default one unless told. */
  warehouse?: number | null;
  parts: readonly { line: Pick<OrderLineRow, 'product' | 'stockTracked' | 'description'>; quantity: bigint }[];
}

/** Nobody is sent to a shelf that does not hold what is to be packed. Decides nothing: what leaves is counted when it leaves. */
export async function refuseLacking({ platform }: Tools, packings: readonly Packing[]): Promise<void> {
  const wanted = packings.flatMap(({ warehouse, parts }) =>
    parts.flatMap(({ line: { product, stockTracked, description }, quantity }) =>
      stockTracked && product !== null ? [{ warehouse, product, name: description, by: -quantity }] : [],
    ),
  );
  if (wanted.length === 0) return;
  const places = await warehousesStore(platform.rows).all();
  const shelves = await shelvesStore(platform.rows).ofProducts(wanted.map(({ product }) => product));
  bookShelves(
    shelves.map(({ product, ...shelf }) => ({ ...shelf, stockItem: product })),
    wanted.map(({ warehouse, product, ...change }) => ({
      ...{ ...change, stockItem: product, field: 'warehouse' },
      warehouse: openPlaceOf(places, warehouse, 'warehouse').id,
    })),
    places,
  );
}
