import { ONE } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { checkComponents } from '../domain/bundle';
import { completePrice, type PriceFacts, type PriceWish } from '../domain/price-list';
import { checkProduct, completeProduct, type ProductDraft, type ProductState } from '../domain/product';
import { catalogueStore } from '../stores/catalogue';
import { stockStore } from '../stores/stock';
import { warehousesStore } from '../stores/warehouses';
import { placeOf } from '../domain/warehouse';
import { keepShelves } from './warehouses/keep-shelves';
import { atField, placeIn } from './fields';
import { knownComponents } from './known-components';
import { refuseTakenSkus } from './refuse-taken-skus';
import { taxTerms } from './tax-terms';

export type NewPrice = Partial<PriceFacts> & Pick<PriceFacts, 'unitPrice'>;

export interface NewProduct extends ProductDraft {
  state?: ProductState;
  prices: readonly (NewPrice | PriceWish)[];
  /** Thousandths that lie in stock; given, the stock is tracked. */
  stock?: bigint;
}

/** Writes products, their prices and what lies in stock: all or none, a constant number of statements a chunk. */
export async function createProducts(
  { platform }: Pick<Tools, 'platform'>,
  products: readonly NewProduct[],
): Promise<(Ref & { prices: Ref[] })[]> {
  const { rows } = platform;
  const prefix = placeIn(products, 'products');
  return platform.transaction(async () => {
    const terms = await taxTerms({ platform });
    const currency = await platform.currency.own();
    const facts = products.map((product, index) =>
      atField(prefix(index), () => ({
        ...checkProduct(completeProduct(product), terms),
        stockTracked: product.stockTracked ?? product.stock !== undefined,
        state: product.state ?? 'active',
      })),
    );
    const known = await knownComponents({ platform }, facts);
    facts.forEach((one, index) => atField(prefix(index), () => checkComponents(one, known)));
    const priced = products.flatMap((product, owner) =>
      product.prices.map((price, index) => ({
        owner,
        facts: atField(prefix(owner), () =>
          completePrice(price, `prices.${index}`, { step: facts[owner]?.quantityStep ?? ONE, currency }),
        ),
      })),
    );
    await refuseTakenSkus({ platform }, facts, prefix);

    const store = catalogueStore(rows);
    const refs = await store.insertProducts(facts);
    const idOf = (owner: number): number => refs[owner]?.id ?? 0;
    const prices = await store.insertPrices(
      priced.map(({ owner, facts: price }) => ({ ...price, product: idOf(owner), currency })),
    );
    const stocked = facts.flatMap(({ stockTracked }, index) =>
      stockTracked ? [{ product: idOf(index), quantity: products[index]?.stock ?? 0n }] : [],
    );
    const stock = stockStore(rows);
    const items = await stock.create(stocked.map((one) => one.product));
    const received = stocked.flatMap(({ quantity, product }, index) => {
      const item = items[index];
      return item && quantity > 0n ? [{ id: item.id, product, quantity }] : [];
    });
    await stock.save(received.map(({ id, product, quantity }) => ({ id, product, onHand: quantity, reserved: 0n })));
    const places = received.length > 0 ? await warehousesStore(rows).all() : [];
    await stock.move(
      await keepShelves(
        platform,
        received.map(({ id, quantity }) => ({
          ...{ stockItem: id, kind: 'receive', quantity, orderLine: null, reason: null },
          ...{ warehouse: placeOf(places, null).id, name: '' },
        })),
        places,
      ),
      received.map(({ id }) => ({ id, onHand: 0n, reserved: 0n })),
      platform.clock.now(),
    );
    await platform.events.record(
      refs.map(
        (ref, index): NewEvent => ({
          name: 'product.created',
          subject: { type: PRODUCT, ...ref },
          after: { ...facts[index], prices: priced.flatMap((one) => (one.owner === index ? [one.facts] : [])) },
        }),
      ),
    );
    return refs.map((ref, index) => ({ ...ref, prices: prices.filter((_, place) => priced[place]?.owner === index) }));
  });
}
