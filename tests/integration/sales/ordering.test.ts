import { bootApp, type App, type Member } from '../../support/app';
import type { OrdersService } from '../../../plugins/sales/server/src/services/orders';
import { companyMember, customerOf } from '../billing/support';
import { levelOf, openShop, placeOrder, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  member = await app.member();
});
afterAll(() => app?.close());

const three = () => [
  { product: shop.camera, quantity: '2' },
  { product: shop.cable, quantity: '1.5' },
  { product: shop.care, price: shop.careMonthly, quantity: '1' },
];

test('a visitor sees active products with their prices, and nothing of what is closed', async () => {
  const list = await app.http.get('/api/sales/products?sort=name&pagination[pageSize]=10');
  expect(list.status).toBe(200);
  expect(list.body.meta.pagination.total).toBe(3);
  const care = list.body.data.find((one: { documentId: string }) => one.documentId === shop.care);
  expect(care.prices.map((price: { unitPrice: string }) => price.unitPrice)).toEqual(['100000', '1000000']);
  const one = await app.http.get(`/api/sales/products/${shop.camera}`);
  expect(one.body.data.prices).toHaveLength(1);
  expect((await app.http.get(`/api/sales/products/${shop.closed}`)).status).toBe(404);
  expect((await app.http.get('/api/sales/prices')).body.data).toHaveLength(4);
});

test('a visitor finds products by a word and by their kind; what is closed is found by neither', async () => {
  const found = async (query: object): Promise<string[]> => {
    const answer = await app.http.get('/api/sales/products').query(query);
    expect(answer.status).toBe(200);
    expect(answer.body.meta.pagination.total).toBe(answer.body.data.length);
    return answer.body.data.map((one: { name: string }) => one.name);
  };
  expect(await found({ _q: 'วงจร' })).toEqual(['กล้องวงจรปิด']);
  expect(await found({ 'filters[kind][$eq]': 'service' })).toEqual(['ดูแลเว็บไซต์']);
  expect(await found({ 'filters[kind][$eq]': 'goods', _q: 'สาย' })).toEqual(['สายสัญญาณ']);
  expect(await found({ _q: 'รุ่นเก่า' })).toEqual([]);
  expect(await found({ 'filters[name][$eq]': 'รุ่นเก่า' })).toEqual([]);
  expect(await found({ 'filters[state][$eq]': 'closed' })).toEqual([]);
});

test('a visitor prices an order: the amounts of placing it, what recurs from when, and nothing written', async () => {
  const before = await rowCounts(app);
  const answer = await app.http.post('/api/sales/orders/price').send({ lines: three() });
  expect(answer.status).toBe(200);
  // 400.00 + 50.00 (33.33 × 1.5, half up) + 1,000.00, VAT 7 %.
  expect(answer.body.data).toMatchObject({ currency: 'THB', net: '145000', tax: '10150', total: '155150' });
  expect(answer.body.data.lines.map((line: { net: string }) => line.net)).toEqual(['40000', '5000', '100000']);
  const from = answer.body.data.recurring[0];
  expect(from).toMatchObject({ line: 2, per: 'month', total: '107000' });
  expect(from.from > app.platform.clock.today()).toBe(true);
  expect(await rowCounts(app)).toEqual(before);
});

test('a member orders: lines, totals, number, open invoice, reserved stock, event and mail', async () => {
  const before = await levelOf(app, shop.camera);
  const answer = await member.post('/api/sales/orders', {
    lines: three(),
    shipping: { line1: '1 ถนนนิมมาน', province: 'เชียงใหม่', postcode: '50200' },
    note: 'หลังบ่ายสอง',
    poNumber: 'PO-7',
  });
  expect(answer.status).toBe(201);
  const order = answer.body.data;
  expect(order).toMatchObject({ state: 'placed', source: 'storefront', net: '145000', tax: '10150', total: '155150' });
  expect(order.number).toMatch(/^SO-\d{4}-\d{6}$/);
  expect(order.lines).toHaveLength(3);
  expect(order.lines[1]).toMatchObject({ quantity: '1.5', unitPrice: '3333', net: '5000', tax: '350', total: '5350' });
  expect(order.invoice).toMatchObject({ state: 'open', total: '155150', amountDue: '155150' });
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 2000n });

  const read = await member.get(`/api/sales/orders/${order.documentId}?populate[0]=lines&populate[1]=invoice`);
  expect(read.status).toBe(200);
  expect(read.body.data).toMatchObject({ number: order.number, total: '155150', poNumber: 'PO-7' });
  expect(read.body.data.lines).toHaveLength(3);
  expect(read.body.data.invoice.number).toBe(order.invoice.number);

  const events = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { name: 'order.placed', subjectDocumentId: order.documentId } });
  expect(events).toHaveLength(1);
  const mails = await app.strapi.db.query('plugin::platform.delivery').findMany({ where: { to: member.email } });
  expect(mails.filter((mail: { key: string }) => mail.key === order.documentId)).toHaveLength(1);
});

