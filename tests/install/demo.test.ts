import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { MEMBERS, PASSWORD, STAFF } from '../../src/demo/logins';
import { freePort } from '../support/server-process';
import { siteAt } from '../support/site';
import { doctor } from './support/doctor';

/** The first command of the README, on a machine that has built and has never started it. */
const root = path.resolve(__dirname, '../..');
const READY = 'Press Ctrl+C to end.';
const DAY = 86_400_000;

let folder: string;
let child: ReturnType<typeof spawn> | undefined;

const database = (): string => path.join(folder, 'demo.db');

/** One question to the database, past Strapi. */
function ask(sql: string): unknown[] {
  const opened = new Database(database());
  try {
    const statement = opened.prepare(sql);
    if (statement.reader) return statement.all();
    statement.run();
    return [];
  } finally {
    opened.close();
  }
}
const counts = (): unknown =>
  ask('select (select count(*) from sales_orders) as orders, (select count(*) from crm_customers) as customers')[0];

interface Started {
  url: string;
  output: string;
  /** What it ended with; absent while it runs. */
  code?: number | null;
}

const inherited = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SANYA_|DATABASE_|SMTP_|NODE_|JEST_|HOST$|PORT$|TZ$)/.test(name)),
  );

/** Runs one of the scripts until it says that it is ready, or ends. */
async function start(script = 'demo', ...more: string[]): Promise<Started> {
  const port = await freePort();
  const process_ = spawn(process.execPath, [path.join(root, `scripts/${script}.mjs`), '--no-build', ...more], {
    // From anywhere: it finds its own folder.
    cwd: folder,
    env: {
      ...inherited(),
      PORT: String(port),
      DATABASE_FILENAME: database(),
      SANYA_SECRETS_FILE: path.join(folder, 'kept/secrets.json'),
      SANYA_FILES_DIR: path.join(folder, 'files'),
      SANYA_PORTS: 'recording',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = process_;
  let output = '';
  const url = `http://127.0.0.1:${port}`;
  return new Promise((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(READY)) resolve({ url, output });
    };
    process_.stdout.on('data', hear);
    process_.stderr.on('data', hear);
    process_.once('close', (code) => resolve({ url, output, code }));
  });
}

async function stop(): Promise<void> {
  const running = child;
  child = undefined;
  if (!running || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  const late = setTimeout(() => running.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-demo-'));
});
afterEach(stop);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('it fills three months of business, and says where it is and how each role comes in', async () => {
  const { url, output, code } = await start();
  expect([code, output]).toEqual([undefined, expect.stringContaining(`${url}/admin`)]);
  for (const { email, title } of STAFF) expect(output).toMatch(new RegExp(`${title} +${email}`));
  for (const email of MEMBERS) expect(output).toContain(email);
  expect(output).toContain(`Password of everybody: ${PASSWORD}`);

  const site = siteAt(url);
  const { email } = STAFF.find(({ role }) => role === 'sanya-owner') ?? { email: '' };
  const login = await site<{ data: { token: string } }>('POST', '/admin/login', { email, password: PASSWORD });
  const [first] = (
    await site<{ data: { placedAt: string }[] }>(
      'GET',
      '/sales/orders?sort=placedAt:asc&pagination[pageSize]=1&filters[placedAt][$notNull]=true',
      undefined,
      login.data.token,
    )
  ).data;
  const ago = (Date.now() - new Date(first?.placedAt ?? 0).getTime()) / DAY;
  expect(ago).toBeGreaterThan(85);
  expect(ago).toBeLessThan(95);
  const member = await site<{ jwt: string }>('POST', '/api/auth/local', { identifier: MEMBERS[0], password: PASSWORD });
  const own = await site<{ data: unknown[] }>('GET', '/api/billing/invoices', undefined, member.jwt);
  expect(own.data.length).toBeGreaterThan(0);
  // Secrets are this user's alone.
  expect(fs.statSync(path.join(folder, 'kept/secrets.json')).mode & 0o777).toBe(0o600);
}, 600_000);

test('the doctor finds it well; what is taken from its database, and what only tests may have, is wrong', async () => {
  const env = {
    DATABASE_FILENAME: database(),
    SANYA_SECRETS_FILE: path.join(folder, 'kept/secrets.json'),
    SANYA_FILES_DIR: path.join(folder, 'files'),
  };
  const well = await doctor(env, ['--lang', 'en']);
  expect([well.code, well.output]).toEqual([0, expect.stringMatching(/\n0 wrong, \d+ to look at, \d+ well\n$/)]);
  expect(well.output).toMatch(/^✓ Guards in the database: All \d+ triggers/m);

  const [{ sql }] = ask(`select sql from sqlite_master where name = 'sanya_freeze_billing_invoices_u'`) as [
    { sql: string },
  ];
  ask('drop trigger sanya_freeze_billing_invoices_u');
  const ill = await doctor({ ...env, SANYA_PORTS: 'recording' }, ['--lang', 'en']);
  ask(sql);
  expect([ill.code, ill.output]).toEqual([1, expect.stringMatching(/\n2 wrong, \d+ to look at, \d+ well\n$/)]);
  expect(ill.output).toContain(
    '✗ Guards in the database: 1 are missing or switched off: sanya_freeze_billing_invoices_u.',
  );
  expect(ill.output).toContain('✗ Mail: SANYA_PORTS=recording');
  expect(ill.output).toContain('right: Start the site once: every start makes them.');
});

test('started again it fills nothing, and everybody comes in as before', async () => {
  const before = counts();
  expect(before).toMatchObject({ customers: 60 });
  const secrets = fs.readFileSync(path.join(folder, 'kept/secrets.json'), 'utf8');
  const { url, output, code } = await start();
  expect([code, output.includes(READY), output.includes('Filling')]).toEqual([undefined, true, false]);
  const login = { email: STAFF[0].email, password: PASSWORD };
  expect(await siteAt(url)('POST', '/admin/login', login)).toMatchObject({ data: { token: expect.any(String) } });
  await stop();
  expect(counts()).toEqual(before);
  expect(fs.readFileSync(path.join(folder, 'kept/secrets.json'), 'utf8')).toBe(secrets);
});

test('bulk data for trials goes into the demo, with its progress', async () => {
  expect(await start('seed', '--customers', 'many')).toMatchObject({ code: 1 });
  const { output, code } = await start('seed', '--customers', '50', '--contracts', '50');
  expect([code, output]).toEqual([0, expect.stringMatching(/customers: 50 of 50.*contracts: 50 of 50/s)]);
  expect(counts()).toMatchObject({ customers: 110 });
});

test('a database with customers that are not the demo’s is left alone', async () => {
  ask(
    `delete from strapi_core_store_settings where key in ('plugin_platform_demo', 'plugin_platform_trial-customers')`,
  );
  const before = counts();
  const demo = await start();
  expect([demo.code, demo.output]).toEqual([1, expect.stringContaining('has customers and is not the demo’s')]);
  const seed = await start('seed', '--customers', '50');
  expect([seed.code, seed.output]).toEqual([1, expect.stringContaining('has customers of a business')]);
  expect(counts()).toEqual(before);
});
