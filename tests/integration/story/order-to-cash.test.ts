import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf, sendSlip } from '../billing/support';

/**
 * The main job, whole, through the doors its people use: a visitor becomes a member, orders, gets an invoice, pays it by
 * transfer, and has the right tax documents; staff see and steer each step; nobody else sees any of it.
 */
let app: App;
let owner: Staff;
let clerk: Staff;
let storekeeper: Staff;
let shopper: Member;
let stranger: Member;
let products: Record<'camera' | 'cable' | 'install', string>;

interface Sent {
  to: string;
  subject: string;
  attachments: { contentType: string; content: Buffer }[];
}

const mails = async (to: string): Promise<Sent[]> => {
  await app.strapi.plugin('platform').service('core').jobs.runDue();
  return (app.strapi.plugin('platform').service('ports').mail.sent as Sent[]).filter((mail) => mail.to === to);
};

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off', SANYA_GRAPHQL: 'on' });
  await app.strapi.plugin('platform').service('core').clock.moveTo('2026-11-23T03:00:00.000Z');
  [owner, clerk, storekeeper] = await Promise.all([app.staff('owner'), app.staff('billing'), app.staff('storekeeper')]);
  const catalogue = app.strapi.plugin('sales').service('catalogue');
  const [camera, cable, install] = await catalogue.createProducts([
    { name: 'กล้องวงจรปิด', kind: 'goods', unit: 'ตัว', stock: 100_000n, prices: [{ unitPrice: 400_000n }] },
    { name: 'สายสัญญาณ', kind: 'goods', unit: 'เมตร', stock: 500_000n, prices: [{ unitPrice: 20_000n }] },
    { name: 'ติดตั้งหน้างาน', kind: 'service', unit: 'งาน', incomeKind: 'service', prices: [{ unitPrice: 180_000n }] },
  ]);
  products = { camera: camera.documentId, cable: cable.documentId, install: install.documentId };
  stranger = await app.member();
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const basket = () => [
  { product: products.camera, quantity: '2' },
  { product: products.cable, quantity: '1' },
  { product: products.install, quantity: '1' },
];
let order: { documentId: string; number: string; total: string; invoice: { documentId: string; number: string } };

test('a visitor registers, prices three items and orders them; the invoice comes by a Thai mail as PDF', async () => {
  shopper = await app.member({
    name: 'สมใจ รักษ์ดี',
    address: { line1: '99 ถนนห้วยแก้ว', district: 'เมือง', province: 'เชียงใหม่', postcode: '50300' },
  });
  const priced = await app.http.post('/api/sales/orders/price').send({ lines: basket() });
  expect(priced.status).toBe(200);
  expect(priced.body.data.total).toBe('1070000');
  const placed = await shopper.post('/api/sales/orders', { lines: basket() }, { 'Idempotency-Key': 'first-order' });
  expect(placed.status).toBe(201);
  order = placed.body.data;
  expect(order.total).toBe('1070000');

  const again = await shopper.post('/api/sales/orders', { lines: basket() }, { 'Idempotency-Key': 'first-order' });
  expect(again.body.data.number).toBe(order.number);
  const other = await shopper.post(
    '/api/sales/orders',
    { lines: basket().slice(1) },
    { 'Idempotency-Key': 'first-order' },
  );
  expect([other.status, other.body.error.details.code]).toEqual([422, 'idempotency.other_body']);

  const mail = (await mails(shopper.email)).find((one) => one.attachments.length > 0);
  expect(mail?.subject).toMatch(/[ก-๙]/);
  expect(mail?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
});

test('line 2 of the invoice says in Thai and in English why it cost 214.00', async () => {
  for (const [language, words] of [
    ['th', /214\.00/],
    ['en', /200\.00.*214\.00/s],
  ] as const) {
    const answer = await owner
      .get(`/billing/invoices/${order.invoice.documentId}/explanation?lang=${language}`)
      .set('Accept-Language', language);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body.data)).toMatch(words);
  }
});

