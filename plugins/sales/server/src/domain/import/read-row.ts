import {
  badInput,
  type CivilDate,
  collapseSpaces,
  compareDates,
  parseCivilDate,
  parseMoney,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Per, ProductKind } from '../catalogue';
import { type Columns, type Field, HEADINGS } from './columns';

/** What a row says; what it does not say stays as it is. */
export interface RowSaid {
  sku: string;
  product: { name?: string; kind?: ProductKind; group?: string | null; unit?: string; taxCategory?: string };
  price?: {
    /** Minor units, as text: rows are kept as JSON. */
    unitPrice: string;
    label: string | null;
    per: Per;
    validFrom?: CivilDate;
    validTo?: CivilDate;
    includesTax?: boolean;
  };
}

const lower = (list: Record<string, readonly string[]>): Map<string, string> =>
  new Map(
    Object.entries(list).flatMap(([value, words]) => [value, ...words].map((word) => [word.toLowerCase(), value])),
  );

const KINDS = lower({ goods: ['สินค้า', 'product'], service: ['บริการ', 'services'] });
const PERS = lower({
  one_time: ['once', 'one time', 'ครั้งเดียว'],
  month: ['monthly', 'per month', 'รายเดือน', 'เดือน'],
  quarter: ['quarterly', 'per quarter', 'รายไตรมาส', 'ไตรมาส'],
  half_year: ['half-yearly', 'per half year', 'รายครึ่งปี', 'ครึ่งปี'],
  year: ['yearly', 'per year', 'รายปี', 'ปี'],
});
const YES_NO = lower({
  yes: ['y', 'true', '1', 'ใช่', 'รวม', 'รวมภาษี'],
  no: ['n', 'false', '0', 'ไม่ใช่', 'ไม่รวม', 'ไม่รวมภาษี'],
});

const LONGEST: Partial<Record<Field, number>> = {
  sku: 60,
  name: 200,
  group: 100,
  unit: 40,
  taxCategory: 60,
  label: 100,
};

/** Our own export guards what looks like a formula by an apostrophe, which is no part of the text. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

const wrong = (code: string, field: Field, value: string) =>
  badInput(`product_import.${code}`, {
    field,
    params: { column: { words: [`product_import.column.${field}`] }, value },
  });

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readRow(cells: readonly string[], { places }: Columns, currency: string): RowSaid {
  const text = (field: Field): string => {
    const place = places[field];
    const said = place === undefined ? '' : collapseSpaces(unguarded(cells[place] ?? ''));
    const longest = LONGEST[field];
    if (longest !== undefined && said.length > longest) throw wrong('too_long_text', field, said.slice(0, 30));
    return said;
  };
  const word = (field: Field, words: ReadonlyMap<string, string>): string | undefined => {
    const said = text(field);
    if (said === '') return undefined;
    const value = words.get(said.toLowerCase());
    if (value === undefined) throw wrong('no_such_word', field, said);
    return value;
  };
  const date = (field: Field): CivilDate | undefined => {
    const said = text(field);
    if (said === '') return undefined;
    const read = parseCivilDate(said);
    if (!read) throw wrong('no_date', field, said);
    return read.date;
  };
  const sku = text('sku');
  if (sku === '') throw badInput('product_import.no_code', { field: 'sku' });
  const [name, kind, group, unit, taxCategory] = [
    text('name'),
    word('kind', KINDS) as ProductKind | undefined,
    text('group'),
    text('unit'),
    text('taxCategory'),
  ];
  const product: RowSaid['product'] = {
    ...(name && { name }),
    ...(kind && { kind }),
    ...(group && { group }),
    ...(unit && { unit }),
    ...(taxCategory && { taxCategory }),
  };
  const amount = text('price');
  if (amount === '') return { sku, product };
  const unitPrice = parseMoney(amount, currency);
  if (unitPrice === undefined || unitPrice < 0n) throw wrong('no_amount', 'price', amount);
  const included = word('includesTax', YES_NO);
  const [validFrom, validTo] = [date('validFrom'), date('validTo')];
  return {
    ...{ sku, product },
    price: {
      unitPrice: String(unitPrice),
      label: text('label') || null,
      per: (word('per', PERS) as Per | undefined) ?? 'one_time',
      ...(validFrom && { validFrom }),
      ...(validTo && { validTo }),
      ...(included && { includesTax: included === 'yes' }),
    },
  };
}

/**
 * Of two rows that say the price of one thing for one time the second is a mistake. A price without a day begins today,
 * unless it was over before.
 */
export function priceKey({ sku, price }: RowSaid, today: CivilDate): string {
  const isOver = price?.validTo !== undefined && compareDates(price.validTo, today) < 0;
  const begins = price?.validFrom ?? (isOver ? null : today);
  return JSON.stringify([sku, price?.label ?? null, price?.per ?? null, begins]);
}

export const headingOf = (field: Field, language: 'th' | 'en'): string => HEADINGS[field][language === 'en' ? 0 : 1];
