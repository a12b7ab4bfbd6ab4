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
