import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { picture } from '../support/browser';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** The pages of the office, worked as its people work them: an order is confirmed, its slip verified, money received. */
let server: ServerProcess;
let page: Page;
const panel = panelAt('/plugins/');
const { open, button, said, speak } = panel;

const ask = <T>(method: string, url: string, body?: object, token?: string): Promise<T> =>
  siteAt(server.url)<T>(method, url, body, token);

const register = async (extra: Record<string, unknown>): Promise<string> => {
  const { jwt } = await ask<{ jwt: string }>('POST', '/api/auth/local/register', {
    password: 'Secret-pass1',
    ...extra,
  });
  return jwt;
};

/** A slip one can look at. */
function slip(): Blob {
  const png = new PNG({ width: 300, height: 420 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([30, 150, 90 + ((at / 1200) % 120), 255], at);
  return new Blob([new Uint8Array(PNG.sync.write(png))], { type: 'image/png' });
}

async function sendSlip(token: string): Promise<string> {
  const form = new FormData();
  form.append('file', slip(), 'slip.png');
  const answer = await fetch(`${server.url}/api/platform/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return ((await answer.json()) as { data: { id: string } }).data.id;
}

beforeAll(async () => {
  const begun = await panel.begin({ SANYA_TEST_CLOCK: 'true' });
  const { office } = begun;
  ({ server, page } = begun);
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    companyName: 'บริษัท ตัวอย่าง จำกัด',
    taxId: '0105500000011',
    address: '1 ถนนท่าแพ',
    zone: 'Asia/Bangkok',
    language: 'th',
  });
  const care = await office.product('ดูแลเว็บไซต์รายเดือน', 1_000_000);
  const cleaning = await office.product('ล้างเครื่องปรับอากาศ', 20_000);

  const shopper = await register({ username: 'somjai', email: 'somjai@example.com', name: 'สมใจ รักษ์ดี' });
  const { data: placed } = await ask<{ data: { invoice: { documentId: string } } }>(
    'POST',
    '/api/sales/orders',
    {
      lines: [
        { product: care, quantity: '1' },
        { product: cleaning, quantity: '1' },
      ],
    },
    shopper,
  );
  await ask(
    'POST',
    `/api/billing/invoices/${placed.invoice.documentId}/payments`,
    { method: 'bank_transfer', slip: await sendSlip(shopper) },
    shopper,
  );

  const company = await register({
    username: 'company',
    email: 'company@example.com',
    kind: 'organisation',
    name: 'บริษัท เชียงใหม่การค้า จำกัด',
    taxId: '0105000000012',
    branch: '00000',
    address: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  for (const quantity of ['1', '2']) {
    await ask('POST', '/api/sales/orders', { lines: [{ product: care, quantity }] }, company);
  }
}, 300_000);

test('the home page counts what waits', async () => {
  await page.goto(`${server.url}/admin`);
  await said('Slips to verify');
  await said('Orders today');
  await said('Money in this month');
  await page.waitForTimeout(700);
  await picture(page, 'home-en');
});

test('an order is found, opened and confirmed', async () => {
  await open('sales/orders');
  await said('SO-2569-000003');
  await picture(page, 'orders-en');
  await page.getByText('SO-2569-000003').click();
  await said('ดูแลเว็บไซต์รายเดือน');
  await button('Confirm').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await said('The order is confirmed.');
  await button('Begin').waitFor();
  await picture(page, 'order-en');
});

test('a slip is seen beside what is expected, and verified', async () => {
  await open('billing/to-verify');
  await said('Expected');
  await page.locator('img[alt=Slip]').waitFor();
  await said('฿10,914.00');
  await picture(page, 'to-verify-en');
  await button('Verify').click();
  await said('Nothing waits to be verified.');
});

test('an invoice says what was paid, why each line, and shows its document', async () => {
  await open('billing/invoices');
  await said('INV-2569-000001');
  await picture(page, 'invoices-en');
  await page.getByText('INV-2569-000001').click();
  await said('RC-2569-000001');
  await button('Why line 2?').click();
  await said(/214\.00/);
  await page.locator('iframe').waitFor();
  await page.waitForTimeout(1500);
  await picture(page, 'invoice-en');
});

test('one transfer with tax withheld pays two invoices when it adds up to the satang', async () => {
  await open('billing/receive-money');
  await page.locator('input[name=customer]').fill('เชียงใหม่');
  await page.getByText(/เชียงใหม่การค้า/).click();
  await page.locator('input[name=amount]').fill('31,200.00');
  await page.getByLabel('Pay INV-2569-000002').click();
  await page.getByLabel('Pay INV-2569-000003').click();
  await page.getByLabel('Withheld INV-2569-000002').fill('300.00');
  await said('The net does not equal the money; the difference:');
  await page.getByLabel('Withheld INV-2569-000003').fill('600.00');
  await page.getByLabel('Gross INV-2569-000003').fill('21,400.00');
  await picture(page, 'receive-money-en');
  await said('It adds up.');
  await button('Post').click();
  await said('31,200.00 received.');
});

test('the payment is reversed and its invoices are open again; one of them is credited whole', async () => {
  await open('billing/payments');
  await said('Bank transfer');
  await picture(page, 'payments-en');
  await page.getByText('31,200.00').click();
  await page.getByRole('link', { name: 'INV-2569-000003' }).waitFor();
  await button('Reverse').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.locator('textarea').fill('Transferred by mistake');
  await dialog.getByRole('button', { name: 'Reverse', exact: true }).click();
  await said('Transferred by mistake');
  await said('Undone');
  await page.waitForTimeout(700);
  await picture(page, 'payment-reversed-en');

  await page.getByRole('link', { name: 'INV-2569-000003' }).click();
  await said('Undone');
  await button('Credit whole').click();
  await dialog.locator('textarea').fill('Agreed with the customer');
  await dialog.getByRole('button', { name: 'Credit whole', exact: true }).click();
  await said('The credit note is issued.');
  await page.getByRole('button', { name: /^CN-2569-000001/ }).click();
  await page.locator('iframe[title=CN-2569-000001]').waitFor();
  await page.waitForTimeout(1500);
  await picture(page, 'invoice-credited-en');
});

test('jobs, customers', async () => {
  await open('platform/jobs');
  await said('platform.deliver-events');
  await picture(page, 'jobs-en');
  await open('crm/customers');
  await page.getByText('สมใจ รักษ์ดี').click();
  await said('Contacts');
  await said('Customer credit');
  await said('INV-2569-000001');
  await said('SO-2569-000001');
  await page.waitForTimeout(700);
  await picture(page, 'customer-en');
});

test('the same pages in Thai', async () => {
  await speak('th');
  for (const [path, heading, name] of [
    ['sales/orders', 'คำสั่งซื้อ', 'orders-th'],
    ['billing/to-verify', 'รอตรวจสอบ', 'to-verify-th'],
    ['billing/invoices', 'ใบแจ้งหนี้', 'invoices-th'],
    ['billing/receive-money', 'รับชำระเงิน', 'receive-money-th'],
    ['billing/payments', 'การรับชำระ', 'payments-th'],
    ['platform/jobs', 'งานอัตโนมัติและเหตุการณ์', 'jobs-th'],
    ['crm/customers', 'ลูกค้า', 'customers-th'],
  ] as const) {
    await open(path);
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    await page.waitForTimeout(700);
    await picture(page, name);
  }
  await open('billing/invoices');
  await page.getByText('INV-2569-000001').click();
  await said('ที่มาของรายการที่ 2');
  await page.getByText('ที่มาของรายการที่ 2').click();
  await page.waitForTimeout(1500);
  await picture(page, 'invoice-th');
});
