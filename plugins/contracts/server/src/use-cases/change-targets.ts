import {
  badInput,
  broken,
  conflict,
  formatQuantity,
  isRefusal,
  notFound,
  parseQuantity,
  Refusal,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { changedEntitlements } from '../domain/change-entitlements';
import { discountFor, type Target } from '../domain/change-next';
import { asOne, type KeptTiers } from '../domain/price-tiers';
import type { DiscountRule } from '../domain/price-versions';
import { contractTermsStore } from '../stores/contract-terms';
import type { ContractLineRow } from '../stores/contracts';
import type { ChangeWish } from './change-wishes';
import type { LockedContract } from './lock-contracts';
import { type PricedLine, selling } from './selling';
import { anotherQuantity } from './tiered-lines';

/** What somebody wants of one line; what is left out stays. */
export interface LineChange {
  /** Document ids. */
  line: string;
  product?: string;
  price?: string;
  /** Decimal text. */
  quantity?: string;
  /** Of a period, and off each whole period; only staff name them. */
  unitPrice?: bigint;
  discount?: bigint;
  /** What becomes of what is taken off, for another quantity; as much off each piece when absent. */
  discountFor?: DiscountRule;
  description?: string;
}

interface ProductRow {
  documentId: string;
  state: 'active' | 'closed';
  quantityStep: bigint;
  unit: string;
}

interface SoldLine extends PricedLine {
  tiers?: KeptTiers;
}

/** A price by tiers has several parts: for a contract, the dearest unit price and what the others are cheaper. */
function asOneLine(parts: readonly PricedLine[]): SoldLine | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const quantity = sum(parts.map((part) => part.quantity));
  const { unitPrice, off } = asOne(parts);
  const discount = off + sum(parts.map((part) => part.discount));
  const { price, product } = first;
  const line = parts.length === 1 ? first : { ...first, details: null, quantity, unitPrice, discount };
  if (!price || !product || price.model === 'fixed') return line;
  const step = formatQuantity(product.quantityStep);
  const tiers = { model: price.model, tiers: price.tiers ?? [], step, after: '0', sale: null, off: String(off) };
  return { ...line, tiers };
}

/** The same refusal, at the field of the change. */
const refusedAt = (error: unknown, field: string): unknown =>
  isRefusal(error)
    ? new Refusal({
        ...{ code: error.code, status: error.status, params: error.params },
        field: error.field?.replace('lines.0', field) ?? field,
      })
    : error;

async function priced(
  { strapi }: Tools,
  { contract, customer }: LockedContract,
  wish: LineChange & { product: string; quantity: string },
  at: string,
): Promise<SoldLine> {
  const { product, price, quantity, unitPrice, discount } = wish;
  const asked = { customer: contract.customer, language: customer.language };
  const [basket] = await selling(strapi)
    .price([{ ...asked, withoutTrials: true, lines: [{ product, price, quantity, unitPrice, discount }] }])
    .catch((error: unknown) => {
      throw refusedAt(error, at);
    });
  const line = asOneLine(basket?.lines.filter(({ per }) => per !== 'one_time') ?? []);
  if (!basket || !line) throw badInput('contract.not_recurring', { field: price ? `${at}.price` : `${at}.product` });
  if (basket.pricesIncludeTax !== contract.pricesIncludeTax) {
    throw broken('contract.tax_differs', { field: `${at}.product` });
  }
  return line;
}

/** What comes with what is sold instead of what a line held; undefined: what was agreed goes on. */
async function entitledWith(
  { platform }: Tools,
  holds: ContractLineRow,
  { product, price }: SoldLine,
): Promise<Target['entitlements']> {
  const store = contractTermsStore(platform.rows);
  const [named] = price ? await store.pricesNamed([price.documentId]) : [];
  const said = await store.ofProducts([holds.product, product?.id ?? null].flatMap((id) => id ?? []));
  return changedEntitlements(holds, { product: product?.id ?? null, price: named?.id ?? null }, said);
}

/** What a line is to become: priced by the catalogue where a product or a price is named, else as it was agreed. */
export async function targetOf(
  tools: Tools,
  one: LockedContract,
  {
    line,
    holds,
    wish,
    at,
    by,
    from,
  }: {
    line: ContractLineRow;
    /** What would hold on the day. */
    holds: ContractLineRow;
    wish: LineChange;
    /** Path of the change in what was sent. */
    at: string;
    by: ChangeWish;
    /** The first day of what it becomes. */
    from: CivilDate;
  },
): Promise<Target> {
  const [product] = holds.product === null ? [] : await tools.platform.rows.byIds<ProductRow>(PRODUCT, [holds.product]);
  // What was agreed with staff alone is changed with staff.
  if (by.byCustomer && product?.state !== 'active')
    throw conflict('contract.not_yours_to_change', { field: `${at}.line` });
  const quantity = wish.quantity === undefined ? holds.quantity : parseQuantity(wish.quantity);
  if (quantity === undefined || quantity <= 0n) {
    throw badInput('contract.quantity_not_positive', { field: `${at}.quantity` });
  }
  const named = wish.product ?? (wish.price === undefined ? undefined : product?.documentId);
  if (wish.price !== undefined && named === undefined) {
    throw notFound('contract.product_unknown', { field: `${at}.product` });
  }
  if (named !== undefined) {
    const sold = await priced(tools, one, { ...wish, product: named, quantity: formatQuantity(quantity) }, at);
    return {
      ...{ product: sold.product?.id ?? null, description: wish.description ?? sold.description },
      ...{ details: sold.details, kind: sold.kind, unit: sold.unit, quantity: sold.quantity },
      ...{ unitPrice: sold.unitPrice, discount: sold.discount, taxCategory: sold.taxCategory },
      incomeKind: sold.incomeKind,
      cycleUnit: sold.per === 'one_time' ? line.cycleUnit : sold.per,
      ...{ cycleCount: 1, minimumMonths: sold.price?.minimumMonths ?? null, keepsPrices: false },
      tiers: sold.tiers,
      entitlements: await entitledWith(tools, holds, sold),
    };
  }
  if (product && wish.quantity !== undefined && quantity % product.quantityStep !== 0n) {
    throw badInput('contract.quantity_step', {
      field: `${at}.quantity`,
      params: { step: formatQuantity(product.quantityStep), unit: product.unit },
    });
  }
  const keepsPrices = wish.unitPrice === undefined && wish.discount === undefined;
  const rule = wish.discountFor ?? discountFor;
  // What was sold less of, or more, costs as its order says.
  const bandsOf = keepsPrices && by.apart === undefined ? selling(tools.strapi).bandsOf : undefined;
  const became = anotherQuantity(tools, one, { holds, quantity, rule, bandsOf, from, at, removed: by.remove });
  return {
    ...{ product: holds.product, description: wish.description ?? holds.description, details: became.details },
    ...{ kind: holds.kind, unit: holds.unit, quantity, unitPrice: wish.unitPrice ?? became.unitPrice },
    discount: wish.discount ?? became.discount,
    ...{ taxCategory: holds.taxCategory, incomeKind: holds.incomeKind, cycleUnit: holds.cycleUnit },
    ...{ cycleCount: holds.cycleCount, minimumMonths: null },
    ...{ keepsPrices, discountFor: rule, bandsOf },
  };
}
