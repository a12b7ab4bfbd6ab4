import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, CUSTOMER_CLASS } from '../content-types/types';
import type { CustomerFacts, CustomerState } from '../domain/customer';
import type { Marks } from '../domain/duplicates';

export type CustomerRow = Ref & CustomerFacts & { code: string; state: CustomerState; mergedInto: number | null };
export type NewCustomerRow = CustomerFacts & { code: string; state: CustomerState };
type ChangedRow = Partial<NewCustomerRow> & { mergedInto?: number | null };
export type MarkedCustomer = Ref & Marks & Pick<CustomerRow, 'code' | 'name' | 'state' | 'owner'>;

export const customerStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[]): Promise<CustomerRow[]> => rows.byIds<CustomerRow>(CUSTOMER, ids),

  /** In id order, so that two who lock the same customers cannot wait for each other. */
  lock: (ids: readonly number[]): Promise<CustomerRow[]> =>
    rows.find<CustomerRow>(
      CUSTOMER,
      (query, column) => void query.whereIn(column('id'), [...new Set(ids)]).orderBy(column('id')),
      { lock: 'wait' },
    ),

  /** The same of customers who were merged into others too: what was joined is parted again. */
  lockMerged: (ids: readonly number[]): Promise<CustomerRow[]> =>
    rows.find<CustomerRow>(
      CUSTOMER,
      (query, column) => void query.whereIn(column('id'), [...new Set(ids)]).orderBy(column('id')),
      { lock: 'wait', movedToo: true },
    ),

  /** Row ids of all who turned out to be this one. */
  mergedInto: async (id: number): Promise<number[]> =>
    (await rows.find<Ref>(CUSTOMER, (query, column) => void query.where(column('mergedInto'), id), { fields: [] })).map(
      (row) => row.id,
    ),

  insert: (customers: readonly NewCustomerRow[]): Promise<Ref[]> =>
    rows.insert(
      CUSTOMER,
      customers.map((customer) => ({ ...customer })),
    ),

  update: (customers: readonly ({ id: number } & ChangedRow)[]): Promise<number> =>
    rows.update(
      CUSTOMER,
      customers.map((customer) => ({ ...customer })),
    ),

  /** One statement, however many customers there are. */
  countIn: async (currency: string): Promise<void> => {
    const knex = await rows.knex();
    await knex(rows.table(CUSTOMER)).update({ [rows.column(CUSTOMER, 'currency')]: currency });
  },

  /** Those of these customers whom rows of these types name as theirs. */
  namedIn: async (types: readonly string[], ids: readonly number[]): Promise<number[]> => {
    const knex = await rows.knex();
    const found: number[] = [];
    for (const type of types) {
      const column = rows.column(type, 'customer');
      const named = (await knex(rows.table(type))
        .distinct({ customer: column })
        .whereIn(column, [...ids])) as { customer: number }[];
      found.push(...named.map(({ customer }) => Number(customer)));
    }
    return found;
  },

  remove: (ids: readonly number[]): Promise<number> => rows.remove(CUSTOMER, ids),

  /** Everybody who shares a mark with any of these; at most `most`. */
  sharing: (marks: readonly Marks[], most: number): Promise<MarkedCustomer[]> => {
    const values = (mark: keyof Marks): string[] => [
      ...new Set(marks.flatMap((one) => (one[mark] === null ? [] : [one[mark]]))),
    ];
    return rows.find<MarkedCustomer>(
      CUSTOMER,
      (query, column) =>
        void query
          .whereNot(column('state'), 'merged')
          .where((any) => {
            for (const mark of ['taxId', 'nameKey', 'phone', 'email'] as const) {
              void any.orWhereIn(column(mark), values(mark));
            }
          })
          .limit(most),
      { fields: ['code', 'name', 'nameKey', 'taxId', 'branchCode', 'phone', 'email', 'state', 'owner'] },
    );
  },

  /** Of these pairs of tax id and branch, those that active customers have. */
  holdersOfTaxIds: (taxIds: readonly string[]): Promise<(Ref & Pick<CustomerRow, 'taxId' | 'branchCode'>)[]> =>
    taxIds.length === 0
      ? Promise.resolve([])
      : rows.find(
          CUSTOMER,
          (query, column) => void query.whereIn(column('taxId'), [...taxIds]).where(column('state'), 'active'),
          { fields: ['taxId', 'branchCode'] },
        ),

  /** Default terms in days of these classes by row id. */
  termsOfClasses: async (ids: readonly number[]): Promise<Map<number, number>> => {
    if (ids.length === 0) return new Map();
    const classes = await rows.byIds<{ defaultTermsDays: number }>(CUSTOMER_CLASS, ids, {
      fields: ['defaultTermsDays'],
    });
    return new Map(classes.map((row) => [row.id, row.defaultTermsDays]));
  },
});
