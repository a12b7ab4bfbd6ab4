import fc from 'fast-check';
import { sum } from '@sanya/strapi-plugin-platform/kernel';
import { reversalOf } from '../../../plugins/billing/server/src/domain/reversal';
import { property } from '../../support/random';

const taxInvoice = fc
  .array(
    fc.record({
      kind: fc.constantFrom('goods' as const, 'service' as const),
      net: fc.bigInt({ min: 1n, max: 1_000_000n }),
      tax: fc.bigInt({ min: 0n, max: 70_000n }),
      credited: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => ({
    id: 1,
    lines: lines.map(({ kind, net, tax }, invoiceLine) => ({
      ...{ invoiceLine, kind, ratePpm: 70_000, net, tax, total: net + tax },
    })),
    // Credit notes never take more than there is.
    credited: lines.flatMap(({ net, tax, credited }, invoiceLine) => {
      const all = BigInt(credited.reduce((total, part) => total + part, 0)) || 1n;
      const most = all > 100n ? all : 100n;
      return credited.map((part) => ({
        invoiceLine,
        net: (net * BigInt(part)) / most,
        tax: (tax * BigInt(part)) / most,
      }));
    }),
  }));

property(
  'of a payment that is reversed the goods stay taxed, and of services what was credited, no more',
  taxInvoice,
  (one) => {
    const { cancelled, replaced, kept } = reversalOf([one]);
    expect([...cancelled, ...replaced.keys(), ...kept]).toEqual([1]);
    const left = kept.length > 0 ? one.lines : (replaced.get(1) ?? []);
    one.lines.forEach((line) => {
      const stays = left.filter(({ invoiceLine }) => invoiceLine === line.invoiceLine);
      const credited = one.credited.filter(({ invoiceLine }) => invoiceLine === line.invoiceLine);
      const expected =
        line.kind === 'goods'
          ? [line.net, line.tax]
          : [sum(credited.map(({ net }) => net)), sum(credited.map(({ tax }) => tax))];
      expect([sum(stays.map(({ net }) => net)), sum(stays.map(({ tax }) => tax))]).toEqual(expected);
      for (const { net, tax, total } of stays) expect(total).toBe(net + tax);
    });
    // One that says nothing any more is cancelled, and its number stays.
    expect(cancelled.length > 0).toBe(left.length === 0);
  },
);
