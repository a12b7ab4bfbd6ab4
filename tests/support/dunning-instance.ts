import { createDunInvoices } from '../../plugins/billing/server/src/jobs/dun-invoices';
import type { PlatformCore } from '../../plugins/platform/server/src/core/core';
import { asSystem, companyMember, customerOf, issue, line, proofOf } from '../integration/billing/support';
import { type App, bootOwnApp } from './app';

const NOTICE = 'plugin::billing.dunning-notice';

/** What one instance is told by its parent. */
export type DunningAsked =
  /** Who owes 5,350.00 from 10 May, and the ladder that they climb. */
  | { kind: 'seed' }
  /** The clock of all of them. */
  | { kind: 'turn'; day: string }
  /** The job of that day, to its end. */
  | { kind: 'dun' }
  | { kind: 'report' };

export interface DunningReport {
  /** Of what was owed first, not of its late fee. */
  notices: [takenOn: string, day: number][];
  fees: string[];
  mails: number;
  /** Names of what was announced, in its order. */
  announced: string[];
  discrepancies: unknown[];
}

export type DunningAnswer = { kind: 'ready' } | { kind: 'done'; steps: number; report?: DunningReport };

const LADDER = [
  { day: -7, template: 'dunning-reminder' },
  { day: 0, template: 'dunning-reminder' },
  { day: 3, template: 'dunning-overdue' },
  { day: 7, template: 'dunning-overdue', feeAmount: '10000', feePpm: 15_000, warns: 'suspend' },
  { day: 14, template: 'dunning-suspended', action: 'suspend', warns: 'terminate' },
  { day: 30, template: 'dunning-ended', action: 'terminate' },
];

async function seed(app: App): Promise<void> {
  const customer = await customerOf(app, await companyMember(app));
  await issue(app, customer.id, [line({ unitPrice: 500_000n })], { dueDate: '2031-05-10' });
  const staff = await app.staff('billing');
  const made = await staff.post('/billing/dunning/policies', {
    ...{ name: 'Standard', active: true, workingDays: false, steps: LADDER },
  });
  if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
}

async function dun(app: App): Promise<number> {
  const { strapi, platform } = app;
  const job = createDunInvoices({ strapi, platform });
  let steps = 0;
  await asSystem(app, async () => {
    let cursor: unknown = null;
    for (let isDone = false; !isDone; ) {
      const { processed = 0, failed = 0, ...step } = await job.step({ tick: '', cursor, runId: 0 });
      if (failed > 0) throw new Error('A customer could not be dunned');
      [steps, cursor, isDone] = [steps + processed, step.cursor, step.done];
    }
  });
  return steps;
}

async function report(app: App): Promise<DunningReport> {
  const { rows } = app.platform;
  const notices = await rows.find<{ takenOn: string; day: number; invoice: number }>(
    NOTICE,
    (query, column) => void query.orderBy(column('id')),
  );
  const fees = await rows.find<{ total: bigint }>(
    'plugin::billing.invoice',
    (query, column) => void query.where(column('sourceType'), NOTICE),
  );
  const isOfFee = ({ invoice }: { invoice: number }): boolean => fees.some(({ id }) => id === invoice);
  const mails = await rows.find(
    'plugin::platform.delivery',
    (query, column) => void query.where(column('template'), 'like', 'dunning%'),
  );
  const announced = await rows.find<{ name: string }>(
    'plugin::platform.event',
    (query, column) => void query.where(column('name'), 'like', 'invoice.%\\_due').orderBy(column('id')),
  );
  return {
    notices: notices.filter((notice) => !isOfFee(notice)).map(({ takenOn, day }) => [takenOn, day]),
    fees: fees.map(({ total }) => String(total)),
    mails: mails.length,
    announced: announced.map(({ name }) => name),
    discrepancies: await proofOf(app),
  };
}

/** One Strapi of several on a database, in a process of its own, that does what its parent says. */
async function main(): Promise<void> {
  const app = await bootOwnApp({ SANYA_JOBS: 'off' }, { env: {}, drop: () => Promise.resolve() });
  const { clock } = app.strapi.plugin('platform').service('core') as PlatformCore;
  const tell = (answer: DunningAnswer): void => void process.send?.(answer);

  async function obey(asked: DunningAsked): Promise<void> {
    let steps = 0;
    await clock.refresh();
    if (asked.kind === 'seed') await seed(app);
    if (asked.kind === 'turn') await clock.moveTo(`${asked.day}T03:00:00.000Z`);
    if (asked.kind === 'dun') steps = await dun(app);
    tell({ kind: 'done', steps, report: asked.kind === 'report' ? await report(app) : undefined });
  }
  const failed = (error: unknown): void => {
    console.error(error);
    process.exit(1);
  };
  process.on('message', (asked: DunningAsked) => void obey(asked).catch(failed));
  tell({ kind: 'ready' });
}

void main();
