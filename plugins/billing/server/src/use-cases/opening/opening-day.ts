import { addDays, badInput, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { MOST_DAYS_BACK } from '../../domain/past-days';
import { refuseClosed } from '../../domain/tax-month';
import { closedMonths } from '../../stores/tax-months';

/** What is said beside a file of the books before. */
export interface Asked {
  openingDay: string;
}

/** The books are opened on a day that has come, in a month whose return is not handed in yet. */
export async function checkOpeningDay(platform: Platform, { openingDay }: Asked): Promise<void> {
  const today = platform.clock.today();
  const earliest = addDays(today, -MOST_DAYS_BACK);
  if (compareDates(openingDay, today) > 0 || compareDates(openingDay, earliest) < 0) {
    throw badInput('opening_import.opening_day', {
      field: 'openingDay',
      params: { date: openingDay, earliest, today },
    });
  }
  await platform.transaction(async () => {
    refuseClosed(await closedMonths(platform, [openingDay]), openingDay, 'openingDay');
  });
}
