import { bootApp, type App, type Member, type Staff } from '../../support/app';
import { openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let customer: string;
let sales: Staff;
let billing: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member();
  customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
  sales = await app.staff('sales-lead');
  billing = await app.staff('billing');
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

const stateOf = async (order: { documentId: string }): Promise<string> =>
  (await member.get(`/api/sales/orders/${order.documentId}`)).body.data.state;
const five = () => placeOrder(member, [{ product: shop.camera, quantity: '5' }]);

async function credit(invoice: string, wish: object): Promise<void> {
  const [line] = (await member.get(`/api/billing/invoice-lines?filters[invoice][documentId][$eq]=${invoice}`)).body
    .data;
  const answer = await billing.post(`/billing/invoices/${invoice}/credit-notes`, {
    reason: 'ตามที่ตกลง',
    cause: 'price_wrong',
    lines: [{ line: line.documentId, ...wish }],
  });
  expect([answer.status, answer.body.error]).toEqual([201, undefined]);
}

const pay = async (amount: string, invoice: string): Promise<void> => {
  const receivedOn = app.platform.clock.today();
  const allocations = [{ invoice, amount }];
  const answer = await billing.post('/billing/payments', { customer, method: 'cash', amount, receivedOn, allocations });
  expect([answer.status, answer.body.error]).toEqual([201, undefined]);
};

test('paid in part, the rest credited: the order is paid and confirmed', async () => {
  const order = await five();
  await pay('64200', order.invoice.documentId);
  expect(await stateOf(order)).toBe('placed');
  await credit(order.invoice.documentId, { quantity: '2' });
  expect((await member.get(`/api/billing/invoices/${order.invoice.documentId}`)).body.data.state).toBe('paid');
  expect(await stateOf(order)).toBe('confirmed');
});

test('credited whole before anything was paid: nobody confirms the order by it', async () => {
  const order = await five();
  await credit(order.invoice.documentId, { quantity: '5' });
  expect((await member.get(`/api/billing/invoices/${order.invoice.documentId}`)).body.data.state).toBe('paid');
  expect(await stateOf(order)).toBe('placed');
});

test('cheaper before the hand-over: the tax invoice says what is still charged', async () => {
  const order = await five();
  await credit(order.invoice.documentId, { amount: '10700' });
  expect((await sales.post(`/sales/orders/${order.documentId}/confirm`)).status).toBe(200);
  expect((await sales.post(`/sales/orders/${order.documentId}/deliver`)).status).toBe(200);
  const invoice = { 'filters[invoice][documentId][$eq]': order.invoice.documentId };
  const [taxed] = (await member.get(`/api/billing/tax-invoices?${new URLSearchParams(invoice)}`)).body.data;
  expect(taxed).toMatchObject({ net: '90000', tax: '6300', total: '96300' });
});
