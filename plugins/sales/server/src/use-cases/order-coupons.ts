import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import { badInput, move } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { REDEMPTION } from '../content-types/types';
import { redemptionMachine } from '../domain/coupon';
import type { OrderCoupon } from '../domain/order';
import type { PricedLine } from '../domain/price-lines';
import {
  type AppliedCoupon,
  checkSlot,
  type Coupon,
  type CouponCustomer,
  type DiscountedLine,
  namedCodes,
  redeemCoupons,
  returnSlots,
  takeSlots,
} from '../domain/redeem-coupons';
import { couponStore, type RedemptionFacts } from '../stores/coupons';

type Rooms = Pick<Tools, 'platform'>;

/** Whose basket with which codes. */
export interface CouponWish {
  /** Row id; nobody is known yet when absent. */
  customer?: number;
  language: Language;
  coupon?: string;
  coupons?: readonly string[];
}

const useKey = (coupon: number, customer: number): string => `${coupon}|${customer}`;

export interface CouponsAtHand {
  /** Takes the coupons of the wish at that place off its priced lines. */
  redeem(at: number, lines: readonly PricedLine[]): { lines: DiscountedLine[]; applied: AppliedCoupon[] };
}

/**
 * The coupons that these baskets name, with all that decides about them: a constant number of statements, none without a
 * code. Taking, they are locked in id order until their slots are written, and each order sees what those before it in
 * the list take.
 */
export async function couponsAtHand(
  { platform }: Rooms,
  wishes: readonly CouponWish[],
  lines: readonly (readonly PricedLine[])[],
  { on, taking }: { on: CivilDate; taking: boolean },
): Promise<CouponsAtHand> {
  const store = couponStore(platform.rows);
  const codes = wishes.map(namedCodes);
  const all = codes.flat().map(({ code }) => code);
  if (all.length === 0) {
    return { redeem: (_, priced) => ({ lines: priced.map((line) => ({ ...line, coupons: [] })), applied: [] }) };
  }
  const coupons = new Map((await store.withCodes(all, taking ? 'wait' : undefined)).map((row) => [row.code, row]));
  const customers = [...new Set(wishes.flatMap(({ customer }) => customer ?? []))];
  const known = new Map((await store.customers(customers)).map((row): [number, CouponCustomer] => [row.id, row]));
  const uses = await store.uses(
    [...coupons.values()].map((row) => row.id),
    customers,
  );
  const groups = await store.groupsOf([...new Set(lines.flat().flatMap((line) => line.product?.id ?? []))]);

  return {
    redeem(at, priced) {
      const { customer, language = 'th' } = wishes[at] ?? {};
      const named = (codes[at] ?? []).map(({ code, field }) => {
        const coupon = coupons.get(code);
        if (!coupon) throw badInput('order.coupon_unknown', { field, params: { coupon: code } });
        return { coupon, field };
      });
      const own = named.map(({ coupon: { id } }): [number, number] => [id, uses.get(useKey(id, customer ?? 0)) ?? 0]);
      const result = redeemCoupons(
        priced,
        named,
        { on, language, customer: known.get(customer ?? 0) ?? null, usedByCustomer: new Map(own) },
        groups,
      );
      if (taking) {
        for (const { coupon } of result.applied) {
          coupons.set(coupon.code, { ...coupon, used: coupon.used + 1 });
          const key = useKey(coupon.id, customer ?? 0);
          uses.set(key, (uses.get(key) ?? 0) + 1);
        }
      }
      return result;
    },
  };
}

/**
 * The coupons that quotes promised, locked in id order until their slots are written. That a promise was made is
 * enough: it holds after the coupon's last day, but only while there is a slot for it.
 */
