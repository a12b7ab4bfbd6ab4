import type { Page } from 'playwright-core';
import { overflowOf, picture } from '../support/browser';
import type { Office } from '../support/office';
import { DESK, panelAt } from '../support/panel';
import { until } from '../support/until';

/** A workflow is built by hand, tried on the past, switched on, and seen to have run. */
let page: Page;
let office: Office;
let customer: string;
const panel = panelAt('/plugins/platform/workflows');
const { open, button, field, said, choose, send, speak } = panel;
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

async function onTelephone(name: string): Promise<void> {
  await page.setViewportSize({ width: 420, height: 1700 });
  await page.waitForTimeout(500);
  await picture(page, name);
  expect([name, await overflowOf(page)]).toEqual([name, 0]);
  await page.setViewportSize(DESK);
}

async function paidInvoice(unitPrice: string, of = customer): Promise<string> {
  const draft = await office.post('/billing/invoices', {
    customer: of,
    lines: [{ description: 'ดูแลเว็บไซต์', quantity: '1', unit: 'เดือน', unitPrice }],
  });
  const issued = await office.post<{ amountDue: string; number: string }>(
    `/billing/invoices/${draft.documentId}/issue`,
    {},
  );
  await office.post('/billing/payments', {
    ...{ customer: of, method: 'cash', amount: issued.amountDue, currency: 'THB', receivedOn: '2030-03-12' },
    allocations: [{ invoice: draft.documentId, amount: issued.amountDue }],
  });
  return issued.number;
}

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
  });
  const made = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', province: 'เชียงใหม่', postcode: '50200' },
  });
  customer = made.documentId;
  await paidInvoice('100000');
  await paidInvoice('5000');
}, 300_000);

test('with none yet the page offers examples, in Thai and in English; one of them fills the editor', async () => {
  await speak('th');
  await open();
  await said('ขอบคุณเมื่อชำระครั้งแรก');
  await pictures('workflows-empty-th');
  await button('ใช้ตัวอย่างนี้').first().click();
  await said('จำนวนใบแจ้งหนี้อื่นที่ชำระแล้ว');
  await pictures('workflow-example-th');
  await speak('en');
  await open();
  await said('Thank for the first payment');
});

test('one is built field by field; what does not fit is told at its field', async () => {
  await open('/new');
  await field('name').fill('Thanks for large invoices');
  // What may happen stands under what it happens to.
  await page.getByRole('combobox', { name: 'When this happens' }).click();
  for (const [thing, happens] of [
    ['Customer', 'Customer changed'],
    ['Invoice', 'Invoice paid'],
    ['Contract', 'Contract lapsed'],
  ] as const) {
    const group = page.getByRole('group', { name: thing, exact: true });
    await group.getByRole('option', { name: happens, exact: true }).waitFor();
  }
  await picture(page, 'workflow-events-en');
  await page.keyboard.press('Escape');
  await choose('When this happens', 'Invoice paid');
  await button('Condition').click();
  await choose('Field', 'Total');
  await choose('How', 'is at least');
  await button('Send a mail').click();
  await field('actions.0.subject.en').fill('Thank you,');
  await choose('Field in the text', 'Customer: Name');
  expect(await field('actions.0.subject.en').inputValue()).toBe('Thank you, {{ customer.name }}');
  await field('actions.0.body.en').fill('We got {{ invoice.colour }}');
  await button('Save').first().click();
  await said('Total is held against an amount');
  await field('conditions.all.0.value').fill('500.00');
  await button('Save').first().click();
  await said('nothing here is called “invoice.colour”');
  await field('actions.0.body.en').fill('We got ');
  await choose('Field in the text', 'Total');
  await button('Give staff a task').click();
  await field('actions.1.title').fill('Send flowers to {{ customer.name }}');
  await pictures('workflow-edit-en');
  await onTelephone('workflow-edit-en-420');
});

