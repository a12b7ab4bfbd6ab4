import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What is to be done: entered, found, tried again on another day, done. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/');
const { open, field, said, choose, speak, button } = panel;
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));
const dialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', phone: '053 111 222' },
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', province: 'เชียงใหม่', postcode: '50200' },
  });
}, 300_000);

test('with nothing to do the page says so, in Thai and in English', async () => {
  await speak('th');
  await open('crm/tasks');
  await said('ไม่มีงานที่ต้องทำ');
  await pictures('tasks-empty-th');
  await speak('en');
  await open('crm/tasks');
  await said('Nothing is to be done.');
});

test('a call is entered for a customer; whoever is not reached is called again on the day that was said', async () => {
  await button('New task').click();
  await field('title').fill('โทรถามเรื่องต่อสัญญา');
  await field('customer').fill('เชียงใหม่');
  await page.getByRole('option').or(page.getByText('บริษัท เชียงใหม่การค้า จำกัด')).first().click();
  await pictures('task-new-en');
  await dialog('Save').click();
  await said('The task is entered.');
  await said('โทรถามเรื่องต่อสัญญา');
  await said('053-111-222');
  await office.post('/platform/clock', { now: '2030-03-06T03:00:00.000Z' });
  await open('crm/tasks');
  await said('Overdue');
  await button('Done').click();
  await choose('What came of it', 'Not reached');
  await field('again').fill('08/03/2573');
  await pictures('task-finish-en');
  await dialog('Save').click();
  await said('It is tried again on that day.');
  await said('8 Mar 2030');
});

test('a task is given to a member of staff, and the list says to whom', async () => {
  await speak('en');
  await open('crm/tasks?list=open');
  await button('Hand over').click();
  await choose('Who does it', 'Owner Example');
  await pictures('task-assign-en');
  await dialog('Save').click();
  await said('It is known who does the task.');
  await said('Owner Example');
});

test('what was done is found with what came of it', async () => {
  await speak('th');
  await open('crm/tasks');
  await button('บันทึกผล').click();
  await field('note').fill('ลูกค้าจะต่อสัญญา');
  await dialog('บันทึก').click();
  await said('ไม่มีงานที่ต้องทำ');
  await open('crm/tasks?list=done');
  await said('ลูกค้าจะต่อสัญญา');
  await pictures('tasks-done-th');
});
