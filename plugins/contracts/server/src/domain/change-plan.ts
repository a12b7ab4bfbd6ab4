import { sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Place } from './change-place';
import { cutBefore } from './line-chain';
import { type ContractLineFacts, termsOf } from './contract';
import { paidBeyond } from './ending';
import { type Interval, type Span, without } from './intervals';
import type { LineTerms } from './periods-due';
import { type Piece, piecesOf } from './price-versions';
import { periodsOf } from './schedule';

/** A period of a line that was billed. */
export interface Billed {
  line: number;
  periodNumber: number;
  amount: bigint;
}

/** What of a billed period is for days of which a change takes the price away. */
export interface Freed<Row> {
  period: Row;
  amount: bigint;
}

/** What of a period the new price is charged for. */
export interface Charged extends Span {
  index: number;
  pieces: Piece[];
  amount: bigint;
}

/** One period of the new line in the place of what was billed for the same days, the earliest first. */
export interface Settlement<Row> {
  charged: Charged;
  freed: Freed<Row>[];
}

export interface ChangePlan<Row> {
  settlements: Settlement<Row>[];
  /** What was billed and nothing takes the place of: it comes back. */
  credits: Freed<Row>[];
}

type Line = ContractLineFacts & { id: number };

/** How periods are counted: those of two lines are the same where this is. */
const gridOf = ({ startsOn, countedFrom, cycle, alignment, whileSuspended }: LineTerms): string =>
  JSON.stringify([countedFrom ?? startsOn, cycle.unit, cycle.count, alignment, whileSuspended === 'shift']);

const isTaxedAlike = (one: ContractLineFacts, other: ContractLineFacts): boolean =>
  one.taxCategory === other.taxCategory && one.incomeKind === other.incomeKind && one.kind === other.kind;

function freedOf<Row extends Billed>(
  line: Line,
  periods: readonly Row[],
  { suspensions, endsOn }: { suspensions: readonly Interval[]; endsOn: CivilDate },
): Freed<Row>[] {
  const terms = termsOf(line);
  if (!terms) return [];
  const own = periods.filter((period) => period.line === line.id);
  const billed = new Map(own.map(({ periodNumber, amount }) => [periodNumber, amount]));
  const beyond = paidBeyond(terms, suspensions, { endsOn, billed });
  return own.flatMap((period) => {
    const amount = beyond.get(period.periodNumber);
    return amount === undefined ? [] : [{ period, amount }];
  });
}

/** What the new line costs in the periods with these numbers. */
function chargedOf(terms: LineTerms, suspensions: readonly Interval[], numbers: ReadonlySet<number>): Charged[] {
  const last = Math.max(-1, ...numbers);
  const found: Charged[] = [];
  for (const period of periodsOf(terms, suspensions)) {
    if (period.index > last) break;
    if (!numbers.has(period.index)) continue;
    const spans = terms.whileSuspended === 'stop' ? without(period, suspensions) : [period];
    const [first, end] = [spans[0], spans.at(-1)];
    if (!first || !end) continue;
    const pieces = piecesOf(period, terms.prices, spans);
    found.push({
      ...{ index: period.index, start: first.start, end: end.end, pieces },
      amount: sum(pieces.map(({ amount }) => amount)),
    });
  }
  return found;
}

/**
 * What a change comes to for what was billed already. In each period that was billed, the days from the change on are
 * charged at the new price in the place of what was asked for them, where both are counted and taxed alike; all else that
 * was billed for those days comes back, and the new line is billed by the run. What was not billed, the run bills.
 * @param next null: nothing takes over
 */
export function planChange<Row extends Billed>(
  { from, kept, withdrawn }: Place<Line>,
  next: ContractLineFacts | null,
  facts: { suspensions: readonly Interval[]; periods: readonly Row[] },
): ChangePlan<Row> {
  const { suspensions, periods } = facts;
  const terms = next && termsOf(next);
  const plan: ChangePlan<Row> = { settlements: [], credits: [] };
  const replaced = new Map<number, Freed<Row>[]>();
  for (const line of [kept, ...withdrawn]) {
    const freed = freedOf(line, periods, { suspensions, endsOn: cutBefore(line, from) });
    const own = termsOf(line);
    const isReplaced = terms && own && gridOf(terms) === gridOf(own) && isTaxedAlike(line, next);
    for (const one of freed) {
      if (!isReplaced) {
        if (one.amount > 0n) plan.credits.push(one);
        continue;
      }
      const number = one.period.periodNumber;
      replaced.set(number, [...(replaced.get(number) ?? []), one]);
    }
  }
  if (!terms) return plan;
  for (const charged of chargedOf(terms, suspensions, new Set(replaced.keys()))) {
    plan.settlements.push({ charged, freed: replaced.get(charged.index) ?? [] });
    replaced.delete(charged.index);
  }
  plan.credits.push(...[...replaced.values()].flat().filter(({ amount }) => amount > 0n));
  return plan;
}

/** What was billed of a line for the days that what is to be withdrawn took from it. */
export const takenFrom = <Row extends Billed>(
  { kept, withdrawn, endsOn }: Pick<Place<Line>, 'kept' | 'withdrawn' | 'endsOn'>,
  { suspensions, periods }: { suspensions: readonly Interval[]; periods: readonly Row[] },
): Freed<Row>[] =>
  withdrawn.length === 0 || kept.endsOn === null
    ? []
    : freedOf({ ...kept, endsOn }, periods, { suspensions, endsOn: kept.endsOn }).filter(({ amount }) => amount > 0n);

/**
 * A period of a line was billed until the last day that a change gave the line, and is longer without the change: to take
 * that back would leave the rest of the period to nobody.
 */
export function isBilledShort(
  { kept, endsOn }: Pick<Place<Line>, 'kept' | 'endsOn'>,
  facts: { suspensions: readonly Interval[]; periods: readonly (Billed & { endsOn: CivilDate })[] },
): boolean {
  const terms = termsOf({ ...kept, endsOn });
  const short = facts.periods.filter((period) => period.line === kept.id && period.endsOn === kept.endsOn);
  const last = Math.max(-1, ...short.map(({ periodNumber }) => periodNumber));
  for (const period of terms ? periodsOf(terms, facts.suspensions) : []) {
    if (period.index > last) return false;
    const billed = short.find(({ periodNumber }) => periodNumber === period.index);
    if (billed && period.end > billed.endsOn) return true;
  }
  return false;
}
