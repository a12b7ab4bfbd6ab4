import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What was handed over with serial numbers is found by them, noted, replaced, taken out, and named when it comes back. */
let page: Page;
let office: Office;
let customer: string;
let order: string;
const panel = panelAt('/plugins/sales/');
const { open, field, said, choose, pick, send, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const CUSTOMER = 'บริษัท เชียงใหม่การค้าและบริการ จำกัด';
const CAMERA = 'กล้องวงจรปิด 5 ล้านพิกเซล';

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: CUSTOMER, phone: '053123456', taxId: '0105561000003', branchCode: '00000' },
    billingAddress: { line1: '99 ถนนช้างคลาน', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' },
  }));
  const camera = await office.post('/sales/products', {
    ...{ name: CAMERA, sku: 'CAM-5', kind: 'goods', unit: 'ตัว', taxCategory: 'exempt' },
    prices: [{ unitPrice: '200000', per: 'one_time' }],
  });
  await page.goto(`${page.url().replace(/\/admin.*/, '')}/admin/plugins/sales/products/${camera.documentId}/edit`);
  await field('warrantyMonths').fill('24');
  await button('Save').click();
  await said('24 months');
  const placed = await office.post('/sales/orders', {
    customer,
    lines: [{ product: camera.documentId, quantity: '3' }],
  });
  order = placed.documentId;
  await office.post(`/sales/orders/${order}/confirm`, {});
  const { documentId, lines } = await office.post<{ documentId: string; lines: { documentId: string }[] }>(
    `/sales/orders/${order}/shipments`,
    {},
  );
  await open('installed-items');
  await said(/No items yet/);
  await pictures('installed-empty-en');
  const serials = [{ line: lines[0]?.documentId, serials: ['SN-0001', 'SN-0002', 'SN-0003'] }];
  await office.post(`/sales/shipments/${documentId}/ship`, { serials });
}, 300_000);

test('what was handed over is found by its serial number, with its warranty; another is noted by hand', async () => {
  await open('installed-items');
  await said('SN-0003');
  await said('In warranty');
  await button('Note an item').click();
  await send('Save');
  await said('Choose the product.');
  await pick('product', 'CAM', /CAM-5/);
  await pick('customer', 'เชียงใหม่', new RegExp(CUSTOMER));
  await field('serial').fill('SN-0001');
  await field('installedOn').fill('15/2/2571');
  await send('Save');
  await said(/SN-0001 of this product is installed already/);
  await pictures('installed-new-en');
  await field('serial').fill('OLD-77');
  await send('Save');
  await said('Ends within 30 days');
  await said('99 ถนนช้างคลาน เมือง เชียงใหม่ 50100');
  await pictures('installed-noted-en');
  await open('installed-items?q=old-7');
  await said('OLD-77');
  expect(await page.getByText('SN-0003').count()).toBe(0);
  await choose('Warranty', 'Over');
  await said('No item is like that.');
});

test('one is replaced, another corrected and taken out', async () => {
  await open('installed-items?q=SN-0002');
  await page.getByText('SN-0002').click();
  await said(/^DO-2573-000001$/);
  await button('Replace').click();
  await field('serial').fill('SN-0002-B');
  await field('reason').fill('เลนส์แตก');
  await pictures('installed-replace-en');
  await send('Replace');
  await said('This one took its place.');
  await page.getByRole('heading', { name: 'SN-0002-B' }).waitFor();
  await page.getByRole('link', { name: 'SN-0002', exact: true }).click();
  await said('Replaced by');
  await pictures('installed-replaced-en');
  await open('installed-items?q=OLD-77');
  await page.getByText('OLD-77').click();
  await button('Edit').click();
  await field('site').fill('อาคาร 2 ชั้น 3');
  await send('Save');
  await said('อาคาร 2 ชั้น 3');
  await button('Take out').click();
  await field('reason').fill('เลิกใช้');
  await send('Take out');
  await said('The item is taken out.');
  await said('Removed');
});

test('what comes back is named; the page of the customer shows what stands there, in Thai too', async () => {
  await open(`orders/${order}`);
  await button('Receive return').click();
  await page.locator('[name^="quantity."]').first().fill('1');
  await field('reason').fill('ไม่ตรงรุ่น');
  await page.getByRole('checkbox', { name: 'SN-0003' }).check();
  await pictures('return-serials-en');
  await send('Receive return');
  await said('To be credited');
  await speak('th');
  await open('installed-items');
  await said('เปลี่ยนเครื่องแล้ว');
  await pictures('installed-th');
  await page.goto(page.url().replace(/\/plugins\/.*/, `/plugins/crm/customers/${customer}`));
  await said('SN-0001');
  // The timeline of the customer tells of it; it stands there no longer.
  expect(await page.getByRole('row', { name: /SN-0003/ }).count()).toBe(0);
  await pictures('installed-customer-th');
  await page.getByRole('row', { name: /SN-0002-B/ }).click();
  await said('แทนเครื่อง');
  await pictures('installed-item-th');
});
