import fc from 'fast-check';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { CYCLE_UNITS } from '../../../plugins/contracts/server/src/domain/cycle';
import type { Interval } from '../../../plugins/contracts/server/src/domain/intervals';
import { BILLED_IN, type LineTerms } from '../../../plugins/contracts/server/src/domain/periods-due';
import { date } from '../kernel/arbitraries';

/** Days after the start of a line: most within some periods of it. */
export const later = fc.integer({ min: 0, max: 1_200 });

export const line: fc.Arbitrary<LineTerms> = fc
  .record({
    startsOn: date,
    length: fc.option(fc.integer({ min: 0, max: 1_500 }), { nil: null }),
    cycle: fc.record({ unit: fc.constantFrom(...CYCLE_UNITS), count: fc.integer({ min: 1, max: 5 }) }),
    style: fc.constantFrom(
      ...(['keep', 'stop'] as const).flatMap((whileSuspended) =>
        (['anniversary', 'calendar'] as const).map((alignment) => ({ whileSuspended, alignment })),
      ),
      { whileSuspended: 'shift' as const, alignment: 'anniversary' as const },
    ),
    billedIn: fc.constantFrom(...BILLED_IN),
    leadDays: fc.integer({ min: 0, max: 40 }),
    prices: fc.array(
      fc.record({
        after: later,
        unitPrice: fc.bigInt({ min: 0n, max: 1_000_000n }),
        quantity: fc.bigInt({ min: 1n, max: 50_000n }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ length, style, prices, startsOn, ...rest }) => ({
    ...rest,
    ...style,
    startsOn,
    endsOn: length === null ? null : addDays(startsOn, length),
    prices: prices.map(({ after, ...price }) => ({ ...price, from: addDays(startsOn, after), discount: 0n })),
  }));

/** Suspensions that are over, as days after the start of a line. */
export const offs = fc.array(fc.record({ after: later, days: fc.integer({ min: 1, max: 120 }) }), { maxLength: 4 });

export const suspensionsOf = (startsOn: string, wished: readonly { after: number; days: number }[]): Interval[] =>
  wished.map(({ after, days }) => ({ from: addDays(startsOn, after), to: addDays(startsOn, after + days) }));
