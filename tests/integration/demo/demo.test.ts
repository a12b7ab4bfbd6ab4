import {
  addDays,
  addDuration,
  addMonths,
  compareDates,
  isTaxId,
  startOfDay,
} from '@sanya/strapi-plugin-platform/kernel';
import { ROLES } from '@sanya/strapi-plugin-platform/kit';
import { fillDemo, MEMBERS, PASSWORD, STAFF } from '../../../src/demo';
import type { PaymentsService } from '../../../plugins/billing/server/src/services/payments';
import { bootApp, type App, type Staff } from '../../support/app';
import { scale } from '../../support/random';
import { lastEvent, livedEvents, simulate, simulatedEvents } from '../../support/simulated';

/** The demo ends on the day it is filled: always this one here, so that it is the same story each time. */
const TODAY = '2026-11-23T03:00:00.000Z';

let app: App;

beforeAll(async () => {
  app = await bootApp();
  await app.strapi.plugin('platform').service('core').clock.moveTo(TODAY);
  await fillDemo(app.strapi);
}, 600_000);
afterAll(() => app?.close());

const all = (uid: string, where: object = {}): Promise<Record<string, string>[]> =>
  app.strapi.db.query(uid as never).findMany({ where });

async function states(uid: string, of = 'state'): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { [of]: state } of await all(uid)) counts[state ?? ''] = (counts[state ?? ''] ?? 0) + 1;
  return counts;
}

