import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { lastEvent, livedEvents, type Simulated, simulate, simulatedEvents } from '../../support/simulated';
import { asked, contractDesk, refused } from '../contracts/support';

const TABLES = [
  ...['plugin::billing.invoice', 'plugin::billing.payment', 'plugin::billing.tax-invoice', 'plugin::billing.receipt'],
  ...['plugin::billing.dunning-notice', 'plugin::contracts.billing-period', 'plugin::contracts.billing-run'],
  ...['plugin::platform.event', 'plugin::platform.job-run', 'plugin::platform.delivery'],
];

let app: App;
let owner: Staff;
let desk: ReturnType<typeof contractDesk>;
let member: Member;
let other: Member;
let customers: { id: number; documentId: string }[];

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  desk = contractDesk(app, await app.staff());
  [member, other] = [await companyMember(app), await companyMember(app)];
  customers = [await customerOf(app, member), await customerOf(app, other)];
  await desk.turnTo('2030-01-31');
  const steps = [
    { day: 0, template: 'dunning-reminder' },
    { day: 7, template: 'dunning-overdue', feeAmount: '10000', warns: 'suspend' },
    { day: 14, template: 'dunning-suspended', action: 'suspend' },
  ];
  const clerk = await app.staff('billing');
  await asked(
    clerk.post('/billing/dunning/policies', { name: 'Standard', active: true, workingDays: true, steps }),
    201,
  );
  const lines = [{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', unit: 'งวด', incomeKind: 'service', leadDays: 7 }];
  for (const { documentId } of customers) await desk.make(documentId, lines);
  const yearly = { ...lines[0], unitPrice: '1200000', cycle: { unit: 'year', count: 1 } };
  await desk.make(customers[0]?.documentId ?? '', [yearly], { termMonths: 2 });
  // What is due today has been done.
  await desk.turnTo('2030-01-31');
});
afterAll(() => app?.close());

const figure = ({ figures }: Simulated, name: string) =>
  Object.fromEntries(
    (figures.find((one) => one.name === name)?.months ?? []).map(({ month, amount }) => [month, amount]),
  );
const countOf = ({ counts }: Simulated, name: string): number => counts.find((one) => one.name === name)?.count ?? 0;

/** Every row of what a simulation would write, as it stands. */
async function written(): Promise<unknown> {
  const knex = await app.platform.rows.knex();
  const counters = await knex(app.platform.rows.table('plugin::platform.number-series')).select('*').orderBy('id');
  const counts = await Promise.all(TABLES.map((uid) => knex(app.platform.rows.table(uid)).count({ count: '*' })));
  return { counters, counts };
}

test('members who pay on the day it is due: what comes in by month, and nothing is written', async () => {
  const before = await written();
  const told = await simulate(owner, { to: '2030-04-30', payments: 'on_due' });
  expect(await written()).toEqual(before);
  expect(desk.today()).toBe('2030-01-31');

  // Two contracts a month, each seven days ahead; and the offer of the next term of the third, which may be paid a fortnight after.
  expect(figure(told, 'invoiced')).toEqual({ '2030-02': '214000', '2030-03': '428586', '2030-04': '214000' });
  expect([countOf(told, 'contract.lapsed'), countOf(told, 'contract.won_back')]).toEqual([1, 1]);
  // Those that are open today are paid as well.
  expect(countOf(told, 'invoice.paid')).toBe(countOf(told, 'invoice.issued') + 3);
  const paid = told.events.filter(({ name }) => name === 'payment.succeeded');
  expect(new Set(paid.map(({ customer }) => customer?.documentId))).toEqual(
    new Set(customers.map(({ documentId }) => documentId)),
  );
  // 1,070.00 of which a company withholds 3 % of 1,000.00.
  expect(paid.map(({ amount }) => amount)).toContain('104000');
  expect(paid[0]?.title).not.toContain('payment.');
  expect(countOf(told, 'customer.suspension_due')).toBe(0);
});

