import { differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { checkComponents } from '../domain/bundle';
import { changePrices, type PriceWish } from '../domain/price-list';
import { checkProduct, type ProductFacts } from '../domain/product';
import { catalogueStore } from '../stores/catalogue';
import { productStore } from '../stores/products';
import { stockStore } from '../stores/stock';
import { atField, placeIn } from './fields';
import { knownComponents } from './known-components';
import { refuseTakenSkus } from './refuse-taken-skus';
import { taxTerms } from './tax-terms';

export interface ProductChange {
  /** Row id. */
  id: number;
  change: Partial<ProductFacts>;
  /** New prices and changed ones; what is not named stays. */
  prices?: readonly PriceWish[];
}

/** Changes products and their prices, all or none; a change that changes nothing leaves no trace. */
export async function updateProducts(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly ProductChange[],
): Promise<void> {
  const { rows, clock } = platform;
  const prefix = placeIn(changes, 'products');
  await platform.transaction(async () => {
    const store = productStore(rows);
    const ids = changes.map((one) => one.id);
    const locked = new Map((await store.lock(ids)).map((row) => [row.id, row]));
    const prices = await store.pricesOf(ids);
    const used = await store.used(prices.map((price) => price.id));
    const terms = await taxTerms({ platform });
    const today = clock.today();
    const known = await knownComponents(
      { platform },
      changes.map(({ id, change }) => ({ components: change.components ?? locked.get(id)?.components ?? null })),
    );
    const currency = await platform.currency.own();

    const decided = changes.map(({ id, change, prices: wishes = [] }, index) => {
      const row = locked.get(id);
      if (!row) throw notFound('product.unknown');
      const { id: _, documentId, state, ...before } = row;
      return atField(prefix(index), () => {
        const facts = { ...before, ...change };
        const changed = differences(before, facts);
        // Billing's settings may have changed since; what nobody touches is not asked for again.
        if (changed) {
          checkProduct(facts, terms);
          checkComponents(facts, known, documentId);
        }
        const own = prices.filter((price) => price.product === id);
        return {
          id,
          documentId,
          state,
          facts,
          changed,
          list: changePrices(own, wishes, { today, used, step: facts.quantityStep, currency }),
        };
      });
    });
    await refuseTakenSkus(
      { platform },
      decided.map(({ id, facts }) => ({ id, sku: facts.sku })),
      prefix,
    );

    await store.update(decided.flatMap(({ id, facts, changed }) => (changed ? [{ id, ...facts }] : [])));
    await store.updatePrices(decided.flatMap(({ list }) => list.changed.map((price) => ({ ...price, currency }))));
    await catalogueStore(rows).insertPrices(
      decided.flatMap(({ id, list }) => list.added.map((price) => ({ ...price, product: id, currency }))),
    );
    const tracked = decided.filter(({ facts }) => facts.stockTracked).map(({ id }) => id);
    const stock = stockStore(rows);
    const kept = new Set((await stock.lock(tracked)).map((level) => level.product));
    await stock.create(tracked.filter((id) => !kept.has(id)));
    await platform.events.record(
      decided.flatMap(({ id, documentId, changed, list }): NewEvent[] =>
        changed || list.after.length > 0
          ? [
              {
                name: 'product.changed',
                subject: { type: PRODUCT, id, documentId },
                before: { ...changed?.before, ...(list.before.length > 0 ? { prices: list.before } : {}) },
                after: { ...changed?.after, ...(list.after.length > 0 ? { prices: list.after } : {}) },
              },
            ]
          : [],
      ),
    );
  });
}
