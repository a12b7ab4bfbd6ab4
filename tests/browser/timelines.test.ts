import type { Page } from 'playwright-core';
import { picture } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What happened is told on the page of everything that has one: the panel, and the event that began it. */
let page: Page;
let office: Office;
const panel = panelAt('/');
const { open, said, speak, button } = panel;

const TODAY = '2030-03-12';
const ADDRESS = { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' };
const CONTENT = 'content-manager/collection-types';

interface Made {
  documentId: string;
  number: string;
  total: string;
  invoice: { documentId: string };
}
const at: Record<string, string> = {};
const make = async (name: string, url: string, body: object): Promise<Made> => {
  const made = await office.post<Made>(url, body);
  at[name] = made.documentId;
  return made;
};
const last = async (name: string, url: string): Promise<Made> => {
  const [row] = await office.get<Made[]>(`${url}?sort=id:desc`);
  at[name] = row?.documentId ?? '';
  return row as Made;
};

async function sell(): Promise<void> {
  const customer = at.customer;
  await make('product', '/sales/products', {
    ...{ name: 'กล้องวงจรปิด', sku: 'CAM-5', kind: 'goods', unit: 'ตัว', stockTracked: true, taxCategory: 'exempt' },
    prices: [{ unitPrice: '200000', per: 'one_time' }],
  });
  const lines = [{ product: at.product, quantity: '2' }];
  const supplier = await office.post('/crm/customers', { kind: 'organisation', name: 'Shenzhen', supplier: true });
  await make('goods-receipt', '/sales/goods-receipts', {
    ...{ supplier: supplier.documentId, supplierInvoice: 'SZ-77', declarationNumber: 'A017-0-7302-12345' },
    ...{ declaredOn: TODAY, cif: '10000000', duty: '500000', importVat: '735000' },
    lines: [{ product: at.product, quantity: '30', lot: 'L-A1', value: '10000000' }],
  });
  await make('coupon', '/sales/coupons', { code: 'MAY', name: 'พฤษภาคม', kind: 'percent', ratePpm: 75_000 });
  await make('quote', '/sales/quotes', { customer, lines });
  await make('order', '/sales/orders', { customer, lines });
  await office.post(`/sales/orders/${at.order}/confirm`, {});
  await make('shipment', `/sales/orders/${at.order}/shipments`, {});
  const vehicle = await office.post('/sales/vehicles', { name: 'กระบะ 1 กข 1234' });
  await make('route', '/sales/delivery-routes', {
    ...{ drivesOn: TODAY, vehicle: vehicle.documentId, shipments: [at.shipment] },
  });
  await make('installed-item', '/sales/installed-items', { customer, product: at.product, serial: 'SN-1' });
  const gone = await office.post('/sales/orders', { customer, lines });
  await office.post(`/sales/orders/${gone.documentId}/confirm`, {});
  await office.post(`/sales/orders/${gone.documentId}/deliver`, {});
  await make('goods-return', `/sales/orders/${gone.documentId}/returns`, { reason: 'ไม่ตรงรุ่น' });
}

async function bill(): Promise<void> {
  const customer = at.customer;
  const lines = [{ description: 'ดูแลเว็บไซต์', quantity: '1', unit: 'เดือน', unitPrice: '1000000' }];
  const issue = async (name: string) => {
    await make(name, '/billing/invoices', { customer, lines });
    await office.post(`/billing/invoices/${at[name]}/issue`, {});
  };
  await issue('invoice');
  await make('payment', '/billing/payments', {
    ...{ customer, method: 'cash', amount: '1140000', receivedOn: TODAY },
    allocations: [{ invoice: at.invoice, amount: '1040000', withheld: '30000' }],
  });
  await last('tax-invoice', '/billing/tax-invoices');
  await last('receipt', '/billing/receipts');
  await last('certificate', '/billing/certificates');
  const account = { bank: 'KBANK', number: '1234567890', name: 'บริษัท เชียงใหม่การค้า จำกัด' };
  await make('refund', `/billing/payments/${at.payment}/refund`, { reason: 'โอนเกิน', amount: '50000', account });
  const [line] = await office.get<Made[]>(`/billing/invoice-lines?filters[invoice][documentId][$eq]=${at.invoice}`);
  const amounts = { reason: 'คิดราคาผิด', lines: [{ line: line?.documentId, amount: '10700' }] };
  await make('credit-note', `/billing/invoices/${at.invoice}/credit-notes`, amounts);
  await make('debit-note', `/billing/invoices/${at.invoice}/debit-notes`, amounts);
  await issue('open');
  await office.post('/billing/billing-notes', { notes: [{ customer }] });
  await last('billing-note', '/billing/billing-notes');
  await make('cheque', '/billing/cheques', { customer, bank: 'KBANK', number: '0012345', date: TODAY, amount: '5000' });
  await make('deposit', '/billing/deposits', { customer, kind: 'security', description: 'ประกัน', amount: '100000' });
  await office.post('/billing/tax-months/2030-02/close', {});
}

async function promise(): Promise<void> {
  await make('contract', '/contracts/contracts', {
    ...{ customer: at.customer, startsOn: TODAY },
    lines: [{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', cycle: { unit: 'month', count: 1 } }],
  });
  await make('billing-run', '/contracts/billing-runs', { asOf: TODAY });
}

const STATEMENT = [
  'เลขที่บัญชี,123-4-56789-0',
  'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด',
  '01/03/2573,11:00,รับโอนเงิน,,"777.00","777.00",เงินฝากสด',
].join('\n');

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: `${TODAY}T03:00:00.000Z` });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  await make('customer', '/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012', phone: '053123456' },
    ...{ email: 'accounts@example.com', billingAddress: ADDRESS },
  });
  await office.post(`/crm/customers/${at.customer}/credit`, { creditTermsDays: 30 });
  await make('contact', '/crm/contacts', { customer: at.customer, name: 'สมหญิง' });
  await sell();
  await bill();
  await promise();
  await open('plugins/billing/statements/new');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(STATEMENT) });
  await button('Store and match').click();
  await said('The statement is stored and matched.');
  await last('statement', '/billing/statements');
}, 300_000);

