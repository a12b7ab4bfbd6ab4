/** What speaks for or against a proposal, each said in words to whoever looks at it. */
const EVIDENCE = {
  amount_exact: 50,
  amount_alone: 10,
  amount_sum: 40,
  amount_all_open: 10,
  amount_less_withheld: 40,
  amount_less_early: 40,
  amount_within_tolerance: 30,
  amount_part: 5,
  amount_over: 5,
  reference_invoice: 45,
  reference_order: 40,
  reference_po: 35,
  reference_payment: 45,
  reference_other: -30,
  payer_known: 35,
  payer_named: 35,
  payer_other: -25,
  slip: 20,
  slip_alone: 10,
  slip_near: 10,
  recorded: 10,
  recorded_alone: 10,
} as const;
export type Evidence = keyof typeof EVIDENCE;

export interface ProposedInvoice {
  id: number;
  documentId: string;
  number: string;
  cash: bigint;
  withheld: bigint;
}

/**
 * Where the money of a line may belong: on invoices, to a slip that waits, to a payment that was recorded already, or to
 * the account of a customer, oldest due first.
 */
export interface Proposal {
  kind: 'invoices' | 'slip' | 'recorded' | 'account';
  customer: { id: number; documentId: string; name: string };
  payment: { id: number; documentId: string } | null;
  invoices: readonly ProposedInvoice[];
  score: number;
  reasons: readonly Evidence[];
}

export type Verdict = 'matched' | 'to_check' | 'unknown';

/** From here on a proposal is sure by itself. */
const SURE = 60;
/** A second one nearer than this makes both unsure. */
const APART = 15;
/** Below this it is not worth showing. */
const LEAST = 25;
const MOST_SHOWN = 5;

export const scoreOf = (reasons: readonly Evidence[]): number =>
  reasons.reduce((total, reason) => total + EVIDENCE[reason], 0);

/** What a proposal takes: no two lines may be sure of the same. */
export const claimsOf = ({ kind, payment, invoices }: Proposal): string[] =>
  kind === 'slip' || kind === 'recorded'
    ? [`payment ${payment?.id ?? 0}`]
    : invoices.map((invoice) => `invoice ${invoice.id}`);

export const isWorthShowing = ({ score }: Proposal): boolean => score >= LEAST;

/** The best first, and whether the best of them is beyond doubt. */
export function judge(proposals: readonly Proposal[]): { verdict: Verdict; proposals: Proposal[] } {
  const worth = proposals
    .filter(isWorthShowing)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
  const [best, next] = worth;
  if (!best) return { verdict: 'unknown', proposals: [] };
  const sure = best.kind !== 'account' && best.score >= SURE && (!next || best.score - next.score >= APART);
  return { verdict: sure ? 'matched' : 'to_check', proposals: worth };
}