test('she pays 10,700.00 by transfer with a slip; the clerk verifies it; receipt/tax invoice RC-2569-000001', async () => {
  const submitted = await shopper.post(`/api/billing/invoices/${order.invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, shopper, 1),
  });
  expect(submitted.status).toBe(201);

  const waiting = await clerk.get('/billing/payments?filters[state][$eq]=submitted&sort=submittedAt:asc');
  expect(waiting.status).toBe(200);
  expect(waiting.body.data[0]).toMatchObject({ documentId: submitted.body.data.documentId, amount: '1070000' });

  const verified = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/verify`, {
    bank: 'KBANK',
    reference: 'SLIP-1',
  });
  expect(verified.status).toBe(200);
  const receipts = await shopper.get('/api/billing/receipts');
  expect(receipts.body.data.map((one: { number: string }) => one.number)).toEqual(['RC-2569-000001']);
  const pdf = await shopper.get(`/api/billing/receipts/${receipts.body.data[0].documentId}/document?lang=th`).buffer();
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
  const mine = await shopper.get(`/api/sales/orders/${order.documentId}`);
  expect(mine.body.data.state).toBe('confirmed');
});

test('a company on credit has its goods handed over with a tax invoice and pays two invoices by one transfer with tax withheld', async () => {
  const company = await companyMember(app);
  const customer = await customerOf(app, company);
  const credit = await owner.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30 });
  expect(credit.status).toBe(200);
  const goods = await company.post('/api/sales/orders', { lines: [{ product: products.camera, quantity: '1' }] });
  const work = await company.post('/api/sales/orders', { lines: [{ product: products.install, quantity: '1' }] });
  expect([goods.status, work.status]).toEqual([201, 201]);

  const confirmed = await owner.post(`/sales/orders/${goods.body.data.documentId}/confirm`);
  expect([200, 409]).toContain(confirmed.status);
  const delivered = await storekeeper.post(`/sales/orders/${goods.body.data.documentId}/deliver`);
  expect(delivered.status).toBe(200);
  const [taxInvoice] = (await company.get('/api/billing/tax-invoices')).body.data;
  expect(taxInvoice).toMatchObject({ total: '428000', tax: '28000', number: 'TX-2569-000001' });

  const paid = await clerk.post('/billing/payments', {
    customer: customer.documentId,
    method: 'bank_transfer',
    amount: String(428_000 + 192_600 - 5_400),
    currency: 'THB',
    receivedOn: app.platform.clock.today(),
    allocations: [
      { invoice: goods.body.data.invoice.documentId, amount: '428000' },
      { invoice: work.body.data.invoice.documentId, amount: '187200', withheld: '5400' },
    ],
  });
  expect([paid.status, paid.body.error]).toEqual([201, undefined]);
  const invoices = (await company.get('/api/billing/invoices?sort=number')).body.data;
  expect(invoices.map((one: { state: string }) => one.state)).toEqual(['paid', 'paid']);

  const reversed = await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'คืนเงินโอน' });
  expect(reversed.status).toBe(200);
  expect((await company.get('/api/billing/account')).body.data.balance).toBe('620600');
  const credited = await clerk.post(`/billing/invoices/${goods.body.data.invoice.documentId}/credit-notes`, {
    reason: 'goods_returned',
  });
  expect([credited.status, credited.body.error]).toEqual([201, undefined]);
  expect(credited.body.data).toMatchObject({ number: 'CN-2569-000001', total: '428000' });
});

test('another member sees none of it', async () => {
  for (const path of ['/api/sales/orders', '/api/billing/invoices', '/api/billing/receipts', '/api/billing/payments']) {
    const answer = await stranger.get(path);
    expect([path, answer.status, answer.body.data]).toEqual([path, 200, []]);
    expect(answer.body.meta.pagination.total).toBe(0);
  }
  expect((await stranger.get(`/api/sales/orders/${order.documentId}`)).status).toBe(404);
  expect((await stranger.get(`/api/billing/invoices/${order.invoice.documentId}/document`)).status).toBe(404);
  expect((await stranger.post(`/api/sales/orders/${order.documentId}/cancel`)).status).toBe(404);
  const graph = await app.http
    .post('/graphql')
    .set('Authorization', `Bearer ${stranger.token}`)
    .send({ query: '{ salesOrders_connection { nodes { number } pageInfo { total } } }' });
  expect(graph.body.data).toEqual({ salesOrders_connection: { nodes: [], pageInfo: { total: 0 } } });
});

test('the books proof lists nothing, through its own door', async () => {
  const proof = await owner.get('/platform/proof');
  expect([proof.status, proof.body.data]).toEqual([200, []]);
});
