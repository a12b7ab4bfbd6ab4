import { differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { checkComponents } from '../domain/bundle';
import { changePrices, type PriceWish } from '../domain/price-list';
import { checkProduct, type ProductFacts } from '../domain/product';
import { catalogueStore } from '../stores/catalogue';
import { type PricedProduct, productStore } from '../stores/products';
import { stockStore } from '../stores/stock';
import { atField, placeIn } from './fields';
import { knownComponents } from './known-components';
import { must } from './must';
import { refuseTakenSkus } from './refuse-taken-skus';
import { taxTerms } from './tax-terms';

export interface ProductChange {
  /** Row id. */
  id: number;
  change: Partial<ProductFacts>;
  /** New prices and changed ones; what is not named stays. */
  prices?: readonly PriceWish[];
}

/**
 * Changes products and their prices, all or none; a change that changes nothing leaves no trace. Whoever has locked and
 * read the products already says what they are.
 */
export async function updateProducts(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly ProductChange[],
  locked?: Iterable<PricedProduct>,
): Promise<void> {
  const { rows, clock } = platform;
  const prefix = placeIn(changes, 'products');
  await platform.transaction(async () => {
    const store = productStore(rows);
    const ids = changes.map((one) => one.id);
    const known = locked ?? (await store.withPrices(await store.named('id', ids, 'wait')));
    const byId = new Map([...known].map((one) => [one.product.id, one]));
    const used = await store.used(pricesMeant(changes, byId));
    const terms = await taxTerms({ platform });
    const today = clock.today();
    const components = await knownComponents(
      { platform },
      changes.map(({ id, change }) => ({ components: change.components ?? byId.get(id)?.product.components ?? null })),
    );
    const currency = await platform.currency.own();

    const decided = changes.map(({ id, change, prices: wishes = [] }, index) => {
      const found = byId.get(id);
      if (!found) throw notFound('product.unknown');
      const { id: _, documentId, state, ...before } = found.product;
      return atField(prefix(index), () => {
        const facts = { ...before, ...change };
        const changed = differences(before, facts);
        // Billing's settings may have changed since; what nobody touches is not asked for again.
        if (changed) {
          checkProduct(facts, terms);
          checkComponents(facts, components, documentId);
        }
        return {
          id,
          documentId,
          state,
          facts,
          changed,
          list: changePrices(found.prices, wishes, { today, used, step: facts.quantityStep, currency }),
        };
      });
    });
    const changed = decided.filter((one) => one.changed);
    await refuseTakenSkus(
      { platform },
      decided.map(({ id, facts, changed: to }) => ({ id, sku: to && 'sku' in to.after ? facts.sku : null })),
      prefix,
    );

    await store.update(changed.map(({ id, facts }) => ({ id, ...facts })));
    await store.updatePrices(decided.flatMap(({ list }) => list.changed.map((price) => ({ ...price, currency }))));
    const inserted = [
      ...(await catalogueStore(rows).insertPrices(
        decided.flatMap(({ id, list }) => list.added.map((price) => ({ ...price, product: id, currency }))),
      )),
    ];
    const followed = decided.map(({ list }) => {
      const own = inserted.splice(0, list.added.length);
      return list.followed.map(({ documentId, place }) => ({ price: documentId, by: must(own[place]).documentId }));
    });
    const tracked = changed.filter(({ facts }) => facts.stockTracked).map(({ id }) => id);
    const stock = stockStore(rows);
    const kept = new Set((await stock.lock(tracked)).map((level) => level.product));
    await stock.create(tracked.filter((id) => !kept.has(id)));
    await platform.events.record(
      decided.flatMap(({ id, documentId, changed: to, list }, index): NewEvent[] =>
        to || list.after.length > 0
          ? [
              {
                name: 'product.changed',
                subject: { type: PRODUCT, id, documentId },
                before: { ...to?.before, ...(list.before.length > 0 ? { prices: list.before } : {}) },
                after: {
                  ...to?.after,
                  ...(list.after.length > 0 ? { prices: list.after } : {}),
                  ...(list.followed.length > 0 ? { followed: followed[index] } : {}),
                },
              },
            ]
          : [],
      ),
    );
  });
}

/** Row ids of the prices that somebody wants other than they are. */
const pricesMeant = (
  changes: readonly ProductChange[],
  known: ReadonlyMap<number, Pick<PricedProduct, 'prices'>>,
): number[] =>
  changes.flatMap(({ id, prices: wishes = [] }) => {
    const named = new Set(wishes.map(({ documentId }) => documentId));
    return (known.get(id)?.prices ?? []).filter(({ documentId }) => named.has(documentId)).map((price) => price.id);
  });
