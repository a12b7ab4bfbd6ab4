import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, PRODUCT } from '../content-types/types';
import type { KnownContract, KnownProduct } from '../domain/opening/decide-contract';

const PIECE = 1_000;
const pieces = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / PIECE) }, (_, index) => list.slice(index * PIECE, (index + 1) * PIECE));

/** Contracts that have these numbers. */
export async function numberedContracts(
  { rows }: Platform,
  numbers: readonly string[],
): Promise<Map<string, KnownContract>> {
  const known = new Map<string, KnownContract>();
  for (const piece of pieces([...new Set(numbers)])) {
    const found = await rows.find<KnownContract & { number: string }>(
      CONTRACT,
      (query, column) => void query.whereIn(column('number'), piece),
      { fields: ['number', 'customer', 'startsOn'] },
    );
    for (const { number, customer, startsOn } of found) known.set(number, { customer, startsOn });
  }
  return known;
}

/** Products by their codes. */
export async function productsOf({ rows }: Platform, skus: readonly string[]): Promise<Map<string, KnownProduct>> {
  const known = new Map<string, KnownProduct>();
  for (const piece of pieces([...new Set(skus)])) {
    const found = await rows.find<KnownProduct & { sku: string }>(
      PRODUCT,
      (query, column) => void query.whereIn(column('sku'), piece),
      { fields: ['sku', 'name', 'kind', 'unit', 'taxCategory', 'incomeKind'] },
    );
    for (const { sku, ...product } of found) known.set(sku, product);
  }
  return known;
}
