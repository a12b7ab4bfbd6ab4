import type { Page } from 'playwright-core';
import { launchBrowser, overflowOf, picture, signIn } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** An order over the limit: entered by sales, found in the inbox by the lead, granted, and it goes on. */
let page: Page;
let office: Office;
let url: string;
let customer: string;
let order: string;
const panel = panelAt('/plugins/');
const { open, button, said, choose, speak } = panel;
const dialog = () => page.getByRole('dialog');

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  const begun = await panel.begin();
  ({ page, office } = begun);
  url = begun.server.url;
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  customer = (await office.post('/crm/customers', { kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด' }))
    .documentId;
  await office.post(`/crm/customers/${customer}/credit`, { creditTermsDays: 30, creditLimit: '100000' });
  const camera = await office.product('กล้องวงจรปิด', 100_000, { unit: 'ตัว', kind: 'goods', incomeKind: 'goods' });
  order = (await office.post('/sales/orders', { customer, lines: [{ product: camera, quantity: '1' }] })).documentId;
}, 300_000);

test('the inbox is empty for who asked; the order and the customer say why it waits', async () => {
  await open('platform/approvals');
  await said('Nothing waits for you.');
  await pictures('approvals-empty-en');
  await choose('Which', 'Asked by me');
  await said('above the credit limit of 1,000.00 THB');
  await open(`sales/orders/${order}`);
  await said('Awaiting approval');
  await said('above the credit limit of 1,000.00 THB');
  await pictures('order-held-en');
  await open(`crm/customers/${customer}`);
  await said('Too few paid invoices for a score');
  await pictures('customer-credit-en');
});

test('the lead grants it in the inbox, and the order goes on with its invoice', async () => {
  const who = await office.colleague('sales-lead');
  const browser = await launchBrowser();
  try {
    const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await signIn(desk, url, 'th', who);
    await desk.getByText('รอฉันอนุมัติ').first().waitFor();
    await picture(desk, 'home-lead-th');
    await desk.goto(`${url}/admin/plugins/platform/approvals`);
    await desk.getByText('ขายเกินวงเงินเครดิต').first().waitFor();
    await picture(desk, 'approvals-th');
    await desk.getByText('เกินวงเงินเครดิต 1,000.00 บาท').first().click();
    await desk.getByRole('button', { name: 'อนุมัติ', exact: true }).click();
    await desk.locator('[name="comment"]').fill('รู้จักกันดี');
    await picture(desk, 'approval-dialog-th');
    await desk.getByRole('dialog').getByRole('button', { name: 'อนุมัติ', exact: true }).click();
    await desk.getByText('รู้จักกันดี').first().waitFor();
    await picture(desk, 'approval-granted-th');
  } finally {
    await browser.close();
  }
  await open(`sales/orders/${order}`);
  await said('Placed');
  await said(/INV-/);
  expect(await office.get<{ state: string }>(`/sales/orders/${order}`)).toMatchObject({ state: 'placed' });
});

test('limits are set per role, and money that was paid too much goes back', async () => {
  await page.goto(`${url}/admin/settings/sanya-approval-limits`);
  await said('Approval limits');
  await said('5,000.00');
  await pictures('approval-limits-en');
  await button('Edit').first().click();
  await pictures('approval-limits-form-en');
  await page.keyboard.press('Escape');

  const receivedOn = (await office.get<{ today: string }>('/platform/today')).today;
  const { documentId } = await office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: '127000', currency: 'THB', receivedOn },
  });
  await open(`billing/payments/${documentId}`);
  await button('Refund').click();
  await dialog().locator('[name="reason"]').fill('ลูกค้าโอนเกิน');
  await dialog().locator('[name="account.bank"]').fill('KBANK');
  await dialog().locator('[name="account.number"]').fill('123-4-56789-0');
  await dialog().locator('[name="account.name"]').fill('บริษัท เชียงใหม่การค้า จำกัด');
  await pictures('refund-request-en');
  await dialog().getByRole('button', { name: 'Refund', exact: true }).click();
  await said('To send');
  await button('Record as sent').click();
  await dialog().locator('[name="reference"]').fill('OUT-77');
  await pictures('refund-send-en');
  await dialog().getByRole('button', { name: 'Record as sent', exact: true }).click();
  await said('Recorded as sent');
  await speak('th');
  await open('billing/refunds');
  await said('OUT-77');
  await pictures('refunds-th');
});
