import { compareDates, max, min, mulDiv, PPM, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { lastDayAfterMonths } from './cycle';
import { costOf, type LeavingFee } from './ending';
import type { Interval, Span } from './intervals';
import type { LineTerms } from './periods-due';

/**
 * The fee for promising less from a day on before the minimum term is over: as for leaving, of what the rest costs less.
 * Of a fixed fee the same share as of the rest.
 */
export function feeToLower(
  before: LineTerms,
  after: LineTerms,
  agreed: { fee: LeavingFee; minimumUntil: CivilDate | null; suspensions: readonly Interval[] },
): bigint {
  const { fee, minimumUntil, suspensions } = agreed;
  const from = after.startsOn;
  if (fee.kind === 'none' || minimumUntil === null || compareDates(from, minimumUntil) > 0) return 0n;
  // What ends before was paid for when it was given up.
  const ends = after.endsOn !== null && compareDates(after.endsOn, minimumUntil) < 0 ? after.endsOn : minimumUntil;
  const cost = (terms: LineTerms, span: Span): bigint => costOf(terms, suspensions, span);
  const less = (end: CivilDate): bigint =>
    max(0n, cost(before, { start: from, end }) - cost(after, { start: from, end }));
  const lost = less(ends);
  switch (fee.kind) {
    case 'fixed': {
      const rest = cost(before, { start: from, end: ends });
      return rest === 0n ? 0n : min(fee.amount, mulDiv(fee.amount, lost, rest));
    }
    case 'percent':
      return mulDiv(lost, BigInt(fee.ppm), PPM);
    case 'months': {
      const end = lastDayAfterMonths(from, fee.months);
      return compareDates(end, ends) < 0 ? min(lost, less(end)) : lost;
    }
  }
}