test('the customer reads the order confirmation as PDF', async () => {
  const order = await placeOrder(member, [{ product: shop.care, quantity: '1' }]);
  const answer = await member.get(`/api/sales/orders/${order.documentId}/document?lang=th`).buffer(true);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/pdf');
  expect(answer.body.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the same key twice is one order; with another body it is refused', async () => {
  const key = { 'Idempotency-Key': 'once-only' };
  const body = { lines: [{ product: shop.cable, quantity: '2' }] };
  const first = await member.post('/api/sales/orders', body, key);
  const before = await rowCounts(app);
  const again = await member.post('/api/sales/orders', body, key);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.data.documentId).toBe(first.body.data.documentId);
  const other = await member.post('/api/sales/orders', { lines: [{ product: shop.cable, quantity: '3' }] }, key);
  expect(other.status).toBe(422);
  expect(await rowCounts(app)).toEqual(before);
});

test('bad input is a clear refusal with a stable code and writes nothing', async () => {
  const [owner, { documentId }] = [await app.staff(), await customerOf(app, await companyMember(app))];
  const before = await rowCounts(app);
  const line = { product: shop.camera, quantity: '1' };
  const cases: [object, number, string][] = [
    [{ lines: [{ product: 'nonsense', quantity: '1' }] }, 400, 'order.product_unknown'],
    [{ lines: [{ product: shop.closed, quantity: '1' }] }, 409, 'order.product_closed'],
    [{ lines: [{ ...line, quantity: '-1' }] }, 400, 'order.quantity_not_positive'],
    [{ lines: [{ ...line, quantity: '0.5' }] }, 400, 'order.quantity_not_sold_so'],
    [{ lines: [{ ...line, quantity: 'many' }] }, 400, 'order.quantity_not_a_number'],
    [{ lines: [{ ...line, quantity: 1e21 }] }, 400, 'order.quantity_not_a_number'],
    [{ lines: [{ ...line, price: shop.careMonthly }] }, 400, 'order.price_unknown'],
    [{ lines: [line], currency: 'USD' }, 400, 'order.currency_foreign'],
    [{ lines: [line], coupon: 'SUMMER' }, 400, 'order.coupon_unknown'],
    [{ lines: [] }, 400, 'order.no_lines'],
    [{ lines: Array.from({ length: 1000 }, () => line) }, 400, 'order.too_many_lines'],
    [{ lines: [line], note: 'bell \u0007' }, 400, 'input.control_characters'],
    [{ lines: [{ ...line, unitPrice: '1' }] }, 400, 'input.unknown_field'],
    [{}, 400, 'input.required'],
    [{ lines: 'x' }, 400, 'input.wrong_type'],
    [{ lines: [{ ...line, quantity: '11' }] }, 409, 'stock.not_enough'],
  ];
  for (const [body, status, code] of cases) {
    const answer = await member.post('/api/sales/orders', body);
    expect([answer.status, answer.body.error?.details?.code]).toEqual([status, code]);
    expect(answer.body.error.message).not.toContain('{');
  }
  const many = { lines: Array.from({ length: 1000 }, () => line) };
  for (const answer of [
    await member.post('/api/sales/orders/price', many),
    await owner.post('/sales/orders', { ...many, customer: documentId }),
  ]) {
    expect([answer.status, answer.body.error?.details]).toMatchObject([400, { code: 'order.too_many_lines' }]);
  }
  const thai = await member.post(
    '/api/sales/orders',
    { lines: [{ ...line, quantity: '11' }] },
    { 'Accept-Language': 'th' },
  );
  expect(thai.body.error.message).toMatch(/กล้องวงจรปิด เหลือเพียง/);
  expect(await rowCounts(app)).toEqual(before);
});

test('another member and a visitor see nothing of it', async () => {
  const order = await placeOrder(member, [{ product: shop.care, quantity: '1' }]);
  const other = await app.member();
  const mine = await member.get('/api/sales/orders');
  expect(mine.body.data.length).toBeGreaterThan(0);
  const theirs = await other.get('/api/sales/orders');
  expect([theirs.status, theirs.body.data, theirs.body.meta.pagination.total]).toEqual([200, [], 0]);
  expect((await other.get('/api/sales/order-lines')).body.data).toEqual([]);
  for (const path of ['', '/document']) {
    expect((await other.get(`/api/sales/orders/${order.documentId}${path}`)).status).toBe(404);
  }
  expect((await other.post(`/api/sales/orders/${order.documentId}/cancel`)).status).toBe(404);
  expect((await app.http.get('/api/sales/orders')).status).toBe(403);
  expect((await app.http.post('/api/sales/orders').send({ lines: three() })).status).toBe(403);
  expect((await app.http.get('/api/sales/stock')).status).toBe(404);
});

test('the number of statements does not grow with the lines', async () => {
  const orders = app.strapi.plugin('sales').service('orders') as OrdersService;
  const [customer] = await app.platform.rows.find('plugin::crm.customer', (query) => void query.limit(1));
  const statementsOf = async (count: number): Promise<string[]> => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => void statements.push(sql);
    await app.platform.transaction(async (trx) => {
      trx.on('query', listen);
      const lines = Array.from({ length: count }, () => ({ product: shop.cable, quantity: '1' }));
      await orders.place([{ customer: customer?.id ?? 0, source: 'staff', lines }]);
      trx.off('query', listen);
    });
    return statements;
  };
  // What is kept after a first reading is not counted.
  await statementsOf(1);
  const [one, many] = [await statementsOf(1), await statementsOf(100)];
  if (process.env.SANYA_TEST_LOG) console.log(one.map((sql) => sql.slice(0, 160)).join('\n'));
  expect(many.length).toBe(one.length);
  expect(one.length).toBeLessThanOrEqual(30);
});

test('the books proof lists nothing', async () => {
  expect(await app.platform.proof.run({})).toEqual([]);
});
