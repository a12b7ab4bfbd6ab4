import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { workingDays } from '../domain/dunning/contact';
import { REHEARSED_DAYS } from '../domain/dunning/rehearsal';

/** Days on which offices work, of those near today: by the list of public holidays that the owner confirmed. */
export async function readWorkingDays(platform: Platform): Promise<(date: CivilDate) => boolean> {
  const today = platform.clock.today();
  const holidays = await platform.rows.find<{ date: CivilDate }>(
    'plugin::platform.holiday',
    (query, column) => void query.whereBetween(column('date'), [addDays(today, -REHEARSED_DAYS), today]),
    { fields: ['date'] },
  );
  return workingDays(new Set(holidays.map(({ date }) => date)));
}
