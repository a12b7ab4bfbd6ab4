import {
  addDays,
  addDuration,
  type CivilDate,
  compareDates,
  dateIn,
  startOfDay,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';

const JOB_RUN = 'plugin::platform.job-run';

/** The day of a job's last run, whether it is under way or done. */
export async function lastRunDay(platform: Platform, job: string): Promise<CivilDate | undefined> {
  const [run] = await platform.rows.find<{ tick: string }>(
    JOB_RUN,
    (query, column) => void query.where(column('job'), job).orderBy(column('tick'), 'desc').limit(1),
    { fields: ['tick'] },
  );
  return run && dateIn(platform.clock.zone(), run.tick);
}

/**
 * When a job that runs once a day has its turn: on the first day on which it has something to do, tomorrow where it ran
 * today; at an hour, as an ISO duration after the day began.
 */
export async function nextRun(
  platform: Platform,
  job: string,
  { first, hour }: { first: CivilDate; hour: string },
): Promise<string> {
  const [zone, today] = [platform.clock.zone(), platform.clock.today()];
  const next = (await lastRunDay(platform, job)) === today ? addDays(today, 1) : today;
  return addDuration(startOfDay(zone, compareDates(first, next) > 0 ? first : next), hour, zone);
}
