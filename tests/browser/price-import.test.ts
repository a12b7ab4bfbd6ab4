import type { Page } from 'playwright-core';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A price list that came as a file: looked at, carried out, and what could not be told. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/products');
const { open, button, said, speak, pictures } = panel;

const FILE = [
  'รหัสสินค้า,ชื่อสินค้า,ประเภท,หน่วย,ราคา,ใช้ตั้งแต่,ผู้ขาย',
  'CARE-1,,,,"3,300.00",,สมชาย',
  'CAM-1,กล้องวงจรปิด 4 ล้านพิกเซล,สินค้า,ตัว,1500,,สมชาย',
  'CAM-2,กล้องวงจรปิด 8 ล้านพิกเซล,สินค้า,ตัว,2500,1/1/2580,สมชาย',
  'CAM-3,กล้องวงจรปิดไร้สาย,สินค้า,ตัว,สองพัน,,สมชาย',
  'X-1,,,,10,,สมชาย',
].join('\n');

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.product('ดูแลเว็บไซต์', 300_000, { sku: 'CARE-1' });
}, 300_000);

const choose = (content: string, name: string) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

test('a file is chosen and looked at; nothing has changed yet', async () => {
  await open();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await said('Files so far');
  await pictures('import-upload-en');
  await choose('Name,Price\nX,1', 'wrong.csv');
  await button('Read the file').click();
  await said(/There is no column “Code”/);
  await choose(FILE, 'prices.csv');
  await button('Read the file').click();
  await said('What the file would change');
  await said(/is no amount/);
  await pictures('import-preview-en');
  const { length } = await office.get<unknown[]>('/sales/products');
  expect(length).toBe(1);
});

test('carried out, products and prices are there, and the rows left out can be taken away', async () => {
  await button('Carry out').click();
  await said(/3 rows change/);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Carry out', exact: true }).click();
  await said('Finished');
  await pictures('import-finished-en');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Rows not carried out').click()]);
  expect(download.suggestedFilename()).toBe('not-imported.csv');
  await open();
  await said('3,300.00');
  await said('CAM-1');
  const [exported] = await Promise.all([page.waitForEvent('download'), button('Export').click()]);
  expect(exported.suggestedFilename()).toBe('products.xlsx');
});

test('the pages in Thai', async () => {
  await speak('th');
  await open('/import');
  await said('ไฟล์ที่ผ่านมา');
  await pictures('import-upload-th');
  await page.getByText('prices.csv').click();
  await said('สิ่งที่ไฟล์จะเปลี่ยน');
  await said(/ไม่ใช่จำนวนเงิน/);
  await pictures('import-preview-th');
});
