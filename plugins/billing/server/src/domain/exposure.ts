import { max, sum } from '@sanya/strapi-plugin-platform/kernel';

/** What a customer would still owe us, by where it comes from: open invoices, orders not invoiced yet, cheques not cleared. */
export interface ExposurePart {
  code: string;
  /** Minor units, never below zero. */
  amount: bigint;
}

export interface Exposure {
  parts: readonly ExposurePart[];
  /** What the customer has over. */
  credit: bigint;
}

/** What stands open with a customer; never below zero: what they have over beyond it is no loan of theirs to spend. */
export const exposureOf = ({ parts, credit }: Exposure): bigint =>
  max(0n, sum(parts.map((part) => part.amount)) - credit);

/** What of the limit is left; below zero: how far it is passed. Null: no limit. */
export const availableOf = (exposure: bigint, limit: bigint | null): bigint | null =>
  limit === null ? null : limit - exposure;

export interface CreditRules {
  limit: bigint | null;
  /** By how many days the oldest open invoice is past due. */
  overdueDays: number;
  /** From how many days past due nothing more is sold on credit; 0: never. */
  mostOverdueDays: number;
}

export type CreditProblem = { code: 'over_limit'; exposure: bigint; limit: bigint } | { code: 'overdue'; days: number };

/**
 * What stands against selling for this amount more on credit: the limit would be passed, or something is overdue too
 * long. Nothing stands against what costs nothing.
 */
export function creditProblems(standing: Exposure, order: bigint, rules: CreditRules): CreditProblem[] {
  if (order <= 0n) return [];
  const exposure = exposureOf({ ...standing, parts: [...standing.parts, { code: 'order', amount: order }] });
  const { limit, overdueDays, mostOverdueDays } = rules;
  return [
    ...(limit !== null && exposure > limit ? [{ code: 'over_limit' as const, exposure, limit }] : []),
    ...(mostOverdueDays > 0 && overdueDays > mostOverdueDays ? [{ code: 'overdue' as const, days: overdueDays }] : []),
  ];
}
