import fc from 'fast-check';
import { type Distinct, groupAlike, pairsOf } from '../../../plugins/crm/server/src/domain/alike';
import { property } from '../../support/random';

const customer = fc.integer({ min: 1, max: 8 });
const sharings = fc.array(
  fc.record({
    reason: fc.constantFrom('tax_id' as const, 'name' as const, 'phone' as const, 'email' as const),
    customers: fc.uniqueArray(customer, { minLength: 2, maxLength: 5 }),
  }),
  { maxLength: 5 },
);
const distinct = fc
  .array(fc.uniqueArray(customer, { minLength: 2, maxLength: 2 }), { maxLength: 12 })
  .map((list) => list.flatMap((pair): Distinct[] => pairsOf(pair)));

describe('customers who are alike', () => {
  property(
    'who was said not to be the same is not proposed; whoever may still be is',
    fc.tuple(sharings, distinct),
    ([shared, said]) => {
      const apart = new Set(said.map((pair) => pair.join()));
      const isOpen = (pair: Distinct): boolean => !apart.has(pair.join());
      const groups = groupAlike(shared, said);
      for (const { customers } of groups) {
        // The two that are compared first may be the same, and so may each with another of the group.
        expect(pairsOf(customers.slice(0, 2)).every(isOpen)).toBe(true);
        for (const one of customers) {
          expect(pairsOf(customers).some((pair) => pair.includes(one) && isOpen(pair))).toBe(true);
        }
      }
      const proposed = new Set(groups.flatMap(({ customers }) => pairsOf(customers)).map((pair) => pair.join()));
      const possible = shared.flatMap(({ customers }) => pairsOf(customers)).filter(isOpen);
      expect(possible.every((pair) => proposed.has(pair.join()))).toBe(true);
      if (said.length === 0) expect(groups.length > 0).toBe(shared.length > 0);
    },
  );
});
