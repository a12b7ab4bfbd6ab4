import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Per, ProductKind } from './catalogue';
import type { ChosenOption } from './options';
import type { OrderState } from './order-machine';

/** Where goods go, as the customer typed it. */
export interface Shipping {
  name?: string;
  phone?: string;
  line1?: string;
  line2?: string;
  subdistrict?: string;
  district?: string;
  province?: string;
  postcode?: string;
  country?: string;
}

const PLACE = ['name', 'line1', 'line2', 'subdistrict', 'district', 'province', 'postcode', 'phone'] as const;

/** Where goods go, in one line. */
export const shippingText = (shipping: Shipping | null): string =>
  PLACE.map((key) => shipping?.[key])
    .filter(Boolean)
    .join(' ');

export type OrderSource = 'storefront' | 'staff';

/** A coupon as the order keeps it; the amount in minor units as text. */
export interface OrderCoupon {
  code: string;
  name: string;
  amount: string;
}

/** An order as stored; money in minor units. */
export interface OrderFacts {
  number: string | null;
  state: OrderState;
  /** Row ids. */
  customer: number;
  contact: number | null;
  invoice: number | null;
  source: OrderSource;
  language: Language;
  currency: string;
  pricesIncludeTax: boolean;
  discount: bigint;
  /** Null: none. Their amounts are part of the discount. */
  coupons: readonly OrderCoupon[] | null;
  net: bigint;
  tax: bigint;
  total: bigint;
  /** What amending took off what was invoiced, credited or settled by what promises it: the total is what is left. */
  amendedOff: bigint;
  /** How often it was amended. */
  revision: number;
  shipping: Shipping | null;
  note: string | null;
  poNumber: string | null;
  /** The day the customer was told to have it; null: nobody said one. */
  promisedOn: CivilDate | null;
  /** Why that day is later than was said before. */
  delayReason: string | null;
  placedAt: string | null;
  confirmedAt: string | null;
  deliveredAt: string | null;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  expiredAt: string | null;
  /** Since when it waits for its money; null: it does not, or nobody counts the days. */
  waitsSince: string | null;
}

/** A line as stored; quantities in thousandths. */
export interface OrderLineFacts {
  order: number;
  /** Null: a line that says itself what it is. */
  product: number | null;
  price: number | null;
  /** The invoice that asks for it where that is not the order's own: it was added by amending. */
  invoice: number | null;
  position: number;
  sku: string | null;
  description: string;
  details: string | null;
  kind: ProductKind;
  per: Per;
  quantity: bigint;
  delivered: bigint;
  /** What of the delivered came back. */
  returned: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  net: bigint;
  tax: bigint;
  total: bigint;
  stockTracked: boolean;
  taxCategory: string;
  incomeKind: string | null;
  /** What was chosen of the product; null: nothing. */
  options: readonly ChosenOption[] | null;
  derivation: unknown;
  /** How often amending changed it. */
  revision: number;
  /** Since when nothing is reserved for it any more, though its order stands: what asked for it was credited whole. */
  goodsFreedAt: string | null;
}
