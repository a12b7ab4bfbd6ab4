import { type CivilDate, dateIn } from '@sanya/strapi-plugin-platform/kernel';
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
