import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { billContracts } from '../../../plugins/contracts/server/src/use-cases/bill-contracts';
import { beginRun } from '../../../plugins/contracts/server/src/use-cases/billing-runs';
import { createRunBilling } from '../../../plugins/contracts/server/src/jobs/run-billing';
import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { asked, contractDesk, refused } from './support';

const CONTRACT = 'plugin::contracts.contract';
const PERIOD = 'plugin::contracts.billing-period';
const INVOICE = 'plugin::billing.invoice';
const START = '2030-03-05';

let app: App;
let staff: Staff;
let desk: ReturnType<typeof contractDesk>;
const customers: { id: number; documentId: string }[] = [];

/** No job runs by itself: each step is taken here. */
beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  staff = await app.staff();
  desk = contractDesk(app, staff);
  await desk.turnTo(START);
  for (let n = 0; n < 4; n += 1) customers.push(await customerOf(app, await companyMember(app)));
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const tools = () => ({ strapi: app.strapi, platform: app.platform });
const asSystem = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.as({ kind: 'system', key: 'system:test' }, work);
const care = { description: 'Care', unitPrice: '100000', unit: 'month' };
const make = (place: number, more: object = {}, line: object = {}) =>
  desk.make(
    customers[place]?.documentId ?? '',
    [
      { ...care, ...line },
      { ...care, description: 'More' },
    ],
    more,
  );
const step = () => asSystem(() => createRunBilling(tools()).step({ tick: '', cursor: null, runId: 0 }));
async function runToEnd(): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) if ((await step()).done) return;
  throw new Error('The run does not end');
}
const dueIds = async (): Promise<number[]> =>
  (
    await app.platform.rows.find(
      CONTRACT,
      (query, column) => void query.where(column('state'), 'active').whereNotNull(column('nextBillOn')),
    )
  ).map(({ id }) => id);
const count = (uid: string, where: object = {}): Promise<number> => app.strapi.db.query(uid as never).count({ where });
const lastRun = async () =>
  (await asked<Record<string, unknown>[]>(staff.get('/contracts/billing-runs?sort=id:desc&pagination[pageSize]=1')))[0];

interface Previewed {
  problems: { number: string; problem: string }[];
}
const previewed = (): Promise<Previewed> => asked(staff.post('/contracts/billing-runs', { dryRun: true }), 201);

test('a preview says what a run would bill, and writes nothing', async () => {
  await make(0);
  await make(1);
  const before = [await count(PERIOD), await count(INVOICE), await count('plugin::contracts.billing-run')];
  const preview = await asked<{ contracts: number; total: string; list: { periods: number; amount: string }[] }>(
    staff.post('/contracts/billing-runs', { dryRun: true }),
    201,
  );
  expect(preview).toMatchObject({ documentId: null, state: 'preview', contracts: 2, periods: 4, parked: 0 });
  expect(preview).toMatchObject({ invoices: 2, total: '428000' });
  expect(preview.list.map(({ periods, amount }) => [periods, amount])).toEqual([
    [2, '200000'],
    [2, '200000'],
  ]);
  expect([await count(PERIOD), await count(INVOICE), await count('plugin::contracts.billing-run')]).toEqual(before);
  expect(await refused(staff.post('/contracts/billing-runs', { asOf: addDays(START, 60) }))).toEqual([
    ...[400, 'billing_run.too_far', 'asOf'],
  ]);
});

test('a run of staff bills what the preview said, once, and tells what it did', async () => {
  await asked(staff.post('/contracts/billing-runs'), 201);
  expect(await refused(staff.post('/contracts/billing-runs'))).toEqual([409, 'billing_run.running', undefined]);
  await runToEnd();
  expect(await lastRun()).toMatchObject({
    ...{ state: 'finished', source: 'staff', contracts: 2, invoices: 2, periods: 4, parked: 0, total: '428000' },
  });
  await runToEnd();
  expect([await count(PERIOD), await count(INVOICE)]).toEqual([4, 2]);
});

test('contracts that are billed together stand on one invoice, each period with its days', async () => {
  for (let n = 0; n < 3; n += 1) await make(2, { billedTogether: true });
  await make(2);
  const invoices = await count(INVOICE);
  await runToEnd();
  expect((await count(INVOICE)) - invoices).toBe(2);
  const lines = await app.strapi.db
    .query('plugin::billing.invoice-line' as never)
    .count({ where: { invoice: { customer: customers[2]?.id, total: '642000' } } });
  expect(lines).toBe(6);
});

test('what cannot be billed is parked with its reason and changes no other’s invoice; seen to, it is billed', async () => {
  const [bad, good] = [await make(3), await make(0)];
  for (let n = 0; n < 2; n += 1) await make(1, { billedTogether: true });
  await staff.put(`/crm/customers/${customers[3]?.documentId}`, { poRequired: true }).expect(200);
  // What will be refused is said before, with the same reason.
  const foreseen = await previewed();
  expect(foreseen).toMatchObject({ contracts: 3, invoices: 2, parked: 1, total: '642000' });
  await runToEnd();
  expect(await lastRun()).toMatchObject({ due: 4, contracts: 3, invoices: 2, parked: 1, total: '642000' });
  const { documentId: ended } = (await lastRun()) as { documentId: string };
  const told = () => asked<Previewed & { progress: number }>(staff.get(`/contracts/billing-runs/${ended}`));
  expect(await told()).toMatchObject({ state: 'finished', progress: 100, parked: 1, problems: foreseen.problems });
  // And afterwards, until somebody has seen to it.
  expect(await previewed()).toMatchObject({ contracts: 0, parked: 1, problems: foreseen.problems });
  expect(foreseen.problems).toMatchObject([{ number: bad.number, problem: (await desk.read(bad.documentId)).problem }]);
  expect((await desk.periods(good.documentId)).length).toBe(2);
  const parked = await desk.read(bad.documentId);
  expect(parked.problem).toContain('บริษัท');
  await runToEnd();
  expect(await desk.periods(bad.documentId)).toEqual([]);
  await staff.put(`/crm/customers/${customers[3]?.documentId}`, { poRequired: false }).expect(200);
  await desk.act(bad.documentId, 'retry');
  await runToEnd();
  expect((await desk.periods(bad.documentId)).length).toBe(2);
  expect((await desk.read(bad.documentId)).problem).toBeNull();
  expect((await told()).problems).toEqual([]);
});

