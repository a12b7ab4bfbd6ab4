import type { Page } from 'playwright-core';
import { picture } from '../support/browser';
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

const LAST = ['ชุดเลขที่,สาขา,วันที่ในงวด,เลขที่ล่าสุด', 'ใบวางบิล,สำนักงานใหญ่,,41', 'ใบกำกับ,,,12'].join('\n');
const HELD = [
  'เลขที่อ้างอิง,รหัสลูกค้า,ประเภท,จำนวนเงิน,วันที่,ออกใบกำกับภาษีแล้ว,เลขที่ใบกำกับภาษี,รายละเอียด',
  'D-1,A-1,เงินประกัน,"5,000.00",2/1/2569,,,ประกันเครื่องเช่า',
  'D-2,A-1,เงินประกัน,3000,2/1/2569,,,ประกันเครื่องสำรอง',
  'D-3,A-1,เครดิต,250.25,3/1/2569,,,',
  'D-4,A-9,เงินประกัน,100,3/1/2569,,,',
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

const carryOutThai = async () => {
  await button('นำเข้าจริง').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'นำเข้าจริง', exact: true }).click();
  await said('เสร็จแล้ว');
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

test('each series goes on after the last number of the books before, in Thai', async () => {
  await page.goto(page.url().replace(/\/plugins\/.*$/, '/settings/sanya-number-series'));
  await page.getByRole('link', { name: 'เลขที่ล่าสุดจากไฟล์' }).click();
  await said('ไฟล์ที่ผ่านมา');
  await pictures('moving-in-numbers-upload-th');
  await choose(LAST, 'numbers.csv');
  await button('อ่านไฟล์').click();
  await said('สิ่งที่ไฟล์จะเปลี่ยน');
  await said(/-000042$/);
  await said(/^ไม่มีชุดเลขที่ “ใบกำกับ” กรุณาใช้ชื่อใดชื่อหนึ่ง: .*ใบกำกับภาษี/);
  await page.getByRole('row').filter({ hasText: '-000042' }).getByText('ใบวางบิล').waitFor();
  await pictures('moving-in-numbers-th');
  await carryOutThai();
  await page.goto(page.url().replace(/\/import\/.*$/, ''));
  await said(/-000042$/);
  await pictures('moving-in-numbers-done-th');
});

test('deposits and credit are taken over; a security is given back as credit, and another kept as income', async () => {
  await page.goto(page.url().replace(/\/settings\/.*$/, '/plugins/billing/deposits'));
  await page.getByRole('link', { name: 'ยกเงินมัดจำและเครดิตมา' }).click();
  const { today } = await office.get<{ today: string }>('/platform/today');
  await page.getByLabel('วันเริ่มใช้').fill(today);
  await choose(HELD, 'held.csv');
  await button('อ่านไฟล์').click();
  await said('สิ่งที่ไฟล์จะเปลี่ยน');
  await pictures('moving-in-deposits-th');
  await carryOutThai();
  await page.goto(page.url().replace(/\/opening\/.*$/, ''));
  await said('ประกันเครื่องเช่า');
  await pictures('moving-in-deposits-list-th');

  await page.getByText('ประกันเครื่องเช่า').click();
  await button('คืนเงิน').click();
  await panel.choose('วิธีคืน', 'เก็บเป็นเครดิตลูกค้า');
  await panel.field('reason').fill('คืนเครื่องครบแล้ว');
  await pictures('deposit-return-th');
  await panel.send('คืนเงิน');
  await said('คืนเงินมัดจำแล้ว');
  await said('คืนเครื่องครบแล้ว');
  await pictures('deposit-returned-th');

  await page.goBack();
  await page.getByText('ประกันเครื่องสำรอง').click();
  await button('ริบ').click();
  const ask = page.getByRole('alertdialog');
  await ask.locator('textarea').fill('เครื่องหายตามสัญญาข้อ 9');
  await page.waitForTimeout(300);
  await picture(page, 'deposit-forfeit-th');
  await ask.getByRole('button', { name: 'ริบ', exact: true }).click();
  await said('ริบเงินมัดจำแล้ว');
  await said('เครื่องหายตามสัญญาข้อ 9');
  await pictures('deposit-forfeited-th');
});
