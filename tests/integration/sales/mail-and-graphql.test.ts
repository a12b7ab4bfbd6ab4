import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import type { MailMessage } from '../../../plugins/platform/server/src/ports/mail';
import type { OrdersService } from '../../../plugins/sales/server/src/services/orders';
import { bootApp, type App, type Member } from '../../support/app';
import { openShop, placeOrder, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off', SANYA_GRAPHQL: 'on' });
  shop = await openShop(app);
  member = await app.member();
});
afterAll(() => app?.close());

/** The mails that went to an address, after everything that was due. */
async function mailsTo(address: string): Promise<MailMessage[]> {
  const core = app.strapi.plugin('platform').service('core') as PlatformCore;
  await core.jobs.runDue();
  const { sent } = core.ports.mail as unknown as { sent: MailMessage[] };
  return sent.filter((mail) => mail.to === address);
}

test('the confirmation says plan, price and billing frequency in Thai, and brings the invoice as PDF', async () => {
  const order = await placeOrder(member, [{ product: shop.care, price: shop.careYearly, quantity: '1' }]);
  const mail = (await mailsTo(member.email)).at(-1);
  expect(mail?.subject).toBe(`ได้รับคำสั่งซื้อ ${order.number} แล้ว`);
  for (const part of ['ดูแลเว็บไซต์ (รายปี)', '10,000.00', 'ทุกปี', '10,700.00', order.invoice.number]) {
    expect(mail?.html).toContain(part);
  }
  expect(mail?.html).not.toMatch(/\{\{|undefined|null/);
  expect(mail?.attachments).toHaveLength(1);
  expect(mail?.attachments[0]?.contentType).toBe('application/pdf');
  expect(mail?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
});

test('the cancellation is told in the language of the customer', async () => {
  const english = await app.member({ language: 'en' });
  const order = await placeOrder(english, [{ product: shop.camera, quantity: '1' }]);
  expect(order.lines[0].description).toBe('CCTV camera');
  await english.post(`/api/sales/orders/${order.documentId}/cancel`);
  const mails = (await mailsTo(english.email)).slice(-2);
  expect(mails.map((mail) => mail.subject)).toEqual([
    `We have your order ${order.number}`,
    `Your order ${order.number} is cancelled`,
  ]);
});

const graphql = (query: string, variables: object, token?: string) => {
  const request = app.http.post('/graphql');
  return (token ? request.set('Authorization', `Bearer ${token}`) : request).send({ query, variables });
};

test('GraphQL prices and places with the same rules, errors and idempotency', async () => {
  const price = `query Price($input: PriceOrderInput!) {
    priceOrder(input: $input) { net tax total lines { quantity kind product { name } } recurring { from } }
  }`;
  const lines = [{ product: shop.camera, quantity: '1' }];
  const preview = await graphql(price, { input: { lines } });
  expect(preview.body.data.priceOrder).toEqual({
    ...{ net: 20000, tax: 1400, total: 21400, recurring: [] },
    lines: [{ quantity: '1', kind: 'goods', product: { name: 'กล้องวงจรปิด' } }],
  });

  const place = `mutation Place($input: PlaceOrderInput!, $key: String) {
    placeOrder(input: $input, idempotencyKey: $key) {
      documentId state total placedAt confirmedAt lines { total } invoice { number amountDue dueDate }
    }
  }`;
  const first = await graphql(place, { input: { lines }, key: 'g1' }, member.token);
  const again = await graphql(place, { input: { lines }, key: 'g1' }, member.token);
  expect(first.body.data.placeOrder).toMatchObject({
    ...{ state: 'placed', total: 21400, confirmedAt: null, lines: [{ total: 21400 }] },
    placedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
    invoice: { amountDue: 21400, dueDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
  });
  expect(again.body.data).toEqual(first.body.data);

  const refused = await graphql(place, { input: { lines: [{ product: shop.closed, quantity: '1' }] } }, member.token);
  expect(refused.body.errors[0].extensions.error.details).toMatchObject({
    code: 'order.product_closed',
    field: 'lines.0.product',
  });
  expect((await graphql(place, { input: { lines } })).body.errors).toHaveLength(1);
  // What is no field of the answer is told before anything is done.
  const unknown = await graphql(place.replace('placedAt', 'placedOn'), { input: { lines } }, member.token);
  expect([unknown.status, unknown.body.errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);

  const list =
    'query { salesOrders { number lines { description } invoice { number } } salesOrders_connection { pageInfo { total } } }';
  const mine = await graphql(list, {}, member.token);
  expect(mine.body.errors).toBeUndefined();
  expect(mine.body.data.salesOrders.length).toBeGreaterThan(1);
  const other = await app.member();
  const theirs = await graphql(list, {}, other.token);
  expect(theirs.body.data).toEqual({ salesOrders: [], salesOrders_connection: { pageInfo: { total: 0 } } });
});

test('a list of orders is all or none, its stock shared', async () => {
  const orders = app.strapi.plugin('sales').service('orders') as OrdersService;
  const [customer] = await app.platform.rows.find('plugin::crm.customer', (query) => void query.limit(1));
  const wish = (quantity: string) => ({
    customer: customer?.id ?? 0,
    source: 'staff' as const,
    lines: [{ product: shop.camera, quantity }],
  });
  const before = await rowCounts(app);
  await expect(orders.place([wish('4'), wish('100')])).rejects.toMatchObject({ code: 'stock.not_enough' });
  expect(await rowCounts(app)).toEqual(before);
  const placed = await orders.place([wish('1'), wish('2')]);
  expect(placed.map((one) => one.lines.map((line) => line.quantity))).toEqual([[1000n], [2000n]]);
  await orders.confirm(placed.map((one) => one.order.id));
  const delivered = await orders.deliver(placed.map((one) => ({ order: one.order.id })));
  expect(delivered.map((one) => [one.order.state, one.taxInvoices.length])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
  ]);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('an order that costs nothing is confirmed at once', async () => {
  const [free] = await shop.service.createProducts([{ name: 'ฟรี', kind: 'service', prices: [{ unitPrice: 0n }] }]);
  const order = await placeOrder(member, [{ product: free?.documentId, quantity: '1' }]);
  expect([order.state, order.invoice.state]).toEqual(['confirmed', 'paid']);
});
