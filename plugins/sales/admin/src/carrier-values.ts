import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { CarrierState } from '../../server/src/domain/carrier';

export interface Carrier {
  documentId: string;
  name: string;
  trackingPattern: string | null;
  daysPromised: number;
  rates: { postcodes: string[]; upToGrams: number | null; price: string }[] | null;
  note: string | null;
  state: CarrierState;
}

/** A row of the price table as it is typed: postcodes with commas between, kilograms, an amount. */
export interface RateValues {
  postcodes: string;
  kilograms: string;
  price: string;
}

export const NEW_RATE: RateValues = { postcodes: '', kilograms: '', price: '' };

const kilogramsOf = (grams: number): string => String(grams / 1000);

/** Grams of what was typed as kilograms; undefined where that is no weight. */
export function gramsTyped(typed: string): number | null | undefined {
  const text = typed.replaceAll(',', '').trim();
  if (text === '') return null;
  const [, whole, part = ''] = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const grams = whole === undefined ? 0 : Number(whole) * 1000 + Number(part.padEnd(3, '0'));
  return grams > 0 ? grams : undefined;
}

export const rateValues = (rates: Carrier['rates'], currency: string): RateValues[] =>
  (rates ?? []).map(({ postcodes, upToGrams, price }) => ({
    postcodes: postcodes.join(', '),
    kilograms: upToGrams === null ? '' : kilogramsOf(upToGrams),
    price: formatMoney(price, currency),
  }));

/** As the door takes them, or which field of which row cannot be read. */
export function ratesOf(
  rows: readonly RateValues[],
  currency: string,
): { rates: NonNullable<Carrier['rates']> } | { field: string; key: string } {
  const rates: NonNullable<Carrier['rates']> = [];
  for (const [index, row] of rows.entries()) {
    const postcodes = row.postcodes
      .split(/[\s,]+/)
      .map((one) => one.toUpperCase())
      .filter((one) => one !== '');
    if (postcodes.some((one) => !/^[0-9A-Z]{1,10}$/.test(one))) {
      return { field: `rates.${index}.postcodes`, key: 'carrier.no_postcodes' };
    }
    const upToGrams = gramsTyped(row.kilograms);
    if (upToGrams === undefined) return { field: `rates.${index}.kilograms`, key: 'carrier.no_kilograms' };
    const price = parseMoney(row.price, currency);
    if (price === undefined || price < 0n) return { field: `rates.${index}.price`, key: 'carrier.no_price' };
    rates.push({ postcodes, upToGrams, price: String(price) });
  }
  return { rates };
}
