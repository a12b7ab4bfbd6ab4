/** Lawful causes (s.82/10) that a credit note may name for a run that should not have been. */
export const UNDO_CAUSES = ['price_wrong', 'service_not_rendered', 'contract_ended', 'other'] as const;
export type UndoCause = (typeof UNDO_CAUSES)[number];

/** What becomes of money that came: the customer's credit, or it goes back. */
export const SETTLEMENTS = ['credit', 'refund'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What was decided for one customer; row id. */
export interface Decision {
  customer: number;
  settle: Settlement;
}

export interface Decisions {
  /** For whom nothing else was said. */
  settle: Settlement;
  decisions: readonly Decision[];
}

export const settlementOf = ({ settle, decisions }: Decisions, customer: number): Settlement =>
  decisions.find((one) => one.customer === customer)?.settle ?? settle;

interface Paid {
  /** Minor units that are still asked for. */
  amountDue: bigint;
  /** Of what was paid, the money: what was withheld went to the revenue office. */
  refundable: bigint;
}

/**
 * Where a credit over all of an invoice goes: less is asked for first, then money goes back where that was decided; what
 * is left of it is the customer's credit.
 */
export function settleWishes({ amountDue, refundable }: Paid, settle: Settlement): { how: 'offset' | 'refund' }[] {
  return [
    ...(amountDue > 0n ? [{ how: 'offset' as const }] : []),
    ...(settle === 'refund' && refundable > 0n ? [{ how: 'refund' as const }] : []),
  ];
}
