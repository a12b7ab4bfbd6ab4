import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { COUPON, COUPON_SCOPE, CUSTOMER, ORDER, PRODUCT, REDEMPTION } from '../content-types/types';
import type { CouponFacts, CouponScope, CouponState, RedemptionState } from '../domain/coupon';
import type { Coupon, CouponCustomer } from '../domain/redeem-coupons';

export type CouponRow = CouponFacts & Ref & { state: CouponState; used: number };

export interface RedemptionFacts {
  /** Row ids. */
  coupon: number;
  order: number;
  customer: number;
  state: RedemptionState;
  amount: bigint;
  currency: string;
  redeemedAt: string;
  returnedAt: string | null;
}
export type RedemptionRow = RedemptionFacts & Ref;

interface ScopeRow {
  coupon: number;
  product: number | null;
  group: string | null;
  customer: number | null;
  class: number | null;
}

const NOTHING = { product: null, group: null, customer: null, class: null };

const scopeRows = (coupon: number, { products, groups, customers, classes }: CouponScope): ScopeRow[] => [
  ...products.map((product) => ({ coupon, ...NOTHING, product })),
  ...groups.map((group) => ({ coupon, ...NOTHING, group })),
  ...customers.map((customer) => ({ coupon, ...NOTHING, customer })),
  ...classes.map((one) => ({ coupon, ...NOTHING, class: one })),
];

const scopeOf = (rows: readonly ScopeRow[]): CouponScope => ({
  products: rows.flatMap((row) => row.product ?? []),
  groups: rows.flatMap((row) => row.group ?? []),
  customers: rows.flatMap((row) => row.customer ?? []),
  classes: rows.flatMap((row) => row.class ?? []),
});

export const couponStore = (rows: Rows) => {
  const scopesOf = (coupons: readonly number[]) =>
    rows.find<ScopeRow>(COUPON_SCOPE, (query, column) => void query.whereIn(column('coupon'), [...coupons]), {
      fields: ['coupon', 'product', 'group', 'customer', 'class'],
    });

  async function withScopes(found: readonly CouponRow[]): Promise<Coupon[]> {
    const scopes = found.length === 0 ? [] : await scopesOf(found.map((row) => row.id));
    return found.map((row) => ({ ...row, scope: scopeOf(scopes.filter((one) => one.coupon === row.id)) }));
  }

  /** In id order, so that two orders with the same coupons wait for one another and never for each other. */
  const locked = (attribute: 'id' | 'code', values: readonly (string | number)[], lock?: 'wait') =>
    rows.find<CouponRow>(
      COUPON,
      (query, column) => void query.whereIn(column(attribute), [...new Set(values)]).orderBy(column('id')),
      { lock },
    );

  return {
    withCodes: async (codes: readonly string[], lock?: 'wait') => withScopes(await locked('code', codes, lock)),
    lock: async (ids: readonly number[]) => withScopes(await locked('id', ids, 'wait')),
    byIds: async (ids: readonly number[]) => withScopes(await rows.byIds<CouponRow>(COUPON, ids)),
    taken: (codes: readonly string[]) =>
      rows.find<{ code: string }>(COUPON, (query, column) => void query.whereIn(column('code'), [...codes]), {
        fields: ['code'],
      }),
    insert: (list: readonly Record<string, unknown>[]): Promise<Ref[]> => rows.insert(COUPON, list),
    update: (list: readonly ({ id: number } & Record<string, unknown>)[]) => rows.update(COUPON, list),

    insertScopes: (list: readonly { coupon: number; scope: CouponScope }[]) =>
      rows.insert(
        COUPON_SCOPE,
        list.flatMap(({ coupon, scope }) => scopeRows(coupon, scope) as unknown as Record<string, unknown>[]),
      ),
    async removeScopes(coupons: readonly number[]): Promise<void> {
      if (coupons.length === 0) return;
      await rows.remove(
        COUPON_SCOPE,
        (await scopesOf(coupons)).map((row) => row.id),
      );
    },

    redeem: (list: readonly RedemptionFacts[]): Promise<Ref[]> => rows.insert(REDEMPTION, list as never),
    updateRedemptions: (list: readonly ({ id: number } & Partial<RedemptionFacts>)[]) => rows.update(REDEMPTION, list),
    standingOf: (orders: readonly number[]): Promise<RedemptionRow[]> =>
      orders.length === 0
        ? Promise.resolve([])
        : rows.find<RedemptionRow>(
            REDEMPTION,
            (query, column) => void query.whereIn(column('order'), [...orders]).where(column('state'), 'standing'),
          ),

    /** How often these customers use these coupons now, by `coupon|customer`. */
    async uses(coupons: readonly number[], customers: readonly number[]): Promise<Map<string, number>> {
      if (coupons.length === 0 || customers.length === 0) return new Map();
      const knex = await rows.knex();
      const [coupon, customer] = [rows.column(REDEMPTION, 'coupon'), rows.column(REDEMPTION, 'customer')];
      const found: Record<string, unknown>[] = await knex(rows.table(REDEMPTION))
        .select({ coupon, customer })
        .count({ times: '*' })
        .whereIn(coupon, [...coupons])
        .whereIn(customer, [...customers])
        .where(rows.column(REDEMPTION, 'state'), 'standing')
        .groupBy(coupon, customer);
      return new Map(found.map((row) => [`${row.coupon}|${row.customer}`, Number(row.times)]));
    },

    customers: (ids: readonly number[]): Promise<CouponCustomer[]> =>
      rows.byIds<CouponCustomer>(CUSTOMER, ids, { fields: ['class'] }),

    async groupsOf(products: readonly number[]): Promise<Map<number, string | null>> {
      const found = await rows.byIds<{ group: string | null }>(PRODUCT, products, { fields: ['group'] });
      return new Map(found.map(({ id, group }) => [id, group]));
    },

    numbersOf: async (orders: readonly number[]): Promise<Map<number, string | null>> =>
      new Map(
        (await rows.byIds<{ number: string | null }>(ORDER, orders, { fields: ['number'] })).map((row) => [
          row.id,
          row.number,
        ]),
      ),
  };
};
