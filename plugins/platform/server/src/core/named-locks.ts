import type { Platform } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';

/** Apart from whatever else takes advisory locks on the database. */
const SPACE = 72_614;

/** PostgreSQL knows locks by numbers. */
const numberOf = (name: string): number => {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) | 0;
  return hash;
};

/** The statement that takes the lock, for PostgreSQL. */
export const holdSql = (name: string, how: 'shared' | 'alone'): string =>
  `pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(${SPACE}, ${numberOf(name)})`;

/** What is taken back at its end needs no lock, and must not make anybody wait. */
export const createNamedLocks =
  (rows: Pick<Rows, 'dialect' | 'knex'>, isPretending: () => boolean): Platform['hold'] =>
  async (name, how) => {
    if (rows.dialect !== 'postgres' || isPretending()) return;
    const knex = await rows.knex();
    await knex.raw(`select ${holdSql(name, how)}`);
  };
