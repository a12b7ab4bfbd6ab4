import { badInput, type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { type Columns, readCells, wordsFor } from '@sanya/strapi-plugin-platform/kit';
import type { Per, ProductKind } from '../catalogue';
import type { KeptTier, PriceModel } from '../tiers';
import type { Field } from './columns';
import { readTiers } from './read-tiers';

/** What a row says; what it does not say stays as it is. */
export interface RowSaid {
  sku: string;
  product: { name?: string; kind?: ProductKind; group?: string | null; unit?: string; taxCategory?: string };
  price?: {
    /** Minor units, as text: rows are kept as JSON. That of the first tier where there are tiers. */
    unitPrice: string;
    model?: PriceModel;
    tiers?: KeptTier[];
    setupFee?: string;
    trialDays?: number;
    minimumMonths?: number;
    label: string | null;
    per: Per;
    validFrom?: CivilDate;
    validTo?: CivilDate;
    includesTax?: boolean;
  };
}

const KINDS = wordsFor({ goods: ['สินค้า', 'product'], service: ['บริการ', 'services'] });
const MODELS = wordsFor({
  fixed: ['one price', 'ราคาเดียว'],
  volume: ['by volume', 'ตามปริมาณ'],
  graduated: ['tiered', 'ขั้นบันได'],
});
const PERS = wordsFor({
  one_time: ['once', 'one time', 'ครั้งเดียว'],
  month: ['monthly', 'per month', 'รายเดือน', 'เดือน'],
  quarter: ['quarterly', 'per quarter', 'รายไตรมาส', 'ไตรมาส'],
  half_year: ['half-yearly', 'per half year', 'รายครึ่งปี', 'ครึ่งปี'],
  year: ['yearly', 'per year', 'รายปี', 'ปี'],
});

const LONGEST: Partial<Record<Field, number>> = {
  sku: 60,
  name: 200,
  group: 100,
  unit: 40,
  taxCategory: 60,
  label: 100,
  tiers: 2000,
};

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readRow(cells: readonly string[], columns: Columns<Field>, currency: string): RowSaid {
  const { text, word, yes, date, amount, whole, wrong } = readCells(cells, columns, {
    area: 'product_import',
    longest: LONGEST,
  });
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
  const model = word('model', MODELS) as PriceModel | undefined;
  const tiers = text('tiers') === '' ? undefined : readTiers(text('tiers'), currency);
  if (text('tiers') !== '' && !tiers) throw wrong('no_tiers', 'tiers', text('tiers').slice(0, 30));
  if (model === 'fixed' && tiers) throw badInput('price.tiers_of_fixed', { field: 'tiers' });
  if (model !== undefined && model !== 'fixed' && !tiers) throw badInput('price.tiers_missing', { field: 'tiers' });
  const said = amount('price', currency);
  const unitPrice = said ?? (tiers?.[0] && BigInt(tiers[0].unitPrice));
  const [setupFee, trialDays, minimumMonths] = [
    amount('setupFee', currency),
    whole('trialDays'),
    whole('minimumMonths'),
  ];
  if (unitPrice === undefined) {
    if (model === undefined && (setupFee ?? trialDays ?? minimumMonths) === undefined) return { sku, product };
    throw wrong('missing', 'price');
  }
  const includesTax = yes('includesTax');
  const [validFrom, validTo] = [date('validFrom'), date('validTo')];
  return {
    ...{ sku, product },
    price: {
      unitPrice: String(unitPrice),
      label: text('label') || null,
      per: (word('per', PERS) as Per | undefined) ?? 'one_time',
      ...(model && { model }),
      ...(tiers && { tiers }),
      ...(setupFee !== undefined && { setupFee: String(setupFee) }),
      ...(trialDays !== undefined && { trialDays }),
      ...(minimumMonths !== undefined && { minimumMonths }),
      ...(validFrom && { validFrom }),
      ...(validTo && { validTo }),
      ...(includesTax !== undefined && { includesTax }),
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
