import type { Knex } from 'knex';
import { type App, bootApp } from '../../support/app';

let app: App;
beforeAll(async () => {
  app = await bootApp();
}, 120_000);
afterAll(() => app.close());

const isPostgres = process.env.SANYA_TEST_DB === 'postgres';

/** Work on one connection, whose tables are gone afterwards. */
async function onOne(work: (db: Knex) => Promise<void>): Promise<void> {
  const db = await app.strapi.db.connection.transaction();
  try {
    await db.raw('create table prepared_things (id integer, name text)');
    await db('prepared_things').insert({ id: 1, name: 'one' });
    await work(db);
  } finally {
    await db.rollback();
  }
}

const ask = async (db: Knex, times = 3): Promise<unknown[]> => {
  let found: unknown[] = [];
  for (let time = 0; time < times; time += 1) found = await db('prepared_things').select('*').where('id', '>', 0);
  return found;
};

test('what is asked again is answered alike, also after its table was changed', () =>
  onOne(async (db) => {
    expect(await ask(db)).toEqual([{ id: 1, name: 'one' }]);
    await db.raw("alter table prepared_things add column kind text default 'new'");
    expect(await ask(db)).toEqual([{ id: 1, name: 'one', kind: 'new' }]);
  }));

test('a temporary table that hides another is read in its place, and the other again when it is gone', () =>
  onOne(async (db) => {
    await ask(db);
    await db.raw('create temp table prepared_things (id integer, name text)');
    expect(await ask(db)).toEqual([]);
    await db.raw(`drop table ${isPostgres ? 'pg_temp' : 'temp'}.prepared_things`);
    expect(await ask(db)).toEqual([{ id: 1, name: 'one' }]);
  }));

const onPostgres = isPostgres ? test : test.skip;

onPostgres('a statement is prepared when it is asked a second time, and no connection keeps too many', () =>
  onOne(async (db) => {
    const prepared = async (of: string): Promise<number> => {
      const { rows } = await db.raw('select count(*) from pg_prepared_statements where statement like ?', [of]);
      return Number(rows[0].count);
    };
    await ask(db, 1);
    expect(await prepared('%prepared_things%')).toBe(0);
    await ask(db, 5);
    expect(await prepared('%prepared_things%')).toBe(1);
    for (let place = 0; place < 600; place += 1) {
      for (const id of [1, 2])
        await db('prepared_things')
          .select(db.raw(`${place} as place`))
          .where({ id });
    }
    expect(await prepared('%')).toBeLessThanOrEqual(500);
    expect(await prepared('%')).toBeGreaterThan(400);
  }),
);

onPostgres('where another site changed a table, one statement fails and the next is right', async () => {
  const { connection } = app.strapi.db;
  const own = await connection.client.acquireConnection();
  const here = <T extends Knex.QueryBuilder>(query: T): T => query.connection(own);
  try {
    await connection.raw('create table prepared_things (id integer)');
    const select = () => here(connection('prepared_things').select('*').where('id', '>', 0));
    await here(connection('prepared_things').insert({ id: 1 }));
    for (let time = 0; time < 3; time += 1) await select();
    // Seen by no connection of this process, as by another's.
    await connection.raw('do $$ begin alter table prepared_things add column name text; end $$');
    await expect(select()).rejects.toThrow('cached plan');
    expect(await select()).toEqual([{ id: 1, name: null }]);
  } finally {
    await connection.client.releaseConnection(own);
    await connection.raw('drop table prepared_things');
  }
});
