import fc from 'fast-check';
import {
  amountsOf,
  movedTo,
  type RenewalTerms,
  tableOf,
  withTable,
} from '../../../plugins/contracts/server/src/domain/renewal-terms';
import { property } from '../../support/random';

const amount = fc.bigInt({ min: 1n, max: 10_000_000n });

const kept: fc.Arbitrary<RenewalTerms> = fc
  .record({ before: amount, off: fc.integer({ min: 0, max: 99 }), moves: fc.array(amount, { maxLength: 4 }) })
  .map(({ before, off, moves }) => {
    const after = before - (before * BigInt(off)) / 100n;
    const made: RenewalTerms = {
      ...{ basis: 'invoice_before_discount', ratesPpm: [400_000] },
      ...{ before: String(before), after: String(after) },
    };
    return moves.reduce(movedTo, made);
  });

property(
  'a table that is agreed later speaks of what the one before spoke of, and fixed amounts are those that were said',
  fc.tuple(kept, amount, fc.array(amount, { minLength: 1, maxLength: 4 })),
  ([terms, now, amounts]) => {
    const asked = movedTo(terms, now);
    const rates = withTable(terms, { basis: 'invoice_after_discount', ratesPpm: [500_000] }, now);
    expect(amountsOf(rates, null)).toEqual(amountsOf(asked, null));
    expect(tableOf(rates)).toEqual({ basis: 'invoice_after_discount', ratesPpm: [500_000] });
    const fixed = withTable(terms, { basis: 'fixed', amounts: amounts.map(String) }, now);
    expect(tableOf(movedTo(fixed, now))).toEqual({ basis: 'fixed', amounts });
    // Changed again and back, it is the same.
    expect(tableOf(movedTo(movedTo(fixed, now * 3n), now))).toEqual({ basis: 'fixed', amounts });
  },
);
