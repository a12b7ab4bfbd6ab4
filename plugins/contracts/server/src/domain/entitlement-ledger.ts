import {
  addDays,
  addMonths,
  broken,
  compareDates,
  formatQuantity,
  max,
  min,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { carriedOf } from './entitlement';
import type { EntitledPeriod } from './entitled-periods';

/**
 * `carry` goes out of one period and into the next; `expire` is what a period leaves behind; `change` is what a change of
 * plan makes of a grant.
 */
export const ENTRY_KINDS = ['grant', 'change', 'use', 'give_back', 'carry', 'expire', 'top_up', 'adjust'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of the ledger; it is never changed. */
export interface Entry {
  kind: EntryKind;
  /** First day of the period that it belongs to. */
  period: CivilDate;
  /** The day that it is for. */
  on: CivilDate;
  /** Thousandths: above zero what comes, below what goes. */
  amount: bigint;
}

export interface Ledger {
  /** Periods that have begun, in order. */
  periods: readonly EntitledPeriod[];
  /** The last of them is over, and none follows. */
  isOver: boolean;
  entries: readonly Entry[];
}

/** What is left: the sum, whatever the order. */
export const balanceOf = (entries: readonly Entry[]): bigint => sum(entries.map(({ amount }) => amount));

const isCarriedIn = ({ kind, on, period }: Entry): boolean => kind === 'carry' && on === period;
const isCarriedOut = ({ kind, on, period }: Entry): boolean => kind === 'carry' && on !== period;
const isUse = ({ kind }: Entry): boolean => kind === 'use' || kind === 'give_back';
const isGrant = ({ kind }: Entry): boolean => kind === 'grant' || kind === 'change';
const isAdded = ({ kind }: Entry): boolean => kind === 'top_up' || kind === 'adjust';

/** What a period came to before anything of it expired or went on. */
const usableOf = (own: readonly Entry[]): bigint =>
  balanceOf(own.filter((entry) => entry.kind !== 'expire' && !isCarriedOut(entry)));

/**
 * The day from which what a period took over is worth nothing any more. Where that would have passed before it was agreed,
 * it is the day after: until then it could be used.
 */
export function carriedUntil({ entitlement: { carriedMonths }, start, since }: EntitledPeriod): CivilDate | null {
  if (carriedMonths === null) return null;
  const until = addMonths(start, carriedMonths);
  return compareDates(until, since) > 0 ? until : addDays(since, 1);
}

/** What of the taken over had not been used when its time was up: it is used before anything else. */
function lapsed(period: EntitledPeriod, own: readonly Entry[], today: CivilDate): bigint {
  const until = carriedUntil(period);
  if (until === null || compareDates(until, today) > 0) return 0n;
  if (period.end !== null && compareDates(until, period.end) > 0) return 0n;
  const taken = balanceOf(own.filter(isCarriedIn));
  const used = -balanceOf(own.filter((entry) => isUse(entry) && compareDates(entry.on, until) < 0));
  return max(0n, min(taken, taken - used));
}

function byPeriod(entries: readonly Entry[]): Map<CivilDate, Entry[]> {
  const groups = new Map<CivilDate, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.period);
    if (group) group.push(entry);
    else groups.set(entry.period, [entry]);
  }
  return groups;
}

/** The period that a day lies in: the last that had begun by then. */
export const periodOn = ({ periods }: Pick<Ledger, 'periods'>, day: CivilDate): EntitledPeriod | undefined =>
  periods.filter(({ start }) => compareDates(start, day) <= 0).at(-1);

/**
 * Entries of periods that are none any more, of a change that was taken back, count to the period of their day: what was
 * used stays used.
 */
export function placed({ periods, entries }: Pick<Ledger, 'periods' | 'entries'>): Entry[] {
  const starts = new Set(periods.map(({ start }) => start));
  return entries.map((entry) => {
    if (starts.has(entry.period)) return entry;
    const period = periodOn({ periods }, entry.on) ?? periods[0];
    return period ? { ...entry, period: period.start } : entry;
  });
}

/**
 * What takes from the grants of a period. Those of periods that are none any more are taken back where they were entered:
 * should such a period come back, it finds its own.
 */
function takenFrom(
  ledger: Pick<Ledger, 'periods' | 'entries'>,
  from: Pick<Entry, 'period' | 'on'>,
  amount: bigint,
): Entry[] {
  const there = placed(ledger);
  const astray = ledger.entries.filter(
    (entry, index) => isGrant(entry) && entry.period !== from.period && there[index]?.period === from.period,
  );
  let rest = amount;
  const taken = [...byPeriod(astray)].map(([period, own]): Entry => {
    const one = min(rest, max(0n, balanceOf(own)));
    rest -= one;
    return { kind: 'change', period, on: own[0]?.on ?? from.on, amount: -one };
  });
  return [...taken, { kind: 'change', ...from, amount: -rest }];
}

/** What was used before its first day and counts in a period that took the place of another. */
const usedSince = (entries: readonly Entry[], { start, countsFrom }: EntitledPeriod): bigint =>
  countsFrom === null
    ? 0n
    : -balanceOf(
        entries.filter(
          (entry) =>
            isUse(entry) &&
            compareDates(entry.period, start) < 0 &&
            compareDates(entry.on, countsFrom) >= 0 &&
            compareDates(entry.on, start) < 0,
        ),
      );

/**
 * The entries that are still missing on a day: grants of periods that have begun, what changes of plan make of them, and
 * what of each that is over expired or went on. It counts from what happened alone, never from what it wrote before: what is
 * told late (a visit of last month, a contract that was renewed after its end) puts right what it would have been.
 */
