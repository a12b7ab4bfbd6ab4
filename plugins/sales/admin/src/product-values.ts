import { differences, formatMoney, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Component } from '../../server/src/domain/bundle';
import { type GroupValues, groupValues, optionsOf, unreadableOption } from './option-values';
import { NO_TERMS, termsOf, type TermValues, termValues, unreadableTerms } from './tier-values';
import type { Price, Product, Translations } from './types';

/** What stands in the fields of one price: text as it is typed. */
export interface PriceValues extends TermValues {
  /** Empty: a new one. */
  documentId: string;
  label: string;
  labelEn: string;
  unitPrice: string;
  per: string;
  validFrom: string;
  validTo: string;
  /** Empty: as the settings say. */
  tax: '' | 'in' | 'out';
  translations: Translations | null;
}

export interface ProductValues {
  name: string;
  nameEn: string;
  kind: string;
  sku: string;
  group: string;
  description: string;
  descriptionEn: string;
  sellingPoints: string;
  sellingPointsEn: string;
  unit: string;
  unitEn: string;
  quantityStep: string;
  taxCategory: string;
  incomeKind: string;
  stockTracked: boolean;
  /** Empty: none. */
  warrantyMonths: string;
  checkBeforeShipping: boolean;
  /** Empty: not known. */
  weightGrams: string;
  hsCode: string;
  originCountry: string;
  translations: Translations | null;
  prices: PriceValues[];
  options: GroupValues[];
  components: Component[];
}

export const NEW_PRICE: PriceValues = {
  ...{ documentId: '', label: '', labelEn: '', unitPrice: '', per: 'one_time' },
  ...{ validFrom: '', validTo: '', tax: '', translations: null },
  ...NO_TERMS,
};

export const newValues = (unit: string): ProductValues => ({
  ...{ name: '', nameEn: '', kind: 'goods', sku: '', group: '', description: '', descriptionEn: '' },
  ...{ sellingPoints: '', sellingPointsEn: '', unit, unitEn: '', quantityStep: '1', taxCategory: 'standard' },
  ...{
    incomeKind: '',
    stockTracked: false,
    warrantyMonths: '',
    translations: null,
    prices: [NEW_PRICE],
    options: [],
    components: [],
  },
  ...{ checkBeforeShipping: false, weightGrams: '', hsCode: '', originCountry: '' },
});

const priceValues = (price: Price): PriceValues => ({
  documentId: price.documentId,
  label: price.label ?? '',
  labelEn: price.translations?.en?.label ?? '',
  unitPrice: formatMoney(price.unitPrice, price.currency),
  per: price.per,
  validFrom: price.validFrom ?? '',
  validTo: price.validTo ?? '',
  tax: price.includesTax === null ? '' : price.includesTax ? 'in' : 'out',
  translations: price.translations,
  ...termValues(price),
});

export const valuesOf = (product: Product): ProductValues => ({
  name: product.name,
  nameEn: product.translations?.en?.name ?? '',
  kind: product.kind,
  sku: product.sku ?? '',
  group: product.group ?? '',
  description: product.description ?? '',
  descriptionEn: product.translations?.en?.description ?? '',
  sellingPoints: product.sellingPoints ?? '',
  sellingPointsEn: product.translations?.en?.sellingPoints ?? '',
  unit: product.unit,
  unitEn: product.translations?.en?.unit ?? '',
  quantityStep: product.quantityStep,
  taxCategory: product.taxCategory,
  incomeKind: product.incomeKind ?? '',
  stockTracked: product.stockTracked,
  warrantyMonths: product.warrantyMonths == null ? '' : String(product.warrantyMonths),
  checkBeforeShipping: product.checkBeforeShipping ?? false,
  weightGrams: product.weightGrams == null ? '' : String(product.weightGrams),
  hsCode: product.hsCode ?? '',
  originCountry: product.originCountry ?? '',
  translations: product.translations,
  prices: (product.prices ?? []).map(priceValues),
  options: groupValues(product.options),
  components: [...(product.components ?? [])],
});

