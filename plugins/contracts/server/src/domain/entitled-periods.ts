import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { EntitledPer, Entitlement } from './entitlement';
import { type Interval, without } from './intervals';
import { periodsOf, type ScheduleTerms } from './schedule';

/** A line of a chain, with what it entitles to of one unit; null: to nothing of it. */
export interface EntitledLine {
  terms: ScheduleTerms;
  entitlement: Entitlement | null;
  /** Since when that holds: the first day of the line that brought it. */
  since: CivilDate;
}

/** What a grant is for. */
export interface EntitledPeriod {
  start: CivilDate;
  /** The last day as far as it is known; null: until the contract is ended. */
  end: CivilDate | null;
  /** One of which every day so far was off is granted when the service is on again. */
  granted: boolean;
  /** What holds at its end, or today. */
  entitlement: Entitlement;
  /** Since when that holds. */
  since: CivilDate;
  /** What it comes to where a change fell into it; null: what was granted. */
  changedTo: bigint | null;
  /** It took the place of one that was counted otherwise: what was used since that day counts in it. */
  countsFrom: CivilDate | null;
}

export interface EntitledPeriods {
  /** Those that have begun, in order. */
  begun: EntitledPeriod[];
  /** The first day of the next. */
  next: CivilDate | null;
}

export interface PeriodFacts {
  termMonths: number | null;
  suspensions: readonly Interval[];
  today: CivilDate;
}

/** Lines that follow one another with periods that are counted alike. */
interface Stretch {
  lines: (EntitledLine & { entitlement: Entitlement; changedTo: bigint | null })[];
  /** Years and terms are counted from the first day of the first line, whatever line goes on from it. */
  first: CivilDate;
  per: EntitledPer;
}

/** Nothing of a unit any more, over the same periods. */
const nothingLike = (one: Pick<Entitlement, 'unit' | 'per'>): Entitlement => ({
  ...{ unit: one.unit, quantity: 0n, per: one.per, carryOver: { carries: 'none' }, carriedMonths: null, from: null },
});

const gridOf = ({ startsOn, countedFrom, cycle, alignment, whileSuspended }: ScheduleTerms): string =>
  JSON.stringify([countedFrom ?? startsOn, cycle.unit, cycle.count, alignment, whileSuspended === 'shift']);

function stretchesOf(lines: readonly EntitledLine[]): Stretch[] {
  const first = lines[0]?.terms.startsOn;
  const known = lines.find(({ entitlement }) => entitlement !== null)?.entitlement;
  if (first === undefined || !known) return [];
  const stretches: Stretch[] = [];
  let grid = '';
  let before: Entitlement | null = null;
  for (const line of lines) {
    if (line.entitlement === null && before === null) continue;
    const entitlement: Entitlement = line.entitlement ?? nothingLike(before ?? known);
    const changedTo = line.entitlement === null ? 0n : (line.entitlement.changedTo ?? null);
    const own = entitlement.per === 'period' ? gridOf(line.terms) : entitlement.per;
    if (own !== grid) stretches.push({ lines: [], first, per: entitlement.per });
    stretches.at(-1)?.lines.push({ ...line, entitlement, changedTo });
    grid = own;
    before = entitlement;
  }
  return stretches;
}

interface Span {
  start: CivilDate;
  end: CivilDate | null;
}

/** The periods of a stretch as they are counted, whether they are cut or not. */
function* wholePeriods(
  { lines, first, per }: Stretch,
  { termMonths, suspensions }: PeriodFacts,
  endsOn: CivilDate | null,
): Generator<Span, void> {
  const [begins, last] = [lines[0]?.terms, lines.at(-1)?.terms];
  if (!begins || !last) return;
  if (per === 'period') {
    const startsOn = begins.countedFrom ?? begins.startsOn;
    yield* periodsOf({ ...begins, startsOn, countedFrom: startsOn, endsOn }, suspensions);
    return;
  }
  const months = per === 'year' ? 12 : termMonths;
  if (months === null) {
    yield { start: first, end: endsOn };
    return;
  }
  const cycle = { unit: 'month' as const, count: months };
  const { whileSuspended } = last;
  yield* periodsOf({ startsOn: first, endsOn, cycle, alignment: 'anniversary', whileSuspended }, suspensions);
}

