import { parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { CycleUnit } from '../../server/src/domain/cycle';

export const CHANGES = ['change', 'remove', 'add'] as const;
export type ChangeKind = (typeof CHANGES)[number];

export const CHANGE_DAYS = ['now', 'period_end', 'on'] as const;
export type ChangeDay = (typeof CHANGE_DAYS)[number];

export interface SoldPrice {
  documentId: string;
  label: string | null;
  unitPrice: string;
  per: CycleUnit | 'one_time';
  validTo: string | null;
}

export interface SoldProduct {
  documentId: string;
  name: string;
  unit: string;
  prices?: SoldPrice[];
}

export interface ChangeValues {
  what: string;
  /** Document id. */
  line: string;
  price: string;
  quantity: string;
  unitPrice: string;
  description: string;
  when: string;
  on: string;
  reason: string;
}

export const NO_CHANGE = {
  ...{ what: 'change', line: '', price: '', quantity: '', unitPrice: '', description: '', when: 'now', on: '' },
  reason: '',
} satisfies ChangeValues;

/** The prices of a product that recur, and hold today. */
export const recurringPrices = (product: SoldProduct | undefined, today: string): SoldPrice[] =>
  (product?.prices ?? []).filter(({ per, validTo }) => per !== 'one_time' && (validTo === null || validTo >= today));

/** The change as the door takes it; undefined while it is not said what is to become of what. */
export function changeBody(values: ChangeValues, product: SoldProduct | undefined, currency: string) {
  const { what, line, price, when, on } = values;
  const [quantity, description, typed] = [values.quantity.trim(), values.description.trim(), values.unitPrice.trim()];
  const unitPrice = typed === '' ? undefined : parseMoney(typed, currency)?.toString();
  if ((typed !== '' && unitPrice === undefined) || (when === 'on' && on === '')) return undefined;
  const day = when === 'on' ? { on } : { when: when as 'now' | 'period_end' };
  const reason = values.reason.trim();
  const why = reason === '' ? {} : { reason };
  if (what === 'remove') return line === '' ? undefined : { ...day, ...why, remove: [line] };
  if (what === 'add') {
    const chosen = product?.prices?.find(({ documentId }) => documentId === price);
    const own = unitPrice ?? chosen?.unitPrice;
    if (own === undefined || (!product && description === '')) return undefined;
    const cycle = chosen && chosen.per !== 'one_time' ? { cycle: { unit: chosen.per, count: 1 } } : {};
    const added = {
      ...(product ? { product: product.documentId } : {}),
      ...(description === '' ? {} : { description }),
      ...{ quantity: quantity === '' ? '1' : quantity, unitPrice: own, ...cycle },
    };
    return { ...day, ...why, add: [added] };
  }
  const changed = {
    ...(product ? { product: product.documentId } : {}),
    ...(product && price !== '' ? { price } : {}),
    ...(quantity === '' ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(description === '' ? {} : { description }),
  };
  return line === '' || Object.keys(changed).length === 0
    ? undefined
    : { ...day, ...why, lines: [{ line, ...changed }] };
}
