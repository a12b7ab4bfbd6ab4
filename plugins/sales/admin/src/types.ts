import type { Per, ProductKind } from '../../server/src/domain/catalogue';
import type { Component } from '../../server/src/domain/bundle';
import type { OptionGroup } from '../../server/src/domain/options';
import type { OrderState } from '../../server/src/domain/order-machine';
import type { ProductState } from '../../server/src/domain/product';
import type { KeptTier, PriceModel } from '../../server/src/domain/tiers';
import type { SalesDoors } from './doors';

/** Amounts are minor units as text. */
export interface Order {
  documentId: string;
  number: string | null;
  state: OrderState;
  source: 'storefront' | 'staff';
  currency: string;
  discount: string;
  coupons: { code: string; name: string; amount: string }[] | null;
  net: string;
  tax: string;
  total: string;
  shipping: Record<string, string> | null;
  note: string | null;
  poNumber: string | null;
  promisedOn: string | null;
  delayReason: string | null;
  placedAt: string | null;
  confirmedAt: string | null;
  deliveredAt: string | null;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  expiredAt: string | null;
  customer?: { documentId: string; code: string; name: string } | null;
  invoice?: { documentId: string; number: string | null; state: string; amountDue: string } | null;
}

export interface OrderLine {
  documentId: string;
  position: number;
  sku: string | null;
  description: string;
  details: string | null;
  kind: ProductKind;
  per: string;
  /** Decimals, as text. */
  quantity: string;
  delivered: string;
  /** What of the delivered came back. */
  returned: string;
  /** Set where the rest is owed no more: what asked for it was credited whole. */
  goodsFreedAt: string | null;
  unit: string | null;
  unitPrice: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
}

export type Translations = Partial<Record<'th' | 'en', Record<string, string>>>;

export interface Price {
  id: number;
  documentId: string;
  label: string | null;
  model: PriceModel;
  /** Minor units, as text; that of the first tier where there are tiers. */
  unitPrice: string;
  tiers: readonly KeptTier[] | null;
  setupFee: string | null;
  trialDays: number | null;
  minimumMonths: number | null;
  currency: string;
  per: Per;
  validFrom: string | null;
  validTo: string | null;
  /** Null: as the settings say. */
  includesTax: boolean | null;
  translations: Translations | null;
}

export interface Product {
  documentId: string;
  name: string;
  sku: string | null;
  kind: ProductKind;
  group: string | null;
  state: ProductState;
  description: string | null;
  sellingPoints: string | null;
  unit: string;
  /** A decimal, as text. */
  quantityStep: string;
  taxCategory: string;
  incomeKind: string | null;
  stockTracked: boolean;
  warrantyMonths: number | null;
  checkBeforeShipping: boolean | null;
  weightGrams: number | null;
  hsCode: string | null;
  originCountry: string | null;
  translations: Translations | null;
  options: readonly OptionGroup[] | null;
  /** What it is made of, where it is a bundle. */
  components: readonly Component[] | null;
  image?: { url: string; alternativeText: string | null } | null;
  prices?: Price[];
}

/** Decimals, as text. */
export interface StockItem {
  documentId: string;
  onHand: string;
  reserved: string;
  product?: { documentId: string } | null;
}

export interface StockMovement {
  documentId: string;
  kind: string;
  quantity: string;
  reason: string | null;
  at: string;
}

/** What a product can be given. */
export type ProductChoices = SalesDoors['GET /sales/product-choices']['answers'];
