import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A policy is made in its editor; what falls due is asked for, stands on the board, and is paused by a promise. */
let page: Page;
let office: Office;
let customer: string;
const panel = panelAt('/plugins/billing/');
const { open, button, field, said, search, send, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
  const made = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
  });
  customer = made.documentId;
}, 300_000);

test('the board is empty; a policy says each of its steps in a sentence and is kept', async () => {
  await open('dunning');
  await said('Nothing is overdue.');
  await pictures('dunning-empty-en');
  await open('dunning/policies/new');
  await said('7 days after the due date: mail “Overdue”, warns of suspension');
  await field('name').fill('มาตรฐาน');
  await page.locator('[name="active"]').click({ force: true });
  await pictures('dunning-policy-en');
  await button('Save').first().click();
  await said('The policy is saved.');
  await said('14 days after the due date: mail “Service suspended”, the service is suspended, warns of the end');
  await pictures('dunning-policies-en');
});

test('what is overdue stands on the board at its step, and a promise holds it', async () => {
  const draft = await office.post('/billing/invoices', {
    customer,
    dueDate: '2030-03-20',
    lines: [{ description: 'ดูแลเว็บไซต์', quantity: '1', unit: 'เดือน', unitPrice: '500000' }],
  });
  await office.post(`/billing/invoices/${draft.documentId}/issue`, {});
  await office.post('/platform/clock', { now: '2030-03-29T03:00:00.000Z' });
  await open('dunning');
  await said('บริษัท เชียงใหม่การค้า จำกัด');
  await said('7 days after the due date');
  await pictures('dunning-board-en');
  await search('somebody else');
  await said('Nothing of that kind.');
  await search('การค้า');
  await said('7 days after the due date');
  await button('Act').click();
  await page.locator('[name="until"]').fill('2030-04-05');
  await pictures('dunning-promise-en');
  await send('Record the promise');
  await said(/Promised by/);
  await speak('th');
  await open('dunning');
  await said('การทวงถามหนี้');
  await pictures('dunning-board-th');
  await open('dunning/policies');
  await said('เกินกำหนด 7 วัน: อีเมล “เกินกำหนด”, เตือนว่าจะระงับบริการ');
  await pictures('dunning-policies-th');
});

test('a change of the policy is rehearsed on the last days before it is kept', async () => {
  await speak('en');
  await open('dunning/policies');
  await page.getByRole('link', { name: 'Open' }).first().click();
  await said('Nothing is written.');
  await button('Try on the last 90 days').click();
  await said('Nobody would have met anything else.');
  // More than the invoice comes to.
  await field('floor').fill('10000');
  await said('The policy was changed since: try it again.');
  await button('Try on the last 90 days').click();
  await said(/1 customer would have met something else/);
  await pictures('dunning-rehearsal-en');
  await speak('th');
  await open('dunning/policies');
  await page.getByRole('link', { name: 'เปิด' }).first().click();
  await button('ลองกับ 90 วันที่ผ่านมา').click();
  await said('ที่ทำไปแล้ว');
  await pictures('dunning-rehearsal-th');
});

test('the public holidays of a year are proposed, completed and confirmed', async () => {
  await speak('en');
  await open('../../settings/sanya-holidays');
  await said('No holiday of this year is confirmed yet.');
  await pictures('holidays-empty-en');
  await button('Propose the fixed days').click();
  await said('วันสงกรานต์');
  await button('Add a holiday').click();
  await field('date').fill('2030-02-18');
  await field('name').fill('วันมาฆบูชา');
  await send('Save');
  await said('วันมาฆบูชา');
  await pictures('holidays-en');
  await speak('th');
  await open('../../settings/sanya-holidays');
  await said('วันหยุดราชการ');
  await pictures('holidays-th');
});
