import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database';
import { until } from '../../support/until';

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

  function boot(name: string, { jobs = JOBS, stepMs = 15 } = {}): Promise<ChildProcess> {
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
        INSTANCE_JOBS: String(jobs),
        INSTANCE_CHUNKS: String(CHUNKS),
        INSTANCE_STEP_MS: String(stepMs),
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

  /** Waits until all chunks are done and heard of; what was being heard by a dead one is tried again a minute later. */
  const allHeard = (nudge: () => Promise<void> = async () => undefined): Promise<void> =>
    until(
      'all chunks are heard of',
      async () => {
        await nudge();
        return count(await events(), 'test.heard') >= JOBS * CHUNKS;
      },
      { withinMs: 180_000, everyMs: 500 },
    );

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
    await allHeard();
    await until('all runs are finished', async () => (await runs()).every(({ state }) => state === 'finished'));
    const rows = await events();
    expectWhole(rows);
    expect(await runs()).toHaveLength(JOBS);
    for (const run of await runs()) expect(run).toMatchObject({ state: 'finished', processed: CHUNKS, attempts: 0 });
    const stepped = rows.filter((row) => row.name === 'test.stepped');
    for (const name of ['first', 'second']) {
      expect(stepped.filter((row) => row.instance === name).length).toBeGreaterThan(CHUNKS / 5);
    }
    const ended = children.map((child) => new Promise<number | null>((resolve) => child.once('exit', resolve)));
    for (const child of children) child.send('stop');
    expect(await Promise.all(ended)).toEqual([0, 0]);
  }, 300_000);

  test('take turns at a single long run, though only one of them was told', async () => {
    const long = { jobs: 1, stepMs: 600 };
    const first = await boot('first', long);
    await boot('second', long);
    first.send('go');
    await until('the run is finished', async () => (await runs()).some(({ state }) => state === 'finished'), {
      withinMs: 120_000,
    });
    const stepped = (await events()).filter(({ name }) => name === 'test.stepped');
    expect(stepped).toHaveLength(CHUNKS);
    for (const name of ['first', 'second']) {
      expect(stepped.filter(({ instance }) => instance === name).length).toBeGreaterThan(CHUNKS / 4);
    }
  }, 300_000);

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
    await until('a good part is done', async () => count(await events(), 'test.stepped') >= CHUNKS, {
      withinMs: 60_000,
    });
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    // The minute until the dead one's leases have run out is not waited for. No step of the living one lasts so long.
    await allHeard(async () => {
      await client.query(
        `update platform_job_runs set lease_until = now() - interval '1 minute' where lease_by is not null and updated_at < now() - interval '10 seconds'`,
      );
      second.send('go');
    });
    expectWhole(await events());
  }, 420_000);
});
