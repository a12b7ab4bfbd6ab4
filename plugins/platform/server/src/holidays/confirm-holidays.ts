import { badInput } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import type { Ref } from '../../../kit/src/rows';
import type { Holiday } from './propose-holidays';

export const HOLIDAY = 'plugin::platform.holiday';
const SETTING = 'plugin::platform.setting';

/** The holidays of a year as they were confirmed, in their order. */
export const holidaysOf = ({ rows }: Pick<Platform, 'rows'>, year: number): Promise<(Holiday & Ref)[]> =>
  rows.find<Holiday>(
    HOLIDAY,
    (query, column) =>
      void query.whereBetween(column('date'), [`${year}-01-01`, `${year}-12-31`]).orderBy(column('date')),
  );

/** The whole list of a year: what stood there before is gone. */
export const confirmHolidays = (platform: Platform, year: number, holidays: readonly Holiday[]): Promise<void> =>
  platform.transaction(async () => {
    holidays.forEach(({ date }, index) => {
      const field = `holidays.${index}.date`;
      if (!date.startsWith(`${year}-`)) throw badInput('holiday.other_year', { field, params: { year } });
      if (holidays.findIndex((other) => other.date === date) < index) throw badInput('holiday.twice', { field });
    });
    await platform.hold('platform.holidays', 'alone');
    const before = await holidaysOf(platform, year);
    await platform.rows.remove(
      HOLIDAY,
      before.map(({ id }) => id),
    );
    await platform.rows.insert(
      HOLIDAY,
      holidays.map(({ date, name }) => ({ date, name })),
    );
    const { id, documentId } = await platform.settings.read(SETTING);
    await platform.events.record([
      {
        name: 'holidays.confirmed',
        subject: { type: SETTING, id, documentId },
        before: { year, days: before.length },
        after: { year, days: holidays.length },
      },
    ]);
  });
