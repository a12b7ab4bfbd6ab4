import fc from 'fast-check';
import type { CoveredLine } from '../../../plugins/billing/server/src/domain/coverage';
import { invoiceAmounts, type PricedLine } from '../../../plugins/billing/server/src/domain/invoice-amounts';
import type { RateOn } from '../../../plugins/billing/server/src/domain/tax-rates';

const RATES: Record<string, number> = { standard: 70_000, zero: 0, exempt: 0, outside: 0 };
export const TREATMENTS: Record<string, RateOn['treatment']> = {
  standard: 'rated',
  zero: 'zero',
  exempt: 'exempt',
  outside: 'outside',
};

/** A line that may be billed: its discount is never above its price. */
export const pricedLine: fc.Arbitrary<PricedLine & { kind: 'goods' | 'service' }> = fc
  .record({
    kind: fc.constantFrom('goods' as const, 'service' as const),
    quantity: fc.oneof(fc.constantFrom(1000n, 2000n, 3000n), fc.bigInt({ min: 1n, max: 100_000n })),
    unitPrice: fc.oneof(fc.bigInt({ min: 0n, max: 100n }), fc.bigInt({ min: 0n, max: 100_000_000n })),
    share: fc.integer({ min: 0, max: 100 }),
    taxCategory: fc.constantFrom('standard', 'standard', 'standard', 'zero', 'exempt', 'outside'),
  })
  .map(({ share, ...line }) => {
    const gross = (line.unitPrice * line.quantity) / 1000n;
    return {
      ...line,
      discount: share > 80 ? (gross * BigInt(share - 80)) / 20n : 0n,
      ratePpm: RATES[line.taxCategory] ?? 0,
    };
  });

export const pricedLines = fc.array(pricedLine, { minLength: 1, maxLength: 12 });

/** Lines as issued: nothing paid, nothing taxed. */
export const coveredLines: fc.Arbitrary<CoveredLine[]> = fc
  .tuple(pricedLines, fc.boolean())
  .map(([lines, included]) => {
    const amounts = invoiceAmounts(lines, included);
    return lines.map((line, index) => ({
      id: index + 1,
      kind: line.kind,
      taxCategory: line.taxCategory,
      ratePpm: line.ratePpm,
      quantity: line.quantity,
      net: amounts.lines[index]?.net ?? 0n,
      tax: amounts.lines[index]?.tax ?? 0n,
      total: amounts.lines[index]?.total ?? 0n,
      paid: 0n,
      taxed: 0n,
      taxedAt: [],
      adjusted: 0n,
      adjustedTax: 0n,
      handedOver: 0n,
    }));
  });

export const ratesFor = (lines: readonly CoveredLine[]): RateOn[] =>
  lines.map((line) => ({ treatment: TREATMENTS[line.taxCategory] ?? 'outside', ppm: line.ratePpm }));
