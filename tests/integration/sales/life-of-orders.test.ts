import { bootApp, type App, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let customer: string;
let sales: Staff;
let store: Staff;
let billing: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member();
  customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
  sales = await app.staff('sales-lead');
  store = await app.staff('storekeeper');
  billing = await app.staff('billing');
});
afterAll(() => app?.close());

const pay = async (who: string, amount: string, invoice: string) => {
  const answer = await billing.post('/billing/payments', {
    customer: who,
    method: 'cash',
    amount,
    currency: 'THB',
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice, amount }],
  });
  if (answer.status >= 300) throw new Error(`payment: ${answer.status} ${JSON.stringify(answer.body)}`);
};

const stateOf = async (order: { documentId: string }): Promise<string> =>
  (await member.get(`/api/sales/orders/${order.documentId}`)).body.data.state;

const camera = (quantity: string) => [{ product: shop.camera, quantity }];
const noDiscrepancy = async () => expect(await app.platform.proof.run({})).toEqual([]);

test('a paid order is confirmed, fulfilled, handed over in parts and closed', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await placeOrder(member, [...camera('3'), { product: shop.care, quantity: '1' }]);
  expect((await sales.post(`/sales/orders/${order.documentId}/deliver`)).status).toBe(409);
  await pay(customer, order.total, order.invoice.documentId);
  expect(await stateOf(order)).toBe('confirmed');

  expect((await store.post(`/sales/orders/${order.documentId}/confirm`)).status).toBe(403);
  const fulfilling = await store.post(`/sales/orders/${order.documentId}/fulfil`);
  expect([fulfilling.status, fulfilling.body.data.state]).toEqual([200, 'fulfilling']);

  const first = order.lines[0].documentId;
  const part = await store.post(`/sales/orders/${order.documentId}/deliver`, {
    lines: [{ line: first, quantity: '2' }],
  });
  expect([part.status, part.body.data.state, part.body.data.lines[0].delivered]).toEqual([200, 'fulfilling', '2']);
  expect(await levelOf(app, shop.camera)).toEqual({ onHand: before.onHand - 2000n, reserved: before.reserved + 1000n });
  const more = await store.post(`/sales/orders/${order.documentId}/deliver`, {
    lines: [{ line: first, quantity: '2' }],
  });
  expect([more.status, more.body.error.details.code]).toEqual([409, 'order.more_than_ordered']);

  const rest = await store.post(`/sales/orders/${order.documentId}/deliver`);
  expect([rest.status, rest.body.data.state]).toEqual([200, 'delivered']);
  expect(await levelOf(app, shop.camera)).toEqual({ onHand: before.onHand - 3000n, reserved: before.reserved });
  const closed = await sales.post(`/sales/orders/${order.documentId}/close`);
  expect([closed.status, closed.body.data.state]).toEqual([200, 'closed']);
  const cancel = await sales.post(`/sales/orders/${order.documentId}/cancel`);
  expect([cancel.status, cancel.body.error.details.code]).toEqual([409, 'state.not_allowed']);
  await noDiscrepancy();
});

test('a company on credit terms gets a tax invoice with the goods, before any payment', async () => {
  const company = await app.member({
    kind: 'organisation',
    name: 'บริษัท เครดิต จำกัด',
    taxId: '0105561000003',
    branch: '00000',
    address: '99 ถนนช้างคลาน ตำบลช้างคลาน อำเภอเมือง จังหวัดเชียงใหม่ 50100',
  });
  const owner = await app.staff('super-admin');
  const own = (await company.get('/api/crm/me')).body.data.customer.documentId;
  expect((await owner.post(`/crm/customers/${own}/credit`, { creditTermsDays: 30 })).status).toBe(200);
  const answer = await owner.post('/sales/orders', { customer: own, lines: camera('2'), poNumber: 'PO-1' });
  expect(answer.status).toBe(201);
  const order = answer.body.data;
  expect(order).toMatchObject({ source: 'staff', state: 'placed', total: '42800' });
  await owner.post(`/sales/orders/${order.documentId}/confirm`);
  const delivered = await owner.post(`/sales/orders/${order.documentId}/deliver`);
  expect([delivered.status, delivered.body.data.state]).toEqual([200, 'delivered']);
  expect(delivered.body.data.taxInvoices).toHaveLength(1);
  const taxInvoices = await company.get('/api/billing/tax-invoices');
  expect(taxInvoices.body.data.map((one: { total: string }) => one.total)).toEqual(['42800']);
  const cancel = await owner.post(`/sales/orders/${order.documentId}/cancel`);
  expect([cancel.status, cancel.body.error.details.code]).toEqual([409, 'state.not_allowed']);
  await noDiscrepancy();
});

test('a member cancels: stock is free, the invoice void, a mail queued', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await placeOrder(member, camera('5'));
  const answer = await member.post(`/api/sales/orders/${order.documentId}/cancel`, { reason: 'เปลี่ยนใจ' });
  expect([answer.status, answer.body.data.state, answer.body.data.cancelReason]).toEqual([
    200,
    'cancelled',
    'เปลี่ยนใจ',
  ]);
  expect(await levelOf(app, shop.camera)).toEqual(before);
  const invoice = await member.get(`/api/billing/invoices/${order.invoice.documentId}`);
  expect(invoice.body.data.state).toBe('void');
  const again = await member.post(`/api/sales/orders/${order.documentId}/cancel`);
  expect([again.status, again.body.error.details.code]).toEqual([409, 'state.not_allowed']);
  const mails = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template: 'order-cancelled', key: order.documentId } });
  expect(mails).toHaveLength(1);
  await noDiscrepancy();
});

