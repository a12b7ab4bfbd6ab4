/** @strapi own */
import type { Staff } from '../../support/app';
import { customerOf } from '../billing/support';
import { placeOrder } from '../sales/shop';
import { openWorld, type World } from './world';

interface Told {
  title: string;
  name: string;
  subjectDocumentId: string;
}
type Made = { documentId: string } & Record<string, unknown>;

let world: World;
let owner: Staff;

beforeAll(async () => {
  world = await openWorld();
  owner = await world.app.staff('owner');
  await makeTheRest();
}, 240_000);
afterAll(() => world?.app.close());

const asked = async (request: Promise<{ status: number; body: unknown }>): Promise<Made> => {
  const { status, body } = await request;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return (body as { data: Made }).data;
};

/** What the world has not: money sent back, a certificate that came in, a month, a statement, goods on their way and in. */
async function makeTheRest(): Promise<void> {
  const { app, owner: all, rich, shop } = world;
  const { documentId: customer } = await customerOf(app, rich);
  const today = app.platform.clock.today();
  const paid = await asked(
    all.post('/billing/payments', { customer, method: 'cash', amount: '9000000', receivedOn: today }),
  );
  await asked(all.post(`/billing/payments/${paid.documentId}/refund`, { reason: 'โอนเกิน', amount: '9900' }));
  const [certificate] = (await asked(all.get('/billing/certificates'))) as unknown as Made[];
  await asked(all.post(`/billing/certificates/${certificate?.documentId}/receive`, { number: '17', on: today }));
  const [year = 0, month = 1] = today.split('-').map(Number);
  const last = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  await asked(all.post(`/billing/tax-months/${last}/close`, { despite: true }));
  const csv = [
    'เลขที่บัญชี,111-1-11111-1',
    'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด',
    `${String(today).split('-').reverse().join('/')},10:00,รับโอนเงิน,,"77.00","77.00","เงินฝาก"`,
  ].join('\n');
  const sent = app.http.post('/billing/statements').set('Authorization', `Bearer ${all.token}`);
  await asked(sent.attach('file', Buffer.from(csv), 'statement.csv') as never);
  const order = await placeOrder(rich, [{ product: shop.camera, quantity: '1' }]);
  await asked(all.post(`/sales/orders/${order.documentId}/confirm`));
  const shipment = await asked(all.post(`/sales/orders/${order.documentId}/shipments`, {}));
  const vehicle = await asked(all.post('/sales/vehicles', { name: 'กระบะ' }));
  await asked(
    all.post('/sales/delivery-routes', {
      ...{ drivesOn: today, vehicle: vehicle.documentId, shipments: [shipment.documentId] },
    }),
  );
  const supplier = await asked(
    all.post('/crm/customers', {
      ...{ kind: 'organisation', name: 'Shenzhen Camera Ltd', supplier: true },
      billingAddress: { line1: '88 Keji Road', country: 'CN' },
    }),
  );
  await asked(
    all.post('/sales/goods-receipts', {
      ...{ supplier: supplier.documentId, declarationNumber: 'A017-0-6905-12345', supplierInvoice: 'SZ-77' },
      ...{ cif: '100000', duty: '0', importVat: '7000', lines: [{ product: shop.camera, quantity: '1' }] },
    }),
  );
  await asked(all.post('/crm/tasks', { kind: 'call', title: 'โทรถามเรื่องติดตั้ง', dueOn: today }));
  const said = { name: 'สมหญิง', email: 'somying@example.com', message: 'ขอราคากล้อง 4 ตัว' };
  await asked(app.http.post('/api/crm/forms/quote-request').send(said));
  await asked(all.post('/sales/coupons', { code: 'HAPPENED', name: 'สิบ', kind: 'percent', ratePpm: 100_000 }));
}

/** Every document of an office, and what its timeline tells first. */
const DOCUMENTS: [type: string, began: RegExp][] = [
  ['plugin::crm.customer', /^customer\./],
  ['plugin::crm.contact', /^(contact|member)\./],
  ['plugin::crm.form-submission', /^form\.submitted$/],
  ['plugin::crm.task', /^task\.opened$/],
  ['plugin::sales.product', /^product\.created$/],
  ['plugin::sales.quote', /^quote\./],
  ['plugin::sales.order', /^order\.(placed|held)$/],
  ['plugin::sales.shipment', /^shipment\./],
  ['plugin::sales.goods-return', /^(goods_)?return\./],
  ['plugin::sales.delivery-route', /^route\./],
  ['plugin::sales.goods-receipt', /^goods_receipt\./],
  ['plugin::sales.coupon', /^coupon\.created$/],
  ['plugin::billing.invoice', /^invoice\./],
  ['plugin::billing.tax-invoice', /^tax_invoice\.issued$/],
  ['plugin::billing.receipt', /^receipt\.issued$/],
  ['plugin::billing.payment', /^payment\./],
  ['plugin::billing.refund', /^refund\.requested$/],
  ['plugin::billing.cheque', /^cheque\./],
  ['plugin::billing.credit-note', /^credit_note\.issued$/],
  ['plugin::billing.debit-note', /^debit_note\.issued$/],
  ['plugin::billing.billing-note', /^billing_note\./],
  ['plugin::billing.deposit', /^deposit\./],
  ['plugin::billing.withholding-certificate', /^certificate\.expected$/],
  ['plugin::billing.tax-month', /^tax_month\.closed$/],
  ['plugin::billing.bank-statement', /^statement\.imported$/],
  ['plugin::contracts.contract', /^contract\./],
];

test.each(DOCUMENTS)('%s: its timeline says how it began, in both languages', async (type, began) => {
  const { app } = world;
  const rows = (await app.strapi.db
    .query(type as never)
    .findMany({ orderBy: { id: 'asc' }, limit: 100 })) as unknown as Made[];
  expect(rows.length).toBeGreaterThan(0);
  const untold: string[] = [];
  for (const { documentId } of rows) {
    const url = `/platform/timeline?type=${type}&subject=${documentId}&limit=100`;
    const thai = (await asked(owner.get(url).set('Accept-Language', 'th'))) as unknown as Told[];
    const english = (await asked(owner.get(url).set('Accept-Language', 'en'))) as unknown as Told[];
    if (!began.test(thai.at(-1)?.name ?? '')) untold.push(`${documentId}: ${thai.map(({ name }) => name).join(' ')}`);
    expect(thai.filter(({ title }) => !/[ก-๙]/.test(title))).toEqual([]);
    expect(english.filter(({ title }) => title === '' || /[ก-๙]|event\./.test(title))).toEqual([]);
    expect(thai.every(({ subjectDocumentId }) => subjectDocumentId === documentId)).toBe(true);
  }
  expect(untold).toEqual([]);
});

test('no document of an office is left out of that list', () => {
  const numbered = world.registry
    .all()
    .flatMap(({ series = [] }) => series.flatMap(({ documents }) => documents?.type ?? []));
  const told = new Set(DOCUMENTS.map(([type]) => type));
  expect(numbered.filter((type) => !told.has(type))).toEqual([]);
});
