import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** A member asks for a quote; staff price it, send it, make a better version of it; the member accepts: an order. */
let server: ServerProcess;
let page: Page;
let office: Office;
let member: string;
const panel = panelAt('/plugins/sales/');
const { open, field, said, choose, pick, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));
const dialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const confirm = (name: string) => page.getByRole('alertdialog').getByRole('button', { name, exact: true });

/** What is clicked while the price of a new line is still coming moves away below the mouse. */
const addProduct = async (code: string, line: number): Promise<void> => {
  await pick('product', code, new RegExp(code));
  await page
    .getByTestId(`line-${line}`)
    .getByText(/,\d{3}\.00/)
    .first()
    .waitFor();
};

const CUSTOMER = 'บริษัท เชียงใหม่การค้าและบริการ จำกัด';

interface Quote {
  documentId: string;
  state: string;
  version: number;
  total: string;
}

const ask = <T>(method: string, url: string, body?: object): Promise<T> =>
  siteAt(server.url)<T>(method, url, body, member);
const newest = async (): Promise<Quote> => {
  const [quote] = await office.get<Quote[]>('/sales/quotes?sort=id:desc');
  if (!quote) throw new Error('There is no quote.');
  return quote;
};

beforeAll(async () => {
  ({ server, page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-04-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    companyName: 'บริษัท ตัวอย่าง จำกัด',
    companyNameEn: 'Example Company Limited',
    taxId: '0105500000011',
    address: '1 ถนนท่าแพ ตำบลช้างคลาน\nอำเภอเมือง เชียงใหม่ 50100',
    addressEn: '1 Tha Phae Road\nChiang Mai 50100',
    zone: 'Asia/Bangkok',
    language: 'th',
  });
  const product = (name: string, sku: string, unitPrice: string, more: object = {}) =>
    office.post('/sales/products', {
      ...{ name, sku, kind: 'service', unit: 'งาน', incomeKind: 'service', prices: [{ unitPrice, per: 'one_time' }] },
      ...more,
    });
  const install = await product('ติดตั้งกล้องวงจรปิด 8 จุด พร้อมเดินสายและทดสอบระบบ', 'INSTALL-8', '2000000');
  await product('ดูแลระบบกล้องรายเดือน', 'CARE', '150000', {
    prices: [{ unitPrice: '150000', per: 'month', label: 'รายเดือน' }],
  });
  const { jwt } = await siteAt(server.url)<{ jwt: string }>('POST', '/api/auth/local/register', {
    ...{ username: 'chiangmai', email: 'buyer@example.com', password: 'Secret-pass1', name: CUSTOMER },
    ...{ kind: 'organisation', taxId: '0105561000003', branch: '00000', contactName: 'คุณสมหญิง ใจดี' },
    address: '99 ถนนช้างคลาน ตำบลช้างคลาน อำเภอเมือง จังหวัดเชียงใหม่ 50100',
  });
  member = jwt;
  await ask('POST', '/api/sales/quotes', {
    lines: [{ product: install.documentId, quantity: '1' }],
    note: 'อาคารสองชั้น ขอติดตั้งภายในเดือนนี้',
  });
}, 300_000);

test('what a member asks for is found, priced with a line of one’s own words, and looked at before it is sent', async () => {
  await open('quotes');
  await said('Asked for');
  await pictures('quotes-en');
  await page.getByText(CUSTOMER).first().click();
  await said('อาคารสองชั้น ขอติดตั้งภายในเดือนนี้');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await field('lines.0.quantity').waitFor();
  await addProduct('CARE', 1);
  await button('Add a line of your own words').click();
  await said('Write what each line is and what it costs.');
  await field('lines.2.description').fill('ค่าเดินทางและสำรวจหน้างาน');
  await field('lines.2.unit').fill('ครั้ง');
  await field('lines.2.unitPrice').fill('1,500');
  await field('lines.0.discount').fill('1,000');
  await field('deliveryTime').fill('ภายใน 10 วันหลังตอบรับ');
  await field('internalNote').fill('ลดได้อีกร้อยละ 5');
  // 20,000 − 1,000 + 1,500 + 1,500, and 7 %.
  await said('฿23,540.00');
  await pictures('quote-form-en');
  await button('Save').click();
  await said('The quote is saved.');
  await said('ภายใน 10 วันหลังตอบรับ');
  await page.locator('iframe').waitFor();
  await pictures('quote-draft-en');
});

