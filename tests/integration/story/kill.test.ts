import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../../support/database';
import type { Told } from '../../support/ordering-process';
import { draws, replayable, scale, seed } from '../../support/random';

const support = path.resolve(__dirname, '../../support');
const KILLS = Math.max(1, Math.min(30, Math.round(4 * scale())));
/** From the first payment on: within it lie many orders and payments, and some moments of none. */
const LONGEST_LIFE_MS = 1_500;

type Ready = Extract<Told, { kind: 'ready' }>;

/** One life of the site: it says how it found its books, then orders and is paid until it is killed. */
interface Life {
  placed: string[];
  submitted: string[];
  paid: string[];
  ready: Promise<Ready>;
  /** Resolves with the first order of this life that is paid. */
  busy: Promise<void>;
  kill(): Promise<void>;
}

function startLife(env: Record<string, string>): Life {
  const child = fork(path.join(support, 'ordering-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const failed = ended.then((code): never => {
    throw new Error(`The site ended by itself with ${code}`);
  });
  // Being killed is no failure once nobody waits.
  failed.catch(() => undefined);
  const [placed, submitted, paid]: [string[], string[], string[]] = [[], [], []];
  let nowReady: (told: Ready) => void = () => undefined;
  let nowBusy: () => void = () => undefined;
  const ready = Promise.race([new Promise<Ready>((resolve) => (nowReady = resolve)), failed]);
  const busy = Promise.race([new Promise<void>((resolve) => (nowBusy = resolve)), failed]);
  for (const wait of [ready, busy]) wait.catch(() => undefined);
  child.on('message', (told: Told) => {
    if (told.kind === 'ready') return nowReady(told);
    if (told.kind === 'placed') return void placed.push(told.order);
    if (told.kind === 'submitted') return void submitted.push(told.payment);
    paid.push(told.invoice);
    nowBusy();
  });
  return {
    placed,
    submitted,
    paid,
    ready,
    busy,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

let database: TestDatabase;
let life: Life | undefined;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await life?.kill();
  await database?.drop();
});

test(
  `killed at ${KILLS} random moments of ordering and paying, nothing is half-written and nothing that was answered is lost`,
  () =>
    replayable(async () => {
      const [placed, submitted, paid]: [string[], string[], string[]] = [[], [], []];
      const draw = draws(seed);
      for (let kill = 0; kill <= KILLS; kill += 1) {
        // Each life draws other orders than the one before.
        life = startLife({ ...database.env, SANYA_TEST_SEED: String(draw(2 ** 31)) });
        const found = await life.ready;
        expect(found.discrepancies).toEqual([]);
        expect(found.halfWritten).toEqual([]);
        expect(placed.filter((order) => !found.orders.includes(order))).toEqual([]);
        expect(submitted.filter((payment) => !found.payments.includes(payment))).toEqual([]);
        expect(paid.filter((invoice) => !found.paid.includes(invoice))).toEqual([]);
        if (kill < KILLS) {
          await life.busy;
          await pause(draw(LONGEST_LIFE_MS));
        }
        await life.kill();
        placed.push(...life.placed);
        submitted.push(...life.submitted);
        paid.push(...life.paid);
      }
      expect(placed.length).toBeGreaterThanOrEqual(KILLS);
      expect(paid.length).toBeGreaterThanOrEqual(KILLS);
      if (scale() > 1)
        console.log(`${KILLS} kills, ${placed.length} orders and ${paid.length} payments: all there, whole`);
    }),
  // Most of a life is the start of a site, which on a busy machine takes its time.
  120_000 + KILLS * 120_000,
);
