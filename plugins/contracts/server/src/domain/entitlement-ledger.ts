import {
  addMonths,
  broken,
  compareDates,
  formatQuantity,
  max,
  min,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { carriedOf, type Entitlement } from './entitlement';
import type { EntitledPeriod } from './entitled-periods';

/** `carry` goes out of one period and into the next; `expire` is what a period leaves behind. */
export const ENTRY_KINDS = ['grant', 'use', 'give_back', 'carry', 'expire', 'top_up', 'adjust'] as const;
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
  entitlement: Entitlement;
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

/** What a period came to before anything of it expired or went on. */
const usableOf = (own: readonly Entry[]): bigint =>
  balanceOf(own.filter((entry) => entry.kind !== 'expire' && !isCarriedOut(entry)));

/** The day from which what a period took over is worth nothing any more. */
export const carriedUntil = ({ carriedMonths }: Entitlement, { start }: EntitledPeriod): CivilDate | null =>
  carriedMonths === null ? null : addMonths(start, carriedMonths);

/** What of the taken over had not been used when its time was up: it is used before anything else. */
function lapsed({ entitlement }: Ledger, period: EntitledPeriod, own: readonly Entry[], today: CivilDate): bigint {
  const until = carriedUntil(entitlement, period);
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

/**
 * The entries that are still missing on a day: grants of periods that have begun, and what of each that is over expired
 * or went on. It counts from what happened alone, never from what it wrote before: what is told late (a visit of last
 * month, a contract that was renewed after its end) puts right what it would have been.
 */
export function settle(ledger: Ledger, today: CivilDate): Entry[] {
  const { entitlement, periods, isOver } = ledger;
  const groups = byPeriod(ledger.entries);
  const added: Entry[] = [];
  const add = (entry: Entry): void => {
    if (entry.amount === 0n) return;
    added.push(entry);
    groups.set(entry.period, [...(groups.get(entry.period) ?? []), entry]);
  };
  periods.forEach((period, index) => {
    const { start, end, granted } = period;
    const has = (groups.get(start) ?? []).some(({ kind }) => kind === 'grant');
    if (granted && !has) add({ kind: 'grant', period: start, on: start, amount: entitlement.quantity });
    const own = groups.get(start) ?? [];
    const next = periods[index + 1];
    const isClosed = next !== undefined || isOver;
    const gone = lapsed(ledger, period, own, today);
    const rest = isClosed ? max(0n, usableOf(own) - gone) : 0n;
    const carried = next === undefined ? 0n : carriedOf(rest, entitlement.carryOver);
    const sumOf = (which: (entry: Entry) => boolean): bigint => balanceOf(own.filter(which));
    const on = next?.start ?? (isClosed ? (end ?? today) : (carriedUntil(entitlement, period) ?? today));
    const expired = gone + rest - carried;
    add({ kind: 'expire', period: start, on, amount: -expired - sumOf(({ kind }) => kind === 'expire') });
    if (next === undefined) return;
    const out = -carried - sumOf(isCarriedOut);
    add({ kind: 'carry', period: start, on: next.start, amount: out });
    add({ kind: 'carry', period: next.start, on: next.start, amount: -out });
  });
  return added;
}

/** The period that a day lies in: the last that had begun by then. */
export const periodOn = ({ periods }: Pick<Ledger, 'periods'>, day: CivilDate): EntitledPeriod | undefined =>
  periods.filter(({ start }) => compareDates(start, day) <= 0).at(-1);

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
  const groups = byPeriod([...entries, ...after]);
  const short = ledger.periods.find(({ start }) => balanceOf(groups.get(start) ?? []) < 0n);
  if (short && wish.amount < 0n) {
    const own = ledger.entries.filter((one) => one.period === short.start);
    const left = max(0n, usableOf(own) - lapsed(ledger, short, own, today));
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
  const own = ledger.entries.filter((entry) => entry.period === period?.start);
  const total = (which: (entry: Entry) => boolean): bigint => balanceOf(own.filter(which));
  const left = balanceOf(ledger.entries);
  return {
    ...{ period, left },
    granted: total(({ kind }) => kind === 'grant'),
    carried: total(isCarriedIn),
    added: total(({ kind }) => kind === 'top_up' || kind === 'adjust'),
    used: -total(isUse),
    expired: -total(({ kind }) => kind === 'expire'),
    expiring: left - carriedOf(left, ledger.entitlement.carryOver),
  };
}

/** What was left of the last period when it was over: what stands, and what expired with its end. */
export function lostOf({ periods, entries }: Ledger): bigint {
  const end = periods.at(-1)?.end ?? null;
  const gone = entries.filter((entry) => entry.kind === 'expire' && end !== null && compareDates(entry.on, end) >= 0);
  return balanceOf(entries) - balanceOf(gone);
}
