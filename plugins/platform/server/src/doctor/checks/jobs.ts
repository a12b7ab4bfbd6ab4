import { addDuration, compareInstants } from '../../../../kernel/src';
import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import type { Jobs } from '../../jobs/create-jobs';
import { DELIVERY } from '../../events/delivery-store';
import { some } from './guards';

/** The timekeeper looks every minute: what is due for so long nobody looks at. */
const LATE = '-PT15M';

/** Whether jobs run: nothing due for long, nothing given up. */
export const jobsCheck = ({ platform }: Tools, { jobs }: { jobs: Pick<Jobs, 'list'> }): DoctorCheck => ({
  name: 'jobs',
  async run({ env }) {
    const all = await jobs.list();
    const { clock, rows } = platform;
    const findings: Finding[] = [];
    const long = addDuration(clock.now(), LATE, clock.zone());
    const late = all.filter(
      ({ nextDue, runs: [last] }) =>
        nextDue !== null &&
        compareInstants(nextDue, long) < 0 &&
        // One that was given up is named below; one that somebody holds is under way.
        last?.state !== 'failed' &&
        (last?.leaseBy ?? null) === null,
    );
    // Where the test clock stands still, nothing is late: the jobs run when it is turned.
    if (late.length > 0 && env.SANYA_TEST_CLOCK !== 'true') {
      findings.push(wrong('jobs_late', { names: some(late.map(({ name }) => name)), since: String(late[0]?.nextDue) }));
    }
    const failed = all.filter(({ runs: [last] }) => last?.state === 'failed').map(({ name }) => name);
    if (failed.length > 0) findings.push(wrong('jobs_failed', { names: some(failed) }));
    const dead = await rows.find(DELIVERY, (query, column) => void query.where(column('state'), 'dead').limit(100), {
      fields: [],
    });
    if (dead.length > 0) findings.push(doubtful('deliveries_dead', { count: dead.length }));
    return findings.length > 0 ? findings : [well('jobs', { count: all.length })];
  },
});
