import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { overflowOf, picture } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';

/** The figures of the office: a report is opened, narrowed, drawn, taken along as a file and saved; the log is proven. */
let server: ServerProcess;
let page: Page;
let office: Office;
const panel = panelAt('/plugins/');
const { open, button, field, said, choose, pick, speak } = panel;
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const plot = () => page.locator('.recharts-surface').first();
const bars = () => page.locator('.recharts-bar-rectangle path');
/** The card of a total. */
const total = (title: string) => page.locator('dl > div').filter({ hasText: title }).first();

beforeAll(async () => {
  ({ server, page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-10T03:00:00.000Z' });
  // Orders that nobody pays stay, and their invoices with them.
  await office.put('/content-manager/single-types/plugin::sales.setting', {
    ...{ confirmWhenPaid: true, pricesIncludeTax: false, expireAfterDays: 0 },
  });
  const care = await office.product('ดูแลเว็บไซต์รายเดือน', 1_000_000);
  const cleaning = await office.product('ล้างเครื่องปรับอากาศ', 60_000);
  const customers: string[] = [];
  for (const name of ['บริษัท เชียงใหม่การค้าและบริการ จำกัด', 'สมใจ รักษ์ดี', 'โรงเรียนบ้านแม่ริม']) {
    const kind = name.startsWith('บริษัท') ? 'organisation' : 'person';
    customers.push((await office.post('/crm/customers', { kind, name, phone: '0812345678' })).documentId);
  }
  for (const [now, ...lines] of [
    ['2030-01-10T04:00:00.000Z', [0, care, '2'], [1, cleaning, '3']],
    ['2030-02-12T04:00:00.000Z', [0, care, '1'], [2, care, '4'], [1, cleaning, '1']],
    ['2030-03-04T04:00:00.000Z', [0, care, '3'], [2, cleaning, '5']],
  ] as [string, ...[number, string, string][]][]) {
    await office.post('/platform/clock', { now });
    for (const [who, product, quantity] of lines) {
      await office.post('/sales/orders', { customer: customers[who], lines: [{ product, quantity }] });
    }
  }
}, 300_000);

test('a report is opened: its totals, its plot, its rows', async () => {
  await open('reports');
  await said('Saved by me');
  await pictures('reports-en');
  await page.locator('#main-content').getByRole('link', { name: 'Sales', exact: true }).click();
  await plot().waitFor();
  await button('This year').click();
  await total('Total').getByText('฿112,778.00').waitFor();
  await page.getByText('Mar 2030').first().waitFor();
  // Net and VAT of three months.
  expect(await bars().count()).toBe(6);
  await pictures('report-sales-en');
});

test('it is narrowed, held against the period before, and all of that stands in its address', async () => {
  await field('from').fill('2030-03-01');
  await field('to').fill('2030-03-31');
  await choose('Held against', 'The period before');
  await said(/^Held against/);
  await total('Total').getByText('฿35,310.00').waitFor();
  await said(/54,142\.00/);
  await pick('customer', 'แม่ริม', /แม่ริม/);
  await total('Total').getByText('฿3,210.00').waitFor();
  await pictures('report-narrowed-en');
  await page.reload();
  await total('Total').getByText('฿3,210.00').waitFor();
  await said('โรงเรียนบ้านแม่ริม');
});

test('it is taken along as a workbook and as text, and saved under a name', async () => {
  for (const [ending, start] of [
    ['xlsx', 'PK'],
    ['csv', '\uFEFF'],
  ] as const) {
    const button = panel.button(`Download ${ending.toUpperCase()}`);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe(`sales.${ending}`);
    const bytes = fs.readFileSync(await download.path());
    expect(bytes.length).toBeGreaterThan(100);
    expect(bytes.toString('utf8').startsWith(start)).toBe(true);
  }
  await button('Save').click();
  await field('name').fill('โรงเรียนแม่ริม เดือนมีนาคม');
  await page.waitForTimeout(300);
  await picture(page, 'report-save-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await open('reports');
  await page.getByRole('link', { name: 'โรงเรียนแม่ริม เดือนมีนาคม' }).click();
  await total('Total').getByText('฿3,210.00').waitFor();
});

test.each([
  ['en', 'Reports'],
  ['th', 'รายงาน'],
] as const)('every report opens, in the language %s', async (language, heading) => {
  const offers = await office.get<{ code: string; title: string; customer: string | null }[]>('/reports/reports');
  expect(offers.length).toBeGreaterThanOrEqual(8);
  const [customer] = await office.get<{ documentId: string }[]>('/crm/customers');
  await speak(language);
  for (const { code, customer: whose } of offers) {
    const asked = {
      from: '2030-01-01',
      to: '2030-12-31',
      ...(whose === 'required' && { customer: customer?.documentId }),
    };
    await open(`reports/${code}?${new URLSearchParams(asked as Record<string, string>)}`);
    await field('to').waitFor();
    await page.locator('[aria-busy=false]').first().waitFor();
    await pictures(`report-${code}-${language}`);
  }
  await open('reports');
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  await pictures(`reports-list-${language}`);
});

test('the chain over the log is verified in the tab Proof; the tab Site says how the site stands', async () => {
  await office.post('/platform/clock', { advance: 'P1D' });
  for (const [language, tab, site, verify, intact] of [
    ['en', 'Proof', 'Site', 'Verify the chain', /^Nobody tampered with the log: \d+ events verified\.$/],
    ['th', 'หลักฐาน', 'ความพร้อม', 'ตรวจห่วงโซ่', /^ไม่มีใครแก้ไขบันทึก ตรวจแล้ว \d+ เหตุการณ์$/],
  ] as const) {
    await speak(language);
    await open('platform/jobs?tab=ledger');
    await page.getByRole('tab', { selected: true, name: tab }).waitFor();
    await button(verify).click();
    await page.getByRole('status').getByText(intact).first().waitFor();
    await pictures(`ledger-${language}`);
    await page.getByRole('tab', { name: site }).click();
    await page.locator('tbody tr').first().waitFor();
    await pictures(`doctor-${language}`);
  }
});

test('the months to come are simulated: drawn, told one by one, and nothing of it is there afterwards', async () => {
  const customers = await office.get<{ documentId: string }[]>('/crm/customers');
  for (const { documentId } of customers) {
    await office.post('/contracts/contracts', {
      customer: documentId,
      lines: [{ description: 'ดูแลเว็บไซต์', unit: 'เดือน', unitPrice: '150000', leadDays: 7 }],
    });
  }
  const invoices = async () => (await office.get<object[]>('/billing/invoices?pagination[pageSize]=100')).length;
  const before = await invoices();
  for (const [language, run, nobody, everything, issued] of [
    ['en', 'Simulate', 'Not at all', 'What', /^Invoice issued \(\d+\)$/],
    ['th', 'จำลอง', 'ไม่ชำระเลย', 'ประเภท', /^ออกใบแจ้งหนี้ \(\d+\)$/],
  ] as const) {
    await speak(language);
    await open('reports/simulation');
    await field('to').waitFor();
    await pictures(`simulation-begin-${language}`);
    await choose(language === 'en' ? 'Members pay' : 'ลูกค้าชำระเงิน', nobody);
    await button(run).click();
    await plot().waitFor();
    await choose(everything, issued);
    await page.locator('tbody').last().locator('tr').first().waitFor();
    await pictures(`simulation-${language}`);
  }
  expect(await invoices()).toBe(before);
});

test('the home page says when the books were last proven; the settings, after how long unpaid orders expire', async () => {
  for (const language of ['en', 'th'] as const) {
    await speak(language);
    await page.goto(`${server.url}/admin`);
    await said(language === 'en' ? 'Books proof' : 'พิสูจน์บัญชี');
    await page.waitForTimeout(700);
    await pictures(`home-proof-${language}`);
    await page.goto(`${server.url}/admin/settings/sanya-sales`);
    await field('expireAfterDays').waitFor();
    await pictures(`settings-sales-${language}`);
  }
});