test('forty products with prices, sixty customers with right tax ids', async () => {
  expect(await all('plugin::sales.product')).toHaveLength(40);
  const customers = await all('plugin::crm.customer');
  expect(customers).toHaveLength(60);
  const ids = customers.flatMap(({ taxId }) => (taxId ? [taxId] : []));
  expect(ids.filter((id) => !isTaxId(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(customers.map(({ name }) => name)).size).toBe(60);
});

test('three months of orders and payments in every state', async () => {
  const orders = await states('plugin::sales.order');
  expect(Object.keys(orders).sort()).toEqual([
    'awaiting_approval',
    'cancelled',
    'closed',
    'confirmed',
    'delivered',
    'expired',
    'fulfilling',
    'placed',
    'returned',
  ]);
  expect(await states('plugin::sales.goods-return')).toEqual({ credited: 1 });
  const invoices = await states('plugin::billing.invoice');
  expect(Object.keys(invoices)).toEqual(expect.arrayContaining(['open', 'paid', 'void']));
  const payments = await states('plugin::billing.payment');
  expect(Object.keys(payments)).toEqual(expect.arrayContaining(['submitted', 'succeeded', 'rejected', 'reversed']));
  const today = app.platform.clock.today();
  const open = await all('plugin::billing.invoice', { state: 'open' });
  expect(open.some(({ dueDate }) => (dueDate ?? '') < today)).toBe(true);
  expect((await all('plugin::billing.credit-note')).length).toBeGreaterThan(0);
  expect((await all('plugin::billing.tax-invoice', { kind: 'tax_invoice' })).length).toBeGreaterThan(5);
  expect((await all('plugin::billing.withholding-certificate')).length).toBeGreaterThan(5);
  if (process.env.SANYA_TEST_LOG) console.log({ orders, invoices, payments });
});

test('quotes in every state, one of them in two versions', async () => {
  const quotes = await states('plugin::sales.quote');
  expect(Object.keys(quotes).sort()).toEqual(['declined', 'draft', 'ordered', 'sent', 'superseded']);
  const today = app.platform.clock.today();
  const sent = await all('plugin::sales.quote', { state: 'sent' });
  const over = sent.filter(({ validUntil }) => (validUntil ?? '') < today);
  expect([over.length > 0, over.length < sent.length]).toEqual([true, true]);
  expect(await all('plugin::sales.quote', { state: 'draft', requestedOn: { $notNull: true } })).not.toEqual([]);
});

test('what an office does beside its orders is there to look at', async () => {
  expect(await states('plugin::billing.cheque')).toEqual({ cleared: 1, bounced: 1, received: 1 });
  expect(await states('plugin::billing.refund')).toEqual({ sent: 1, requested: 1 });
  expect(await all('plugin::billing.deposit')).toHaveLength(1);
  const [coupon] = await all('plugin::sales.coupon');
  expect(coupon).toMatchObject({ code: 'HELLO15', used: 2 });
  const renewals = await states('plugin::contracts.renewal');
  expect(Object.keys(renewals)).toEqual(expect.arrayContaining(['declined', 'lapsed', 'offered', 'renewed']));
  expect((await all('plugin::billing.dunning-notice')).length).toBeGreaterThan(10);
  expect((await all('plugin::contracts.suspension')).length).toBeGreaterThan(0);
  expect(await all('plugin::platform.approval', { state: 'asked', kind: 'refund' })).toHaveLength(1);
});

test('what recurs is promised as its product says: with visits and hours, some used, and one waits to be signed', async () => {
  const terms = await all('plugin::contracts.contract-terms');
  expect(terms.length).toBeGreaterThan(4);
  const entries = await states('plugin::contracts.entitlement-entry', 'kind');
  expect(entries.grant).toBeGreaterThan(5);
  expect(entries.use).toBeGreaterThan(2);
  const contracts = await states('plugin::contracts.contract');
  expect(contracts.active).toBeGreaterThan(5);
  expect(contracts.awaiting_start).toBeGreaterThan(0);
});

test('the slip of 10,700.00 waits for the clerk, and can be looked at', async () => {
  const waiting = await all('plugin::billing.payment', { state: 'submitted' });
  expect(waiting.map(({ amount }) => String(amount))).toContain('1070000');
  const clerk = STAFF.find(({ role }) => role === 'sanya-billing');
  const login = await app.http.post('/admin/login').send({ email: clerk?.email, password: PASSWORD });
  expect(login.status).toBe(200);
  const [file] = await all('plugin::platform.file', { attachedType: 'plugin::billing.payment' });
  const slip = await app.http
    .get(`/platform/files/${file?.documentId}`)
    .set('Authorization', `Bearer ${login.body.data.token ?? login.body.data.accessToken}`);
  expect([slip.status, slip.headers['content-type']]).toEqual([200, 'image/png']);
});

test('members sign in and see their own orders', async () => {
  for (const identifier of MEMBERS) {
    const login = await app.http.post('/api/auth/local').send({ identifier, password: PASSWORD });
    expect(login.status).toBe(200);
    const orders = await app.http.get('/api/sales/orders').set('Authorization', `Bearer ${login.body.jwt}`);
    expect(orders.status).toBe(200);
    expect(orders.body.data.length).toBeGreaterThan(0);
  }
});

test('everybody of staff signs in, and there is one of each role', async () => {
  expect(STAFF.map(({ role }) => role)).toEqual(expect.arrayContaining(ROLES.map((role) => `sanya-${role}`)));
  for (const { email } of STAFF) {
    expect([email, (await app.http.post('/admin/login').send({ email, password: PASSWORD })).status]).toEqual([
      email,
      200,
    ]);
  }
});

test('the books proof lists nothing, and no mail was given up', async () => {
  expect(await app.platform.proof.run({})).toEqual([]);
  expect(await all('plugin::platform.job-run', { state: 'failed' })).toEqual([]);
});

test('a simulation of the months to come is what living them gives, event for event', async () => {
  const owner = await app.staff('owner');
  const months = scale() > 1 ? 12 : 2;
  const to = addMonths(app.platform.clock.today(), months);
  const told = await simulate(owner, { to, payments: 'none' });
  const since = await lastEvent(app);
  const end = startOfDay(app.platform.clock.zone(), addDays(to, 1));
  await owner.post('/platform/clock', { now: end }).expect(200);
  expect(told.events.length).toBeGreaterThan(20);
  expect(simulatedEvents(told)).toEqual(await livedEvents(app, since));
}, 600_000);

/** One by one, in the order of their numbers, staff record what is due by today, less what the payer withholds. */
async function payWhatIsDue(owner: Staff): Promise<void> {
  const today = app.platform.clock.today();
  const due = await app.strapi.db.query('plugin::billing.invoice').findMany({
    where: { state: 'open', amountDue: { $gt: 0 }, dueDate: { $lte: today } },
    populate: { customer: true },
    orderBy: { id: 'asc' },
  });
  const { dues } = app.strapi.plugin('billing').service('payments') as PaymentsService;
  const withheldOf = new Map((await dues(due.map(({ id }) => Number(id)))).map((one) => [one.invoice, one.withheld]));
  for (const { id, documentId, customer, currency, amountDue } of due) {
    const withheld = withheldOf.get(Number(id)) ?? 0n;
    const amount = String(BigInt(amountDue) - withheld);
    await owner
      .post('/billing/payments', {
        ...{ customer: customer.documentId, method: 'bank_transfer', currency, amount, receivedOn: today },
        allocations: [{ invoice: documentId, amount, withheld: String(withheld) }],
      })
      .expect(201);
  }
}

/** Whose things are written first within an instant is their clerk's affair. */
const byInstant = (events: readonly object[]): string[] => events.map((one) => JSON.stringify(one)).sort();

test('members who pay on the day it is due: the same as when each invoice is paid at noon of that day', async () => {
  const owner = await app.staff('owner');
  const { clock } = app.platform;
  const to = addMonths(clock.today(), scale() > 1 ? 12 : 1);
  const told = await simulate(owner, { to, payments: 'on_due' });
  const since = await lastEvent(app);
  for (let day = clock.today(); compareDates(day, to) <= 0; day = addDays(day, 1)) {
    const now = addDuration(startOfDay(clock.zone(), day), 'PT12H', clock.zone());
    await owner.post('/platform/clock', { now }).expect(200);
    await payWhatIsDue(owner);
  }
  await owner.post('/platform/clock', { now: startOfDay(clock.zone(), addDays(to, 1)) }).expect(200);
  expect(told.events.filter(({ name }) => name === 'payment.succeeded').length).toBeGreaterThan(20);
  expect(byInstant(simulatedEvents(told))).toEqual(byInstant(await livedEvents(app, since)));
}, 600_000);

test('a database that has customers is left alone', async () => {
  await expect(fillDemo(app.strapi)).rejects.toThrow('empty');
});
