import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What a contract entitles to is agreed, used, given back and put right; it is read on paper, and others come from a file. */
let page: Page;
let office: Office;
let customer: { documentId: string; code: string };
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, send, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-31T03:00:00.000Z' });
  customer = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
  });
}, 300_000);

test('entitlements are agreed with a new contract', async () => {
  await open('contracts/new');
  // What is typed before the form has all its answers may find nothing.
  await page.waitForLoadState('networkidle');
  await panel.pick('customer', 'เชียงใหม่', /เชียงใหม่/);
  await field('lines.0.description').fill('ดูแลเครื่องปรับอากาศ');
  await field('lines.0.unitPrice').fill('4500');
  await button('Add an entitlement').click();
  await button('Save').first().click();
  await said('Give a number such as 12 or 1.5.');
  await field('lines.0.entitlements.0.quantity').fill('12');
  await panel.choose('Carried over of the rest', 'At most');
  await field('lines.0.entitlements.0.most').fill('2');
  await pictures('entitlements-form-en');
  await button('Save').first().click();
  await said('will be lost');
});

test('what is left is drawn on, given back and put right', async () => {
  await pictures('entitlements-en');
  await button('Use').click();
  await field('quantity').fill('9');
  await pictures('entitlements-use-en');
  await send('Use');
  await said('The use is entered.');
  await said('-9');
  await button('Give back').click();
  await said('It is given back.');
  await button('Put right').click();
  await field('quantity').fill('-13');
  await field('reason').fill('นับซ้ำ');
  await send('Put right');
  await said('Only 12 is left. Give less, or top it up first.');
  await field('quantity').fill('-2');
  await send('Put right');
  await said('It is put right.');
  await button('Entitlements of a line').click();
  await button('Add an entitlement').click();
  await field('entitlements.1.quantity').fill('5.5');
  await pictures('entitlements-agree-en');
  await send('Agree');
  await said('Hours');
  await button('Show').click();
  await page.locator('iframe').waitFor();
  await speak('th');
  await page.reload();
  await said('สิทธิ์');
  await pictures('entitlements-th');
});

test('running contracts come from a file that is looked at first', async () => {
  await speak('en');
  await open('contracts');
  await button('Take over contracts').click();
  await said('Files so far');
  await pictures('contract-import-upload-en');
  const file = [
    'เลขที่สัญญา,รหัสลูกค้า,วันเริ่มสัญญา,วันสิ้นสุดสัญญา,รายละเอียด,ราคาต่องวด,รอบบิล,งวดถัดไปเริ่มวันที่,สิทธิ์,จำนวนสิทธิ์,ใช้ไปแล้ว',
    `AC-014,${customer.code},15/5/2570,14/5/2573,ดูแลแอร์,4500,เดือน,15/2/2573,ครั้ง,12,7`,
    `AC-015,${customer.code},15/5/2570,14/5/2573,ดูแลแอร์,4500,เดือน,16/2/2573,,,`,
  ].join('\n');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'contracts.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await button('Read the file').click();
  await said(/no period starts on/);
  await pictures('contract-import-en');
  await button('Carry out').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Carry out', exact: true }).click();
  await said('Finished');
  await speak('th');
  await open('contracts');
  await said('AC-014');
  await pictures('contracts-taken-over-th');
});