const orNull = (text: string): string | null => text.trim() || null;

/** The English texts among the translations; other languages stay. */
function translationsOf(all: Translations | null, english: Record<string, string>): Translations | null {
  const { en: _, ...others } = all ?? {};
  const said = Object.fromEntries(Object.entries(english).filter(([, text]) => text.trim() !== ''));
  const after = Object.keys(said).length > 0 ? { ...others, en: said } : others;
  return Object.keys(after).length > 0 ? after : null;
}

const componentsOf = (components: readonly Component[]): Component[] | null =>
  components.length === 0 ? null : components.map(({ product, quantity }) => ({ product, quantity: quantity.trim() }));

const factsOf = (values: ProductValues) => ({
  name: values.name,
  kind: values.kind,
  sku: orNull(values.sku),
  group: orNull(values.group),
  description: orNull(values.description),
  sellingPoints: orNull(values.sellingPoints),
  unit: values.unit,
  quantityStep: values.quantityStep.trim(),
  taxCategory: values.taxCategory,
  incomeKind: orNull(values.incomeKind),
  stockTracked: values.stockTracked,
  warrantyMonths: values.warrantyMonths.trim() === '' ? null : Number(values.warrantyMonths),
  checkBeforeShipping: values.checkBeforeShipping,
  weightGrams: values.weightGrams.trim() === '' ? null : Number(values.weightGrams.replaceAll(',', '')),
  hsCode: orNull(values.hsCode),
  originCountry: orNull(values.originCountry.toUpperCase()),
  translations: translationsOf(values.translations, {
    name: values.nameEn,
    description: values.descriptionEn,
    sellingPoints: values.sellingPointsEn,
    unit: values.unitEn,
  }),
  options: optionsOf(values.options),
  components: componentsOf(values.components),
});

const priceOf = (values: PriceValues) => ({
  label: orNull(values.label),
  ...termsOf(values),
  per: values.per,
  validFrom: orNull(values.validFrom),
  validTo: orNull(values.validTo),
  includesTax: values.tax === '' ? null : values.tax === 'in',
  translations: translationsOf(values.translations, { label: values.labelEn }),
});

/** As the door takes a new product: amounts in minor units. */
export const draftOf = (values: ProductValues) => ({ ...factsOf(values), prices: values.prices.map(priceOf) });

/** What differs: what nobody touched is not sent over what somebody else wrote. Each price keeps its place in the form. */
export const changesOf = (before: ProductValues, after: ProductValues) => ({
  ...differences(factsOf(before), factsOf(after))?.after,
  prices: after.prices.map((price) => {
    if (price.documentId === '') return priceOf(price);
    const old = before.prices.find((one) => one.documentId === price.documentId);
    return { documentId: price.documentId, ...(old && differences(priceOf(old), priceOf(price))?.after) };
  }),
});

/** What cannot even be sent: no name, a text that is no amount. All else the office judges. */
export function unreadable(values: ProductValues): { field: string; key: string } | undefined {
  if (values.name.trim() === '') return { field: 'name', key: 'product.no_name' };
  if (values.unit.trim() === '') return { field: 'unit', key: 'product.no_unit' };
  if (parseQuantity(values.quantityStep.trim()) === undefined) return { field: 'quantityStep', key: 'product.no_step' };
  if (!/^\d*$/.test(values.warrantyMonths.trim())) return { field: 'warrantyMonths', key: 'product.no_months' };
  if (!/^[\d,]*$/.test(values.weightGrams.trim())) return { field: 'weightGrams', key: 'product.no_grams' };
  for (const [index, price] of values.prices.entries()) {
    const wrong = unreadableTerms(price);
    if (wrong) return { ...wrong, field: `prices.${index}.${wrong.field}` };
  }
  return unreadableOption(values.options);
}
