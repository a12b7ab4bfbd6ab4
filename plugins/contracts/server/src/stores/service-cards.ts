import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, INSTALLED_ITEM, PRODUCT } from '../content-types/types';

export interface CardCustomer extends Ref {
  code: string;
  name: string;
  phone: string | null;
  email: string | null;
}

export interface CardContact extends Ref {
  name: string;
  position: string | null;
  phone: string | null;
  email: string | null;
  priority: number;
}

export interface CardItem extends Ref {
  serial: string;
  state: 'installed' | 'removed' | 'replaced';
  site: string | null;
  installedOn: CivilDate;
  warrantyUntil: CivilDate | null;
  /** Of the product. */
  name: string;
}

/** What somebody who answers the phone has to see beside the contract. */
export const serviceCardsStore = (rows: Rows) => ({
  customer: async (id: number): Promise<CardCustomer | undefined> =>
    (await rows.byIds<CardCustomer>(CUSTOMER, [id], { fields: ['code', 'name', 'phone', 'email'] }))[0],
  /** Those who are still there, whoever is asked for first before. */
  contactsOf: (customer: number): Promise<CardContact[]> =>
    rows.find<CardContact>(
      CONTACT,
      (query, column) =>
        void query
          .where(column('customer'), customer)
          .where(column('state'), 'active')
          .orderBy([column('priority'), column('id')]),
      { fields: ['name', 'position', 'phone', 'email', 'priority'] },
    ),
  async items(ids: readonly number[]): Promise<CardItem[]> {
    const found = await rows.byIds<Omit<CardItem, 'name'> & { product: number | null }>(INSTALLED_ITEM, ids);
    const products = await rows.byIds<Ref & { name: string }>(
      PRODUCT,
      [...new Set(found.flatMap(({ product }) => product ?? []))],
      { fields: ['name'] },
    );
    const names = new Map(products.map(({ id, name }) => [id, name]));
    return found.map((item) => ({ ...item, name: names.get(item.product ?? 0) ?? '' }));
  },
});
