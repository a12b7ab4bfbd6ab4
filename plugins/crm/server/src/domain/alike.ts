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

/** The same customers who share several marks are one group; who share most come first, then who came last. */
export function groupAlike(sharings: readonly Sharing[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { reason, customers } of sharings) {
    const sorted = [...new Set(customers)].sort((a, b) => a - b);
    if (sorted.length < 2) continue;
    const key = sorted.join();
    const group = groups.get(key) ?? { reasons: [], customers: sorted };
    if (!group.reasons.includes(reason)) group.reasons.push(reason);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => b.reasons.length - a.reasons.length || (b.customers.at(-1) ?? 0) - (a.customers.at(-1) ?? 0),
  );
}