test('what was paid is credited before it is cancelled; what is being prepared only staff cancel', async () => {
  const paid = await placeOrder(member, camera('1'));
  await pay(customer, paid.total, paid.invoice.documentId);
  const refused = await sales.post(`/sales/orders/${paid.documentId}/cancel`);
  expect([refused.status, refused.body.error.details.code]).toEqual([409, 'order.invoice_credit_first']);
  expect(refused.body.error.message).toContain(paid.invoice.number);
  const credit = await billing.post(`/billing/invoices/${paid.invoice.documentId}/credit-notes`, {
    reason: 'ยกเลิกคำสั่งซื้อ',
    settle: [{ how: 'credit' }],
  });
  expect(credit.status).toBeLessThan(300);
  expect((await sales.post(`/sales/orders/${paid.documentId}/cancel`)).body.data.state).toBe('cancelled');
  const told = await inBoth<{ cancelReason: string }>(() => member.get(`/api/sales/orders/${paid.documentId}`));
  expect(told.map(({ cancelReason }) => cancelReason)).toEqual(['ทางร้านยกเลิก', 'Cancelled by us']);

  const working = await placeOrder(member, camera('1'));
  await sales.post(`/sales/orders/${working.documentId}/confirm`);
  await sales.post(`/sales/orders/${working.documentId}/fulfil`);
  const mine = await member.post(`/api/sales/orders/${working.documentId}/cancel`);
  expect([mine.status, mine.body.error.details.code]).toEqual([409, 'order.being_fulfilled']);
  expect((await sales.post(`/sales/orders/${working.documentId}/cancel`)).status).toBe(200);
  await noDiscrepancy();
});

test('voiding the invoice ends the order', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await placeOrder(member, camera('4'));
  const answer = await billing.post(`/billing/invoices/${order.invoice.documentId}/void`, { reason: 'ผิดราคา' });
  expect(answer.status).toBe(200);
  expect(await stateOf(order)).toBe('cancelled');
  expect(await levelOf(app, shop.camera)).toEqual(before);
  await noDiscrepancy();
});

test('staff enter an order with an own price, a discount and details; the price line says why', async () => {
  const answer = await sales.post('/sales/orders', {
    customer,
    lines: [{ product: shop.camera, quantity: '2', unitPrice: '18000', discount: '1000', details: 'ติดตั้งหน้าร้าน' }],
  });
  // The sales lead sees every customer; a sales person only the own ones.
  expect(answer.status).toBe(201);
  expect(answer.body.data).toMatchObject({ net: '35000', discount: '1000', total: '37450', source: 'staff' });
  const person = await app.staff('sales');
  const foreign = await person.post('/sales/orders', { customer, lines: camera('1') });
  expect([foreign.status, foreign.body.error.details.code]).toEqual([404, 'order.customer_unknown']);
  expect((await store.post('/sales/orders', { customer, lines: camera('1') })).status).toBe(403);
  const preview = await sales.post('/sales/orders/price', {
    lines: [{ product: shop.camera, quantity: '1', discount: '50000' }],
  });
  expect([preview.status, preview.body.error.details.code]).toEqual([400, 'order.discount_out_of_range']);
});

test('stock is received and corrected, never below what is promised', async () => {
  const before = await levelOf(app, shop.camera);
  const path = `/sales/products/${shop.camera}/stock`;
  const received = await store.post(path, { quantity: '5', reason: 'ใบส่งของ 12' });
  expect([received.status, received.body.data.onHand]).toEqual([200, String(Number(before.onHand) / 1000 + 5)]);
  const promised = await store.post(path, { quantity: '-100000', reason: 'นับใหม่' });
  expect([promised.status, promised.body.error.details.code]).toEqual([409, 'stock.promised']);
  expect((await store.post(path, { quantity: 'x' })).body.error.details.code).toBe('stock.quantity_invalid');
  expect((await store.post(path, { quantity: '0' })).body.error.details.code).toBe('stock.quantity_zero');
  expect((await sales.post(path, { quantity: '1' })).status).toBe(403);
  await noDiscrepancy();
});

test('a placed order keeps what it says: neither its lines nor its totals can be changed', async () => {
  const order = await placeOrder(member, camera('1'));
  const { rows } = app.platform;
  await expect(rows.update('plugin::sales.order', [{ id: order.id, total: 1n }])).rejects.toMatchObject({
    message: expect.stringContaining('sanya-'),
  });
  await expect(
    rows.update('plugin::sales.order-line', [{ id: order.lines[0].id, unitPrice: 1n }]),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya-') });
  await expect(rows.remove('plugin::sales.order', [order.id])).rejects.toMatchObject({
    message: expect.stringContaining('sanya-'),
  });
});

test('staff pages read orders with their lines and customer', async () => {
  const list = await sales.get('/sales/orders?sort=placedAt:desc&populate[0]=customer&populate[1]=lines');
  expect([list.status, list.body.error]).toEqual([200, undefined]);
  expect(list.body.data[0].customer.name).toBeTruthy();
  expect(list.body.data[0].lines.length).toBeGreaterThan(0);
  expect((await store.get('/sales/stock?populate=product')).status).toBe(200);
});
