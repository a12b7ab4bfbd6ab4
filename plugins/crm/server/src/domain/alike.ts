import type { DuplicateReason } from './duplicates';

/** Row ids of customers who share one mark. */
export interface Sharing {
  reason: DuplicateReason;
  customers: readonly number[];
}

export interface Alike {
  reasons: DuplicateReason[];
  customers: number[];
}

/** Row ids of two customers who were said not to be the same, the lower first. */
export type Distinct = readonly [one: number, other: number];

const pairKey = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);

/** Of two or more customers each pair, the lower first. */
export const pairsOf = (customers: readonly number[]): Distinct[] => {
  const sorted = [...new Set(customers)].sort((a, b) => a - b);
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other): Distinct => [one, other]));
};

/**
 * Parts of a group within which each may still be the same as another of them; two who may be come first, so that they
 * are the ones to compare.
 */
function stillAlike(customers: readonly number[], isDistinct: (a: number, b: number) => boolean): number[][] {
  const left = new Set(customers);
  const parts: number[][] = [];
  for (const first of customers) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const member of part) {
      for (const other of [...left].filter((one) => !isDistinct(member, one))) {
        left.delete(other);
        part.push(other);
      }
    }
    if (part.length > 1) parts.push(part);
  }
  return parts;
}

/** The same customers who share several marks are one group; who share most come first, then who came last. */
export function groupAlike(sharings: readonly Sharing[], distinct: readonly Distinct[] = []): Alike[] {
  const apart = new Set(distinct.map(([one, other]) => pairKey(one, other)));
  const isDistinct = (a: number, b: number): boolean => apart.has(pairKey(a, b));
  const groups = new Map<string, Alike>();
  for (const { reason, customers } of sharings) {
    const sorted = [...new Set(customers)].sort((a, b) => a - b);
    for (const part of stillAlike(sorted, isDistinct)) {
      const key = [...part].sort((a, b) => a - b).join();
      const group = groups.get(key) ?? { reasons: [], customers: part };
      if (!group.reasons.includes(reason)) group.reasons.push(reason);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) => b.reasons.length - a.reasons.length || Math.max(...b.customers) - Math.max(...a.customers),
  );
}