export async function promisedCoupons(
  { platform }: Rooms,
  quotes: readonly { customer: number; coupons: readonly OrderCoupon[] }[],
): Promise<AppliedCoupon[][]> {
  const codes = quotes.flatMap(({ coupons }) => coupons.map(({ code }) => code));
  if (codes.length === 0) return quotes.map(() => []);
  const store = couponStore(platform.rows);
  const coupons = new Map((await store.withCodes(codes, 'wait')).map((row) => [row.code, row]));
  const uses = await store.uses(
    [...coupons.values()].map((row) => row.id),
    quotes.map(({ customer }) => customer),
  );
  return quotes.map(({ customer, coupons: promised }) =>
    promised.map(({ code, name, amount }): AppliedCoupon => {
      const coupon = coupons.get(code);
      if (!coupon) throw badInput('order.coupon_unknown', { field: 'coupon', params: { coupon: code } });
      const key = useKey(coupon.id, customer);
      checkSlot(coupon, uses.get(key) ?? 0, 'coupon');
      uses.set(key, (uses.get(key) ?? 0) + 1);
      coupons.set(code, { ...coupon, used: coupon.used + 1 });
      return { coupon, name, amount: BigInt(amount) };
    }),
  );
}

/** As the order keeps its coupons. */
export const orderCoupons = (applied: readonly AppliedCoupon[]): OrderCoupon[] | null =>
  applied.length === 0
    ? null
    : applied.map(({ coupon, name, amount }) => ({ code: coupon.code, name, amount: amount.toString() }));

export interface Redeeming {
  order: { id: number; number: string | null; customer: number; currency: string };
  applied: readonly AppliedCoupon[];
}

/** Takes a slot of each coupon for each order that used it; the rows are locked since they were priced. */
export async function redeemSlots({ platform }: Rooms, orders: readonly Redeeming[]): Promise<void> {
  const uses = orders.flatMap(({ order, applied }) => applied.map(({ coupon, amount }) => ({ order, coupon, amount })));
  if (uses.length === 0) return;
  const store = couponStore(platform.rows);
  const taken = new Map<number, number>();
  for (const { coupon } of uses) taken.set(coupon.id, (taken.get(coupon.id) ?? 0) + 1);
  // A list saw its own slots grow: each coupon counts from the first order that used it.
  const first = new Map<number, Coupon>();
  for (const { coupon } of uses) if (!first.has(coupon.id)) first.set(coupon.id, coupon);
  await store.update(takeSlots([...first.values()], taken));
  const at = platform.clock.now();
  const facts = uses.map(
    ({ order, coupon, amount }): RedemptionFacts => ({
      coupon: coupon.id,
      order: order.id,
      customer: order.customer,
      state: 'standing',
      amount,
      currency: order.currency,
      redeemedAt: at,
      returnedAt: null,
    }),
  );
  const refs = await store.redeem(facts);
  await platform.events.record(
    refs.flatMap((ref, index): NewEvent[] => {
      const use = uses[index];
      if (!use) return [];
      return [
        {
          name: 'coupon.redeemed',
          subject: { type: REDEMPTION, ...ref },
          customer: use.order.customer,
          after: { coupon: use.coupon.code, order: use.order.number, amount: use.amount, currency: use.order.currency },
        },
      ];
    }),
  );
}

/**
 * Gives the slots of these orders back; what was given back before stays so. The customers of the orders are locked by
 * whoever calls.
 */
export async function returnCouponSlots({ platform }: Rooms, orders: readonly number[]): Promise<void> {
  const store = couponStore(platform.rows);
  const ids = [...new Set(orders)];
  const seen = await store.standingOf(ids);
  if (seen.length === 0) return;
  const coupons = await store.lock(seen.map((row) => row.coupon));
  const standing = await store.standingOf(ids);
  await store.update(returnSlots(coupons, standing));
  const returnedAt = platform.clock.now();
  await store.updateRedemptions(
    standing.map(({ id, state }) => ({ id, state: move(redemptionMachine, state, 'return'), returnedAt })),
  );
  const codes = new Map(coupons.map((row) => [row.id, row.code]));
  const numbers = await store.numbersOf(standing.map((row) => row.order));
  await platform.events.record(
    standing.map(
      ({ id, documentId, coupon, order, customer, amount, currency, state }): NewEvent => ({
        name: 'coupon.returned',
        subject: { type: REDEMPTION, id, documentId },
        customer,
        before: { state },
        after: {
          ...{ state: 'returned', coupon: codes.get(coupon), order: numbers.get(order) },
          ...{ amount, currency },
        },
      }),
    ),
  );
}
