import fc from 'fast-check';
import { addDays, type Cycle } from '@sanya/strapi-plugin-platform/kernel';

/** Amounts of either sign, to the fifteen digits that texts of amounts and quantities may have, small ones often. */
export const amount = fc.oneof(
  fc.bigInt({ min: -1_000n, max: 1_000n }),
  fc.bigInt({ min: 1n - 10n ** 15n, max: 10n ** 15n - 1n }),
);

/** Rates from nothing to 100 %. */
export const ppm = fc.oneof(
  fc.constantFrom(0, 10_000, 30_000, 70_000, 100_000),
  fc.integer({ min: 0, max: 1_000_000 }),
);

/** Civil dates from 1970 to 2100, ends of months often. */
export const date = fc.oneof(
  fc.integer({ min: 0, max: 47_846 }).map((days) => addDays('1970-01-01', days)),
  fc.constantFrom('2026-01-31', '2026-11-30', '2027-02-28', '2028-02-29', '2026-12-31', '2026-03-30'),
);

export const cycle: fc.Arbitrary<Cycle> = fc.record({
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
  count: fc.integer({ min: 1, max: 14 }),
});
