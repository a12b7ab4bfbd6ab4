import fc from 'fast-check';
import { addDays, addMonths } from '../../../plugins/platform/kernel/src';
import {
  changeItem,
  type ItemFacts,
  warrantyEnd,
  warrantyOn,
  warrantySpan,
} from '../../../plugins/sales/server/src/domain/installed-item';
import { itemsThatCameBack } from '../../../plugins/sales/server/src/domain/items-of-goods';
import { property } from '../../support/random';

const TODAY = '2026-06-15';
const day = fc.integer({ min: -900, max: 0 }).map((n) => addDays(TODAY, n));
const months = fc.integer({ min: 1, max: 600 });
const item = (facts: Partial<ItemFacts>): ItemFacts => ({
  ...{ product: 1, customer: 1, serial: 'S', state: 'installed', site: null, installedOn: TODAY, warrantyUntil: null },
  ...{ shipmentLine: null, replaces: null, removedOn: null, removeReason: null },
  ...facts,
});

describe('a warranty', () => {
  test('of twelve months ends on the day before', () => {
    expect(warrantyEnd('2026-01-15', 12)).toBe('2027-01-14');
    expect(warrantyEnd('2024-02-29', 12)).toBe('2025-02-27');
    expect(warrantyEnd('2026-01-15', null)).toBeNull();
  });

  property('stands in exactly one way on any day', fc.integer({ min: -400, max: 400 }), (distance) => {
    const until = addDays(TODAY, distance);
    const ways = (['over', 'ends_soon', 'in_warranty'] as const).filter((one) => {
      const { from = until, to = until } = warrantySpan(one, TODAY);
      return from <= until && until <= to;
    });
    expect(ways).toEqual([warrantyOn(until, TODAY)]);
  });

  property('follows the day of installation until somebody says otherwise', fc.tuple(day, day, months), (given) => {
    const [before, after, term] = given;
    const follows = item({ installedOn: before, warrantyUntil: warrantyEnd(before, term) });
    const terms = { months: term, today: TODAY };
    expect(changeItem(follows, { installedOn: after }, terms).warrantyUntil).toBe(warrantyEnd(after, term));
    const told = addMonths(TODAY, 700);
    expect(changeItem({ ...follows, warrantyUntil: told }, { installedOn: after }, terms).warrantyUntil).toBe(told);
  });
});

describe('what comes back', () => {
  const line = fc.record({
    pieces: fc.integer({ min: 1, max: 8 }),
    numbered: fc.integer({ min: 0, max: 8 }),
    back: fc.integer({ min: 1, max: 8 }),
    named: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), { nil: undefined }),
  });

  property('never leaves more at the customer’s than pieces stay there', line, ({ pieces, numbered, back, named }) => {
    fc.pre(back <= pieces && numbered <= pieces);
    const items = Array.from({ length: numbered }, (_, n) => ({ serial: `S${n}`, installedOn: TODAY }));
    const left = BigInt(pieces - back) * 1000n;
    let gone: { serial: string }[];
    try {
      gone = itemsThatCameBack(
        { description: 'x', quantity: BigInt(back) * 1000n, left, serials: named?.map((n) => `S${n}`), items },
        'serials',
      );
    } catch {
      // Refused: nothing was guessed. Where nothing stays there is nothing to guess.
      expect(named !== undefined && named.length > 0 ? true : pieces > back).toBe(true);
      return;
    }
    expect(BigInt(numbered - gone.length) * 1000n).toBeLessThanOrEqual(left);
    expect(gone.length).toBeLessThanOrEqual(back);
    if (named !== undefined && named.length > 0)
      expect(gone.map(({ serial }) => serial)).toEqual(named.map((n) => `S${n}`));
  });
});
