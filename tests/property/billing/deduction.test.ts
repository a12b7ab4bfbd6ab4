import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  DEDUCTIONS,
  deductionKind,
  deductionNote,
  deductionsOf,
  shareDeductions,
} from '../../../plugins/billing/server/src/domain/deduction';
import { property } from '../../support/random';

const amount = fc.bigInt({ min: 0n, max: 10_000_000_000n });

property(
  'what was deducted stands on the two receipts of a payment once, by kind, and on the first no more than it can show',
  fc.tuple(amount, amount, amount, fc.constantFrom(...DEDUCTIONS)),
  ([deduction, writeOff, most, kind]) => {
    const all = deductionsOf({ deduction, deductionKind: kind, deductionReason: null, writeOff });
    const [first, other] = shareDeductions(all, most);
    const of = (wanted: string): bigint =>
      sum(
        [...(first.deductions ?? []), ...(other.deductions ?? [])]
          .filter((one) => one.kind === wanted)
          .map((one) => one.amount),
      );
    const adds = [first, other].every(
      (one) => one.deduction === sum((one.deductions ?? []).map((part) => part.amount)),
    );
    return adds && first.deduction <= most && of(kind) === deduction && of('difference') === writeOff;
  },
);

property('a reason is either the name of its kind or says something of its own', fc.string(), (reason) => {
  const kind = deductionKind(reason);
  const isName = reason.trim() === '' || deductionNote(reason) === null;
  return DEDUCTIONS.includes(kind) && (isName || deductionNote(reason) === reason);
});