/** Under the heading of the panel stands the event, with its day. */
async function tells(name: string, path: string, heading: RegExp, event: string): Promise<void> {
  await open(path);
  const told = page
    .locator('div', { has: page.getByRole('heading', { name: heading }) })
    .or(page.getByRole('complementary'))
    .getByRole('listitem')
    .filter({ hasText: event });
  await told.first().waitFor();
  await told.first().scrollIntoViewIfNeeded();
  await picture(page, `timeline-of-${name}`);
}

const IN_ENGLISH: [name: string, path: string, event: string][] = [
  ['customer', 'plugins/crm/customers/', 'Contract made'],
  ['quote', 'plugins/sales/quotes/', 'Quote drafted'],
  ['order', 'plugins/sales/orders/', 'Order placed'],
  ['shipment', 'plugins/sales/shipments/', 'Shipment planned'],
  ['route', 'plugins/sales/routes/', 'Route planned'],
  ['goods-receipt', 'plugins/sales/goods-receipts/', 'Goods received from abroad'],
  ['coupon', 'plugins/sales/coupons/', 'Coupon made'],
  ['product', 'plugins/sales/products/', 'Product added'],
  ['installed-item', 'plugins/sales/installed-items/', 'Item installed'],
  ['invoice', 'plugins/billing/invoices/', 'Invoice issued'],
  ['tax-invoice', 'plugins/billing/tax-invoices/', 'Tax invoice issued'],
  ['receipt', 'plugins/billing/tax-invoices/receipts/', 'Receipt issued'],
  ['goods-return', `${CONTENT}/plugin::sales.goods-return/`, 'Goods came back'],
];

const IN_THAI: typeof IN_ENGLISH = [
  ['payment', 'plugins/billing/payments/', 'รับชำระเงิน'],
  ['refund', 'plugins/billing/refunds/', 'ขอคืนเงิน'],
  ['credit-note', 'plugins/billing/tax-invoices/credit-notes/', 'ออกใบลดหนี้'],
  ['debit-note', 'plugins/billing/tax-invoices/debit-notes/', 'ออกใบเพิ่มหนี้'],
  ['cheque', 'plugins/billing/cheques/', 'รับเช็ค'],
  ['billing-note', 'plugins/billing/billing-notes/', 'ออกใบวางบิล'],
  ['deposit', 'plugins/billing/deposits/', 'เรียกเก็บเงินมัดจำ'],
  ['certificate', 'plugins/billing/certificates/', 'รอหนังสือรับรองหัก ณ ที่จ่าย'],
  ['tax-month', 'plugins/billing/tax-months/2030-02', 'ปิดเดือนภาษี'],
  ['statement', 'plugins/billing/statements/', 'นำเข้ารายการเดินบัญชี'],
  ['contract', 'plugins/contracts/contracts/', 'ทำสัญญา'],
  ['billing-run', 'plugins/contracts/runs/', 'เริ่มเรียกเก็บค่างวด'],
  ['contact', `${CONTENT}/plugin::crm.contact/`, 'เพิ่มผู้ติดต่อ'],
];

test.each(IN_ENGLISH)('what happened stands on the page of a %s', async (name, path, event) => {
  await tells(name, `${path}${at[name] ?? ''}`, /^What happened/, event);
});

test('from here on in Thai', () => speak('th'));

test.each(IN_THAI)('in Thai it stands on the page of a %s', async (name, path, event) => {
  await tells(name, `${path}${at[name] ?? ''}`, /^ประวัติ/, event);
});

test('who a contact belongs to is told by the code of the customer', async () => {
  await open(`${CONTENT}/plugin::crm.contact/${at.contact}`);
  await said('C-000001');
  await page.getByText(/^ลูกค้า: C-\d+$/).waitFor();
});
