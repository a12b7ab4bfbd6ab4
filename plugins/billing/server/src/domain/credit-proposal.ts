import { max, mulDiv } from '@sanya/strapi-plugin-platform/kernel';
import type { CreditGrade } from './credit-score';

export interface CreditTerms {
  creditTermsDays: number;
  /** Minor units; null: none is set. */
  creditLimit: bigint | null;
}

export interface CreditProposal extends CreditTerms {
  /** Why, as a message code: `credit.proposal.raise`. */
  why: 'raise' | 'open' | 'stop';
}

const FIRST_TERMS = 15;
const GOOD_TERMS = 30;
/** Limits are round sums: a thousand baht. */
const STEP = 100_000n;
const MONTHS_OF_GOOD = 3n;
const MONTHS_OF_FAIR = 2n;

const roundUp = (amount: bigint): bigint => mulDiv(amount, 1n, STEP, 'up') * STEP;

/**
 * Which terms the way a customer pays would bear, or null where they already have them: good payers up to three months of
 * what they buy, fair ones up to two, bad ones pay before they get anything. Nothing is proposed for those in between or
 * of whom too little is known, and never a lower limit than they have.
 * @param monthly what they were invoiced a month on average
 */
export function proposeTerms(grade: CreditGrade, now: CreditTerms, monthly: bigint): CreditProposal | null {
  if (grade === 'd') {
    return now.creditTermsDays === 0 ? null : { why: 'stop', creditTermsDays: 0, creditLimit: now.creditLimit };
  }
  if (grade !== 'a' && grade !== 'b') return null;
  const room = roundUp(monthly * (grade === 'a' ? MONTHS_OF_GOOD : MONTHS_OF_FAIR));
  if (now.creditTermsDays === 0) {
    const creditLimit = max(room, now.creditLimit ?? 0n);
    return { why: 'open', creditTermsDays: grade === 'a' ? GOOD_TERMS : FIRST_TERMS, creditLimit };
  }
  if (now.creditLimit === null || room <= now.creditLimit) return null;
  return { why: 'raise', creditTermsDays: now.creditTermsDays, creditLimit: room };
}
