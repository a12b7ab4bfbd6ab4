import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { createDatabase, type TestDatabase } from '../../support/database';
import type { DunningTold } from '../../support/dunning-process';
import { draws, replayable, scale, seed } from '../../support/random';

const support = path.resolve(__dirname, '../../support');
const KILLS = Math.max(1, Math.min(20, Math.round(2 * scale())));
const OWERS = 230;
const MAILED = 12;
/** From the beginning of the morning on: the chunks of the job, and the first mails. */
const LONGEST_LIFE_MS = 2_500;

type Done = Extract<DunningTold, { kind: 'done' }>;

let database: TestDatabase;
let server: SMTPServer;
let port = 0;
/** Message-IDs that were taken, by recipient. */
const taken = new Map<string, string[]>();
let refuses = true;

beforeAll(async () => {
  database = await createDatabase();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(refuses ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : undefined),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const id = /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) taken.set(address, [...(taken.get(address) ?? []), id]);
        done();
      });
    },
  });
  // Who is killed hangs up in the midst of a mail.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database?.drop();
});

/** A life of the site: killed so many milliseconds after its morning begins, or told how it ended. */
async function live(until: string, killAfter?: number): Promise<Done | undefined> {
  const child = fork(path.join(support, 'dunning-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...database.env, SMTP_URL: `smtp://127.0.0.1:${port}`, SANYA_TEST_UNTIL: until },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    return await new Promise<Done | undefined>((resolve, reject) => {
      void ended.then((code) => reject(new Error(`The site ended by itself with ${code}`)));
      child.on('message', (told: DunningTold) => {
        if (told.kind === 'done') resolve(told);
        else if (killAfter !== undefined) void pause(killAfter).then(() => resolve(undefined));
      });
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

test(
  `killed ${KILLS} times in its morning, and refused by the mail server: each is told once, charged once, mailed once`,
  () =>
    replayable(async () => {
      const draw = draws(seed);
      for (let kill = 0; kill < KILLS; kill += 1) await live('2031-05-11T02:30:00Z', draw(LONGEST_LIFE_MS));
      const refused = await live('2031-05-11T02:30:00Z');
      expect(refused?.mails.map(({ state }) => state)).not.toContain('sent');
      expect(taken.size).toBe(0);
      refuses = false;
      const done = await live('2031-05-11T12:00:00Z');

      expect(done).toMatchObject({ notices: OWERS, invoices: OWERS, fees: OWERS, feeInvoices: OWERS });
      expect(done?.discrepancies).toEqual([]);
      expect(done?.numbers).toEqual(Array.from({ length: 2 * OWERS }, (_, index) => index + 1));
      expect(done?.mails.map(({ state }) => state)).toEqual(Array.from({ length: MAILED }, () => 'sent'));
      expect(taken.size).toBe(MAILED);
      expect([...taken.values()].map((ids) => ids.length)).toEqual(Array.from({ length: MAILED }, () => 1));
    }),
  120_000 + (KILLS + 2) * 120_000,
);
