import { randomUUID } from 'node:crypto';
import { asSystem, invoicing, line, proofOf } from '../integration/billing/support';
import { type App, bootOwnApp, type Staff } from './app';

const JOB_RUN = 'plugin::platform.job-run';
const NOTICE = 'plugin::billing.dunning-notice';
const INVOICE = 'plugin::billing.invoice';
const DELIVERY = 'plugin::platform.delivery';

/** Customers that owe something: more than a chunk of the job. */
const OWERS = 230;
/** Those of them who are written to by mail; the others by letter. */
const MAILED = 12;

/** What the process tells its parent. */
export type DunningTold =
  /** The morning begins. */
  | { kind: 'running' }
  | {
      kind: 'done';
      discrepancies: unknown[];
      notices: number;
      /** Of the notices, how many invoices and how many fees they name. */
      invoices: number;
      fees: number;
      feeInvoices: number;
      mails: { to: string; state: string; attempts: number }[];
      /** Of invoices, in their order. */
      numbers: number[];
    };

const tell = (message: DunningTold): void => void process.send?.(message);

async function ask(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** Once, in the first life: who owes, what, and how they are asked. */
async function seed(app: App, staff: Staff): Promise<void> {
  const known = await app.platform.rows.find('plugin::billing.dunning-policy', () => undefined);
  if (known.length > 0) return;
  await ask(staff.post('/platform/clock', { now: '2031-05-10T03:00:00Z' }));
  const customers = await app.platform.rows.insert(
    'plugin::crm.customer',
    Array.from({ length: OWERS }, (_, index) => ({
      ...{ code: `K${index}`, kind: 'person', name: `ลูกค้าที่ ${index}`, language: 'th', currency: 'THB' },
      ...{ email: index < MAILED ? `ower${index}@example.com` : null, creditTermsDays: 30, state: 'active' },
    })),
  );
  await asSystem(app, () =>
    invoicing(app).issue(
      customers.map(({ id }) => ({
        ...{ customer: id, branch: null, currency: 'THB', pricesIncludeTax: false, source: null, send: false },
        ...{ dueDate: '2031-05-10', lines: [line({ unitPrice: 500_000n })] },
      })),
    ),
  );
  const steps = [{ day: 1, template: 'dunning-overdue', feePpm: 15_000, feeAmount: '10000' }];
  await ask(staff.post('/billing/dunning/policies', { name: 'Killed', active: true, workingDays: false, steps }));
}

async function report(app: App): Promise<DunningTold> {
  const { rows } = app.platform;
  const notices = await rows.find<{ invoice: number; feeInvoice: number }>(NOTICE, () => undefined);
  const fees = await rows.find(INVOICE, (query, column) => void query.where(column('sourceType'), NOTICE));
  const numbers = await rows.find<{ number: string }>(INVOICE, (query, column) => void query.orderBy(column('number')));
  const mails = await rows.find<{ to: string; state: string; attempts: number; template: string }>(
    DELIVERY,
    (query, column) => void query.where(column('template'), 'dunning-overdue'),
  );
  return {
    kind: 'done',
    discrepancies: await proofOf(app),
    notices: notices.length,
    invoices: new Set(notices.map(({ invoice }) => invoice)).size,
    fees: new Set(notices.map(({ feeInvoice }) => feeInvoice)).size,
    feeInvoices: fees.length,
    mails: mails.map(({ to, state, attempts }) => ({ to, state, attempts })),
    numbers: numbers.map(({ number }) => Number(number.slice(-6))),
  };
}

/** A site whose morning of dunning begins, and which is killed while it lasts, or says how it ended. */
async function main(): Promise<void> {
  const app = await bootOwnApp({ SANYA_PORTS: '' }, { env: {}, drop: () => Promise.resolve() });
  const { rows } = app.platform;
  // As long after the last life as a lease lasts.
  const open = await rows.find(JOB_RUN, (query, column) => void query.whereNotNull(column('leaseUntil')));
  await rows.update(
    JOB_RUN,
    open.map(({ id }) => ({ id, leaseUntil: null })),
  );
  const staff = await app.staff('super-admin', `${randomUUID()}@example.com`);
  await seed(app, staff);
  tell({ kind: 'running' });
  await ask(staff.post('/platform/clock', { now: process.env.SANYA_TEST_UNTIL }));
  tell(await report(app));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
