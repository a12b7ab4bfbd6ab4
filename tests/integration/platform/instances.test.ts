import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database';

const JOBS = 4;
const CHUNKS = 25;
const support = path.resolve(__dirname, '../../support');

interface Row {
  name: string;
  place: string;
  instance: string;
}

describe('two instances on one PostgreSQL', () => {
  let database: TestDatabase;
  let client: Client;
  let children: ChildProcess[];

  beforeEach(async () => {
    database = await createDatabase();
    client = new Client({ connectionString: database.env.DATABASE_URL });
    await client.connect();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await client.end();
    await database.drop();
  });

  function boot(name: string): Promise<ChildProcess> {
    const child = fork(path.join(support, 'job-instance.ts'), {
      execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
      env: {
        ...process.env,
        ...database.env,
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        SANYA_PORTS: 'recording',
        SANYA_JOBS: '',
        SANYA_TEST_CLOCK: 'false',
        STRAPI_TELEMETRY_DISABLED: 'true',
        INSTANCE: name,
        INSTANCE_JOBS: String(JOBS),
        INSTANCE_CHUNKS: String(CHUNKS),
      },
    });
    children.push(child);
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(child));
      child.once('exit', (code) => reject(new Error(`The instance ended with ${code}`)));
    });
  }

  const events = async (): Promise<Row[]> =>
    (
      await client.query<Row>(
        `select name, subject_document_id as place, after->>'instance' as instance from platform_events where name like 'test.%'`,
      )
    ).rows;
  const count = (rows: readonly Row[], name: string): number => rows.filter((row) => row.name === name).length;

  /** Waits until all chunks are done and heard of; what was being heard by the dead one is tried again a minute later. */
  async function end(): Promise<Row[]> {
    for (let look = 0; look < 1000; look += 1) {
      const rows = await events();
      if (count(rows, 'test.heard') >= JOBS * CHUNKS) return rows;
      await pause(100);
    }
    return events();
  }

  /** Each chunk once and heard once, by however many hands. */
  function expectWhole(rows: readonly Row[]): void {
    for (const name of ['test.stepped', 'test.heard']) {
      const places = rows.filter((row) => row.name === name).map((row) => row.place);
      expect(places).toHaveLength(JOBS * CHUNKS);
      expect(new Set(places).size).toBe(JOBS * CHUNKS);
    }
  }
  const runs = async (): Promise<Record<string, unknown>[]> =>
    (await client.query(`select job, state, processed, attempts from platform_job_runs where job like 'test.%'`)).rows;

  test('share the steps of the same runs, and nothing is done twice', async () => {
    const first = await boot('first');
    const second = await boot('second');
    first.send('go');
    second.send('go');
    const rows = await end();
    await pause(500);
    expectWhole(await events());
    expect(await runs()).toHaveLength(JOBS);
    for (const run of await runs()) expect(run).toMatchObject({ state: 'finished', processed: CHUNKS, attempts: 0 });
    const stepped = rows.filter((row) => row.name === 'test.stepped');
    for (const name of ['first', 'second']) {
      expect(stepped.filter((row) => row.instance === name).length).toBeGreaterThan(CHUNKS / 5);
    }
    const ended = children.map((child) => new Promise<number | null>((resolve) => child.once('exit', resolve)));
    for (const child of children) child.send('stop');
    expect(await Promise.all(ended)).toEqual([0, 0]);
  }, 120_000);

  test('a start leaves the constraints that stand as they are: none is checked again on tables that grew large', async () => {
    const standing = async (): Promise<string[]> =>
      (
        await client.query<{ id: string }>(
          `select oid || conname as id from pg_constraint where conname like 'sanya\\_%' order by 1`,
        )
      ).rows.map(({ id }) => id);
    const before = await standing();
    await boot('first');
    expect(before.length).toBeGreaterThan(20);
    expect(await standing()).toEqual(before);
  }, 120_000);

  test('one is killed in the middle: the other goes on where it stood', async () => {
    const first = await boot('first');
    const second = await boot('second');
    first.send('go');
    second.send('go');
    while (count(await events(), 'test.stepped') < CHUNKS) await pause(20);
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    // The minute until the dead one's lease has run out is not waited for.
    for (let look = 0; look < 3; look += 1) {
      await client.query(
        `update platform_job_runs set lease_until = now() - interval '1 minute' where lease_by is not null and updated_at < now() - interval '1 second'`,
      );
      second.send('go');
      await pause(1500);
    }
    await end();
    expectWhole(await events());
  }, 240_000);
});
