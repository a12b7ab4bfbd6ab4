import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import type { Platform } from '../../../kit/src/platform';
import { civilDate, day } from '../../../kit/src/shapes';
import { confirmHolidays, holidaysOf } from './confirm-holidays';
import { proposeHolidays } from './propose-holidays';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
/** More days than this no year is closed. */
const MOST = 100;

const holiday = z.strictObject({ date: day, name: z.string() }).meta({ id: 'Holiday' });
const yearAnswer = z.strictObject({
  year: z.int(),
  holidays: z.array(holiday),
  /** What of the year is known beforehand. */
  proposed: z.array(holiday),
});

async function yearView(platform: Platform, year: number) {
  const holidays = await holidaysOf(platform, year);
  return { year, holidays: holidays.map(({ date, name }) => ({ date, name })), proposed: proposeHolidays(year) };
}

/** Public holidays: announced each year, confirmed by the owner. */
export const holidayActions = [
  defineAction({
    name: 'readHolidays',
    summary: 'Public holidays of a year as they were confirmed, and what can be proposed',
    staff: { method: 'GET', path: '/holidays', permission: 'holiday.read' },
    graphql: 'none',
    writes: false,
    input: z.strictObject({ year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional() }),
    output: yearAnswer,
    run: ({ platform, input }) => yearView(platform, input.year ?? Number(platform.clock.today().slice(0, 4))),
  }),
  defineAction({
    name: 'confirmHolidays',
    summary: 'Say which days of a year are public holidays: all of them, and no others',
    staff: { method: 'PUT', path: '/holidays', permission: 'holiday.change' },
    graphql: 'none',
    input: z.strictObject({
      year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
      holidays: z.array(z.strictObject({ date: civilDate, name: z.string().trim().min(1).max(200) })).max(MOST),
    }),
    output: yearAnswer,
    run: async ({ platform, input: { year, holidays } }) => {
      await confirmHolidays(platform, year, holidays);
      return yearView(platform, year);
    },
  }),
];
