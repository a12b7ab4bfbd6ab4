import { badInput, type CivilDate, isRefusal, ONE, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { SaidRow } from '@sanya/strapi-plugin-platform/kit';
import type { KnownPrice, PriceWish } from '../price-list';
import type { ProductDraft } from '../product';
import { decidePrice, type Standing } from './decide-price';
import { priceKey, type RowSaid } from './read-row';

export const OUTCOMES = ['new_product', 'new_price', 'changed', 'unchanged', 'wrong'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface KnownProduct {
  id: number;
  facts: object;
  prices: readonly KnownPrice[];
}

export type ReadRow = SaidRow<RowSaid>;

export interface DecidedRow {
  row: number;
  outcome: Outcome;
  refusal?: Refusal;
  /** Minor units: what held and what will. */
  before: bigint | null;
  after: bigint | null;
}

/** What the rows of one product come to. */
export interface DecidedProduct {
  rows: DecidedRow[];
  create?: ProductDraft & { sku: string; prices: PriceWish[] };
  change?: { id: number; change: RowSaid['product']; prices: PriceWish[] };
}

/** A row that says of the product what an earlier one says otherwise. */
const contraryTo = (row: RowSaid, before: readonly ReadRow[]): ReadRow | undefined =>
  before.find(({ said }) =>
    Object.entries(row.product).some(([name, value]) => {
      const other = (said.product as Record<string, unknown>)[name];
      return other !== undefined && other !== value;
    }),
  );

/** What holds first is decided first, so that a file may tell of the next years. */
const byBeginning = (a: ReadRow, b: ReadRow): number =>
  (a.said.price?.validFrom ?? '').localeCompare(b.said.price?.validFrom ?? '') || a.row - b.row;

/** Rows of one code, against the product that has it, if any. Each that cannot be is wrong by itself. */
export function decideProduct(
  known: KnownProduct | undefined,
  rows: readonly ReadRow[],
  today: CivilDate,
  currency: string,
): DecidedProduct {
  const step = (known?.facts as { quantityStep?: bigint } | undefined)?.quantityStep ?? ONE;
  const seen = new Map<string, number>();
  const good: ReadRow[] = [];
  const decided = new Map<number, DecidedRow>();
  const amountOf = ({ price }: RowSaid): bigint | null => (price ? BigInt(price.unitPrice) : null);
  const judge = ({ row, said }: ReadRow, work: () => Omit<DecidedRow, 'row' | 'after'>): void => {
    try {
      decided.set(row, { row, after: amountOf(said), ...work() });
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      decided.set(row, { row, outcome: 'wrong', refusal, before: null, after: amountOf(said) });
    }
  };
  const named = rows.some(({ said }) => said.product.name !== undefined);
  for (const one of rows) {
    judge(one, () => {
      const key = priceKey(one.said, today);
      const first = seen.get(key);
      if (first !== undefined) throw badInput('product_import.twice', { field: 'sku', params: { row: first } });
      const contrary = contraryTo(one.said, good);
      if (contrary) throw badInput('product_import.contrary', { field: 'name', params: { row: contrary.row } });
      if (!known && !named) throw badInput('product_import.no_name', { field: 'name' });
      seen.set(key, one.row);
      good.push(one);
      return { outcome: known ? 'unchanged' : 'new_product', before: null };
    });
  }

  const product = Object.assign({}, ...good.map(({ said }) => said.product)) as RowSaid['product'];
  const change = Object.fromEntries(
    Object.entries(product).filter(([name, value]) => (known?.facts as Record<string, unknown>)?.[name] !== value),
  ) as RowSaid['product'];
  const isChanged = known !== undefined && Object.keys(change).length > 0;
  const prices: PriceWish[] = [];
  let standing: Standing[] = [...(known?.prices ?? [])];
  for (const [index, one] of [...good].sort(byBeginning).entries()) {
    judge(one, () => {
      const price = one.said.price && decidePrice(standing, one.said.price, { today, row: one.row, step, currency });
      if (price) {
        standing = price.standing;
        prices.push(...price.wishes);
      }
      const before = price?.before ?? null;
      if (!known) return { outcome: 'new_product', before };
      if (price && price.outcome !== 'unchanged') return { outcome: price.outcome, before };
      return { outcome: isChanged && index === 0 ? 'changed' : 'unchanged', before };
    });
  }
  const result = rows.flatMap(({ row }) => decided.get(row) ?? []);
  if (known) {
    return isChanged || prices.length > 0
      ? { rows: result, change: { id: known.id, change: isChanged ? change : {}, prices } }
      : { rows: result };
  }
  const { name, kind = 'goods' } = product;
  return name === undefined || good.length === 0
    ? { rows: result }
    : { rows: result, create: { ...product, name, kind, sku: good[0]?.said.sku ?? '', prices } };
}
