import { badInput, type Language, machine } from '@sanya/strapi-plugin-platform/kernel';
import type { Component } from './bundle';
import type { ProductKind } from './catalogue';
import { MOST_WARRANTY_MONTHS } from './installed-item';
import { checkOptions, type OptionGroup } from './options';

export type Translations = Partial<Record<Language, Record<string, string>>>;

/** What is said of a product, whole. */
export interface ProductFacts {
  name: string;
  kind: ProductKind;
  sku: string | null;
  group: string | null;
  description: string | null;
  sellingPoints: string | null;
  unit: string;
  /** Thousandths. */
  quantityStep: bigint;
  taxCategory: string;
  incomeKind: string | null;
  stockTracked: boolean;
  /** From the day goods are handed over; null: none. */
  warrantyMonths: number | null;
  /** Nothing of it leaves before somebody has looked at it. */
  checkBeforeShipping: boolean;
  /** Of one unit, packed; null: nobody has weighed it. */
  weightGrams: number | null;
  /** For the customs of the other side. */
  hsCode: string | null;
  /** Two letters, as `TH`. */
  originCountry: string | null;
  translations: Translations | null;
  options: readonly OptionGroup[] | null;
  components: readonly Component[] | null;
}

export type ProductDraft = Pick<ProductFacts, 'name' | 'kind'> & Partial<ProductFacts>;

/** What billing knows: a product it could not bill must not be sold. */
export interface TaxTerms {
  taxCategories: readonly string[];
  incomeKinds: readonly string[];
}

export type ProductState = 'active' | 'closed';

/** What is closed is sold no longer; orders and invoices of it stay. */
export const productMachine = machine<ProductState, 'close' | 'reopen'>({
  type: 'product',
  states: ['active', 'closed'],
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
  ],
});

/** A million: nothing is sold in larger steps. */
const MOST_STEP = 1_000_000_000n;

export function checkProduct(facts: ProductFacts, terms: TaxTerms): ProductFacts {
  if (facts.quantityStep <= 0n || facts.quantityStep > MOST_STEP) {
    throw badInput('product.step_invalid', { field: 'quantityStep' });
  }
  if (!terms.taxCategories.includes(facts.taxCategory)) {
    throw badInput('product.tax_category_unknown', {
      field: 'taxCategory',
      params: { category: facts.taxCategory, known: terms.taxCategories.join(', ') },
    });
  }
  if (facts.incomeKind !== null && !terms.incomeKinds.includes(facts.incomeKind)) {
    throw badInput('product.income_kind_unknown', {
      field: 'incomeKind',
      params: { kind: facts.incomeKind, known: terms.incomeKinds.join(', ') },
    });
  }
  const { warrantyMonths } = facts;
  if (warrantyMonths !== null && (warrantyMonths < 1 || warrantyMonths > MOST_WARRANTY_MONTHS)) {
    throw badInput('product.warranty_invalid', {
      field: 'warrantyMonths',
      params: { most: MOST_WARRANTY_MONTHS },
    });
  }
  checkOptions(facts.options ?? []);
  return facts;
}

/** A new product: what nobody said is as most are. */
export const completeProduct = (draft: ProductDraft): ProductFacts => ({
  name: draft.name,
  kind: draft.kind,
  sku: draft.sku ?? null,
  group: draft.group ?? null,
  description: draft.description ?? null,
  sellingPoints: draft.sellingPoints ?? null,
  unit: draft.unit ?? 'ชิ้น',
  quantityStep: draft.quantityStep ?? 1000n,
  taxCategory: draft.taxCategory ?? 'standard',
  incomeKind: draft.incomeKind ?? null,
  stockTracked: draft.stockTracked ?? false,
  warrantyMonths: draft.warrantyMonths ?? null,
  checkBeforeShipping: draft.checkBeforeShipping ?? false,
  weightGrams: draft.weightGrams ?? null,
  hsCode: draft.hsCode ?? null,
  originCountry: draft.originCountry ?? null,
  translations: draft.translations ?? null,
  options: draft.options ?? null,
  components: draft.components?.length ? draft.components : null,
});
