import {
  addDays,
  addMonths,
  badInput,
  type CivilDate,
  daysBetween,
  endOfMonth,
  startOfMonth,
} from '@sanya/strapi-plugin-platform/kernel';

/** Days, both included. */
export interface Period {
  from: CivilDate;
  to: CivilDate;
}

export type Time = 'period' | 'day';
/** The stretch just before, or the same one a year earlier. */
export type Before = 'previous' | 'year';

/**
 * The period asked for: this month where nothing is said; a missing beginning is that of the end's month, a missing end
 * that of the beginning's. A report as of a day asks for its end alone, today by default.
 */
export function periodAsked(time: Time, asked: Partial<Period>, today: CivilDate): Period {
  if (time === 'day') {
    const day = asked.to ?? today;
    return { from: day, to: day };
  }
  const period = {
    from: asked.from ?? startOfMonth(asked.to ?? today),
    to: asked.to ?? endOfMonth(asked.from ?? today),
  };
  if (period.from > period.to) throw badInput('report.dates_reversed', { field: 'to', params: { ...period } });
  return period;
}

const isMonthEnd = (date: CivilDate): boolean => date === endOfMonth(date);
/** So many months earlier; the last day of a month stays one. */
const monthsBack = (date: CivilDate, months: number): CivilDate => {
  const earlier = addMonths(date, -months);
  return isMonthEnd(date) ? endOfMonth(earlier) : earlier;
};
const monthNumber = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/**
 * What a period is held against. Whole months are held against as many whole months; any other stretch against as many
 * days.
 */
export function periodBefore({ from, to }: Period, time: Time, how: Before): Period {
  if (time === 'day') {
    const day = monthsBack(to, how === 'year' ? 12 : 1);
    return { from: day, to: day };
  }
  if (how === 'year') return { from: addMonths(from, -12), to: monthsBack(to, 12) };
  const end = addDays(from, -1);
  const whole = from === startOfMonth(from) && isMonthEnd(to);
  return {
    from: whole ? addMonths(from, monthNumber(from) - monthNumber(to) - 1) : addDays(end, -daysBetween(from, to)),
    to: end,
  };
}