test('a contract that waits for its purchase order is billed on it once that is named, and on the next one afterwards', async () => {
  const made = await make(3);
  await staff.put(`/crm/customers/${customers[3]?.documentId}`, { poRequired: true }).expect(200);
  await runToEnd();
  expect(await desk.periods(made.documentId)).toEqual([]);
  const name = (poNumber: string | null, who = staff) =>
    who.post(`/contracts/contracts/${made.documentId}/po-number`, { poNumber });
  expect((await name('PO-1', await app.staff('technician'))).status).toBe(403);
  expect((await name('PO-1').expect(200)).body.data.poNumber).toBe('PO-1');
  await desk.act(made.documentId, 'retry');
  await runToEnd();
  const [first] = await desk.periods(made.documentId);
  const invoice = await staff.get(`/billing/invoices/${first?.invoice?.documentId}`);
  expect(invoice.body.data.poNumber).toBe('PO-1');
  expect((await name('PO-2').expect(200)).body.data.poNumber).toBe('PO-2');
  expect((await staff.get(`/billing/invoices/${first?.invoice?.documentId}`)).body.data.poNumber).toBe('PO-1');
  await staff.put(`/crm/customers/${customers[3]?.documentId}`, { poRequired: false }).expect(200);
  await desk.act(made.documentId, 'cancel', { ending: 'now' });
});

test('what is off, or is to be, is not billed before its day', async () => {
  const made = await make(0, {}, { billedIn: 'arrears', whileSuspended: 'stop' });
  await runToEnd();
  const ahead = async () =>
    (
      await asked<{ list: { documentId: string }[] }>(
        staff.post('/contracts/billing-runs', { dryRun: true, asOf: addDays(START, 31) }),
        201,
      )
    ).list.some(({ documentId }) => documentId === made.documentId);
  expect(await ahead()).toBe(true);
  await desk.act(made.documentId, 'suspend', { from: addDays(START, 10), reason: 'ปิดปรับปรุง' });
  expect(await ahead()).toBe(false);
  await desk.act(made.documentId, 'resume');
  expect(await ahead()).toBe(true);
});

test('two runs at once, and one that died in the midst, bill each period once', async () => {
  const due = await dueIds();
  const before = await count(PERIOD, { state: 'billed' });
  // The clock would bill by itself where it leaps to: the next period is billed ahead.
  const asOf = addDays(START, 31);
  const run = await asSystem(() => beginRun(tools(), { source: 'clock', asOf }));
  const wish = { contracts: due, asOf, heldToo: false, run: run?.id ?? 0, busy: 'wait' as const };
  // It falls over after everything was written and before it was kept.
  const dies = asSystem(() =>
    app.platform.transaction(async () => {
      await billContracts(tools(), wish);
      throw new Error('killed');
    }),
  );
  await expect(dies).rejects.toThrow('killed');
  expect(await count(PERIOD, { state: 'billed' })).toBe(before);
  await Promise.all([
    asSystem(() => billContracts(tools(), wish)),
    asSystem(() => billContracts(tools(), { ...wish, contracts: [...due].reverse() })),
    asSystem(() => billContracts(tools(), { ...wish, busy: 'skip' })),
  ]);
  await runToEnd();
  expect((await count(PERIOD, { state: 'billed' })) - before).toBe(due.length * 2);
  expect(await lastRun()).toMatchObject({ contracts: due.length, periods: due.length * 2, state: 'finished' });
  const invoices = (await app.strapi.db.query(INVOICE as never).findMany({})) as { number: string }[];
  const numbers = invoices.map(({ number }) => Number(number.slice(-6))).sort((one, other) => one - other);
  expect(numbers).toEqual(numbers.map((_, place) => place + 1));
});

test('the database itself refuses a period twice', async () => {
  const [row] = await app.platform.rows.find<Record<string, unknown>>(
    PERIOD,
    (query, column) => void query.where(column('state'), 'billed').limit(1),
  );
  const own = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale']);
  const copy = Object.fromEntries(Object.entries(row ?? {}).filter(([key]) => !own.has(key)));
  const insert = (over: object) =>
    app.platform.transaction(() => app.platform.rows.insert(PERIOD, [{ ...copy, ...over }]));
  await expect(insert({})).rejects.toBeDefined();
  await expect(insert({ periodNumber: 99 })).rejects.toBeDefined();
  await expect(insert({ startsOn: '2029-01-01' })).rejects.toBeDefined();
  await expect(
    app.platform.transaction(() => app.platform.rows.update(PERIOD, [{ id: row?.id ?? 0, amount: 1n }])),
  ).rejects.toBeDefined();
});
