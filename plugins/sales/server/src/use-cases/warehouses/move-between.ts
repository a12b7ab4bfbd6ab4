import { badInput, conflict, type Language, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { STOCK_ITEM } from '../../content-types/types';
import { localised } from '../../domain/catalogue';
import type { StockLevel } from '../../domain/stock';
import { openPlaceOf, placeOf } from '../../domain/warehouse';
import { catalogueStore } from '../../stores/catalogue';
import { stockStore } from '../../stores/stock';
import { warehousesStore } from '../../stores/warehouses';
import { must } from '../must';
import { keepShelves, type PlacedMovement } from './keep-shelves';

export interface MoveBetween {
  /** Row ids. */
  product: number;
  from: number;
  to: number;
  /** Decimal text. */
  quantity: string;
  reason?: string;
}

/**
 * Carries goods from one warehouse to another: two movements, each naming the other end. What can be sold stays as it
 * is, so promises to orders do not hinder it; a move back undoes it. All of them or none.
 */
export async function moveBetween(
  { platform }: Tools,
  moves: readonly MoveBetween[],
  language: Language = 'th',
): Promise<StockLevel[]> {
  const { rows } = platform;
  const stock = stockStore(rows);
  return platform.transaction(async () => {
    const products = moves.map(({ product }) => product);
    const names = new Map((await catalogueStore(rows).names(products)).map((row) => [row.id, row]));
    const levels = await stock.lock(products);
    const places = await warehousesStore(rows).all();
    const movements = moves.flatMap(({ product, quantity: typed, reason = null, ...ends }): PlacedMovement[] => {
      const name = localised(must(names.get(product)), 'name', language);
      const level = levels.find((one) => one.product === product);
      const quantity = parseQuantity(typed);
      if (quantity === undefined || quantity <= 0n) {
        throw badInput('stock.quantity_invalid', { field: 'quantity', params: { quantity: typed } });
      }
      const from = placeOf(places, ends.from);
      const to = openPlaceOf(places, ends.to, 'to');
      if (from.id === to.id) throw badInput('warehouse.same', { field: 'to', params: { warehouse: to.name } });
      if (!level) throw conflict('stock.none_of', { params: { product: name } });
      const shared = { stockItem: level.id, quantity, orderLine: null, reason, name, field: 'quantity' };
      return [
        { ...shared, kind: 'move_out', warehouse: from.id, otherEnd: to.id },
        { ...shared, kind: 'move_in', warehouse: to.id, otherEnd: from.id },
      ];
    });
    await stock.move(await keepShelves(platform, movements, places), levels, platform.clock.now());
    const refs = new Map(
      (
        await rows.byIds(
          STOCK_ITEM,
          levels.map(({ id }) => id),
          { fields: [] },
        )
      ).map((row) => [row.id, row]),
    );
    const nameOf = (id: number | null | undefined): string => placeOf(places, id).name;
    await platform.events.record(
      movements
        .filter(({ kind }) => kind === 'move_out')
        .map(({ stockItem, quantity, reason, warehouse, otherEnd }) => ({
          name: 'stock.moved',
          subject: { type: STOCK_ITEM, id: stockItem, documentId: must(refs.get(stockItem)).documentId },
          after: { quantity, reason, from: nameOf(warehouse), to: nameOf(otherEnd) },
        })),
    );
    return levels;
  });
}
