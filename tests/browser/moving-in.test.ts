import type { Page } from 'playwright-core';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A business moves in: its customers, and what they still owe, each from a file that is looked at first. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/crm/customers');
const { open, button, said, speak, pictures } = panel;

const CUSTOMERS = [
  'รหัสลูกค้า,ชื่อลูกค้า,เลขประจำตัวผู้เสียภาษี,ที่อยู่,จังหวัด,เครดิต (วัน),ผู้ติดต่อ',
  'A-1,บริษัท ล้านนาการค้า จำกัด,0105000000012,1 ถนนห้วยแก้ว,เชียงใหม่,30,สมหญิง',
  'A-1,,,,,,สมชาย',
  'A-2,ร้านมานะ,1234567890123,2 ถนนท่าแพ,เชียงใหม่,,',
].join('\n');
const OPEN = [
  'เลขที่ใบแจ้งหนี้,รหัสลูกค้า,วันที่,ยอดรวม,ยอดค้างชำระ,รายการ,ประเภท',
  'OLD/1,A-1,2/1/2569,"10,700.00","10,700.00",ดูแลระบบ,บริการ',
  'OLD/2,A-1,3/1/2569,5350,4000,กล้อง,สินค้า',
  'OLD/3,A-9,3/1/2569,100,100,กล้อง,สินค้า',
].join('\n');

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
}, 300_000);

const choose = (content: string, name: string) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const carryOut = async () => {
  await button('Carry out').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Carry out', exact: true }).click();
  await said('Finished');
};

test('customers come from a file, and those that cannot be say why', async () => {
  await open();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await said('Files so far');
  const [template] = await Promise.all([page.waitForEvent('download'), button('File to fill in').click()]);
  expect(template.suggestedFilename()).toMatch(/\.xlsx$/);
  await pictures('moving-in-customers-upload-en');
  await choose(CUSTOMERS, 'customers.csv');
  await button('Read the file').click();
  await said('What the file would change');
  await pictures('moving-in-customers-en');
  await carryOut();
  await open();
  await said('บริษัท ล้านนาการค้า จำกัด');
});

test('what they owe is taken over on the opening day', async () => {
  const { today } = await office.get<{ today: string }>('/platform/today');
  await page.goto(page.url().replace(/\/plugins\/.*$/, '/plugins/billing/invoices'));
  await page.getByRole('link', { name: 'Take over open invoices' }).click();
  await page.getByLabel('Opening day').fill(today);
  await choose(OPEN, 'open.csv');
  await pictures('moving-in-upload-en');
  await button('Read the file').click();
  await said(/There is no customer A-9/);
  await pictures('moving-in-preview-en');
  await carryOut();
  await speak('th');
  await page.reload();
  await said('ยกมา');
  await pictures('moving-in-preview-th');
});
