import fc from 'fast-check';
import { addDays } from '../../../plugins/platform/kernel/src';
import { applicablePrice } from '../../../plugins/sales/server/src/domain/catalogue';
import { FIELDS } from '../../../plugins/sales/server/src/domain/import/columns';
import { decideProduct, type ReadRow } from '../../../plugins/sales/server/src/domain/import/decide-rows';
import { readRow } from '../../../plugins/sales/server/src/domain/import/read-row';
import { priceCells } from '../../../plugins/sales/server/src/domain/import/write-row';
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
  const { change } = decideProduct({ id: 1, facts: { name: 'A' }, prices }, file, TODAY, 'THB');
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
      const decided = decideProduct({ id: 1, facts: { name: 'A' }, prices }, file, TODAY, 'THB');
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
    const again = decideProduct({ id: 1, facts: { name: 'A' }, prices: after }, [one], TODAY, 'THB');
    expect(again.change).toBeUndefined();
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });

  const amount = fc.bigInt(0n, 90_000n);
  const tiered = fc
    .tuple(fc.constantFrom('volume' as const, 'graduated' as const), fc.array(amount, { minLength: 1, maxLength: 4 }))
    .map(([model, amounts]) => ({
      model,
      unitPrice: amounts[0] ?? 0n,
      tiers: amounts.map((one, index) => ({ from: String(1 + index * 10), unitPrice: String(one) })),
    }));
  const price = fc
    .record({
      amounts: fc.oneof(
        amount.map((unitPrice) => ({ model: 'fixed' as const, unitPrice, tiers: null })),
        tiered,
      ),
      label: fc.constantFrom(null, 'ปกติ', '=SUM(1)'),
      per: fc.constantFrom('one_time' as const, 'month' as const, 'quarter' as const),
      setupFee: fc.option(amount),
      trialDays: fc.option(fc.integer({ min: 1, max: 366 })),
      periods: fc.option(fc.integer({ min: 1, max: 10 })),
      includesTax: fc.constantFrom(null, true, false),
    })
    .map(({ amounts, per, trialDays, periods, ...rest }) => ({
      ...{ ...fact, ...rest, ...amounts, per },
      trialDays: per === 'one_time' ? null : trialDays,
      minimumMonths: per === 'one_time' || periods === null ? null : periods * (per === 'month' ? 1 : 3),
    }));
  const catalogue = fc
    .tuple(
      known,
      fc.array(price, { minLength: 3, maxLength: 3 }),
      fc.option(price),
      fc.option(fc.integer({ min: -20, max: 0 })),
    )
    .map(([days, prices, newer, since]): KnownPrice[] => [
      // One after the other, of one name or of several, and one that took over without closing them.
      ...days.map(({ id, documentId, validFrom, validTo }, index) => {
        return { ...(prices[index] ?? fact), id, documentId, validFrom, validTo } as KnownPrice;
      }),
      ...(newer && since !== null
        ? [{ ...newer, id: 9, documentId: 'p9', validFrom: addDays(TODAY, since), validTo: null }]
        : []),
    ]);

  property('what is exported and read back changes nothing, whatever a price has', catalogue, (prices) => {
    const places = Object.fromEntries(FIELDS.map((field, index) => [field, index]));
    const file = priceCells(prices, TODAY, 'THB').map((cells, index): ReadRow => {
      const row = FIELDS.map((field) => ({ ...cells, sku: 'A', name: 'A' })[field as 'sku'] ?? '');
      return { row: index + 2, said: readRow(row, { header: 1, places, ignored: [] }, 'THB') };
    });
    const decided = decideProduct({ id: 1, facts: { name: 'A' }, prices }, file, TODAY, 'THB');
    expect(decided.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
    expect(decided.change).toBeUndefined();
  });
});
