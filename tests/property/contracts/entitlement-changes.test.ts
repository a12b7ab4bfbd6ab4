import fc from 'fast-check';
import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type EntitledLine, ledgerPeriods } from '../../../plugins/contracts/server/src/domain/entitled-periods';
import { type Entitlement, ENTITLED_PER } from '../../../plugins/contracts/server/src/domain/entitlement';
import {
  balanceOf,
  enter,
  type Entry,
  type Ledger,
  placed,
  settle,
  standingOf,
} from '../../../plugins/contracts/server/src/domain/entitlement-ledger';
import { property } from '../../support/random';

const START = '2026-01-31';
const whole = (most: number) => fc.integer({ min: 0, max: most }).map((n) => BigInt(n) * 1_000n);
const NONE = { carries: 'none' } as const;

const entitlement: fc.Arbitrary<Entitlement> = fc
  .record({
    quantity: whole(12),
    per: fc.constantFrom(...ENTITLED_PER),
    carries: fc.constantFrom('none' as const, 'all' as const),
    months: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  })
  .map(({ quantity, per, carries, months }) => ({
    ...{ unit: 'visit', quantity, per, from: null, carriedMonths: carries === 'none' ? null : months },
    carryOver: { carries },
  }));

/** What holds from a day on, by a change of plan; null: nothing of the unit. */
interface Version {
  from: number;
  entitlement: Entitlement | null;
  cycle: 'month' | 'year';
}

/** Lines that take over from one another, as those of a contract do: billed as often, they keep its periods. */
function linesOf(versions: readonly Version[]): EntitledLine[] {
  let counted = START;
  return versions.map(({ from, entitlement: said, cycle }, index) => {
    const startsOn = addDays(START, from);
    const next = versions[index + 1];
    if (versions[index - 1] && versions[index - 1]?.cycle !== cycle) counted = startsOn;
    const terms = {
      ...{ startsOn, endsOn: next ? addDays(START, next.from - 1) : null, cycle: { unit: cycle, count: 1 } },
      ...{ alignment: 'anniversary' as const, whileSuspended: 'keep' as const, countedFrom: counted },
    };
    return { terms, entitlement: said, since: startsOn };
  });
}

const byChange = (said: Entitlement | null): Entitlement | null => said && { ...said, changedTo: said.quantity };

/** Of changes on one day the last holds. */
const lastOfEach = (versions: readonly Version[]): Version[] => [
  ...new Map(versions.map((version) => [version.from, version])).values(),
];

const ledgerOn = (versions: readonly Version[], entries: readonly Entry[], day: number): Ledger => {
  const today = addDays(START, day);
  const facts = { termMonths: 12, suspensions: [], today };
  const { begun } = ledgerPeriods(
    linesOf(lastOfEach(versions)),
    { unit: 'visit', hasEntries: entries.length > 0 },
    facts,
  );
  return { periods: begun, isOver: false, entries };
};

interface Step {
  kind: 'use' | 'give_back' | 'top_up';
  quantity: bigint;
  day: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('use' as const, 'use' as const, 'use' as const, 'top_up' as const),
  quantity: whole(5).map((quantity) => quantity + 1_000n),
  day: fc.integer({ min: 0, max: 420 }),
});
const versions: fc.Arbitrary<Version[]> = fc
  .tuple(
    fc.option(entitlement, { nil: null, freq: 3 }),
    fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 400 }),
        entitlement: fc.option(entitlement, { nil: null }),
        cycle: fc.constantFrom('month' as const, 'month' as const, 'year' as const),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([first, changes]) => [
    { from: 0, entitlement: first, cycle: 'month' as const },
    ...changes
      .sort((a, b) => a.from - b.from)
      .map((change) => ({ ...change, entitlement: byChange(change.entitlement) })),
  ]);

const usedIn = (entries: readonly Entry[]): bigint =>
  -balanceOf(entries.filter(({ kind }) => kind === 'use' || kind === 'give_back'));

/** Enters a step as somebody would on that day; what is not left is refused. */
function lived(of: readonly Version[], before: readonly Entry[], { kind, quantity, day }: Step): Entry[] {
  const today = addDays(START, day);
  const settled = [...before, ...settle(ledgerOn(of, before, day), today)];
  const ledger = ledgerOn(of, settled, day);
  if (ledger.periods.length === 0) return settled;
  try {
    const wish = { kind, on: today, amount: kind === 'use' ? -quantity : quantity };
    return [...settled, ...enter(ledger, wish, { today, field: 'quantity' })];
  } catch (error) {
    expect((error as { code: string }).code).toBe('entitlement.too_little_left');
    expect(quantity > standingOf(ledger).left).toBe(true);
    return settled;
  }
}

