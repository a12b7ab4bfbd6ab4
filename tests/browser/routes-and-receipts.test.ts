import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** Goods come from abroad with their customs papers, and go out to customers on a round of an own vehicle. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/');
const { open, field, said, speak, send } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const PLACES = [
  { name: 'บ้านแม่ริม', line1: '9 หมู่ 4', province: 'เชียงใหม่', postcode: '50180', phone: '081-111-2222' },
  { name: 'ร้านท่าแพ', line1: '2 ถนนท่าแพ', province: 'เชียงใหม่', postcode: '50100', phone: '081-333-4444' },
];

/** Two shipments that wait for a vehicle. */
async function packed(product: string): Promise<void> {
  const { documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105561000003', branchCode: '00000' },
    billingAddress: { line1: '99 ถนนช้างคลาน', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' },
  });
  for (const shipping of PLACES) {
    const { documentId } = await office.post('/sales/orders', {
      ...{ customer, shipping, lines: [{ product, quantity: '2' }] },
    });
    await office.post(`/sales/orders/${documentId}/confirm`, {});
    await office.post(`/sales/orders/${documentId}/shipments`, {});
  }
}

let product: string;

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' });
  await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'Shenzhen Camera Ltd', supplier: true },
    billingAddress: { line1: '88 Keji Road', country: 'CN' },
  });
  ({ documentId: product } = await office.post('/sales/products', {
    ...{ name: 'กล้องวงจรปิด 5 ล้านพิกเซล', sku: 'CAM-5', kind: 'goods', unit: 'ตัว', stockTracked: true },
    ...{ taxCategory: 'exempt', prices: [{ unitPrice: '200000', per: 'one_time' }] },
  }));
}, 300_000);

test('goods are received with their papers, lot by lot; what is missing is said at its field', async () => {
  await open('goods-receipts');
  await said('Nothing was received from abroad yet.');
  await pictures('receipts-empty-en');
  await button('Receive goods from abroad')
    .or(page.getByRole('link', { name: 'Receive goods from abroad' }))
    .click();
  await field('supplierInvoice').waitFor();
  await button('Save').click();
  await said('Choose the supplier.');
  await pictures('receipt-missing-en');
  await panel.pick('supplier', 'Shenzhen', /Shenzhen Camera/);
  await field('supplierInvoice').fill('SZ-2030-77');
  await field('declarationNumber').fill('A017-0-6905-12345');
  await field('cif').fill('100,000.00');
  await field('duty').fill('5,000.00');
  await said('Reckoned: 7,350.00');
  await field('importVat').fill('7,350.00');
  await panel.pick('lines.0.product', 'CAM-5', /CAM-5|กล้องวงจรปิด/);
  await field('lines.0.quantity').fill('30');
  await field('lines.0.lot').fill('L-A1');
  await field('lines.0.value').fill('60,000.00');
  await button('Add a line').click();
  await panel.pick('lines.1.product', 'CAM-5', /CAM-5|กล้องวงจรปิด/);
  await field('lines.1.quantity').fill('20');
  await field('lines.1.lot').fill('L-A2');
  await field('lines.1.value').fill('40,000.00');
  await pictures('receipt-new-en');
  await button('Save').click();
  await said('GR-2573-000001 is recorded, and its goods are in stock.');
  await said('63,000.00');
  await pictures('receipt-en');
  await open('goods-receipts');
  await said('GR-2573-000001');
  await pictures('receipts-en');
});

test('a vehicle is added, and what is packed goes on its round: in order, begun, told stop by stop', async () => {
  await packed(product);
  await open('routes');
  await said('No routes yet. What is packed and has no carrier can be put on one.');
  await pictures('routes-empty-en');
  await open('vehicles');
  await said('No vehicles yet. Add one to plan delivery routes.');
  await button('New vehicle').click();
  await send('Save');
  await said('Say what the vehicle is called.');
  await field('name').fill('กระบะ 1 กข 1234');
  await field('driver').fill('สมชาย');
  await field('driverPhone').fill('089-000-1111');
  await pictures('vehicle-new-en');
  await send('Save');
  await said('The vehicle is saved.');
  await pictures('vehicles-en');

  await open('routes/new');
  await said('Waiting for a vehicle');
  // The only vehicle is chosen, and its driver with it.
  expect(await field('driver').inputValue()).toBe('สมชาย');
  await button('Save').click();
  await said('Put at least one shipment on the route.');
  await button('Add all').click();
  await page.getByRole('button', { name: 'DO-2573-000002: one stop earlier' }).click();
  await pictures('route-new-en');
  await button('Save').click();
  await said(/The route .* is saved\./);
  await pictures('route-planned-en');
  await button('Begin').click();
  await send('Begin');
  await said('The route is under way.');
  await button('Say how it went').click();
  await field('receiver').fill('คุณมาลี');
  await pictures('route-stop-en');
  await send('Save');
  await said(/คุณมาลี/);
  await button('Say how it went').click();
  await panel.choose('How it went', 'Not delivered');
  await field('note').fill('ไม่มีคนอยู่');
  await send('Save');
  await said(/ไม่มีคนอยู่/);
  await said('Came back');
  await pictures('route-en');
  await open('routes');
  await said('สมชาย');
  await pictures('routes-en');
});

test('a form begins with the day of the office, however late the office says which day it is', async () => {
  const door = '**/platform/today';
  await page.route(door, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  for (const [form, day] of [
    ['goods-receipts/new', 'receivedOn'],
    ['routes/new', 'drivesOn'],
  ] as const) {
    await open(form);
    await field(day).waitFor();
    expect(await field(day).inputValue()).toMatch(/2030/);
  }
  await page.unroute(door);
});

test('the same in Thai', async () => {
  await speak('th');
  await open('routes');
  await said('สมชาย');
  await pictures('routes-th');
  await page.getByText('สมชาย').first().click();
  await said(/ไม่มีคนอยู่/);
  await pictures('route-th');
  await open('vehicles');
  await said('กระบะ 1 กข 1234');
  await pictures('vehicles-th');
  await open('routes/new');
  await field('driver').waitFor();
  await pictures('route-new-th');
  await open('goods-receipts');
  await said('GR-2573-000001');
  await pictures('receipts-th');
  await page.getByText('GR-2573-000001').first().click();
  await said('63,000.00');
  await pictures('receipt-th');
  await open('goods-receipts/new');
  await field('cif').waitFor();
  await pictures('receipt-new-th');
});
