import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** Contracts end soon: one is renewed at one press, one is offered at another price, one is declined with its reason. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, send, speak, choose } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-01T03:00:00.000Z' });
}, 300_000);

const customer = (name: string, taxId: string) =>
  office.post('/crm/customers', { kind: 'organisation', name, taxId, email: 'accounts@example.com' });
const contract = (of: { documentId: string }, startsOn: string, more: object = {}) =>
  office.post('/contracts/contracts', {
    ...{ customer: of.documentId, startsOn, termMonths: 12, ...more },
    lines: [{ description: 'ดูแลระบบกล้อง', unitPrice: '9500000', cycle: { unit: 'year', count: 1 } }],
  });

test('nothing ends soon', async () => {
  await open('renewals');
  await said('No contract ends soon.');
  await pictures('renewals-empty-en');
});

test('the cockpit shows what ends, and each is decided with a press', async () => {
  const first = await customer('บริษัท เชียงใหม่การค้า จำกัด', '0105000000012');
  const second = await customer('บริษัท ลำพูนอุตสาหกรรม จำกัด', '0105000000021');
  const table = { basis: 'invoice_after_discount', ratesPpm: [400_000, 300_000, 200_000] };
  await contract(first, '2030-01-20', { renewal: { firstTermFree: true, table } });
  await contract(second, '2030-02-01');
  await contract(second, '2030-02-10', { renewal: { auto: true } });
  await office.post('/platform/clock', { now: '2030-12-20T03:00:00.000Z' });
  await open('renewals');
  await said('บริษัท เชียงใหม่การค้า จำกัด');
  await said('in 30 days');
  await said('38,000.00');
  await said('Renews by itself');
  await said('Terms that end, by month');
  await pictures('renewals-en');

  await button('Decide…').first().click();
  await field('price').fill('35,000.00');
  await field('note').fill('ลูกค้าเก่า');
  await pictures('renewals-offer-en');
  await send('Offer');
  await said('The next term is offered.');
  await said('35,000.00');
  const undecided = await button('Decide…').count();
  await button('Renew').first().click();
  await said('The contract is renewed.');
  // It leaves the list: the first of the others is decided next.
  await button('Decide…')
    .nth(undecided - 1)
    .waitFor({ state: 'detached' });

  await button('Decide…').first().click();
  await choose('What', 'It is not renewed');
  await pictures('renewals-decline-en');
  await send('Not renewed');
  await said('It is kept that it is not renewed, and why.');

  await speak('th');
  await open('renewals');
  await said('การต่อสัญญา');
  await said('บริษัท ลำพูนอุตสาหกรรม จำกัด');
  await pictures('renewals-th');
  await page.goto(page.url().replace(/\/admin\/.*/, '/admin/settings/sanya-contracts'));
  await said('แจ้งก่อนสิ้นสุด');
  await pictures('renewals-settings-th');
});

const heldBy = async (): Promise<{ documentId: string; number: string }[]> =>
  office.get('/contracts/contracts?filters[state][$eq]=active&sort=id:desc');

test('a contract is renewed on its own page, which says before until when and for how much', async () => {
  await speak('en');
  const who = await customer('บริษัท แพร่พัฒนา จำกัด', '0105000000039');
  const made = await contract(who, '2030-12-01');
  await open(`contracts/${made.documentId}`);
  await button('Renew').click();
  await said(/It goes on from 1 Dec 2031 to 30 Nov 2032, for .*95,000.00.* before VAT for the whole term\./);
  await pictures('contract-renew-en');
  await send('Renew');
  await said('The contract is renewed.');
  await said('30 Nov 2032');
  await button('Renew').click();
  await said(/is renewed until 30 Nov 2032/);
  await pictures('contract-renewed-refused-en');
});

