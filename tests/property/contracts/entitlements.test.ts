import fc from 'fast-check';
import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { entitledPeriods } from '../../../plugins/contracts/server/src/domain/entitled-periods';
import {
  carriedOf,
  type Entitlement,
  ENTITLED_PER,
  keepEntitlement,
  readEntitlement,
} from '../../../plugins/contracts/server/src/domain/entitlement';
import { entitlementDueOn } from '../../../plugins/contracts/server/src/domain/entitlement-due';
import {
  balanceOf,
  enter,
  type Entry,
  type Ledger,
  periodOn,
  settle,
  standingOf,
} from '../../../plugins/contracts/server/src/domain/entitlement-ledger';
import { property } from '../../support/random';

const START = '2026-01-31';
const whole = (most: number) => fc.integer({ min: 0, max: most }).map((n) => BigInt(n) * 1_000n);

const entitlement: fc.Arbitrary<Entitlement> = fc
  .record({
    quantity: whole(12),
    per: fc.constantFrom(...ENTITLED_PER),
    most: whole(6).map((most) => most + 1_000n),
    carries: fc.constantFrom('none' as const, 'all' as const, 'at_most' as const),
    months: fc.option(fc.integer({ min: 1, max: 14 }), { nil: null }),
  })
  .map(({ quantity, per, most, carries, months }) => ({
    ...{ unit: 'visit', quantity, per, from: null, carriedMonths: carries === 'none' ? null : months },
    carryOver: carries === 'at_most' ? { carries, most } : { carries },
  }));

/** What somebody enters: for a day after the start, and told so many days later. */
const wish = fc.record({
  kind: fc.constantFrom('use' as const, 'use' as const, 'give_back' as const, 'top_up' as const, 'adjust' as const),
  quantity: whole(5).map((quantity) => quantity + 1_000n),
  after: fc.integer({ min: 0, max: 420 }),
  late: fc.integer({ min: 0, max: 100 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const line = {
  ...{ startsOn: START, cycle: { unit: 'month' as const, count: 1 } },
  ...{ alignment: 'anniversary' as const, whileSuspended: 'keep' as const },
};

function ledgerOn(
  of: Entitlement,
  entries: readonly Entry[],
  { today, endsOn = null }: { today: CivilDate; endsOn?: CivilDate | null },
): Ledger & { next: CivilDate | null } {
  const asked = { termMonths: 12, suspensions: [], today };
  const terms = { ...line, endsOn };
  const { begun, next } = entitledPeriods([{ terms, entitlement: of, since: START }], asked);
  return { periods: begun, isOver: endsOn !== null && endsOn < today, entries, next };
}

const signed = ({ kind, quantity }: Wish): bigint => (kind === 'use' ? -quantity : quantity);
const byPeriod = (entries: readonly Entry[]): [string, bigint][] =>
  [...new Set(entries.map(({ period }) => period))]
    .sort()
    .map((period) => [period, balanceOf(entries.filter((entry) => entry.period === period))]);

property(
  'whatever is told late, and in whatever order, the sums are those of having known it all',
  fc.tuple(entitlement, fc.array(wish, { maxLength: 8 })),
  ([of, wishes]) => {
    const end = addDays(START, 560);
    const told = wishes
      .map((one) => ({ one, at: one.after + one.late }))
      .sort((a, b) => a.at - b.at)
      .map(({ one, at }) => ({ ...one, on: addDays(START, one.after), at: addDays(START, at) }));
    const entryOf = (one: (typeof told)[number], ledger: Ledger): Entry => ({
      ...{ kind: one.kind, on: one.on, amount: signed(one), period: periodOn(ledger, one.on)?.start ?? '' },
    });
    let lived: Entry[] = [];
    for (const one of told) {
      const ledger = ledgerOn(of, lived, { today: one.at });
      lived = [...lived, ...settle(ledger, one.at), entryOf(one, ledger)];
    }
    lived = [...lived, ...settle(ledgerOn(of, lived, { today: end }), end)];
    const all = ledgerOn(of, [], { today: end });
    const known = told.map((one) => entryOf(one, all)).reverse();
    const atOnce = [...known, ...settle({ ...all, entries: known }, end)];
    const some = (sums: [string, bigint][]): [string, bigint][] => sums.filter(([, left]) => left !== 0n);
    expect(some(byPeriod(lived))).toEqual(some(byPeriod(atOnce)));
  },
);

property(
  'nobody uses more than there is, what is over leaves nothing, and settled once is settled',
  fc.tuple(entitlement, fc.array(wish, { maxLength: 8 }), fc.integer({ min: 0, max: 500 })),
  ([of, wishes, length]) => {
    const endsOn = addDays(START, length);
    let entries: Entry[] = [];
    const days = wishes.map(({ after }) => after).sort((a, b) => a - b);
    for (const [index, one] of wishes.entries()) {
      const today = addDays(START, days[index] ?? 0);
      const ledger = ledgerOn(of, entries, { today, endsOn });
      const settled = settle(ledger, today);
      entries = [...entries, ...settled];
      const on = addDays(START, Math.min(one.after, days[index] ?? 0));
      try {
        const asked = { kind: one.kind, on, amount: signed(one) };
        entries = [...entries, ...enter({ ...ledger, entries }, asked, { today, field: 'quantity' })];
      } catch (error) {
        expect((error as { code: string }).code).toBe('entitlement.too_little_left');
        expect(one.kind).toBe('use');
      }
      const now = ledgerOn(of, entries, { today, endsOn });
      expect(settle(now, today)).toEqual([]);
      for (const [period, left] of byPeriod(entries)) {
        expect(left >= 0n).toBe(true);
        if (now.isOver || period !== now.periods.at(-1)?.start) expect(left).toBe(0n);
      }
      expect(standingOf(now).left).toBe(balanceOf(entries));
      const due = entitlementDueOn(now, { next: now.next, endsOn, suspensions: [], today });
      expect(due === null ? now.isOver || now.next === null : due > today).toBe(true);
    }
  },
);

property(
  'nothing happens to a ledger between the days on which it is said to be due',
  fc.tuple(entitlement, fc.array(wish, { maxLength: 5 })),
  ([of, wishes]) => {
    let entries: Entry[] = [];
    let due: CivilDate | null = START;
    const endsOn = addDays(START, 100);
    const asked = new Map(wishes.map((one) => [addDays(START, one.after % 100), one]));
    for (let day = 0; day < 110; day += 1) {
      const today = addDays(START, day);
      const ledger = ledgerOn(of, entries, { today, endsOn });
      const settled = settle(ledger, today);
      if (settled.length > 0) expect(due).toBe(today);
      entries = [...entries, ...settled];
      const one = asked.get(today);
      if (one?.kind === 'top_up') {
        const more = { kind: one.kind, on: today, amount: one.quantity };
        entries = [...entries, ...enter({ ...ledger, entries }, more, { today, field: 'quantity' })];
      }
      due = entitlementDueOn({ ...ledger, entries }, { next: ledger.next, endsOn, suspensions: [], today });
    }
  },
);

property(
  'what goes on is never more than there was, nor than was agreed',
  fc.tuple(entitlement, whole(20)),
  ([of, rest]) => {
    const carried = carriedOf(rest, of.carryOver);
    expect(carried >= 0n && carried <= rest).toBe(true);
    if (of.carryOver.carries === 'at_most') expect(carried <= of.carryOver.most).toBe(true);
    if (of.carryOver.carries === 'all') expect(carried).toBe(rest);
    expect(readEntitlement(keepEntitlement(of))).toEqual(of);
  },
);
