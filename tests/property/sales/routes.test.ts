import fc from 'fast-check';
import { byPostcode, collections, moved, STOP_OUTCOMES } from '../../../plugins/sales/server/src/domain/route';
import { scale, seed } from '../../support/random';

const RUNS = { seed, numRuns: Math.max(1, Math.round(200 * scale())) };
const stops = fc.array(
  fc.record({
    order: fc.integer({ min: 1, max: 3 }),
    outcome: fc.option(fc.constantFrom(...STOP_OUTCOMES)),
    money: fc.bigInt({ min: 0n, max: 50n }),
  }),
  { maxLength: 8 },
);

test('sorted by postcode none is lost, none goes twice, and those of one postcode stay in their order', () => {
  const list = fc.array(fc.option(fc.constantFrom('50000', '50100', '51000', ' ')), { maxLength: 10 });
  fc.assert(
    fc.property(list, (postcodes) => {
      const given = postcodes.map((postcode, place) => ({ postcode, place }));
      const sorted = byPostcode(given);
      expect(sorted.map(({ place }) => place).sort((a, b) => a - b)).toEqual(given.map(({ place }) => place));
      const known = sorted.filter(({ postcode }) => postcode?.trim());
      expect(sorted.slice(0, known.length)).toEqual(known);
      sorted.slice(1).forEach((stop, index) => {
        const before = sorted[index];
        if (before?.postcode === stop.postcode) expect(before.place).toBeLessThan(stop.place);
      });
      expect(byPostcode(sorted)).toEqual(sorted);
    }),
    RUNS,
  );
});

test('moved there and back all stand where they stood', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 10 }), fc.nat(12), fc.nat(12), (list, from, to) => {
      const after = moved(list, from, to);
      expect([...after].sort()).toEqual([...list].sort());
      if (from < list.length && to < list.length) {
        expect(after[to]).toBe(list[from]);
        expect(moved(after, to, from)).toEqual(list);
      } else expect(after).toEqual(list);
    }),
    RUNS,
  );
});

test('no order is asked for more than is due of it, nor for what was brought, and only where something still comes', () => {
  const due = fc.array(fc.bigInt({ min: 0n, max: 100n }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(stops, due, (list, amounts) => {
      const told = list.map(({ money, ...stop }) => ({
        ...stop,
        collected: stop.outcome === 'delivered' ? money : 0n,
      }));
      const owed = new Map(amounts.map((amount, index) => [index + 1, amount]));
      const asked = collections(told, owed);
      for (const order of [1, 2, 3]) {
        const own = told.flatMap((stop, index) => (stop.order === order ? [{ ...stop, ask: asked[index] ?? 0n }] : []));
        const sum = own.reduce((all, { ask }) => all + ask, 0n);
        const brought = own.reduce((all, { collected }) => all + collected, 0n);
        expect(own.filter(({ ask }) => ask > 0n).length).toBeLessThan(2);
        for (const { ask, outcome } of own) if (outcome !== null) expect(ask).toBe(0n);
        if (own.some(({ outcome }) => outcome === null)) {
          expect(sum).toBe((owed.get(order) ?? 0n) > brought ? (owed.get(order) ?? 0n) - brought : 0n);
        } else expect(sum).toBe(0n);
      }
    }),
    RUNS,
  );
});
