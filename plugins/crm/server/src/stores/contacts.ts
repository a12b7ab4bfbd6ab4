import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../content-types/types';
import type { ContactFacts } from '../domain/contact';

export type ContactRow = Ref & ContactFacts & { customer: number; user: number | null; isMember: boolean };
export type NewContactRow = Omit<ContactRow, 'id' | 'documentId'>;

export const contactStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[]): Promise<ContactRow[]> => rows.byIds<ContactRow>(CONTACT, ids),

  ofCustomers: (customers: readonly number[]): Promise<ContactRow[]> =>
    rows.find<ContactRow>(CONTACT, (query, column) => void query.whereIn(column('customer'), [...customers])),

  ofUsers: (users: readonly number[]): Promise<ContactRow[]> =>
    rows.find<ContactRow>(CONTACT, (query, column) => void query.whereIn(column('user'), [...users])),

  /** The customer that a member's user leads to. */
  customerOfUser: async (user: number): Promise<Ref | undefined> => {
    const [customer] = await rows.find<Ref>(
      CUSTOMER,
      (query, column) =>
        void query
          .join(rows.table(CONTACT), `${rows.table(CONTACT)}.${rows.column(CONTACT, 'customer')}`, column('id'))
          .where(`${rows.table(CONTACT)}.${rows.column(CONTACT, 'user')}`, user),
      { fields: [] },
    );
    return customer;
  },

  insert: (contacts: readonly NewContactRow[]): Promise<Ref[]> =>
    rows.insert(CONTACT, contacts as readonly Record<string, unknown>[]),

  update: (contacts: readonly ({ id: number } & Partial<NewContactRow>)[]): Promise<number> =>
    rows.update(CONTACT, contacts as readonly ({ id: number } & Record<string, unknown>)[]),

  remove: (ids: readonly number[]): Promise<number> => rows.remove(CONTACT, ids),
});
