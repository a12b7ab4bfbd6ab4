import { knex } from 'knex';
import type { Page } from 'playwright-core';
import { overflowOf, picture } from '../support/browser';
import type { Office } from '../support/office';
import { DESK, panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';

/** The office sets itself up, takes an order by its own settings, and reads the log of it. */
let server: ServerProcess;
let page: Page;
let office: Office;
const panel = panelAt('/');
const { open, button, field, said, pick, speak } = panel;

const NARROW = { width: 900, height: 1600 };

const save = async (): Promise<void> => {
  await button('Save').first().click();
  await said('Saved.');
};

beforeAll(async () => {
  ({ server, page, office } = await panel.begin());
}, 300_000);

test('the company is set up; what is wrong is said at its field', async () => {
  await open('settings/sanya-company');
  await field('companyName').waitFor();
  expect(await field('zone').inputValue()).toBe('Asia/Bangkok');
  await picture(page, 'settings-company-en');
  await field('companyName').fill('บริษัท ล้านนาไอทีแคร์ จำกัด');
  await field('taxId').fill('0105000000011');
  await button('Save').click();
  await said(/This is no tax id/);
  await picture(page, 'settings-company-refused-en');
  await field('taxId').fill('0105000000012');
  await field('address').fill('99 ถนนห้วยแก้ว\nอ.เมือง จ.เชียงใหม่ 50200');
  await save();
  await page.reload();
  await field('companyName').waitFor();
  expect(await field('companyName').inputValue()).toBe('บริษัท ล้านนาไอทีแคร์ จำกัด');
  expect(await button('Save').isDisabled()).toBe(true);
});

test('a branch is made, and its numbers are previewed as they are typed', async () => {
  await open('settings/sanya-branches');
  await said('Head office (the company)');
  await button('New branch').click();
  await field('code').fill('00000');
  await field('name').fill('นิมมาน');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await said(/00000 is the head office, whose data/);
  await picture(page, 'settings-branch-refused-en');
  await field('code').fill('00001');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await said('00001');
  await picture(page, 'settings-branches-en');

  await open('settings/sanya-number-series');
  await said(/^INV-25\d\d-000001$/);
  await picture(page, 'settings-series-en');
  const row = page.getByRole('row').filter({ hasText: 'The company' }).filter({ hasText: 'INV-' });
  await row.getByRole('button', { name: 'Edit' }).click();
  await field('pattern').fill('IV{BB}{MM');
  await said(/Something in braces is not known/);
  await field('pattern').fill('IV{BB}-{N:5}');
  await page
    .getByTestId('series-preview')
    .getByText(/^IV\d\d-00001$/)
    .waitFor();
  await picture(page, 'settings-series-form-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await said(/^IV\d\d-00001$/);
});

test('ways to pay: a wrong PromptPay id is said, a right one shown as a code', async () => {
  await open('settings/sanya-payment-ways');
  await field('promptPayTarget').fill('12345');
  await said('This is no PromptPay id.');
  await button('Save').click();
  await said(/A PromptPay target is/);
  await field('promptPayTarget').fill('081-234-5678');
  await page.getByAltText('PromptPay code of the sample').waitFor();
  await button('New account').click();
  await field('bankAccounts.0.bank').fill('กสิกรไทย');
  await field('bankAccounts.0.number').fill('123-4-56789-0');
  await field('bankAccounts.0.name').fill('บจก. ล้านนาไอทีแคร์');
  await save();
  await picture(page, 'settings-ways-en');
});

test('tax: past rates are fixed, a new one begins on a day to come', async () => {
  await open('settings/sanya-tax');
  await said('In force');
  await button('New rate').click();
  await field('taxCategories.0.rates.1.ppm').fill('10');
  await field('taxCategories.0.rates.1.from').fill('2024-01-01');
  await button('Save').click();
  await said(/A new rate begins after today/);
  await field('taxCategories.0.rates.1.from').fill('2099-10-01');
  await save();
  await picture(page, 'settings-tax-en');
  await page.reload();
  await field('taxCategories.0.rates.1.ppm').waitFor();
  expect(await field('taxCategories.0.rates.1.ppm').inputValue()).toBe('10');
});

test('billing, customers and orders have their settings', async () => {
  await open('settings/sanya-billing');
  await field('dueDays').fill('400');
  await said(/A whole number from 0 to 365/);
  await field('dueDays').fill('14');
  await field('tolerance').fill('0.50');
  await save();
  await picture(page, 'settings-billing-en');
  await open('settings/sanya-crm');
  await said('Salespeople see');
  await picture(page, 'settings-crm-en');
  await open('settings/sanya-sales');
  await field('terms').fill('ชำระภายใน 14 วัน');
  await save();
  await picture(page, 'settings-sales-en');
  const kept = await office.get<Record<string, unknown>>('/content-manager/single-types/plugin::billing.setting');
  expect(kept).toMatchObject({ dueDays: 14, tolerance: '50', promptPayTarget: '081-234-5678' });
});

test('leaving what is not saved is asked', async () => {
  await open('settings/sanya-crm');
  await field('membersMayEdit').dispatchEvent('click');
  await said('Not saved yet');
  await page.getByRole('link', { name: 'Company' }).first().click();
  await said('What you have typed is not saved yet. Leave the page without it?');
  await button('Leave').click();
  await field('companyName').waitFor();
});

test('staff place an order; pressing twice makes one', async () => {
  await office.product('ดูแลเว็บไซต์รายเดือน', 1_000_000, { sku: 'CARE-01' });
  await office.product('ล้างเครื่องปรับอากาศ', 80_000, { sku: 'AIR-01' });
  await open('plugins/sales/orders');
  await page.getByRole('link', { name: 'New order' }).first().click();
  await said('Choose the customer first.');
  await picture(page, 'new-order-empty-en');
  await button('New customer').click();
  await field('name').fill('บริษัท เชียงใหม่การค้า จำกัด');
  await field('taxId').fill('123');
  await button('Create').click();
  await said(/The tax id is not right/);
  await picture(page, 'new-customer-refused-en');
  await field('taxId').fill('0105000000012');
  await field('billingAddress.line1').fill('1 ถนนนิมมานเหมินท์');
  await field('billingAddress.province').fill('เชียงใหม่');
  await field('billingAddress.postcode').fill('50200');
  await button('Create').click();
  await said('On order');

  await pick('product', 'CARE', /ดูแลเว็บไซต์รายเดือน/);
  await field('product').fill('ล้าง');
  await page.getByRole('option').first().waitFor();
  await picture(page, 'new-order-search-en');
  await field('product').press('Enter');
  await said('฿11,556.00');
  await field('lines.1.quantity').fill('1.5');
  await said(/is sold in steps of 1/);
  await picture(page, 'new-order-refused-en');
  await field('lines.1.quantity').fill('2');
  await field('lines.1.discount').fill('100');
  await said('฿12,305.00');
  await picture(page, 'new-order-en');
  await button('Place order').dblclick();
  await said('is placed.');
  await said(/^IV\d\d-00001$/);
  await picture(page, 'new-order-placed-en');
  expect(await office.get<unknown[]>('/sales/orders')).toHaveLength(1);
  const [invoice] = await office.get<{ documentId: string }[]>('/billing/invoices');
  expect(invoice).toBeDefined();
});

test('events: found, opened with what changed, and a delivery that was given up is tried again', async () => {
  const events = await office.get<{ number: number }[]>('/platform/events?name=order.placed');
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: server.database.DATABASE_FILENAME ?? '' },
    useNullAsDefault: true,
  });
  await database('platform_event_deliveries').insert({
    document_id: 'deaddeliverydeaddelivery',
    event_id: events[0]?.number,
    subscriber: 'accounting.export',
    state: 'dead',
    attempts: 10,
    last_error: 'ledger.example.com does not answer',
  });
  await database.destroy();

  await open('plugins/platform/jobs');
  await said('Pass on events');
  await picture(page, 'jobs-en');
  await page.getByText('Pass on events').click();
  await button('Run now').click();
  await said('Steps');
  await picture(page, 'job-en');
  await open('plugins/platform/jobs?tab=events');
  await said('Order placed');
  await picture(page, 'events-en');
  await page.getByLabel('Event', { exact: true }).click();
  await page.getByRole('option', { name: 'Setting changed' }).click();
  await page.getByText('Order placed').waitFor({ state: 'detached' });
  await page.getByRole('gridcell', { name: 'Setting changed' }).first().click();
  await said('What changed');
  await picture(page, 'event-setting-en');
  await open('plugins/platform/jobs?tab=dead');
  await said('ledger.example.com does not answer');
  await picture(page, 'dead-en');
  await page.getByText('ledger.example.com does not answer').click();
  await said('Who was told');
  await picture(page, 'event-dead-en');
  await button('Try again').click();
  await said('It will be tried again now.');
  await page.getByText('Given up').waitFor({ state: 'detached' });
  await open('plugins/platform/jobs?tab=dead');
  await said('Everything was delivered.');
});

