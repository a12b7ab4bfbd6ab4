import { isTimeZone } from '../../../../kernel/src';
import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import { wallClock } from '../../core/clock';

const FAR_MS = 30_000;

/** The time of the machine, of the database, and the zones of both the process and the business. */
export const clockChecks = ({ platform }: Tools): DoctorCheck[] => {
  async function databaseClock(): Promise<Finding> {
    const knex = await platform.rows.knex();
    const before = Date.parse(wallClock());
    const { rows } = (await knex.raw('select extract(epoch from clock_timestamp()) * 1000 as now')) as {
      rows: { now: string }[];
    };
    const apart = Math.abs(Number(rows[0]?.now) - (before + Date.parse(wallClock())) / 2);
    const seconds = Math.round(apart / 1000);
    return apart > FAR_MS ? wrong('clocks_apart', { seconds }) : well('clocks_agree');
  }

  return [
    {
      name: 'clock',
      async run({ env }) {
        const test = env.SANYA_TEST_CLOCK === 'true';
        const live = env.NODE_ENV === 'production';
        const first = !test ? well('clock_real') : live ? wrong('clock_test') : doubtful('clock_test');
        return platform.rows.dialect === 'postgres' ? [first, await databaseClock()] : [first];
      },
    },
    {
      name: 'zone',
      async run({ env }) {
        const process = env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone;
        const isUtc = /^(:?Etc\/)?(UTC|GMT|UCT|Zulu)$/.test(process);
        const { zone } = await platform.settings.read<{ zone: string }>('plugin::platform.setting');
        return [
          isUtc ? well('zone_process', { zone: process }) : doubtful('zone_process_other', { zone: process }),
          isTimeZone(zone) ? well('zone_business', { zone }) : wrong('zone_unknown', { zone }),
        ];
      },
    },
  ];
};
