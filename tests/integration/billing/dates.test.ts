import { addDays, formatDate } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { openShop, placeOrder, type Shop } from '../sales/shop';
import { companyMember, customerOf, issue, line, proofOf, SETTING } from './support';

let app: App;
let owner: Staff;
let member: Member;
let customer: { id: number; documentId: string };
let shop: Shop;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('super-admin');
  member = await companyMember(app);
  customer = await customerOf(app, member);
  shop = await openShop(app, 100_000n);
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const ago = (days: number): string => addDays(app.platform.clock.today(), -days);
const buddhist = (date: string): string => `${Number(date.slice(0, 4)) + 543}${date.slice(4)}`;
type Answer = { status: number; body: { error?: { details: { code: string; field?: string } } } };
const refusal = ({ status, body }: Answer) => [status, body.error?.details.code, body.error?.details.field];
const record = (receivedOn: string, invoice?: { documentId: string }) =>
  owner.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: '1000', receivedOn },
    ...(invoice && { allocations: [{ invoice: invoice.documentId, amount: '1000' }] }),
  });

/** As though the company had been registered for VAT from that day. */
async function registeredFrom(from: string, work: () => Promise<void>): Promise<void> {
  const { rows, settings } = app.platform;
  const row = await settings.read<{ id: number; vatRegisteredFrom: string }>(SETTING);
  await rows.update(SETTING, [{ id: row.id, vatRegisteredFrom: from }]);
  try {
    await work();
  } finally {
    await rows.update(SETTING, [{ id: row.id, vatRegisteredFrom: row.vatRegisteredFrom }]);
  }
}

test('a new year begins a new count: money is numbered in the year that it was received in', async () => {
  const at = (day: string) => owner.post('/platform/clock', { now: `${day}T03:00:00.000Z` });
  await at('2030-12-28');
  const fresh = () => issue(app, customer.id, [line()]);
  expect((await record('2030-12-28', await fresh())).status).toBe(201);
  const late = await fresh();
  await at('2031-01-05');
  expect((await record('2030-12-30', late)).status).toBe(201);
  expect((await record('2031-01-05', await fresh())).status).toBe(201);
  const numbers = async (): Promise<string[]> =>
    (await member.get('/api/billing/receipts?sort=number&pagination[pageSize]=100')).body.data.map(
      (receipt: { number: string }) => receipt.number,
    );
  expect(await numbers()).toEqual(['RC-2573-000001', 'RC-2573-000002', 'RC-2574-000001']);

  const invoices = [];
  for (let n = 0; n < 10; n += 1) invoices.push(await fresh());
  const answers = await Promise.all(invoices.map((one, n) => record(n % 2 ? '2030-12-31' : '2031-01-01', one)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  const counted = (year: string, most: number): string[] =>
    Array.from({ length: most }, (_, n) => `RC-${year}-${String(n + 1).padStart(6, '0')}`);
  expect(await numbers()).toEqual([...counted('2573', 7), ...counted('2574', 6)]);
});

test('money is dated today or up to 366 days back; a Buddhist year is read as what it means', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  expect(refusal(await record(ago(-1), invoice))).toEqual([400, 'payment.received_in_future', 'receivedOn']);
  const refused = await record(ago(367), invoice);
  expect(refusal(refused)).toEqual([400, 'payment.received_too_long_ago', 'receivedOn']);
  expect(refused.body.error.message).toContain(formatDate(ago(366), 'th'));
  expect(refusal(await record('1969-01-01', invoice))[1]).toBe('payment.received_too_long_ago');
  expect(refusal(await record('2026-02-30', invoice))[1]).toBe('input.not_a_date');
  expect((await record(ago(366), invoice)).status).toBe(201);
  const typed = await record(buddhist(ago(1)), invoice);
  expect([typed.status, typed.body.data.receivedOn]).toEqual([201, ago(1)]);
});

test('the day that is read off a slip is held to the same', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  const sent = await member.post(`/api/billing/invoices/${invoice.documentId}/payments`, { method: 'promptpay' });
  const verify = (receivedOn: string) =>
    owner.post(`/billing/payments/${sent.body.data.documentId}/verify`, { receivedOn });
  expect(refusal(await verify(ago(367)))).toEqual([400, 'payment.received_too_long_ago', 'receivedOn']);
  const verified = await verify(buddhist(ago(2)));
  expect([verified.status, verified.body.data.receivedOn]).toEqual([200, ago(2)]);
});

test('goods are handed over today or up to 366 days back', async () => {
  const order = await placeOrder(member, [{ product: shop.camera, quantity: '1' }]);
  await owner.post(`/sales/orders/${order.documentId}/confirm`);
  const deliver = (on: string) => owner.post(`/sales/orders/${order.documentId}/deliver`, { on });
  expect(refusal(await deliver(ago(-1)))).toEqual([400, 'order.delivered_in_future', 'on']);
  expect(refusal(await deliver(ago(367)))).toEqual([400, 'order.delivered_too_long_ago', 'on']);
  await registeredFrom(ago(5), async () => {
    expect(refusal(await deliver(ago(6)))).toEqual([400, 'hand_over.before_registration', 'on']);
  });
  const delivered = await deliver(buddhist(ago(3)));
  expect([delivered.status, delivered.body.data.state]).toEqual([200, 'delivered']);
  const [taxInvoice] = (await member.get('/api/billing/tax-invoices?sort=id:desc')).body.data;
  expect(taxInvoice.taxDate).toBe(ago(3));
});

test('an invoice is dated today or up to 366 days back, and not before the registration for VAT', async () => {
  const draft = (issuedOn: string) =>
    owner.post('/billing/invoices', {
      customer: customer.documentId,
      issuedOn,
      lines: [{ description: 'Website care', quantity: '1', unitPrice: '1000000' }],
    });
  expect(refusal(await draft(ago(-1)))).toEqual([400, 'invoice.issued_in_future', 'issuedOn']);
  expect(refusal(await draft(ago(367)))).toEqual([400, 'invoice.issued_too_long_ago', 'issuedOn']);
  await registeredFrom(ago(5), async () => {
    expect(refusal(await draft(ago(6)))).toEqual([400, 'invoice.issued_before_registration', 'issuedOn']);
    expect((await draft(ago(5))).status).toBe(201);
  });
  const drafted = await draft(buddhist(ago(10)));
  const issued = await owner.post(`/billing/invoices/${drafted.body.data.documentId}/issue`);
  expect([issued.status, issued.body.data.issuedOn]).toEqual([200, ago(10)]);
});

test('money for an invoice with VAT is not of before the registration; money without VAT may be', async () => {
  await registeredFrom(ago(5), async () => {
    const invoice = await issue(app, customer.id, [line()]);
    expect(refusal(await record(ago(6), invoice))).toEqual([
      ...[400, 'payment.received_before_registration', 'receivedOn'],
    ]);
    const exempt = await issue(app, customer.id, [line({ taxCategory: 'exempt' })]);
    expect((await record(ago(6), exempt)).status).toBe(201);
    expect((await record(ago(5), invoice)).status).toBe(201);
  });
});
