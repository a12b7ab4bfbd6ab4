import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A contract is read, suspended, ended with a preview; what is due is previewed and billed. */
let page: Page;
let office: Office;
let customer: string;
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, send, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-31T03:00:00.000Z' });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
  }));
}, 300_000);

test('no contracts yet, and a form for the first one; an address that leads nowhere says so', async () => {
  await open('nowhere');
  await said('There is no such page.');
  await pictures('unknown-page-en');
  await open('contracts');
  await said('No contracts yet. They are made of paid orders, of invoices, or here.');
  await pictures('contracts-empty-en');
  await open('contracts/new');
  await said('New contract');
  await pictures('contract-new-en');
  await open('runs');
  await said('Nothing was billed yet.');
  await pictures('runs-empty-en');
});

test('a contract shows its lines and its billed periods; it is suspended, and ending it says what that costs', async () => {
  const made = await office.post('/contracts/contracts', {
    ...{ customer, startsOn: '2030-01-31', termMonths: 24 },
    lines: [
      {
        ...{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', cycle: { unit: 'month', count: 1 } },
        ...{ whileSuspended: 'stop', minimumMonths: 24, fee: { kind: 'percent', value: '300000' } },
      },
    ],
  });
  await office.post('/platform/clock', { now: '2030-04-10T03:00:00.000Z' });
  await open('contracts');
  await said('บริษัท เชียงใหม่การค้า จำกัด');
  await pictures('contracts-en');
  await open(`contracts/${made.documentId}`);
  await said('Billed periods');
  await said('ดูแลเว็บไซต์');
  await pictures('contract-en');
  await button('Suspend').click();
  await said('From 10 Apr 2030 on ดูแลเว็บไซต์ is off and not billed;');
  await field('reason').fill('ปิดปรับปรุง');
  await pictures('contract-suspend-en');
  await send('Suspend');
  await said('The service is suspended.');
  await button('Resume').click();
  await said('On again from 10 Apr 2030, after 0 days.');
  await send('Resume');
  await said('The service is on again.');
  await button('End').click();
  await said('The contract ends on 29 Apr 2030; leaving early costs 6,300.00 THB.');
  await pictures('contract-end-en');
  await page.keyboard.press('Escape');
  await open('runs');
  await said('31 Mar 2030');
  await button('Bill now').click();
  await field('asOf').fill('2030-05-01');
  await said('1 contracts, 1 periods, 1 invoices: 1,070.00 with VAT');
  await pictures('runs-preview-en');
  await send('Bill now');
  await said('The run has begun.');
  await said('Staff');
  await speak('th');
  await open(`contracts/${made.documentId}`);
  await said('ดูแลเว็บไซต์');
  await pictures('contract-th');
  await open('contracts');
  await said('บริษัท เชียงใหม่การค้า จำกัด');
  await pictures('contracts-th');
  await open('runs');
  await said('การเรียกเก็บค่างวด');
  await pictures('runs-th');
});
