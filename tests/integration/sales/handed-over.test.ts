import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { asSystem, customerOf, goods, invoicing, issue } from '../billing/support';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member();
  owner = await app.staff('super-admin');
});
afterAll(() => app.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

interface Ordered {
  documentId: string;
  number: string;
  invoice: { documentId: string; number: string };
  lines: { documentId: string }[];
}
const step = (order: Ordered, verb: string, body: object = {}) =>
  owner.post(`/sales/orders/${order.documentId}/${verb}`, body);
const ofInvoice = (order: Ordered, verb: string) =>
  owner.post(`/billing/invoices/${order.invoice.documentId}/${verb}`, { reason: 'ผิดราคา' });
const stateOf = async (order: Ordered): Promise<string> =>
  (await member.get(`/api/sales/orders/${order.documentId}`)).body.data.state;
const invoiceOf = async (order: Ordered) =>
  (await member.get(`/api/billing/invoices/${order.invoice.documentId}`)).body.data;
/** After the commit of the credit note the goods are freed by whoever hears of it. */
const goodsAreFreed = (): Promise<unknown> =>
  (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
const refusal = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];

test('work that was done on credit stays owed: its invoice is credited, never voided', async () => {
  const order = (await placeOrder(member, [{ product: shop.care, quantity: '1' }])) as Ordered;
  await step(order, 'confirm');
  expect((await step(order, 'deliver')).body.data.state).toBe('delivered');
  const refused = await ofInvoice(order, 'void');
  expect(refusal(refused)).toEqual([409, 'order.void_handed_over']);
  expect(refused.body.error.message).toContain(order.number);
  expect(await invoiceOf(order)).toMatchObject({ state: 'open', amountDue: '107000' });
  expect(await stateOf(order)).toBe('delivered');
  expect((await ofInvoice(order, 'credit-notes')).status).toBe(201);
  expect(await invoiceOf(order)).toMatchObject({ state: 'paid', amountDue: '0' });
});

test('a part of the work handed over holds the invoice too', async () => {
  const order = (await placeOrder(member, [{ product: shop.care, quantity: '2' }])) as Ordered;
  await step(order, 'confirm');
  const part = await step(order, 'deliver', { lines: [{ line: order.lines[0]?.documentId, quantity: '1' }] });
  expect(part.body.data.state).toBe('fulfilling');
  expect(refusal(await ofInvoice(order, 'void'))).toEqual([409, 'order.void_handed_over']);
  expect(await stateOf(order)).toBe('fulfilling');
});

test('billing itself refuses to void what goods were handed over on, with VAT or without', async () => {
  const { id } = await customerOf(app, member);
  const invoice = await issue(app, id, [goods({ sourceLine: 'x1', taxCategory: 'exempt' })]);
  await asSystem(app, () =>
    invoicing(app).handOver([
      { invoice: invoice.id, on: app.platform.clock.today(), lines: [{ sourceLine: 'x1', quantity: 1000n }] },
    ]),
  );
  const refused = await owner.post(`/billing/invoices/${invoice.documentId}/void`, { reason: 'x' });
  expect(refusal(refused)).toEqual([409, 'invoice.void_handed_over']);
});

test('an order whose invoice was credited whole is confirmed, prepared and handed over no more, only cancelled', async () => {
  const before = await levelOf(app, shop.camera);
  const picked = async (order: Ordered) =>
    JSON.stringify((await owner.get('/sales/pick-list')).body).includes(order.number);
  const place = async () => (await placeOrder(member, [{ product: shop.camera, quantity: '2' }])) as Ordered;
  const placed = await place();
  const confirmed = await place();
  await step(confirmed, 'confirm');
  const working = await place();
  await step(working, 'confirm');
  await step(working, 'fulfil');
  const packed = await owner.post(`/sales/orders/${working.documentId}/shipments`, {});
  expect(packed.status).toBe(201);
  expect(await picked(confirmed)).toBe(true);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 6000n });
  const notes: string[] = [];
  for (const order of [placed, confirmed, working]) {
    const note = await ofInvoice(order, 'credit-notes');
    expect(note.status).toBe(201);
    notes.push(note.body.data.documentId as string);
  }
  await goodsAreFreed();
  // Others may have its goods and coupons by now: the credit stands.
  for (const note of notes) {
    const cancelled = await owner.post(`/billing/credit-notes/${note}/cancel`, { reason: 'credited by mistake' });
    expect(refusal(cancelled)).toEqual([409, 'order.credit_stands']);
  }

  const credited = [409, 'order.invoice_credited'];
  expect(refusal(await step(placed, 'confirm'))).toEqual(credited);
  expect(refusal(await step(confirmed, 'fulfil'))).toEqual(credited);
  const refused = await step(working, 'deliver');
  expect(refusal(refused)).toEqual(credited);
  expect(refused.body.error.message).toContain(working.invoice.number);
  // Nobody pays for it: others may have it at once, and nobody fetches it from its shelf.
  expect(await levelOf(app, shop.camera)).toEqual(before);
  expect([await picked(confirmed), await picked(working)]).toEqual([false, false]);
  expect(await app.platform.proof.run({})).toEqual([]);
  for (const order of [placed, confirmed, working]) {
    expect((await step(order, 'cancel')).body.data.state).toBe('cancelled');
    // Nothing is void that a credit note has settled.
    expect(await invoiceOf(order)).toMatchObject({ state: 'paid', amountDue: '0' });
  }
  expect(await levelOf(app, shop.camera)).toEqual(before);
});

test('credited whole after a part was handed over: the rest is cancelled and its stock free; what was all handed over is closed', async () => {
  const before = await levelOf(app, shop.camera);
  const part = (await placeOrder(member, [{ product: shop.camera, quantity: '3' }])) as Ordered;
  await step(part, 'confirm');
  await step(part, 'deliver', { lines: [{ line: part.lines[0]?.documentId, quantity: '1' }] });
  expect(refusal(await step(part, 'cancel'))).toEqual([409, 'order.handed_over']);
  expect((await ofInvoice(part, 'credit-notes')).status).toBe(201);
  await goodsAreFreed();
  expect(refusal(await step(part, 'deliver'))).toEqual([409, 'order.invoice_credited']);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 1000n });
  expect((await step(part, 'cancel')).body.data.state).toBe('cancelled');
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 1000n });

  const whole = (await placeOrder(member, [{ product: shop.care, quantity: '1' }])) as Ordered;
  await step(whole, 'confirm');
  await step(whole, 'deliver');
  expect((await ofInvoice(whole, 'credit-notes')).status).toBe(201);
  expect((await step(whole, 'close')).body.data.state).toBe('closed');
});