test('nobody pays: the same comes about, event for event, as when it is lived', async () => {
  const told = await simulate(owner, { to: '2030-05-31', payments: 'none' });
  expect(countOf(told, 'dunning.step_taken')).toBeGreaterThan(2);
  expect(countOf(told, 'payment.succeeded')).toBe(0);
  const last = await lastEvent(app);

  const one = await simulate(owner, { to: '2030-05-31', customer: customers[1]?.documentId });
  expect(new Set(one.events.map(({ customer }) => customer?.documentId))).toEqual(new Set([customers[1]?.documentId]));
  expect(one.events.map(({ name, at }) => [name, at])).toEqual(
    told.events
      .filter(({ customer }) => customer?.documentId === customers[1]?.documentId)
      .map(({ name, at }) => [name, at]),
  );

  // Of very much the first is told one by one, and what comes to it of all; the next is had from that day on.
  expect(told.more).toBe(false);
  const few = await simulate(owner, { to: '2030-05-31', most: 5 });
  expect([simulatedEvents(few), few.more]).toEqual([simulatedEvents(told).slice(0, 5), true]);
  expect([few.counts, few.figures]).toEqual([told.counts, told.figures]);
  const day = few.events.at(-1)?.date ?? '';
  const next = await simulate(owner, { from: day, to: '2030-05-31' });
  const fromThen = told.events.filter(({ date }) => date >= day);
  expect(simulatedEvents(next)).toEqual(simulatedEvents({ ...told, events: fromThen }));

  // To the end of the last day in Bangkok.
  await asked(owner.post('/platform/clock', { now: '2030-05-31T17:00:00.000Z' }));
  expect(simulatedEvents(told)).toEqual(await livedEvents(app, last));
  expect(await proofOf(app)).toEqual([]);
});

test('as before: whoever paid late pays late again, and who has never paid does not', async () => {
  // The first paid all, a hundred days late by now; the other nothing.
  const open = await asked<{ documentId: string; amountDue: string; dueDate: string }[]>(
    owner.get(
      `/billing/invoices?filters[customer][documentId][$eq]=${customers[0]?.documentId}&filters[state][$eq]=open&pagination[pageSize]=100`,
    ),
  );
  for (const { documentId, amountDue } of open) {
    await asked(
      owner.post('/billing/payments', {
        ...{ customer: customers[0]?.documentId, method: 'cash', amount: amountDue, currency: 'THB' },
        ...{ receivedOn: desk.today(), allocations: [{ invoice: documentId, amount: amountDue }] },
      }),
      201,
    );
  }
  const told = await simulate(owner, { to: '2030-09-30', payments: 'as_before' });
  const payers = told.events
    .filter(({ name }) => name === 'payment.succeeded')
    .map(({ customer }) => customer?.documentId);
  expect(new Set(payers)).toEqual(new Set([customers[0]?.documentId]));
});

test('what cannot be simulated is refused in the words of the reader', async () => {
  const ask = (body: object) => refused(owner.post('/platform/simulations', body));
  expect(await ask({ from: '2030-01-01', to: '2030-07-01' })).toEqual([400, 'simulation.begins_in_past', 'from']);
  expect(await ask({ from: '2030-08-01', to: '2030-07-01' })).toEqual([400, 'simulation.ends_before', 'to']);
  expect(await ask({ to: '2035-07-01' })).toEqual([400, 'simulation.too_long', 'to']);
  expect(await ask({ to: '2030-07-01', customer: 'nobody' })).toEqual([404, 'simulation.customer_unknown', 'customer']);
  expect((await ask({ to: 'tomorrow' }))[0]).toBe(400);
  expect(await ask({ to: '2030-07-01', most: 1_000_000 })).toEqual([400, expect.any(String), 'most']);
  expect((await owner.post('/platform/simulations', { to: '2030-07-01', payments: 'gladly' })).status).toBe(400);
  const sales = await app.staff('sales');
  expect((await sales.post('/platform/simulations', { to: '2030-07-01' })).status).toBe(403);
  const [one, two] = await Promise.all([
    owner.post('/platform/simulations', { to: '2030-12-01' }),
    owner.post('/platform/simulations', { to: '2030-12-01' }),
  ]);
  // SQLite has one connection: there the second waits for it.
  expect([one.status, two.status].sort()).toEqual([200, app.platform.rows.dialect === 'postgres' ? 409 : 200]);
});

test('what others do meanwhile is done', async () => {
  const [told, made] = await Promise.all([
    simulate(owner, { to: '2030-12-31', payments: 'on_due' }),
    desk.make(customers[0]?.documentId ?? '', [{ description: 'ดูแลระบบ', unitPrice: '50000', unit: 'งวด' }]),
  ]);
  expect(told.events.length).toBeGreaterThan(0);
  expect((await desk.read(made.documentId)).number).toBe(made.number);
  expect(await proofOf(app)).toEqual([]);
});