test('it is sent, and a new version takes its place', async () => {
  await button('Send quote').click();
  await said('Send it by mail to buyer@example.com');
  await dialog('Send quote').click();
  await said('The quote is sent.');
  await said(/^QT-2573-000001$/);
  await pictures('quote-sent-en');
  await button('New version').click();
  await confirm('New version').click();
  await said('The new version is a draft.');
  await field('lines.0.discount').fill('2,000');
  await said('฿22,470.00');
  await button('Save').click();
  await said('QT-2573-000001-v2');
  await button('Send quote').click();
  await dialog('Send quote').click();
  await said('The quote is sent.');
  expect(await newest()).toMatchObject({ version: 2, state: 'sent', total: '2247000' });
});

test('the member accepts it: the order is there, and the page says by whom', async () => {
  const { documentId } = await newest();
  const accepted = await ask<{ data: { order: { number: string; total: string } } }>(
    'POST',
    `/api/sales/quotes/${documentId}/accept`,
    {},
  );
  expect(accepted.data.order.total).toBe('2247000');
  await open(`quotes/${documentId}`);
  await said('คุณสมหญิง ใจดี · Storefront');
  await said('Ordered as quoted');
  await said('Versions');
  await pictures('quote-ordered-en');
  await page.getByRole('link', { name: accepted.data.order.number }).click();
  await said('ค่าเดินทางและสำรวจหน้างาน');
  await said('฿22,470.00');
});

test('staff write one from nothing and take the answer of a customer who signed on paper', async () => {
  await open('quotes/new');
  await pick('customer', 'เชียงใหม่', new RegExp(CUSTOMER));
  await addProduct('INSTALL-8', 0);
  await field('validUntil').fill('2573-04-30');
  await said('฿21,400.00');
  await button('Save').click();
  await said('Draft of a quote');
  await button('Send quote').click();
  await page.getByText(/^Send it by mail to/).click();
  await dialog('Send quote').click();
  await said('The quote is sent.');
  await button('Accepted by customer').click();
  await field('name').fill('คุณสมหญิง');
  await field('poNumber').fill('PO-77');
  await pictures('quote-accept-en');
  expect(await page.locator('iframe').count()).toBe(1);
  await dialog('Place the order').click();
  await said('The order is placed at the quoted prices.');
  await said('PO-77');
  await button('Duplicate').click();
  await said('The copy is a draft at the prices of today.');
  await open(`quotes/${(await newest()).documentId}`);
  await button('Decline').click();
  await page.getByRole('alertdialog').locator('textarea').fill('ลูกค้าเลื่อนโครงการ');
  await confirm('Decline').click();
  await said('The quote is declined.');
});

test('the same in Thai', async () => {
  await speak('th');
  await open('quotes');
  await said('QT-2573-000001-v2');
  await pictures('quotes-th');
  await choose('สถานะ', 'มีฉบับใหม่แทน');
  await said('QT-2573-000001');
  await page.getByText('QT-2573-000001', { exact: true }).click();
  await said('มีฉบับใหม่แทน');
  await said('ประวัติ');
  await page.locator('iframe').waitFor();
  await pictures('quote-superseded-th');
  await open('quotes?q=nothing-like-that');
  await said('ไม่มีใบเสนอราคาแบบนี้');
  await pictures('quotes-none-th');
  await open('quotes/new');
  await addProduct('INSTALL-8', 0);
  await button('เพิ่มรายการที่เขียนเอง').click();
  await pictures('quote-form-th');
  await page.goto(`${server.url}/admin/settings/sanya-sales`);
  await field('quoteValidDays').waitFor();
  await pictures('quote-settings-th');
});