const PAGES = [
  ['settings/sanya-company', 'settings-company'],
  ['settings/sanya-branches', 'settings-branches'],
  ['settings/sanya-number-series', 'settings-series'],
  ['settings/sanya-billing', 'settings-billing'],
  ['settings/sanya-tax', 'settings-tax'],
  ['settings/sanya-payment-ways', 'settings-ways'],
  ['settings/sanya-crm', 'settings-crm'],
  ['settings/sanya-sales', 'settings-sales'],
  ['plugins/sales/orders', 'orders'],
  ['plugins/sales/orders/new', 'new-order'],
  ['plugins/platform/jobs', 'jobs'],
  ['plugins/platform/jobs?tab=dead', 'dead'],
  ['plugins/platform/jobs?tab=events', 'events'],
] as const;

test('the same in Thai, with much data, in a narrow window that need not be pushed about', async () => {
  for (let number = 2; number <= 14; number += 1) {
    const code = String(number).padStart(5, '0');
    await office.post('/content-manager/collection-types/plugin::platform.branch', {
      code,
      name: `สาขาที่ ${number} ห้างสรรพสินค้าเซ็นทรัลเฟสติวัล เชียงใหม่ ชั้นใต้ดิน`,
      address: '99/3 หมู่ 4 ถนนซุปเปอร์ไฮเวย์เชียงใหม่-ลำปาง ตำบลฟ้าฮ่าม อำเภอเมือง จังหวัดเชียงใหม่ 50000',
    });
  }
  for (let turn = 0; turn < 60; turn += 1) {
    await office.put('/content-manager/single-types/plugin::platform.setting', { phone: `053-000-${100 + turn}` });
  }
  await speak('th');
  const wide: string[] = [];
  for (const [path, name] of PAGES) {
    await page.setViewportSize(DESK);
    await open(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForTimeout(700);
    await picture(page, `${name}-th`);
    await page.setViewportSize(NARROW);
    await page.waitForTimeout(300);
    await picture(page, `${name}-th-900`);
    if ((await overflowOf(page)) > 0) wide.push(path);
  }
  expect(wide).toEqual([]);
}, 300_000);
