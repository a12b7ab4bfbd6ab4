import type { Knex } from 'knex';
import { type DoctorCheck, doubtful, type Examination, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';

const OLDEST = 14;
const NEEDED_CONNECTIONS = 2;

const first = async (knex: Knex, sql: string): Promise<Record<string, unknown>> => {
  const result: unknown = await knex.raw(sql);
  return ((Array.isArray(result) ? result : (result as { rows: unknown[] }).rows)[0] ?? {}) as Record<string, unknown>;
};

/** What kind of database it is, whether it keeps what it says it kept, and whether its locks hold. */
export function databaseCheck({ strapi, platform }: Tools): DoctorCheck {
  const show = async (knex: Knex, name: string): Promise<string> =>
    String(Object.values(await first(knex, `select current_setting('${name}') as value`))[0]);

  /** A row that one connection keeps must be passed over by another. */
  async function rowLocks(): Promise<Finding> {
    if ((strapi.config.get('database.connection.pool.max') as number | undefined) === 1) {
      return wrong('pool_small', { least: NEEDED_CONNECTIONS });
    }
    const { id } = await platform.settings.read('plugin::platform.setting');
    const table = platform.rows.table('plugin::platform.setting');
    const take = (by: Knex): Promise<unknown[]> =>
      by(table)
        .where('id', id)
        .forNoKeyUpdate()
        .skipLocked()
        .select('id')
        .then((found: unknown[]) => found);
    const found = await strapi.db.connection.transaction(async (holder) => {
      // Somebody else has it right now: then it is theirs that holds.
      if ((await take(holder)).length === 0) return [];
      return strapi.db.connection.transaction((other) => take(other));
    });
    return found.length === 0 ? well('row_locks') : wrong('row_locks_missing');
  }

  async function postgres(knex: Knex): Promise<Finding[]> {
    const version = await show(knex, 'server_version');
    const findings = [
      Number.parseInt(version, 10) >= OLDEST
        ? well('postgres', { version })
        : wrong('postgres_old', { version, least: OLDEST }),
    ];
    const unsafe: string[] = [];
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      if ((await show(knex, name)) === 'off') unsafe.push(name);
    }
    findings.push(unsafe.length === 0 ? well('kept_safely') : wrong('kept_unsafely', { settings: unsafe.join(', ') }));
    const encoding = await show(knex, 'server_encoding');
    if (encoding !== 'UTF8') findings.push(wrong('encoding', { encoding }));
    return [...findings, await rowLocks()];
  }

  async function sqlite(knex: Knex, { env }: Examination): Promise<Finding[]> {
    const { version } = await first(knex, 'select sqlite_version() as version');
    const { synchronous } = await first(knex, 'pragma synchronous');
    const { foreign_keys: keys } = await first(knex, 'pragma foreign_keys');
    const { quick_check: sound } = await first(knex, 'pragma quick_check(1)');
    return [
      env.NODE_ENV === 'production'
        ? doubtful('sqlite_live', { version: String(version) })
        : well('sqlite', { version: String(version) }),
      Number(synchronous) === 0 ? wrong('kept_unsafely', { settings: 'synchronous' }) : well('kept_safely'),
      ...(Number(keys) === 1 ? [] : [wrong('foreign_keys_off')]),
      ...(sound === 'ok' ? [] : [wrong('database_damaged', { reason: String(sound) })]),
    ];
  }

  return {
    name: 'database',
    async run(examination) {
      const knex = await platform.rows.knex();
      return platform.rows.dialect === 'postgres' ? postgres(knex) : sqlite(knex, examination);
    },
  };
}