test('the calendar shows by day which contracts end, and what would become of them as ghosts', async () => {
  const [one] = await heldBy();
  await open('calendar');
  await said('December 2030');
  await said('Terms that end, by month');
  await pictures('expiry-calendar-empty-en');
  await button('Next month').click();
  await said('January 2031');
  await said(/บริษัท ลำพูนอุตสาหกรรม จำกัด/);
  await pictures('expiry-calendar-en');
  await button('Show what would happen').click();
  await button('Without what would happen').waitFor();
  await pictures('expiry-calendar-ghosts-en');
  await speak('th');
  await open('calendar?month=2031-02');
  await said('กุมภาพันธ์ 2574');
  await button('ดูสิ่งที่จะเกิดขึ้น').click();
  await button('ซ่อนสิ่งที่จะเกิดขึ้น').waitFor();
  await pictures('expiry-calendar-th');
  expect(one).toBeDefined();
});

test('a contract is made on the page of an invoice', async () => {
  await speak('en');
  const who = await customer('บริษัท น่านการค้า จำกัด', '0105000000047');
  const sale = await office.post('/billing/invoices', {
    customer: who.documentId,
    lines: [
      { description: 'ระบบกล้อง', quantity: '1', unitPrice: '9500000' },
      { description: 'เดินสาย', quantity: '1', unitPrice: '120000' },
    ],
  });
  await office.post(`/billing/invoices/${sale.documentId}/issue`, {});
  await page.goto(page.url().replace(/\/admin\/.*/, `/admin/plugins/billing/invoices/${sale.documentId}`));
  await button('Make a contract').click();
  await page.getByRole('checkbox', { name: 'เดินสาย' }).click();
  await pictures('invoice-contract-en');
  await send('Make a contract');
  await page.waitForURL(/plugins\/contracts\/contracts\//);
  await said('บริษัท น่านการค้า จำกัด');
  await said('95,000.00');
  await pictures('contract-of-invoice-en');
});

test('a line is about one of the things that the customer has', async () => {
  const who = await customer('บริษัท พะเยาบริการ จำกัด', '0105000000055');
  const camera = await office.post('/sales/products', {
    ...{ name: 'กล้องวงจรปิด', sku: 'CAM-9', kind: 'goods', unit: 'ตัว', taxCategory: 'standard' },
    prices: [{ unitPrice: '200000', per: 'one_time' }],
  });
  await office.post('/sales/installed-items', {
    ...{ product: camera.documentId, customer: who.documentId, serial: 'SN-77' },
  });
  await open('contracts/new');
  await panel.pick('customer', 'พะเยา', /พะเยาบริการ/);
  await field('lines.0.description').fill('ดูแลกล้อง');
  await field('lines.0.unitPrice').fill('500');
  await panel.pick('lines.0.installedItem', 'SN-77', /SN-77/);
  await said('About: กล้องวงจรปิด · SN-77');
  await pictures('contract-item-en');
  await button('Save').first().click();
  await page.waitForURL(/plugins\/contracts\/contracts\/(?!new)/);
  await said('กล้องวงจรปิด · SN-77');
  await pictures('contract-of-item-en');
});

test('a contract that lapsed is won back on its own page, which says what comes of that', async () => {
  await speak('en');
  const who = await customer('บริษัท ลำปางการช่าง จำกัด', '0105000000063');
  const made = await contract(who, '2030-01-10');
  await office.post('/platform/clock', { now: '2031-01-11T03:00:00.000Z' });
  await open(`contracts/${made.documentId}`);
  await button('Win back').click();
  await said(/The customer comes back with a contract that continues this one, from 10 Jan 2031 to 9 Jan 2032/);
  await pictures('contract-win-back-en');
  await send('Win back');
  await said('The customer is back: the new contract continues this one.');
  await button('Win back').waitFor({ state: 'detached' });
  await speak('th');
  await open(`contracts/${made.documentId}`);
  await page.getByText('สิ้นสุด', { exact: true }).first().waitFor();
  await pictures('contract-won-back-th');
});
