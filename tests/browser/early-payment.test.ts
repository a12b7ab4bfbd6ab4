import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** Terms for paying early are given to a customer, promised by its invoice, and deducted where the money is received. */
let page: Page;
let office: Office;
let customer: string;
const panel = panelAt('/plugins/');
const { open, button, field, said, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  const made = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012', creditTermsDays: 30 },
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  customer = made.documentId;
}, 300_000);

test('the terms are written as an office writes them', async () => {
  await open(`crm/customers/${customer}/edit`);
  await field('earlyPayment').fill('2 in 10');
  await button('Save').first().click();
  await said('Write percent and days, such as 2/10, or 0 for none.');
  await field('earlyPayment').fill('2/10');
  await button('Save').first().click();
  await said('2 % within 10 days');
  for (const unitPrice of ['1000000', '500000']) {
    const lines = [{ description: 'ดูแลเว็บไซต์ประจำเดือน', quantity: '1', unit: 'เดือน', unitPrice }];
    const draft = await office.post('/billing/invoices', { customer, lines });
    await office.post(`/billing/invoices/${draft.documentId}/issue`, {});
  }
});

test('the receive screen proposes the deduction, in both languages, and posts it', async () => {
  await open(`billing/receive-money?customer=${customer}`);
  await said('Early until 22 Mar 2030: 200.00 may be deducted');
  await field('amount').fill('10,500.00');
  await page.getByLabel('Pay INV-2573-000001').click();
  await said('Early-payment discount');
  await said('It adds up.');
  await pictures('receive-early-en');
  // A part earns nothing.
  await page.getByLabel('Gross INV-2573-000001').fill('5,000.00');
  await said('The net does not equal the money; the difference:');
  expect(await page.getByLabel('Deduction INV-2573-000001').inputValue()).toBe('');
  await page.getByLabel('Pay INV-2573-000001').click();
  await page.getByLabel('Pay INV-2573-000001').click();
  await said('It adds up.');
  await button('Post').click();
  await said('10,500.00 received.');
  await speak('th');
  await open(`billing/receive-money?customer=${customer}`);
  await said('ชำระภายใน 22 มี.ค. 2573 หักส่วนลดได้ 100.00');
  await pictures('receive-early-th');
  await speak('en');
  await open('billing/invoices');
  await page.getByText('INV-2573-000002').click();
  await said('Early until 22 Mar 2030: 100.00 may be deducted');
  await pictures('invoice-early-en');
});
