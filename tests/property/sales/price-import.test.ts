import fc from 'fast-check';
import { addDays } from '../../../plugins/platform/kernel/src';
import { applicablePrice } from '../../../plugins/sales/server/src/domain/catalogue';
import { decideProduct, type ReadRow } from '../../../plugins/sales/server/src/domain/import/decide-rows';
import { property } from '../../support/random';
import { changePrices, type KnownPrice } from '../../../plugins/sales/server/src/domain/price-list';

const TODAY = '2026-06-15';
const day = fc.integer({ min: -20, max: 20 }).map((n) => addDays(TODAY, n));
const PER = 'one_time' as const;

const fact = {
  ...{ label: null, model: 'fixed' as const, tiers: null, per: PER, setupFee: null, trialDays: null },
  ...{ minimumMonths: null, includesTax: null, translations: null, validTo: null },
};
const known = fc
  .uniqueArray(fc.record({ from: fc.option(day), amount: fc.bigInt(1n, 900n) }), {
    maxLength: 3,
    selector: ({ from }) => from,
  })
  .map((list) =>
    list
      .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      .map(({ from, amount }, index, all): KnownPrice => {
        const next = all[index + 1]?.from;
        const validTo = next ? addDays(next, -1) : null;
        return { id: index + 1, documentId: `p${index + 1}`, ...fact, unitPrice: amount, validFrom: from, validTo };
      }),
  );
const rows = fc
  .array(fc.record({ from: fc.option(day), amount: fc.bigInt(1n, 900n) }), { minLength: 1, maxLength: 4 })
  .map((list): ReadRow[] =>
    list.map(({ from, amount }, index) => ({
      row: index + 2,
      said: {
        sku: 'A',
        product: { name: 'A' },
        price: { unitPrice: String(amount), label: null, per: PER, ...(from === null ? {} : { validFrom: from }) },
      },
    })),
  );

/** The prices after a file, as the catalogue keeps them. */
function carriedOut(prices: readonly KnownPrice[], file: readonly ReadRow[], used: ReadonlySet<number>): KnownPrice[] {
  const { change } = decideProduct({ id: 1, facts: { name: 'A' }, prices }, file, TODAY);
  const list = changePrices(prices, change?.prices ?? [], { today: TODAY, used, step: 1000n, currency: 'THB' });
  const changed = new Map(list.changed.map((price) => [price.id, price]));
  return [
    ...prices.map((price) => ({ ...price, ...changed.get(price.id) })),
    ...list.added.map((price, index) => ({ ...price, id: 100 + index, documentId: `n${index}` })),
  ];
}

describe('a file of prices', () => {
  property(
    'carried out, it holds: on the day a row begins its amount is what is asked',
    fc.tuple(known, rows, fc.array(fc.integer({ min: 1, max: 3 }))),
    ([prices, file, used]) => {
      const decided = decideProduct({ id: 1, facts: { name: 'A' }, prices }, file, TODAY);
      const good = file.filter(({ row }) => decided.rows.some((one) => one.row === row && one.outcome !== 'wrong'));
      const after = carriedOut(prices, file, new Set(used));
      const future = good.filter(({ said }) => (said.price?.validFrom ?? TODAY) > TODAY);
      for (const { said } of future) {
        const asked = applicablePrice(after, said.price?.validFrom ?? TODAY)?.unitPrice;
        expect(asked).toBe(BigInt(said.price?.unitPrice ?? 0));
      }
    },
  );

  property(
    'what held before stays true: no day that is over is priced anew',
    fc.tuple(known, rows),
    ([prices, file]) => {
      const used = new Set(prices.map(({ id }) => id));
      const started = prices.filter(({ validFrom }) => validFrom === null || validFrom < TODAY);
      const after = carriedOut(
        started,
        file.filter(({ said }) => (said.price?.validFrom ?? TODAY) >= TODAY),
        used,
      );
      for (let back = 1; back < 20; back += 1) {
        const on = addDays(TODAY, -back);
        expect(applicablePrice(after, on)?.unitPrice).toBe(applicablePrice(started, on)?.unitPrice);
      }
    },
  );

  property('read again it changes nothing', fc.tuple(known, rows), ([prices, all]) => {
    const [one] = all;
    if (!one) return;
    const after = carriedOut(prices, [one], new Set([1, 2, 3]));
    const again = decideProduct({ id: 1, facts: { name: 'A' }, prices: after }, [one], TODAY);
    expect(again.change).toBeUndefined();
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });
});
