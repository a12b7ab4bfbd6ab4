import { addDays, addMonths, type CivilDate, type Cycle } from '@sanya/strapi-plugin-platform/kernel';

export const CYCLE_UNITS = ['day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;
export type CycleUnit = (typeof CYCLE_UNITS)[number];

/** How often a line is billed: every `count` units. */
export interface BillingCycle {
  unit: CycleUnit;
  count: number;
}

export const MOST_UNITS = 120;

const MONTHS: Record<Exclude<CycleUnit, 'day' | 'week'>, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** The same cycle as the kernel counts it: days, weeks and months. */
export function kernelCycle({ unit, count }: BillingCycle): Cycle {
  if (unit === 'day' || unit === 'week') return { unit, count };
  return { unit: 'month', count: MONTHS[unit] * count };
}

/** The months of a cycle; undefined where it is counted in days. */
export const monthsOf = ({ unit, count }: BillingCycle): number | undefined =>
  unit === 'day' || unit === 'week' ? undefined : MONTHS[unit] * count;

/** The last of so many months from a day on. */
export const lastDayAfterMonths = (startsOn: CivilDate, months: number): CivilDate =>
  addDays(addMonths(startsOn, months), -1);
