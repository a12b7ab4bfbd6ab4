import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** An order is changed, packed, handed over and taken back in parts; stock is counted beside it. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/');
const { open, field, said, pick, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

let order: { documentId: string };
let customer: string;
let camera: string;
const CUSTOMER = 'บริษัท เชียงใหม่การค้าและบริการ จำกัด';

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: CUSTOMER, phone: '053123456', taxId: '0105561000003', branchCode: '00000' },
    billingAddress: { line1: '99 ถนนช้างคลาน', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' },
  }));
  const goods = async (name: string, sku: string, unitPrice: string) => {
    const prices = [{ unitPrice, per: 'one_time' }];
    const made = await office.post('/sales/products', {
      ...{ name, sku, kind: 'goods', unit: 'ตัว', stockTracked: true, taxCategory: 'exempt', prices },
    });
    await office.post(`/sales/products/${made.documentId}/stock`, { quantity: '50', reason: 'รับเข้า' });
    return made.documentId;
  };
  camera = await goods('กล้องวงจรปิด 5 ล้านพิกเซล', 'CAM-5', '200000');
  await goods('เครื่องบันทึก 8 ช่อง', 'NVR-8', '550000');
  order = await office.post('/sales/orders', { customer, lines: [{ product: camera, quantity: '10' }] });
  await office.post(`/sales/orders/${order.documentId}/confirm`, {});
}, 300_000);

test('a paid order is changed to less, by a credit note, and to more, by an invoice besides', async () => {
  const paid = await office.post<{ documentId: string; total: string; invoice: { documentId: string } }>(
    '/sales/orders',
    { customer, lines: [{ product: camera, quantity: '3' }] },
  );
  await office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: paid.total, receivedOn: '2030-01-30' },
    allocations: [{ invoice: paid.invoice.documentId, amount: paid.total }],
  });
  const change = async (quantity: string, sentence: RegExp, picture: string) => {
    await open(`orders/${paid.documentId}`);
    await button('Change order').click();
    await page.locator('[name^="quantity."]').first().fill(quantity);
    await field('reason').fill('ลูกค้าขอเปลี่ยน');
    await button('See what it does').click();
    await said(sentence);
    await pictures(picture);
    await button('Change').click();
    await said('The order is changed, and the customer is told.');
  };
  await change('2', /2,000\.00 THB are credited by credit note CN-2573-000001/, 'amend-credit-en');
  await said('฿4,000.00');
  await change('5', /6,000\.00 THB are charged besides, by invoice INV-2573-\d+/, 'amend-charge-en');
  await said('฿10,000.00');
  // Its page lists the invoice that was paid, the credit note and the invoice besides: what is due is due on that one.
  const papers = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^(INV|CN)-2573-/ }) });
  await papers.nth(2).waitFor();
  expect(await papers.count()).toBe(3);
  await papers.filter({ hasText: 'CN-2573-000001' }).getByText('-2,000.00').waitFor();
  await papers.filter({ hasText: 'Paid' }).getByText('6,000.00').waitFor();
  expect(await papers.filter({ hasText: 'Open' }).getByText('6,000.00').count()).toBe(2);
  await said('Still due ฿6,000.00');
  await page.waitForTimeout(700);
  await pictures('order-amended-en');

  await page.goto(page.url().replace(/sales.*/, 'billing/tax-invoices?what=credit-notes'));
  await page.getByText('CN-2573-000001').first().click();
  await said('ลูกค้าขอเปลี่ยน');
  const [last] = await office.get<{ total: string; state: string }[]>('/billing/invoices?sort=id:desc');
  expect(last).toMatchObject({ state: 'open', total: '600000' });
});

test('an order is changed: the preview says in a sentence what that does', async () => {
  await open(`orders/${order.documentId}`);
  await button('Change order').click();
  await page.locator('[name^="quantity."]').first().fill('8');
  await pick('add', 'NVR', /NVR-8/);
  await button('See what it does').click();
  await said('Say why; the customer reads it.');
  await field('reason').fill('ลูกค้าขอเปลี่ยน');
  await button('See what it does').click();
  await said(/takes its place/);
  await pictures('amend-en');
  await button('Change').click();
  await said('The order is changed, and the customer is told.');
  await said('฿21,500.00');
});

test('a part of it is packed, handed over and arrives; the pick list shows what is left', async () => {
  await button('Plan shipment').click();
  await page.locator('[name^="quantity."]').first().fill('4');
  await page.locator('[name^="quantity."]').nth(1).fill('');
  await field('carrier').fill('ไปรษณีย์ไทย');
  await pictures('plan-shipment-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Plan shipment' }).click();
  await said(/DO-2573-000001/);
  await button('Hand over').click();
  await field('trackingNumber').fill('EX123456789TH');
  await field('serials.0.serials').fill('SN-1\nSN-2');
  await pictures('ship-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
  await said('The shipment is on its way.');
  await said('SN-1, SN-2');
  await button('Arrived').click();
  await field('receiver').fill('คุณสมศรี');
  await page.getByRole('dialog').getByRole('button', { name: 'Arrived' }).click();
  await said('The shipment has arrived.');
  await pictures('shipment-en');
  await open('shipments/pick');
  await said('เครื่องบันทึก 8 ช่อง');
  await pictures('pick-list-en');
});

test('goods come back; stock and its movements say so, in Thai too', async () => {
  await open(`orders/${order.documentId}`);
  await button('Receive return').click();
  await page.locator('[name^="quantity."]').first().fill('1');
  await field('reason').fill('ไม่ตรงรุ่น');
  await pictures('return-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Receive return' }).click();
  await said('To be credited');
  await pictures('order-shipments-en');
  await open('stock');
  await said('CAM-5');
  await page.getByRole('button', { name: 'Low mark', exact: true }).first().click();
  await field('lowBelow').fill('60');
  await button('Save').click();
  await said(/low: mark 60/);
  await pictures('stock-en');
  await speak('th');
  await open('stock/movements');
  await said('รับคืน');
  await pictures('movements-th');
  await open(`orders/${order.documentId}`);
  await said('รอลดหนี้');
  await pictures('order-shipments-th');
  await open('shipments');
  await said('ถึงผู้รับแล้ว');
  await pictures('shipments-th');
  await open('returns');
  await said('ไม่ตรงรุ่น');
  await pictures('returns-th');
  await page.getByRole('row', { name: /ไม่ตรงรุ่น/ }).click();
  await page.waitForURL(`**/orders/${order.documentId}`);
});