test('it is tried on the past before it is kept: what it would have run for, and why not for the rest', async () => {
  await button('Try').click();
  await said('this happened 2 times; the workflow would have run once.');
  await said('Total is at least 500.00');
  await pictures('workflow-tried-en');
  await button('Save').first().click();
  await said('The workflow is saved.');
  await said('When: Invoice paid.');
  await said('If Total is at least 500.00:');
  await said('1. Mail to the customer: Thank you, {{ customer.name }}');
});

test('switched on untried it asks first; then it runs, and its runs are told', async () => {
  const toggle = page.getByRole('checkbox', { name: 'Thanks for large invoices: on or off' });
  await toggle.click({ force: true });
  await said('As it is now, this workflow was not tried on the past.');
  await send('Switch on');
  await said('The workflow is on.');
  const number = await paidInvoice('80000');
  await until('the run is told', async () => {
    await page.reload();
    await said('Runs');
    return page
      .getByText(`Invoice ${number}`)
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await said('✓ Send a mail');
  await said('✓ Give staff a task');
  await pictures('workflow-runs-en');
  await onTelephone('workflow-runs-en-420');
  await speak('th');
  await page.reload();
  await said('เมื่อ: ใบแจ้งหนี้ชำระครบ');
  await pictures('workflow-runs-th');
  await open();
  await said('Thanks for large invoices');
  await pictures('workflows-th');
});

test('what it could not do is told with its reason in both languages, and carried on when that is mended', async () => {
  const silent = await office.post('/crm/customers', {
    ...{ kind: 'person', name: 'สมหญิง ไม่มีอีเมล' },
    billingAddress: { line1: '2 ถนนนิมมานเหมินท์', province: 'เชียงใหม่', postcode: '50200' },
  });
  const texts = { subject: { th: 'ขอบคุณ', en: '' }, body: { th: 'ขอบคุณ {{ customer.name }}', en: '' } };
  const { workflow } = await office.post<{ workflow: { documentId: string } }>('/platform/workflows', {
    ...{ name: 'Thanks to everybody', event: 'invoice.paid', conditions: { all: [] } },
    actions: [{ kind: 'mail', to: 'customer', ...texts }],
  });
  await office.post(`/platform/workflows/${workflow.documentId}/switch-on`, {});
  const number = await paidInvoice('5000', silent.documentId);
  // Nobody was written to, so nothing wakes the jobs before their minute.
  await office.post('/platform/clock', { advance: 'PT1M' });
  await speak('en');
  await until('the run failed', async () => {
    await open(`/${workflow.documentId}`);
    return page
      .getByText(`There is no mail address to write to about ${number}.`)
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await said('1 in 30 days');
  await pictures('workflow-failed-en');
  await speak('th');
  await page.reload();
  await said(`ไม่มีที่อยู่อีเมลให้ส่งเกี่ยวกับ ${number}`);
  await pictures('workflow-failed-th');
  await office.put(`/crm/customers/${silent.documentId}`, { email: 'somying@example.com' });
  await button('ทำต่อ').click();
  await until('the mail is on its way', async () => {
    await page.reload();
    return page
      .getByText('✓ ส่งอีเมล')
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
  });
  await open('/new');
  await page.getByRole('combobox', { name: 'เมื่อเกิดเหตุการณ์นี้' }).click();
  const invoices = page.getByRole('group', { name: 'ใบแจ้งหนี้', exact: true });
  await invoices.getByRole('option', { name: 'ใบแจ้งหนี้ชำระครบ', exact: true }).waitFor();
  await picture(page, 'workflow-events-th');
  await page.keyboard.press('Escape');
});

test('a workflow that tells another site shows its secret once', async () => {
  await speak('en');
  await open('/new?like=reversed');
  await field('name').fill('Tell the shop');
  await button('Tell another site (webhook)').click();
  await field('actions.1.url').fill('https://shop.example.com/hook');
  await button('Save').first().click();
  await said('It is shown this once');
  await said(/^whsec_/);
  await pictures('workflow-secret-en');
  await button('I have kept it').click();
  await said('2. Tell https://shop.example.com/hook');
});