property(
  'whatever a plan is changed into, entries add up to what is left, never below zero, and what was used stays used',
  fc.tuple(versions, fc.array(step, { maxLength: 8 })),
  ([of, steps]) => {
    let entries: Entry[] = [];
    const days = [...of.map(({ from }) => from), ...steps.map(({ day }) => day)];
    const ordered = [...new Set(days)].sort((a, b) => a - b);
    for (const day of ordered) {
      const today = addDays(START, day);
      const used = usedIn(entries);
      entries = [...entries, ...settle(ledgerOn(of, entries, day), today)];
      expect(usedIn(entries)).toBe(used);
      for (const one of steps.filter((each) => each.day === day)) entries = lived(of, entries, one);
      const ledger = ledgerOn(of, entries, day);
      expect(settle(ledger, today)).toEqual([]);
      const { left } = standingOf(ledger);
      expect(left).toBe(balanceOf(entries));
      expect(left >= 0n).toBe(true);
      const running = ledger.periods.at(-1)?.start;
      expect(balanceOf(placed(ledger).filter(({ period }) => period === running))).toBe(left);
    }
  },
);

property(
  'on the day of a change what is left is the new grant less what was used, and at least nothing',
  fc.tuple(entitlement, whole(12), fc.array(step, { maxLength: 6 }), fc.integer({ min: 0, max: 400 })),
  ([first, quantity, steps, day]) => {
    const plan = { ...first, carryOver: NONE, carriedMonths: null };
    const before: Version[] = [{ from: 0, entitlement: plan, cycle: 'month' }];
    const after: Version[] = [...before, { from: day, entitlement: byChange({ ...plan, quantity }), cycle: 'month' }];
    const told = steps.filter((one) => one.day <= day && one.kind === 'use').sort((a, b) => a.day - b.day);
    const entries = told.reduce<Entry[]>((all, one) => lived(before, all, one), []);
    const today = addDays(START, day);
    const changed = [...entries, ...settle(ledgerOn(after, entries, day), today)];
    const { used, left } = standingOf(ledgerOn(after, changed, day));
    expect(left).toBe(quantity > used ? quantity - used : 0n);
  },
);

property(
  'changed back on the same day, it is as if nothing had been changed',
  fc.tuple(
    versions,
    fc.array(step, { maxLength: 6 }),
    fc.option(entitlement, { nil: null }),
    fc.integer({ min: 0, max: 420 }),
  ),
  ([of, steps, other, day]) => {
    const told = steps.filter((one) => one.day <= day).sort((a, b) => a.day - b.day);
    const today = addDays(START, day);
    let entries = told.reduce<Entry[]>((all, one) => lived(of, all, one), []);
    entries = [...entries, ...settle(ledgerOn(of, entries, day), today)];
    const stood = standingOf(ledgerOn(of, entries, day));
    const kept = of.filter(({ from }) => from <= day);
    const cycle = kept.at(-1)?.cycle ?? 'month';
    const changed = [...kept, { from: day, entitlement: byChange(other), cycle }];
    const there = [...entries, ...settle(ledgerOn(changed, entries, day), today)];
    const back = [...there, ...settle(ledgerOn(of, there, day), today)];
    const { granted, left, used } = standingOf(ledgerOn(of, back, day));
    expect({ granted, left, used }).toEqual({ granted: stood.granted, left: stood.left, used: stood.used });
    expect(settle(ledgerOn(of, back, day), today)).toEqual([]);
  },
);

test('three of four visits used, twice as many from the middle of the month on: five are left, and back it is one', () => {
  const plan = (quantity: bigint): Entitlement => ({
    ...{ unit: 'visit', quantity, per: 'period', carryOver: NONE, carriedMonths: null, from: null },
  });
  const small: Version[] = [{ from: 0, entitlement: plan(4_000n), cycle: 'month' }];
  const large: Version[] = [...small, { from: 10, entitlement: byChange(plan(8_000n)), cycle: 'month' }];
  const used = lived(small, [], { kind: 'use', quantity: 3_000n, day: 5 });
  const on = (day: number): CivilDate => addDays(START, day);
  const more = [...used, ...settle(ledgerOn(large, used, 10), on(10))];
  expect(standingOf(ledgerOn(large, more, 10))).toMatchObject({ granted: 8_000n, used: 3_000n, left: 5_000n });
  const less = [...more, ...settle(ledgerOn(small, more, 10), on(10))];
  expect(standingOf(ledgerOn(small, less, 10))).toMatchObject({ granted: 4_000n, used: 3_000n, left: 1_000n });
});
