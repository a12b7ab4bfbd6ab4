import type { Page } from 'playwright-core';
import { launchBrowser, overflowOf, picture, signIn } from '../support/browser';
import type { Office } from '../support/office';
import { DESK, panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';

/** What happened is told where a thing is shown; what a customer has over is used; VAT is made due before payment. */
let server: ServerProcess;
let page: Page;
let office: Office;
let customer: string;
const invoices: { documentId: string; number: string }[] = [];
const panel = panelAt('/');
const { open, button, said, speak } = panel;
const dialog = () => page.getByRole('dialog');

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const CONTENT = 'content-manager/collection-types';

async function bill(unitPrice: string, more: object = {}): Promise<void> {
  const lines = [{ description: 'ดูแลเว็บไซต์รายเดือน', quantity: '1', unit: 'เดือน', unitPrice }];
  const { documentId } = await office.post('/billing/invoices', { customer, lines, ...more });
  invoices.push(await office.post<{ documentId: string; number: string }>(`/billing/invoices/${documentId}/issue`, {}));
}

beforeAll(async () => {
  ({ server, page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'office@example.com',
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  }));
  await office.put(`/crm/customers/${customer}`, { phone: '053 111 222', note: 'วางบิลทุกวันที่ 5' });
  // More came in than was asked for.
  await office.post('/billing/payments', {
    ...{ customer, method: 'bank_transfer', amount: '1500000', currency: 'THB', receivedOn: '2030-03-04' },
  });
  await bill('1000000', { dueDate: '2030-03-20' });
  await bill('500000', { dueDate: '2030-03-10' });
  await bill('200000', { dueDate: '2030-04-01' });
  await office.put(`/crm/customers/${customer}`, { name: 'บริษัท เชียงใหม่การค้าและบริการ จำกัด' });
}, 300_000);

test('no time is shown before the office has said in which zone', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/platform/today', async (route) => {
    await held;
    await route.continue();
  });
  // Pages of a desk wait for the day; those of the content manager do not.
  await open(`${CONTENT}/plugin::billing.invoice/${invoices[2]?.documentId}`);
  await said('Invoice issued');
  expect(
    await page
      .locator('main')
      .getByText(/\d\d:\d\d/)
      .count(),
  ).toBe(0);
  answer();
  await said('10:00');
  await page.unroute('**/platform/today');
});

test('the customer’s page tells what happened, who did it and what changed, page by page', async () => {
  await open(`plugins/crm/customers/${customer}`);
  await said('What happened');
  await page.getByText('Name: บริษัท เชียงใหม่การค้า จำกัด → บริษัท เชียงใหม่การค้าและบริการ จำกัด').waitFor();
  await page.getByRole('link', { name: `Invoice ${invoices[2]?.number}` }).waitFor();
  await page.getByText('Payment received').waitFor();
  await page
    .getByText(/Owner Example$/)
    .first()
    .waitFor();
  await pictures('timeline-customer-en');
});

test('customer credit goes to the oldest due first; one sees what is open afterwards, and it is done once', async () => {
  await button('Use customer credit').click();
  const row = (number: string | undefined) =>
    dialog()
      .getByRole('row')
      .filter({ hasText: number ?? '' });
  // ฿15,000.00 over: the one due first is paid whole, the next in part, the last not at all.
  await row(invoices[1]?.number).getByText('5,350.00').first().waitFor();
  await row(invoices[0]?.number).getByText('9,650.00').waitFor();
  await row(invoices[0]?.number).getByText('1,050.00').waitFor();
  await dialog().getByText('฿15,000.00').waitFor();
  await dialog()
    .getByText(/reversing the payment/)
    .waitFor();
  await pictures('use-credit-en');
  await dialog().getByLabel(`Use credit for ${invoices[1]?.number}`).click();
  await row(invoices[0]?.number).getByText('10,700.00').first().waitFor();
  await row(invoices[2]?.number).getByText('2,140.00').first().waitFor();
  await dialog().getByText('฿12,840.00').waitFor();
  await dialog().getByRole('button', { name: 'Use customer credit', exact: true }).dblclick();
  await said('฿12,840.00 of the customer credit is used.');
  const after = await office.get<{ number: string; amountDue: string }[]>('/billing/invoices?sort=id:asc');
  expect(after.map((one) => one.amountDue)).toEqual(['0', '535000', '0']);
});

test('from the page of an invoice the rest of the credit is proposed for it alone', async () => {
  await open(`plugins/billing/invoices/${invoices[1]?.documentId}`);
  await button('Use customer credit').click();
  await dialog().getByText('฿2,160.00').waitFor();
  await dialog().getByText('3,190.00').waitFor();
  await picture(page, 'use-credit-invoice-en');
  await dialog().getByRole('button', { name: 'Use customer credit', exact: true }).click();
  await said('฿2,160.00 of the customer credit is used.');
  await button('Use customer credit').waitFor({ state: 'detached' });
  await page.getByText('Invoice partly paid').waitFor();
  await page.getByText('Still due: 5,350.00 → 3,190.00').waitFor();
});

test('the tax invoice is issued before payment only after a warning with its amounts, and once', async () => {
  await button('Tax invoice now').click();
  await dialog()
    .getByText(
      'VAT of ฿208.69 becomes due now: its tax point is 4 Mar 2030, and it belongs into the return of that month.',
    )
    .waitFor();
  await dialog().getByText('฿3,190.00').waitFor();
  await pictures('early-tax-en');
  await dialog().getByRole('button', { name: 'Tax invoice now', exact: true }).dblclick();
  await said(/Tax invoice TX-2573-00000\d is issued\./);
  await button('Tax invoice now').waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^TX-2573-/ })
    .last()
    .click();
  await page.getByText('Because of: Issued before payment').waitFor();
  await page.waitForTimeout(1500);
  await pictures('timeline-invoice-en');
});

