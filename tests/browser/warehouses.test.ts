import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** Goods lie in two warehouses, are moved, checked, and given to the carrier that suits. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/');
const { open, field, said, speak, send } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

let order: { documentId: string };

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' });
  const { documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', phone: '053123456' },
    ...{ taxId: '0105561000003', branchCode: '00000' },
    billingAddress: { line1: '99 ถนนช้างคลาน', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' },
  });
  const { documentId: product } = await office.post('/sales/products', {
    ...{ name: 'กล้องวงจรปิด 5 ล้านพิกเซล', sku: 'CAM-5', kind: 'goods', unit: 'ตัว', stockTracked: true },
    ...{ taxCategory: 'exempt', checkBeforeShipping: true, weightGrams: 450 },
    prices: [{ unitPrice: '200000', per: 'one_time' }],
  });
  await office.post(`/sales/products/${product}/stock`, { quantity: '50', reason: 'รับเข้า' });
  const rates = (price: string, upToGrams: number | null) => [{ postcodes: [], upToGrams, price }];
  await office.post('/sales/carriers', { name: 'ไปรษณีย์ไทย', daysPromised: 3, rates: rates('12000', 20_000) });
  await office.post('/sales/carriers', { name: 'Express', daysPromised: 1, rates: rates('25000', null) });
  const shipping = { name: 'คลังลำพูน', line1: '9 หมู่ 4', province: 'ลำพูน', postcode: '51000' };
  order = await office.post('/sales/orders', { customer, shipping, lines: [{ product, quantity: '4' }] });
  await office.post(`/sales/orders/${order.documentId}/confirm`, {});
}, 300_000);

test('a second warehouse is added, and goods are moved there and back', async () => {
  await open('warehouses');
  await button('New warehouse').click();
  await field('code').fill('CNX');
  await field('name').fill('คลังเชียงใหม่');
  await field('address').fill('9 ถนนนิมมานเหมินท์');
  await pictures('warehouse-new-en');
  await send('Save');
  await said('The warehouse is saved.');
  await pictures('warehouses-en');
  await open('stock');
  await said('คลังเชียงใหม่');
  await button('Move').click();
  await field('quantity').fill('20');
  await pictures('stock-move-en');
  await send('Move');
  await said('The goods are moved.');
  await pictures('stock-two-en');
  await open('stock/movements');
  await said(/→/);
  await pictures('movements-two-en');
});

test('a shipment is checked, carriers are compared, and it leaves the warehouse that was chosen', async () => {
  await open(`orders/${order.documentId}`);
  await button('Plan shipment').click();
  await panel.choose('Leaves the warehouse', 'คลังเชียงใหม่');
  await pictures('plan-two-en');
  await send('Plan shipment');
  await said(/DO-2573-000001/);
  await button('Check').click();
  await panel.choose('Result', 'Failed');
  await field('note').fill('เลนส์มีรอย');
  await field('setAside.0.quantity').fill('1');
  await pictures('check-en');
  await send('Note the check');
  await said('The check is noted.');
  await said(/เลนส์มีรอย/);
  await button('Check').click();
  await send('Note the check');
  await button('Hand over').click();
  await said('1.8 kg to 51000');
  await button('Choose').click();
  await pictures('ship-carriers-en');
  await send('Hand over');
  await said('The shipment is on its way.');
  await said('120.00');
  await button('Mark as export').click();
  await field('place').fill('Laem Chabang');
  await pictures('export-en');
  await send('Save');
  await said('FOB Laem Chabang');
  await pictures('shipment-two-en');
});

test('the same in Thai', async () => {
  await speak('th');
  await open('stock');
  await said('คลังเชียงใหม่');
  await pictures('stock-two-th');
  await open('carriers');
  await said('ไปรษณีย์ไทย');
  await pictures('carriers-th');
  await open('shipments/pick');
  await said('คลังสินค้า');
  await pictures('pick-two-th');
});
