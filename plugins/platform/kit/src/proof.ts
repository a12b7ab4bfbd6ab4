import type { MessageParams } from '../../kernel/src';

/** One named thing that does not add up in the books. */
export interface Discrepancy {
  check: string;
  type: string;
  documentId: string;
  /** Parameters of the message `proof.<check>`. */
  params: MessageParams;
}

/** A check of the books. Set-based; returns what is wrong, nothing when all is well. */
export interface ProofCheck {
  /** `billing.allocations-equal-payments`. */
  name: string;
  run: (range: { from?: string; to?: string }) => Promise<Discrepancy[]>;
}
