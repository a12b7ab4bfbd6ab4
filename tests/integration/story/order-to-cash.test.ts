import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
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
  attachments: { filename: string; contentType: string; content: Buffer }[];
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
/** What she has of it: the file of the slip, the receipt and tax invoice in one. */
let slip: string;
let receipt: string;
let taxInvoice: string;

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
  expect(mail?.subject).toBe(`ได้รับคำสั่งซื้อ ${order.number} แล้ว`);
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([`${order.invoice.number}.pdf`]);
  expect(await textOf(mail?.attachments[0]?.content ?? Buffer.of())).toContain('10,700.00');
});

test('line 2 of the invoice says in Thai and in English why it cost 214.00', async () => {
  for (const [language, sentences] of [
    [
      'th',
      [
        'ราคา 200.00 เป็นราคาตามรายการราคา',
        '1 เมตร × 200.00 = 200.00',
        'ภาษีมูลค่าเพิ่ม 7 % ของ 200.00 เป็น 14.00',
        'รวมเป็นเงิน 214.00',
      ],
    ],
    [
      'en',
      [
        'The price 200.00 is the list price.',
        '1 เมตร × 200.00 = 200.00.',
        'VAT 7 % of 200.00 is 14.00.',
        'Together 214.00.',
      ],
    ],
  ] as const) {
    const answer = await owner.get(`/billing/invoices/${order.invoice.documentId}/explanation?lang=${language}`);
    expect(answer.status).toBe(200);
    expect(answer.body.data[1]).toMatchObject({ position: 2, total: '21400', agrees: true, sentences });
  }
});

test('she pays 10,700.00 by transfer with a slip; the clerk verifies it; receipt/tax invoice RC-2569-000001', async () => {
  slip = await sendSlip(app, shopper, 1);
  const submitted = await shopper.post(`/api/billing/invoices/${order.invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip,
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
  receipt = receipts.body.data[0].documentId;
  const [document] = (await shopper.get('/api/billing/tax-invoices?populate=lines')).body.data;
  taxInvoice = document.documentId;
  expect(document).toMatchObject({
    ...{ number: 'RC-2569-000001', kind: 'receipt_tax_invoice', state: 'issued', abbreviated: false },
    ...{ net: '1000000', tax: '70000', total: '1070000', taxDate: '2026-11-23' },
  });
  expect(document.lines.map((line: { kind: string; total: string }) => [line.kind, line.total])).toEqual([
    ['goods', '856000'],
    ['goods', '21400'],
    ['service', '192600'],
  ]);
  const pdf = await shopper.get(`/api/billing/receipts/${receipt}/document?lang=th`).buffer();
  const text = await textOf(pdf.body as Buffer);
  for (const words of [
    ...['ใบเสร็จรับเงิน/ใบกำกับภาษี', 'RC-2569-000001', '23 พ.ย. 2569', order.invoice.number],
    ...['บริษัท ตัวอย่าง จำกัด', '0105500000011', 'ถนนท่าแพ', 'สมใจ รักษ์ดี', '99 ถนนห้วยแก้ว', 'เชียงใหม่ 50300'],
    ...['กล้องวงจรปิด', '2 ตัว', '8,000.00', 'สายสัญญาณ', '200.00', 'ติดตั้งหน้างาน', '1,800.00'],
    ...['มูลค่าก่อนภาษี', '10,000.00', '700.00', '10,700.00', 'หนึ่งหมื่นเจ็ดร้อยบาทถ้วน'],
  ]) {
    expect(text).toContain(said(words));
  }
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
  expect([confirmed.status, confirmed.body.data?.state]).toEqual([200, 'confirmed']);
  const delivered = await storekeeper.post(`/sales/orders/${goods.body.data.documentId}/deliver`);
  expect(delivered.status).toBe(200);
  const [withGoods] = (await company.get('/api/billing/tax-invoices')).body.data;
  expect(withGoods).toMatchObject({ total: '428000', tax: '28000', number: 'TX-2569-000001', kind: 'tax_invoice' });

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
  const stand = async (): Promise<string[][]> =>
    (await company.get('/api/billing/invoices?sort=number')).body.data.map(
      (one: { state: string; amountDue: string }) => [one.state, one.amountDue],
    );
  expect(await stand()).toEqual([
    ['paid', '0'],
    ['paid', '0'],
  ]);
  const certificates = (await company.get('/api/billing/certificates')).body.data;
  expect(certificates).toMatchObject([{ state: 'pending', base: '180000', amount: '5400' }]);

  const reversed = await clerk.post(`/billing/payments/${paid.body.data.documentId}/reverse`, { reason: 'คืนเงินโอน' });
  expect(reversed.status).toBe(200);
  expect(await stand()).toEqual([
    ['open', '428000'],
    ['open', '192600'],
  ]);
  expect((await company.get('/api/billing/account')).body.data.balance).toBe('620600');
  const credited = await clerk.post(`/billing/invoices/${goods.body.data.invoice.documentId}/credit-notes`, {
    reason: 'goods_returned',
  });
  expect([credited.status, credited.body.error]).toEqual([201, undefined]);
  expect(credited.body.data).toMatchObject({ number: 'CN-2569-000001', total: '428000' });
});

test('another member sees none of it', async () => {
  const lists = ['invoices', 'receipts', 'payments', 'tax-invoices', 'credit-notes', 'certificates'];
  for (const path of ['/api/sales/orders', ...lists.map((list) => `/api/billing/${list}`)]) {
    const answer = await stranger.get(path);
    expect([path, answer.status, answer.body.data]).toEqual([path, 200, []]);
    expect(answer.body.meta.pagination.total).toBe(0);
  }
  const invoice = `/api/billing/invoices/${order.invoice.documentId}`;
  for (const path of [
    ...[`/api/sales/orders/${order.documentId}`, `/api/sales/orders/${order.documentId}/document`],
    ...[invoice, `${invoice}/document`, `${invoice}/explanation`, `${invoice}/payment-options`],
    ...[`/api/billing/receipts/${receipt}`, `/api/billing/receipts/${receipt}/document`],
    ...[`/api/billing/tax-invoices/${taxInvoice}`, `/api/billing/tax-invoices/${taxInvoice}/document`],
    `/api/platform/files/${slip}`,
  ]) {
    expect([path, (await shopper.get(path)).status, (await stranger.get(path)).status]).toEqual([path, 200, 404]);
  }
  expect((await stranger.get('/api/billing/account')).body.data).toMatchObject({ due: '0', balance: '0', credit: '0' });
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
