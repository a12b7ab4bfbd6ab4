import fc from 'fast-check';
import { formatQuantity } from '../../../plugins/platform/kernel/src';
import { importVatOf, type ReceivedLine, receivedLines } from '../../../plugins/sales/server/src/domain/goods-receipt';
import { scale, seed } from '../../support/random';

const RUNS = { seed, numRuns: Math.max(1, Math.round(200 * scale())) };
const PRODUCTS = new Map([1, 2, 3].map((id) => [id, { name: `Goods ${id}`, kind: 'goods' as const }]));
const amount = fc.bigInt({ min: 0n, max: 99_999_999n });
const said = fc.array(
  fc.record({
    product: fc.integer({ min: 1, max: 3 }),
    quantity: fc.bigInt({ min: 1n, max: 9_999_999n }).map(formatQuantity),
    value: amount,
  }),
  { minLength: 1, maxLength: 8 },
);
const sum = (list: readonly bigint[]): bigint => list.reduce((all, one) => all + one, 0n);
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

test('what the goods cost here is their value and the duty, to the satang, whoever says the parts', () => {
  fc.assert(
    fc.property(said, amount, amount, (lines, duty, whole) => {
      const own = sum(lines.map(({ value }) => value));
      const bare = lines.map(({ product, quantity }): ReceivedLine => ({ product, quantity }));
      for (const [list, cif] of [
        [lines, own],
        [bare, whole],
      ] as const) {
        const parts = receivedLines(list, PRODUCTS, { cif, duty });
        expect(sum(parts.map(({ value }) => value))).toBe(cif);
        expect(sum(parts.map(({ landed }) => landed))).toBe(cif + duty);
        for (const { value, landed } of parts) expect(landed >= value && value >= 0n).toBe(true);
        expect(parts.map(({ position }) => position)).toEqual(parts.map((_, index) => index + 1));
      }
      expect(receivedLines(lines, PRODUCTS, { cif: own, duty }).map(({ value }) => value)).toEqual(
        lines.map(({ value }) => value),
      );
    }),
    RUNS,
  );
});

test('a receipt says what came, of goods, with values that come to its declaration', () => {
  const line = { product: 1, quantity: '2', value: 500n };
  const of = (lines: readonly ReceivedLine[], cif = 500n) =>
    codeOf(() => receivedLines(lines, PRODUCTS, { cif, duty: 0n }));
  expect(of([line])).toBeUndefined();
  expect(of([])).toBe('goods_receipt.empty');
  expect(of([{ ...line, quantity: '0' }])).toBe('stock.quantity_invalid');
  expect(of([{ ...line, quantity: 'two' }])).toBe('stock.quantity_invalid');
  expect(of([line, { product: 2, quantity: '1' }])).toBe('goods_receipt.value_missing');
  expect(of([line], 501n)).toBe('goods_receipt.values_unlike_cif');
  expect(of([{ ...line, product: 9 }])).toBe('goods_receipt.not_goods');
  // 7 % of 100,000.00 and 5,000.00 of duty.
  expect(importVatOf(10_000_000n, 500_000n, 70_000)).toBe(735_000n);
});