test('several invoices are sent from their list', async () => {
  await open('plugins/billing/invoices');
  await page.getByLabel(`Choose ${invoices[0]?.number}`).click();
  await page.getByLabel(`Choose ${invoices[1]?.number}`).click();
  await said('2 chosen');
  await pictures('invoices-chosen-en');
  await button('Send by mail').click();
  await said('2 invoices are sent.');
  await button('Send by mail').waitFor({ state: 'detached' });
});

test('the content manager shows how an invoice stands, what may be done and what happened; its own page is near', async () => {
  const invoice = invoices[1]?.documentId ?? '';
  await open(`${CONTENT}/plugin::billing.invoice/${invoice}`);
  await page.getByRole('link', { name: 'Open its own page' }).waitFor();
  await page.getByText('฿3,190.00').first().waitFor();
  await page.getByText('What happened').waitFor();
  await page.getByText('Invoice partly paid').waitFor();
  await page.waitForTimeout(700);
  await pictures('content-invoice-en');
  // The form builds its panels anew for a window of another size.
  await open(`${CONTENT}/plugin::billing.invoice/${invoice}`);
  await button('Write off').click();
  const ask = page.getByRole('alertdialog');
  await ask.locator('textarea').fill('ปิดกิจการแล้ว');
  await ask.getByRole('button', { name: 'Write off', exact: true }).click();
  await said('The invoice is written off.');
  await button('Ask again').waitFor();
  await page.getByRole('link', { name: 'Open its own page' }).click();
  await page.waitForURL(`**/plugins/billing/invoices/${invoice}`);

  for (const [type, id, text] of [
    ['plugin::crm.customer', customer, 'Certificates to come'],
    [
      'plugin::billing.payment',
      (await office.get<{ documentId: string }[]>('/billing/payments'))[0]?.documentId,
      'Reverse',
    ],
  ]) {
    await open(`${CONTENT}/${type}/${id}`);
    await page
      .getByText(text ?? '')
      .first()
      .waitFor();
    await page.getByText('What happened').waitFor();
    await page.waitForTimeout(700);
    await picture(page, `content-${type?.split('.')[1]}-en`);
  }
});

test('what cannot be read beside a form says why', async () => {
  const door = `**/billing/invoices/${invoices[0]?.documentId}?*`;
  const message = 'The database is away.';
  await page.route(door, (route) => route.fulfill({ status: 503, json: { error: { status: 503, message } } }));
  await open(`${CONTENT}/plugin::billing.invoice/${invoices[0]?.documentId}`);
  await page.getByRole('alert').getByText(message).waitFor();
  await page.unroute(door);
});

test('in the list of the content manager several invoices are sent', async () => {
  await open(`${CONTENT}/plugin::billing.invoice`);
  await page.getByText(invoices[0]?.number ?? '').waitFor();
  await page.getByRole('checkbox').nth(1).click();
  await page.getByRole('checkbox').nth(2).click();
  await page.waitForTimeout(500);
  await picture(page, 'content-invoices-chosen-en');
  await button('Send by mail').click();
  await said(/invoices? (is|are) sent/);
});

test('a clerk who reads invoices only sees what happened to them, and nothing to do', async () => {
  const browser = await launchBrowser();
  const reader = await browser.newPage({ viewport: DESK });
  await signIn(reader, server.url, 'en', await office.colleague('accountant'));
  await reader.goto(`${server.url}/admin/plugins/billing/invoices/${invoices[2]?.documentId}`);
  await reader.getByText('Invoice paid').waitFor();
  for (const name of ['Use customer credit', 'Tax invoice now', 'Write off']) {
    expect([name, await reader.getByRole('button', { name, exact: true }).count()]).toEqual([name, 0]);
  }
  await browser.close();
});

test('the statement of account of a customer is looked at and sent', async () => {
  await open(`plugins/crm/customers/${customer}`);
  await button('Statement').click();
  await dialog().getByRole('button', { name: 'Show', exact: true }).click();
  await dialog().locator('iframe').waitFor();
  await pictures('statement-en');
  await dialog().getByRole('button', { name: 'Send by mail', exact: true }).dblclick();
  await said(/^The statement is sent to office@example\.com: balance ฿/);
  const sent = await office.get<{ template: string }[]>('/platform/deliveries?filters[template]=statement-mail');
  expect(sent).toHaveLength(1);
});

test('the same in Thai', async () => {
  await office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: '400000', currency: 'THB', receivedOn: '2030-03-04' },
  });
  await bill('300000', { dueDate: '2030-03-15' });
  await speak('th');
  await open(`plugins/crm/customers/${customer}`);
  await said('ประวัติ');
  await page.waitForTimeout(700);
  await pictures('timeline-customer-th');
  await open(`plugins/billing/invoices/${invoices[3]?.documentId}`);
  await button('ออกใบกำกับภาษีก่อน').click();
  await dialog()
    .getByText(/ภ\.พ\.30/)
    .waitFor();
  await pictures('early-tax-th');
  await page.keyboard.press('Escape');
  await button('ใช้เครดิตลูกค้า').click();
  await dialog().getByText('คงค้างหลังใช้').waitFor();
  await pictures('use-credit-th');
  await page.keyboard.press('Escape');
  await open(`${CONTENT}/plugin::billing.invoice/${invoices[3]?.documentId}`);
  await page.getByText('เปิดหน้าของรายการนี้').first().waitFor();
  await page.waitForTimeout(700);
  await pictures('content-invoice-th');
});
