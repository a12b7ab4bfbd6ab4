import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { asSystem, customerOf, goods, invoicing, issue } from '../billing/support';
import { openShop, placeOrder, type Shop } from './shop';

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
