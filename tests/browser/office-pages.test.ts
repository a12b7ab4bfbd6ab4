import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { launchBrowser, overflowOf, picture, signIn } from '../support/browser';
import type { Office } from '../support/office';
import { DESK, panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** The pages of the office, worked as its people work them: an order is confirmed, its slip verified, money received. */
let server: ServerProcess;
let page: Page;
let office: Office;
/** What line 2 of the first invoice costs, and why. */
const WHY = {
  en: [
    'The price 200.00 is the list price.',
    '1 งาน × 200.00 = 200.00.',
    'VAT 7 % of 200.00 is 14.00.',
    'Together 214.00.',
  ],
  th: [
    'ราคา 200.00 เป็นราคาตามรายการราคา',
    '1 งาน × 200.00 = 200.00',
    'ภาษีมูลค่าเพิ่ม 7 % ของ 200.00 เป็น 14.00',
    'รวมเป็นเงิน 214.00',
  ],
};
const PHONE = { width: 390, height: 1200 };
const panel = panelAt('/plugins/');
const { open, button, said, search, speak } = panel;

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
function slip(shade: number): Blob {
  const png = new PNG({ width: 300, height: 420 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([shade, 150, 90 + ((at / 1200) % 120), 255], at);
  return new Blob([new Uint8Array(PNG.sync.write(png))], { type: 'image/png' });
}

async function sendSlip(token: string, shade: number): Promise<string> {
  const form = new FormData();
  form.append('file', slip(shade), 'slip.png');
  const answer = await fetch(`${server.url}/api/platform/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return ((await answer.json()) as { data: { id: string } }).data.id;
}

beforeAll(async () => {
  ({ server, page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    companyName: 'บริษัท ตัวอย่าง จำกัด',
    taxId: '0105500000011',
    address: '1 ถนนท่าแพ',
    zone: 'Asia/Bangkok',
    language: 'th',
  });
  const care = await office.product('ดูแลเว็บไซต์รายเดือน', 1_000_000);
  const cleaning = await office.product('ล้างเครื่องปรับอากาศ', 20_000);

  const pump = await office.product('ติดตั้งปั๊มน้ำ', 980_000);

  const shopper = await register({ username: 'somjai', email: 'somjai@example.com', name: 'สมใจ รักษ์ดี' });
  const payBySlip = async (token: string, lines: { product: string; quantity: string }[], shade: number) => {
    type Placed = { data: { invoice: { documentId: string } } };
    const { data } = await ask<Placed>('POST', '/api/sales/orders', { lines }, token);
    await ask(
      'POST',
      `/api/billing/invoices/${data.invoice.documentId}/payments`,
      { method: 'bank_transfer', slip: await sendSlip(token, shade) },
      token,
    );
  };
  const cleaned = { product: cleaning, quantity: '1' };
  await payBySlip(shopper, [{ product: pump, quantity: '1' }, cleaned], 30);

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

  await office.post('/platform/clock', { advance: 'PT1H' });
  const later = await register({ username: 'wichai', email: 'wichai@example.com', name: 'วิชัย มาทีหลัง' });
  await payBySlip(later, [cleaned], 200);
}, 300_000);

/** Opens the home page; each widget shows its figure. */
async function homeCounts(figures: readonly (readonly [widget: string, figure: RegExp])[]): Promise<void> {
  await page.goto(`${server.url}/admin`);
  for (const [name, figure] of figures) {
    // The figure stands above the link to what it counts, or above the picture of it.
    const beside = page.getByRole('link', { name, exact: true }).or(page.getByRole('img', { name, exact: true }));
    await beside.first().locator('..').getByText(figure).waitFor();
  }
}

test('the home page counts what waits', async () => {
  expect((await fetch(`${server.url}/favicon.ico`)).status).toBe(200);
  await homeCounts([
    ['Orders today', /^4$/],
    ['Slips to verify', /^2$/],
    ['Overdue invoices', /^0$/],
    ['Money in this month', /^฿0\.00$/],
    ['Runs of the last 30 days that failed', /^0$/],
  ]);
  await page.waitForTimeout(700);
  await picture(page, 'home-en');
});

test('an order is found, opened and confirmed', async () => {
  await open('sales/orders');
  await said('SO-2573-000003');
  await picture(page, 'orders-en');
  await page.getByText('SO-2573-000003').click();
  await said('ดูแลเว็บไซต์รายเดือน');
  await button('Confirm').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await said('The order is confirmed.');
  await button('Begin').waitFor();
  await picture(page, 'order-en');
});

test('the clerk finds the first slip at the top, beside what is expected, and verifies it; the next one comes up', async () => {
  const browser = await launchBrowser();
  const clerk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(clerk, server.url, 'en', await office.colleague('billing'));
  await clerk.goto(`${server.url}/admin/plugins/billing/to-verify`);
  await clerk.getByRole('heading', { name: 'สมใจ รักษ์ดี' }).waitFor();
  await clerk.getByText('Expected', { exact: true }).locator('..').getByText('฿10,700.00').waitFor();
  const image = clerk.locator('img[alt=Slip]');
  await image.waitFor();
  expect(await image.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBe(300);
  await picture(clerk, 'to-verify-en');
  await clerk.getByRole('button', { name: 'Verify', exact: true }).click();
  await clerk.getByRole('button', { name: /^สมใจ/ }).waitFor({ state: 'detached' });
  await clerk.getByRole('heading', { name: 'วิชัย มาทีหลัง' }).waitFor();
  await clerk.getByText('Expected', { exact: true }).locator('..').getByText('฿214.00').waitFor();
  await browser.close();
  await homeCounts([
    ['Slips to verify', /^1$/],
    ['Money in this month', /^฿10,700\.00$/],
  ]);
});

test('lists are narrowed by the beginning of a number, a customer, a name and days', async () => {
  const rows = page.locator('tbody tr');
  const shows = async (count: number): Promise<void> => {
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr').length === n, count);
  };
  await open('billing/invoices');
  await said('INV-2573-000001');
  const all = await rows.count();
  await search('inv-2573-000003');
  await shows(1);
  await search('เชียงใหม่การค้า');
  await shows(2);
  await open('billing/invoices?to=2030-03-03');
  await said('No invoice is like that.');
  await open('billing/invoices?from=2030-03-04&to=2030-03-04');
  await shows(all);
  const until = page.getByLabel('To day');
  await until.fill('3/3/2573');
  await until.press('Enter');
  await said('No invoice is like that.');
  expect(new URL(page.url()).searchParams.get('to')).toBe('2030-03-03');

  await open('sales/orders?from=2030-03-04&to=2030-03-04');
  await shows(4);
  await open('sales/orders?from=2030-03-05');
  await said('No order is like that.');
  await open('sales/orders');
  await search('เชียงใหม่การค้า');
  await shows(2);
  await open('crm/customers');
  await page.getByText('บริษัท เชียงใหม่การค้า จำกัด').first().click();
  await page.getByRole('link', { name: 'All invoices' }).click();
  await shows(2);
  await picture(page, 'invoices-of-one-en');
  await button('Only บริษัท เชียงใหม่การค้า จำกัด').click();
  await shows(all);
});

test('an invoice says what was paid, why each line, and shows its document', async () => {
  await open('billing/invoices');
  await said('INV-2573-000001');
  await picture(page, 'invoices-en');
  await page.getByText('INV-2573-000001').click();
  await said('RC-2573-000001');
  await button('Why line 2?').click();
  const reasons = page.locator('main ul li');
  await reasons.first().waitFor();
  expect(await reasons.allTextContents()).toEqual(WHY.en);
  await page.locator('iframe').waitFor();
  await page.waitForTimeout(1500);
  await picture(page, 'invoice-en');
});

test('the owner reads in English and in Thai why line 2 costs 214.00', async () => {
  const owner = await panel.colleague('owner');
  for (const [language, why] of [
    ['en', 'Why line 2?'],
    ['th', 'ที่มาของรายการที่ 2'],
  ] as const) {
    await owner.speak(language);
    await owner.open('billing/invoices');
    await owner.page.getByText('INV-2573-000001').click();
    await owner.button(why).click();
    const reasons = owner.page.locator('main ul li');
    await reasons.first().waitFor();
    expect(await reasons.allTextContents()).toEqual(WHY[language]);
    await picture(owner.page, `invoice-owner-${language}`);
  }
  await owner.page.close();
});

test('one transfer with tax withheld and a bank fee pays two invoices when it adds up to the satang', async () => {
  await open('billing/receive-money');
  await page.locator('input[name=customer]').fill('เชียงใหม่');
  await page.getByText(/เชียงใหม่การค้า/).click();
  await page.locator('input[name=amount]').fill('31,170.00');
  await page.getByLabel('Pay INV-2573-000002').click();
  await page.getByLabel('Pay INV-2573-000003').click();
  await page.getByLabel('Withheld INV-2573-000002').fill('300.00');
  await said('The net does not equal the money; the difference:');
  await page.getByLabel('Withheld INV-2573-000003').fill('600.00');
  await page.getByLabel('Gross INV-2573-000003').fill('21,400.00');
  await page.getByLabel('Deduction INV-2573-000003').fill('30.00');
  await said('A deduction needs its reason.');
  await page.getByRole('combobox', { name: 'What was deducted for INV-2573-000003' }).click();
  await page.getByRole('option', { name: 'Bank fee' }).click();
  await said('It adds up.');
  await picture(page, 'receive-money-en');
  await button('Post').click();
  await said('31,170.00 received.');
});

test('the payment is reversed and its invoices are open again; one of them is credited whole', async () => {
  await open('billing/payments');
  await said('Bank transfer');
  await picture(page, 'payments-en');
  await page.getByText('31,170.00').click();
  await page.getByRole('link', { name: 'INV-2573-000003' }).waitFor();
  // Both are settled whole: by the money, what was withheld, and the fee with its reason.
  const settled = page.getByRole('row').filter({ hasText: 'INV-2573-000003' });
  for (const text of ['20,770.00', '600.00', '30.00', 'Bank fee', '21,400.00']) {
    await settled.getByText(text).first().waitFor();
  }
  await button('Reverse').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.locator('textarea').fill('Transferred by mistake');
  await dialog.getByRole('button', { name: 'Reverse', exact: true }).click();
  await said('Transferred by mistake');
  await said('Undone');
  await page.waitForTimeout(700);
  await picture(page, 'payment-reversed-en');

  await page.getByRole('link', { name: 'INV-2573-000003' }).click();
  await said('Undone');
  await button('Credit whole').click();
  const credit = page.getByRole('dialog').getByRole('button', { name: 'Credit whole', exact: true });
  await panel.field('reason').fill('Agreed with the customer');
  // Nobody has said the cause by leaving it alone.
  expect(await credit.isDisabled()).toBe(true);
  await panel.choose('Lawful cause', 'Price computed too high');
  await credit.click();
  await said('The credit note is issued.');
  await page.getByRole('button', { name: /^CN-2573-000001/ }).click();
  await page.locator('iframe[title=CN-2573-000001]').waitFor();
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
  await said('INV-2573-000001');
  await said('SO-2573-000001');
  await page.waitForTimeout(700);
  await picture(page, 'customer-en');
});

test('what nobody paid is overdue at home once its day is past', async () => {
  const [customer] = await office.get<{ documentId: string }[]>('/crm/customers?filters[name][$eq]=สมใจ รักษ์ดี');
  const { documentId } = await office.post('/billing/invoices', {
    customer: customer?.documentId,
    lines: [{ description: 'ตรวจระบบ', quantity: '1', unitPrice: '100000' }],
  });
  const { dueDate } = await office.post<{ dueDate: string }>(`/billing/invoices/${documentId}/issue`, {});
  await office.post('/platform/clock', { now: `${dueDate}T03:00:00.000Z` });
  await office.post('/platform/clock', { advance: 'P1D' });
  await homeCounts([['Overdue invoices', /^[1-9]\d*$/]]);
  await page.waitForTimeout(700);
  await picture(page, 'home-overdue-en');
});

test('the same pages in Thai, and on a telephone', async () => {
  await speak('th');
  await homeCounts([
    ['คำสั่งซื้อวันนี้', /^\d+$/],
    ['สลิปรอตรวจสอบ', /^\d+$/],
    ['ใบแจ้งหนี้เกินกำหนด', /^\d+$/],
    ['เงินเข้าเดือนนี้', /^฿[\d,]+\.\d\d$/],
  ]);
  await picture(page, 'home-th');
  const [wide, hidden]: [string[], string[]] = [[], []];
  for (const [path, heading, name] of [
    ['sales/orders', 'คำสั่งซื้อ', 'orders-th'],
    ['billing/to-verify', 'รอตรวจสอบ', 'to-verify-th'],
    ['billing/invoices', 'ใบแจ้งหนี้', 'invoices-th'],
    ['billing/receive-money', 'รับชำระเงิน', 'receive-money-th'],
    ['billing/payments', 'การรับชำระ', 'payments-th'],
    ['platform/jobs', 'งานอัตโนมัติและเหตุการณ์', 'jobs-th'],
    ['crm/customers', 'ลูกค้า', 'customers-th'],
    ['sales/coupons', 'คูปอง', 'coupons-th'],
    ['contracts/calendar', 'ปฏิทินสัญญาหมดอายุ', 'calendar-th'],
    ['platform/deliveries', 'อีเมล', 'mails-th'],
  ] as const) {
    await open(path);
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    await page.waitForTimeout(700);
    await picture(page, name);
    await page.setViewportSize(PHONE);
    await page.waitForTimeout(300);
    await picture(page, `${name}-390`);
    if ((await overflowOf(page)) > 0) wide.push(path);
    const tab = page.locator('nav a.active').filter({ hasText: heading });
    for (const one of await tab.all()) {
      const box = await one.boundingBox();
      if (box && (box.x < 0 || box.x + box.width > PHONE.width)) hidden.push(path);
    }
    await page.setViewportSize(DESK);
  }
  // On a telephone nothing is wider than the window, and the page that is open stands among the others in sight.
  expect([wide, hidden]).toEqual([[], []]);
  await open('billing/invoices');
  await page.getByText('INV-2573-000001').click();
  await said('ที่มาของรายการที่ 2');
  await page.getByText('ที่มาของรายการที่ 2').click();
  const reasons = page.locator('main ul li');
  await reasons.first().waitFor();
  expect(await reasons.allTextContents()).toEqual(WHY.th);
  await page.waitForTimeout(1500);
  await picture(page, 'invoice-th');
});