/** Where the whole period begins that a day lies in, if it has begun before. */
function cutAt(stretch: Stretch, facts: PeriodFacts, day: CivilDate): CivilDate | null {
  for (const { start, end } of wholePeriods(stretch, facts, null)) {
    if (compareDates(start, day) >= 0) return null;
    if (end === null || compareDates(end, day) >= 0) return start;
  }
  return null;
}

function periodOf({ lines }: Stretch, { start, end }: Span, { suspensions, today }: PeriodFacts): EntitledPeriod {
  const until = end !== null && compareDates(end, today) < 0 ? end : today;
  const line = lines.filter(({ terms }) => compareDates(terms.startsOn, until) <= 0).at(-1) ?? lines[0];
  if (!line) throw new Error('a stretch has a line');
  const { entitlement, since, changedTo } = line;
  const seen = { start, end: until };
  const wasOn = line.terms.whileSuspended !== 'stop' || without(seen, suspensions).length > 0;
  const isMeant = entitlement.from === null || end === null || compareDates(end, entitlement.from) >= 0;
  return {
    ...{ start, end, granted: wasOn && isMeant, entitlement, since, countsFrom: null },
    changedTo: compareDates(since, start) >= 0 ? changedTo : null,
  };
}

/**
 * The periods of an entitlement until a day: those that are billed, years, or terms. They go on for as long as the lines
 * do that go on from one another: a contract that is renewed has the next one, whatever its length, and one that is changed
 * goes on with its own. Only what is counted otherwise from a day on begins anew on that day.
 */
export function entitledPeriods(lines: readonly EntitledLine[], facts: PeriodFacts): EntitledPeriods {
  const begun: EntitledPeriod[] = [];
  const stretches = stretchesOf(lines);
  for (const [index, stretch] of stretches.entries()) {
    const [begins, last] = [stretch.lines[0], stretch.lines.at(-1)];
    if (!begins || !last) continue;
    const from = begins.terms.startsOn;
    const before = stretches[index - 1];
    const cut = before && begins.changedTo !== null && cutAt(before, facts, from) !== null;
    let isFirst = true;
    for (const { start, end } of wholePeriods(stretch, facts, last.terms.endsOn)) {
      if (end !== null && compareDates(end, from) < 0) continue;
      const own = { start: compareDates(start, from) < 0 ? from : start, end };
      if (compareDates(own.start, facts.today) > 0) return { begun, next: own.start };
      const period = periodOf(stretch, own, facts);
      begun.push(isFirst && cut ? { ...period, countsFrom: start } : period);
      isFirst = false;
    }
  }
  return { begun, next: null };
}

/**
 * The periods of a ledger. One with entries of which nothing has begun came with a change that was taken back: nothing of
 * it is granted any more.
 */
export function ledgerPeriods(
  lines: readonly EntitledLine[],
  { unit, hasEntries }: { unit: Entitlement['unit']; hasEntries: boolean },
  facts: PeriodFacts,
): EntitledPeriods {
  const found = entitledPeriods(lines, facts);
  if (found.begun.length > 0 || !hasEntries) return found;
  const nothing: Entitlement = { ...nothingLike({ unit, per: 'term' }), changedTo: 0n };
  const { begun } = entitledPeriods(
    lines.map((line) => ({ ...line, entitlement: nothing })),
    facts,
  );
  return { begun, next: found.next };
}

/** The day after the last one, where that is still to come. */
export const dayAfter = (endsOn: CivilDate | null, today: CivilDate): CivilDate | null =>
  endsOn !== null && compareDates(endsOn, today) >= 0 ? addDays(endsOn, 1) : null;
