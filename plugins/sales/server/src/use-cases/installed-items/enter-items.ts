import { badInput, type CivilDate, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkItem, type ItemFacts, warrantyEnd } from '../../domain/installed-item';
import { siteOf } from '../../domain/items-of-goods';
import { installedItemsStore, type ItemRow } from '../../stores/installed-items';
import { atField, placeIn } from '../fields';
import { must } from '../must';
import { writeItems } from './write-items';

export interface NewItem {
  /** Row ids. */
  product: number;
  customer: number;
  serial: string;
  /** The customer's address unless told. */
  site?: string | null;
  /** Today unless told. */
  installedOn?: CivilDate;
  /** As the product has it unless told; null is none. */
  warrantyUntil?: CivilDate | null;
}

/** Notes things that stand at customers', however they came there. All of them or none. */
export async function enterItems(
  { platform }: Pick<Tools, 'platform'>,
  wishes: readonly NewItem[],
): Promise<ItemRow[]> {
  const prefix = placeIn(wishes, 'items');
  return platform.transaction(async () => {
    const store = installedItemsStore(platform.rows);
    const today = platform.clock.today();
    const customers = await store.customers(
      wishes.map(({ customer }) => customer),
      'wait',
    );
    const products = await store.products(wishes.map(({ product }) => product));
    const items = wishes.map((wish, index) =>
      atField(prefix(index), (): ItemFacts => {
        const customer = must(customers.find(({ id }) => id === wish.customer));
        const product = must(products.find(({ id }) => id === wish.product));
        if (customer.state !== 'active') {
          throw conflict('order.customer_closed', { field: 'customer', params: { customer: customer.name } });
        }
        if (product.kind !== 'goods') {
          throw badInput('installed_item.not_goods', { field: 'product', params: { product: product.name } });
        }
        const { site, installedOn = today, warrantyUntil } = wish;
        return checkItem(
          {
            ...{ product: product.id, customer: customer.id, serial: wish.serial, state: 'installed', installedOn },
            site: site === undefined ? siteOf(customer) : site,
            warrantyUntil:
              warrantyUntil === undefined ? warrantyEnd(installedOn, product.warrantyMonths) : warrantyUntil,
            ...{ shipmentLine: null, replaces: null, removedOn: null, removeReason: null },
          },
          today,
        );
      }),
    );
    return writeItems({ platform }, items, (index) => `${prefix(index)}serial`);
  });
}
