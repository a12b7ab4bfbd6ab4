import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A statement of the bank: looked at, stored, applied; the invoice is paid, and what is nobody's waits in suspense. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/billing/statements');
const { open, button, said, choose, pick, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const upload = (name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const HEADER = 'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด';
const STATEMENT = [
  'เลขที่บัญชี,123-4-56789-0',
  HEADER,
  '01/03/2573,09:12,รับโอนเงิน,,"10,700.00","10,700.00",จาก SCB X4321 บจก. เชียงใหม่การค้า++',
  '02/03/2573,10:40,รับโอนเงิน,,"5,350.00","16,050.00",จาก KBANK X9876',
  '03/03/2573,11:00,รับโอนเงิน,,"777.00","16,827.00",เงินฝากสด',
  '03/03/2573,11:05,ค่าธรรมเนียม,15.00,,"16,812.00",',
].join('\n');

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  const product = await office.product('ค่าดูแลระบบรายเดือน', 1_000_000);
  const smaller = await office.product('ค่าโดเมนรายปี', 500_000);
  const order = (customer: string, what: string) =>
    office.post('/sales/orders', { customer, lines: [{ product: what, quantity: '1' }] });
  const company = (name: string, taxId: string) =>
    office.post('/crm/customers', {
      ...{ kind: 'organisation', name, taxId },
      billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
    });
  const one = await company('บริษัท เชียงใหม่การค้า จำกัด', '0105000000012');
  const two = await company('บริษัท ลำพูนก่อสร้าง จำกัด', '0105000000021');
  await order(one.documentId, product);
  await order(one.documentId, smaller);
  await order(two.documentId, smaller);
}, 300_000);

test('an empty list leads to the first import', async () => {
  await open();
  await said('No statement yet.');
  await pictures('statements-empty-en');
});

test('a file is looked at before it is stored; what cannot be read is named', async () => {
  await open('/new');
  await upload('broken.csv', `${STATEMENT}\n99/99/2573,,x,,1.00,,`);
  await said('1 row cannot be read');
  await said('the date cannot be read');
  expect(await button('Store and match').isDisabled()).toBe(true);
  await pictures('statement-preview-problems-en');
  await upload('empty.csv', '');
  await said('The file is empty.');
  await upload('other.csv', 'Posted,Sum,Words\n2030-03-01,9.99,x');
  await said('Which column says what?');
  await choose('Date', 'Posted');
  await choose('Amount with sign', 'Sum');
  await pictures('statement-mapper-en');
  await button('Read it so').click();
  await said('What the file says');
  await upload('march.csv', STATEMENT);
  await said('Each balance follows from the one before.');
  await pictures('statement-preview-en');
  await button('Store and match').click();
  await said('The statement is stored and matched.');
});

test('all that is matched is applied with one click: the invoice is paid', async () => {
  await said('exactly this amount');
  await pictures('statement-matched-en');
  await button('Apply the one that is matched').click();
  await said('1 line is applied.');
  const paid = await office.get<{ total: string }[]>('/billing/invoices?filters[state][$eq]=paid');
  expect(paid.map(({ total }) => total)).toEqual(['1070000']);
  await page.getByRole('tab', { name: /^To check/ }).click();
  await page.getByText('บริษัท ลำพูนก่อสร้าง จำกัด').waitFor();
  await pictures('statement-to-check-en');
  await page.getByRole('tab', { name: /^Applied/ }).click();
  await page.getByRole('link', { name: 'บริษัท เชียงใหม่การค้า จำกัด' }).waitFor();
  await pictures('statement-applied-en');
});

test('unknown money waits in suspense until it is somebody’s', async () => {
  await open('/suspense');
  await page.getByText('เงินฝากสด').waitFor();
  await pictures('suspense-en');
  const unknown = page.getByRole('region', { name: 'Row 5', exact: true });
  await unknown.getByRole('button', { name: 'Whose is it?' }).click();
  const dialog = page.getByRole('dialog');
  await pick('customer', 'ลำพูน', /ลำพูน/);
  await dialog.getByRole('checkbox').first().click();
  await panel.pictures('statement-assign-en');
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('เงินฝากสด').waitFor({ state: 'detached' });
});

test('the same in Thai', async () => {
  await speak('th');
  await open();
  await said('รอตรวจสอบ');
  await pictures('statements-th');
  await page.getByText('march.csv').click();
  await page.getByRole('tab', { name: /^รอตรวจสอบ/ }).click();
  await said('จำนวนเงินตรงกันพอดี');
  await pictures('statement-to-check-th');
  await open('/new');
  await upload('march.csv', STATEMENT);
  await said('เคยนำเข้าแล้ว 4 รายการ');
  await pictures('statement-preview-th');
  await open('/suspense');
  await said('รายการยังไม่ทราบเจ้าของ');
  await pictures('suspense-th');
});