export function settle(ledger: Ledger, today: CivilDate): Entry[] {
  const { periods, isOver } = ledger;
  const all = placed(ledger);
  const groups = byPeriod(all);
  const granted = byPeriod(ledger.entries.filter(({ kind }) => kind === 'grant'));
  const added: Entry[] = [];
  const add = (entry: Entry): void => {
    if (entry.amount === 0n) return;
    added.push(entry);
    for (const { period } of placed({ periods, entries: [entry] })) {
      groups.set(period, [...(groups.get(period) ?? []), { ...entry, period }]);
    }
  };
  /** What was used of what the period before took over, or was topped up with. */
  let usedApart = 0n;
  periods.forEach((period, index) => {
    const { start, end, entitlement } = period;
    const sumIn = (which: (entry: Entry) => boolean): bigint => balanceOf((groups.get(start) ?? []).filter(which));
    const has = granted.get(start);
    // What comes with a change is no grant of the plan before it: taken back, that has its own.
    const isOwn = period.granted && period.changedTo === null;
    if (isOwn && !has) add({ kind: 'grant', period: start, on: start, amount: entitlement.quantity });
    const gone = lapsed(period, groups.get(start) ?? [], today);
    const meant = period.changedTo ?? (has ? balanceOf(has) : period.granted ? entitlement.quantity : 0n);
    const counted = max(0n, usedSince(all, period) - usedApart);
    const due = (period.granted || has ? max(0n, meant - counted) : 0n) - sumIn(isGrant);
    const usable = max(0n, usableOf(groups.get(start) ?? []) - gone);
    // What is granted less of takes only what is left: what was used stays used, and nobody owes a visit.
    const on = end !== null && compareDates(end, today) < 0 ? end : today;
    if (due < 0n) for (const entry of takenFrom(ledger, { period: start, on }, min(-due, usable))) add(entry);
    else add({ kind: 'change', period: start, on, amount: due });
    const next = periods[index + 1];
    const isClosed = next !== undefined || isOver;
    const rest = isClosed ? max(0n, usableOf(groups.get(start) ?? []) - gone) : 0n;
    const apart = max(0n, sumIn((entry) => isCarriedIn(entry) || isAdded(entry)) - gone);
    const isReplaced = next !== undefined && next.countsFrom !== null;
    const carried = next === undefined ? 0n : isReplaced ? min(rest, apart) : carriedOf(rest, entitlement.carryOver);
    usedApart = isReplaced ? apart - carried : 0n;
    const lostOn = next?.start ?? (isClosed ? (end ?? today) : (carriedUntil(period) ?? today));
    const expired = gone + rest - carried;
    add({ kind: 'expire', period: start, on: lostOn, amount: -expired - sumIn(({ kind }) => kind === 'expire') });
    if (next === undefined) return;
    const out = -carried - sumIn(isCarriedOut);
    add({ kind: 'carry', period: start, on: next.start, amount: out });
    add({ kind: 'carry', period: next.start, on: next.start, amount: -out });
  });
  return added;
}

/**
 * What somebody enters, and what follows from it. Refuses what would take more than is left: of the day's own period,
 * and of those after it, which may have used what it passed on.
 */
export function enter(
  ledger: Ledger,
  wish: Pick<Entry, 'kind' | 'on' | 'amount'>,
  { today, field }: { today: CivilDate; field: string },
): Entry[] {
  const period = periodOn(ledger, wish.on);
  if (!period) throw broken('entitlement.not_running', { field: 'on', params: { on: wish.on } });
  const entry: Entry = { ...wish, period: period.start };
  const entries = [...ledger.entries, entry];
  const after = settle({ ...ledger, entries }, today);
  const groups = byPeriod(placed({ ...ledger, entries: [...entries, ...after] }));
  const short = ledger.periods.find(({ start }) => balanceOf(groups.get(start) ?? []) < 0n);
  if (short && wish.amount < 0n) {
    const own = placed(ledger).filter((one) => one.period === short.start);
    const left = max(0n, usableOf(own) - lapsed(short, own, today));
    throw broken('entitlement.too_little_left', { field, params: { left: formatQuantity(left) } });
  }
  return [entry, ...after];
}

/** How the period that runs stands, or the last one of a contract that is over. */
export interface Standing {
  period: EntitledPeriod | null;
  granted: bigint;
  carried: bigint;
  /** Topped up, or put right by hand. */
  added: bigint;
  used: bigint;
  expired: bigint;
  left: bigint;
  /** What of it will be lost where it is not used in the period. */
  expiring: bigint;
}

export function standingOf(ledger: Ledger): Standing {
  const period = ledger.periods.at(-1) ?? null;
  const own = placed(ledger).filter((entry) => entry.period === period?.start);
  const total = (which: (entry: Entry) => boolean): bigint => balanceOf(own.filter(which));
  const left = balanceOf(ledger.entries);
  return {
    ...{ period, left },
    granted: total(isGrant),
    carried: total(isCarriedIn),
    added: total(isAdded),
    used: -total(isUse),
    expired: -total(({ kind }) => kind === 'expire'),
    expiring: period === null ? 0n : left - carriedOf(left, period.entitlement.carryOver),
  };
}

/** What was left of the last period when it was over: what stands, and what expired with its end. */
export function lostOf({ periods, entries }: Ledger): bigint {
  const end = periods.at(-1)?.end ?? null;
  const gone = entries.filter((entry) => entry.kind === 'expire' && end !== null && compareDates(entry.on, end) >= 0);
  return balanceOf(entries) - balanceOf(gone);
}
