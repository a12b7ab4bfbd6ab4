import type { Page } from 'playwright-core';
import { picture } from '../support/browser';
import { clearCheque, depositCheque, writeCheque } from '../support/cheques';
import type { Office } from '../support/office';
import { type Desk, panelAt } from '../support/panel';

/**
 * From the first word to the money, each at their own desk: sales quotes and takes the order, the store hands over, the
 * billing clerk bills, takes a cheque less what is withheld, and it is good.
 */
let office: Office;
let sales: Desk & { page: Page };
let store: Desk & { page: Page };
let clerk: Desk & { page: Page };
let customer: string;
let order: string;
const panel = panelAt('/plugins/');

const CUSTOMER = 'บริษัท เชียงใหม่การค้าและบริการ จำกัด';

beforeAll(async () => {
  ({ office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: CUSTOMER, taxId: '0105561000003', branchCode: '00000' },
    email: 'accounts@example.com',
    billingAddress: { line1: '99 ถนนช้างคลาน', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' },
  }));
  await office.post(`/crm/customers/${customer}/credit`, { creditTermsDays: 30 });
  const camera = await office.post('/sales/products', {
    ...{ name: 'กล้องวงจรปิด 5 ล้านพิกเซล', sku: 'CAM-5', kind: 'goods', unit: 'ตัว', incomeKind: 'goods' },
    ...{ stockTracked: true, warrantyMonths: 24, prices: [{ unitPrice: '2000000', per: 'one_time' }] },
  });
  await office.post(`/sales/products/${camera.documentId}/stock`, { quantity: '10', reason: 'รับเข้า' });
  await office.post('/sales/products', {
    ...{ name: 'ติดตั้งและทดสอบระบบ', sku: 'INSTALL', kind: 'service', unit: 'งาน', incomeKind: 'service' },
    prices: [{ unitPrice: '1000000', per: 'one_time' }],
  });
  await office.put('/content-manager/single-types/plugin::crm.setting', { salesSee: 'all' });
  sales = await panel.colleague('sales');
  store = await panel.colleague('storekeeper');
  clerk = await panel.colleague('billing');
}, 400_000);

test('sales quotes, sends it, and takes the order that the customer signed', async () => {
  const { page, open, button, field, said, pick, send } = sales;
  await open('sales/quotes/new');
  await pick('customer', 'เชียงใหม่', new RegExp(CUSTOMER));
  await pick('product', 'CAM-5', /CAM-5/);
  await field('lines.0.quantity').fill('2');
  await pick('product', 'INSTALL', /INSTALL/);
  // 40,000 of goods and 10,000 of work, and 7 %.
  await said('฿53,500.00');
  await button('Save').click();
  await said('Draft of a quote');
  await button('Send quote').click();
  await send('Send quote');
  await said('The quote is sent.');
  await said(/^QT-2573-000001$/);
  await button('Accepted by customer').click();
  await field('name').fill('คุณสมหญิง');
  await field('poNumber').fill('PO-77');
  await send('Place the order');
  await said('The order is placed at the quoted prices.');
  const [placed] = await office.get<{ documentId: string; number: string }[]>('/sales/orders?sort=id:desc');
  order = placed?.documentId ?? '';
  await page.getByRole('link', { name: placed?.number }).click();
  await said('PO-77');
  await button('Confirm').click();
  await send('Confirm');
  await said('The order is confirmed.');
  // To hand goods out and to take money in is not for sales.
  expect(await page.getByRole('button', { name: 'Deliver', exact: true }).count()).toBe(0);
  await open('billing/receive-money');
  await said(/don.t have (the )?permission/i);
});

test('the store hands the goods over with their serial numbers, and the work when it is done', async () => {
  const { page, open, button, field, said, send } = store;
  await open(`sales/orders/${order}`);
  await button('Plan shipment').click();
  await page.locator('[name^="quantity."]').nth(1).fill('');
  await field('carrier').fill('รถบริษัท');
  await send('Plan shipment');
  await said(/DO-2573-000001/);
  await button('Hand over').click();
  await field('serials.0.serials').fill('SN-1\nSN-2');
  await send('Hand over');
  await said('The shipment is on its way.');
  await button('Arrived').click();
  await field('receiver').fill('คุณสมศรี');
  await send('Arrived');
  await said('The shipment has arrived.');
  await open(`sales/orders/${order}`);
  await said('Being fulfilled');
  await button('Deliver').click();
  await send('Deliver');
  await said('The order is delivered.');
  await open('sales/installed-items');
  await said('SN-2');
  await said('11 Mar 2032');
  await picture(page, 'counter-installed-en');
});

test('the clerk bills, and takes a cheque less what the customer withholds of the work', async () => {
  const { page, open, button, said } = clerk;
  await open(`billing/billing-notes/new?customer=${customer}`);
  await said('53,500.00');
  await button('Make 1 note').click();
  await said('BN-2573-000001');
  await page.getByText('BN-2573-000001').click();
  await page.locator('iframe[title="BN-2573-000001"]').waitFor();
  await page.getByRole('link', { name: 'Receive money', exact: true }).last().click();
  // 3 % of 10,000; goods are not withheld of.
  await writeCheque(clerk, page, { amount: '53200', number: '0012345', date: '2030-04-26', withheld: ['300'] });
  await picture(page, 'counter-cheque-en');
  await button('Post').click();
  await said(/is in hand/);
  await said('Cheque in hand');
});

test('the cheque is good: the invoice is paid, with its receipt, and nothing is left open', async () => {
  await office.post('/platform/clock', { now: '2030-04-26T03:00:00.000Z' });
  const { page, open, said } = clerk;
  const billing: Desk = { ...clerk, open: (path) => open(`billing/${path}`) };
  await depositCheque(billing, '0012345');
  await billing.open('cheques?state=deposited');
  await page.getByText('0012345').click();
  await clearCheque(clerk);
  await billing.open('invoices');
  await said('Paid');
  await page.getByText('INV-2573-000001').click();
  await said(/RC-2573-000001/);
  await picture(page, 'counter-paid-en');
  await open(`crm/customers/${customer}`);
  await said('SN-1');
  await picture(page, 'counter-customer-en');
  const account = await office.get<{ balance: string }>(`/billing/customers/${customer}/account`);
  expect(account.balance).toBe('0');
  expect(await office.get<unknown[]>('/platform/proof')).toEqual([]);
});
