import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Per, ProductKind } from '../domain/catalogue';
import { catalogueStore } from '../stores/catalogue';
import { stockStore } from '../stores/stock';

type Translations = Partial<Record<Language, Record<string, string>>>;

export interface NewPrice {
  /** Minor units. */
  unitPrice: bigint;
  label?: string;
  currency?: string;
  per?: Per;
  validFrom?: CivilDate;
  validTo?: CivilDate;
  /** As the settings say, when absent. */
  includesTax?: boolean;
  translations?: Translations;
}

export interface NewProduct {
  name: string;
  kind: ProductKind;
  sku?: string;
  group?: string;
  state?: 'active' | 'closed';
  description?: string;
  sellingPoints?: string;
  unit?: string;
  /** Thousandths; whole pieces when absent. */
  quantityStep?: bigint;
  taxCategory?: string;
  incomeKind?: string;
  translations?: Translations;
  prices: readonly NewPrice[];
  /** Thousandths that lie in stock; absent: its stock is not tracked. */
  stock?: bigint;
}

const productRow = (product: NewProduct) => ({
  name: product.name,
  kind: product.kind,
  sku: product.sku ?? null,
  group: product.group ?? null,
  state: product.state ?? 'active',
  description: product.description ?? null,
  sellingPoints: product.sellingPoints ?? null,
  unit: product.unit ?? 'ชิ้น',
  quantityStep: product.quantityStep ?? 1000n,
  taxCategory: product.taxCategory ?? 'standard',
  incomeKind: product.incomeKind ?? null,
  stockTracked: product.stock !== undefined,
  translations: product.translations ?? null,
});

const priceRow = (product: number, price: NewPrice) => ({
  product,
  label: price.label ?? null,
  unitPrice: price.unitPrice,
  currency: price.currency ?? 'THB',
  per: price.per ?? 'one_time',
  validFrom: price.validFrom ?? null,
  validTo: price.validTo ?? null,
  includesTax: price.includesTax ?? null,
  translations: price.translations ?? null,
});

/** Writes products, their prices and what lies in stock: all or none, five statements a chunk. */
export async function createProducts(
  { platform }: Tools,
  products: readonly NewProduct[],
): Promise<(Ref & { prices: Ref[] })[]> {
  const { rows } = platform;
  return platform.transaction(async () => {
    const store = catalogueStore(rows);
    const refs = await store.insertProducts(products.map(productRow));
    const priced = products.flatMap((product, index) =>
      product.prices.map((price) => ({ owner: index, row: priceRow(refs[index]?.id ?? 0, price) })),
    );
    const prices = await store.insertPrices(priced.map((one) => one.row));
    const stocked = products.flatMap(({ stock }, index) =>
      stock === undefined ? [] : [{ product: refs[index]?.id ?? 0, quantity: stock }],
    );
    const stock = stockStore(rows);
    const items = await stock.create(stocked.map((one) => one.product));
    const received = stocked.flatMap(({ quantity, product }, index) => {
      const item = items[index];
      return item && quantity > 0n ? [{ id: item.id, product, quantity }] : [];
    });
    await stock.save(received.map(({ id, product, quantity }) => ({ id, product, onHand: quantity, reserved: 0n })));
    await stock.move(
      received.map(({ id, quantity }) => ({ stockItem: id, kind: 'receive', quantity, orderLine: null, reason: null })),
      platform.clock.now(),
    );
    return refs.map((ref, index) => ({ ...ref, prices: prices.filter((_, place) => priced[place]?.owner === index) }));
  });
}
