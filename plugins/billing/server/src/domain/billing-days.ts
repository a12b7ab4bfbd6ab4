import {
  addDays,
  addMonths,
  badInput,
  type CivilDate,
  endOfMonth,
  startOfMonth,
  weekday,
} from '@sanya/strapi-plugin-platform/kernel';

/** Days of each month, both included, such as the 1st to the 5th; past the end of a month its last day. */
export interface DaysOfMonth {
  kind: 'days';
  from: number;
  to: number;
}

/** The n-th such weekday of each month; -1 is the last. Monday is 1, Sunday 7. */
export interface WeekdayOfMonth {
  kind: 'weekday';
  nth: 1 | 2 | 3 | 4 | -1;
  weekday: number;
}

export type DayRule = DaysOfMonth | WeekdayOfMonth;

/** On which days a customer takes billing notes, and on which it pays; none: on any day. */
export interface BillingDays {
  billing: readonly DayRule[];
  payment: readonly DayRule[];
}

export const ANY_DAY: BillingDays = { billing: [], payment: [] };

const dayIn = (first: CivilDate, day: number): CivilDate => {
  const last = endOfMonth(first);
  const date = addDays(first, day - 1);
  return date > last ? last : date;
};

function weekdayIn(first: CivilDate, { nth, weekday: wanted }: WeekdayOfMonth): CivilDate {
  if (nth === -1) {
    const last = endOfMonth(first);
    return addDays(last, -((weekday(last) - wanted + 7) % 7));
  }
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

/** First and last day that a rule names in the month that begins so. */
const span = (rule: DayRule, first: CivilDate): [CivilDate, CivilDate] => {
  if (rule.kind === 'days') return [dayIn(first, rule.from), dayIn(first, rule.to)];
  const day = weekdayIn(first, rule);
  return [day, day];
};

/** The first day, on or after the one given, that one of the rules names; that day itself where there are none. */
export function nextDay(rules: readonly DayRule[], from: CivilDate): CivilDate {
  if (rules.length === 0) return from;
  // Every rule names a day of every month: two months are enough.
  const months = [startOfMonth(from), addMonths(startOfMonth(from), 1)];
  const days = months.flatMap((first) =>
    rules.flatMap((rule) => {
      const [begins, ends] = span(rule, first);
      return ends < from ? [] : [begins < from ? from : begins];
    }),
  );
  return days.reduce((earliest, day) => (day < earliest ? day : earliest), days[0] ?? from);
}

/**
 * When an invoice is due whose customer pays by billing notes: on the first payment day once it could be billed and its
 * terms are over.
 */
export function dueByDays(days: BillingDays, issuedOn: CivilDate, terms: number): CivilDate {
  const billed = nextDay(days.billing, issuedOn);
  const over = addDays(issuedOn, terms);
  return nextDay(days.payment, billed > over ? billed : over);
}

/** When a note of a day is appointed to be paid: on a payment day, once all of its invoices are due. */
export const appointedDay = (days: BillingDays, billedOn: CivilDate, due: readonly CivilDate[]): CivilDate =>
  nextDay(
    days.payment,
    due.reduce((latest, day) => (day > latest ? day : latest), billedOn),
  );

const MOST_RULES = 6;

/** Refuses rules that name no day, or the same twice. */
export function checkDays(days: BillingDays): void {
  for (const list of ['billing', 'payment'] as const) {
    const rules = days[list];
    if (rules.length > MOST_RULES)
      throw badInput('billing_days.too_many', { field: list, params: { most: MOST_RULES } });
    rules.forEach((rule, index) => {
      const field = `${list}.${index}`;
      if (rule.kind === 'days' && rule.to < rule.from) throw badInput('billing_days.range', { field });
      const same = JSON.stringify(rule);
      if (rules.findIndex((one) => JSON.stringify(one) === same) < index)
        throw badInput('billing_days.twice', { field });
    });
  }
}
