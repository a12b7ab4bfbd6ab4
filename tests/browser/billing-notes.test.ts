import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import { clearCheque, writeCheque } from '../support/cheques';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A customer is billed on its day, gives a cheque less what it withholds, and the cheque is cleared. */
let page: Page;
let office: Office;
let customer: string;
const panel = panelAt('/plugins/billing/');
const { open, button, field, said, send, mark, speak } = panel;
const dialog = () => page.getByRole('dialog');

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

async function issue(unitPrice: string): Promise<void> {
  const draft = await office.post('/billing/invoices', {
    customer,
    lines: [{ description: 'ดูแลเว็บไซต์ประจำเดือน', quantity: '1', unit: 'เดือน', unitPrice }],
  });
  await office.post(`/billing/invoices/${draft.documentId}/issue`, {});
}

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  const made = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  customer = made.documentId;
}, 300_000);

test('billing days are set on the page of the customer; notes are made for who is to be billed', async () => {
  await open('billing-notes');
  await said('There are no billing notes yet.');
  await pictures('billing-notes-empty-en');
  await page.goto(page.url().replace(/\/plugins\/.*/, `/plugins/crm/customers/${customer}`));
  await said('Billing and payment days');
  await button('Set the days').click();
  await dialog().getByRole('button', { name: 'Add billing days', exact: true }).click();
  await dialog().getByRole('button', { name: 'Add payment days', exact: true }).click();
  await pictures('billing-days-en');
  await send('Save');
  await said('days 1–5');
  await said('Last Friday');
  await issue('1000000');
  await issue('500000');
  await open('billing-notes/new');
  await field('until').fill('2030-04-01');
  await said('บริษัท เชียงใหม่การค้า จำกัด');
  await said('16,050.00');
  await pictures('billing-notes-new-en');
  await button('Make 1 note').click();
  await said('BN-2573-000001');
  await pictures('billing-notes-en');
});

test('the note opens the page of receiving money with its invoices; the cheque less withholding is in hand', async () => {
  await open('billing-notes');
  await page.getByText('BN-2573-000001').click();
  await page.locator('iframe[title="BN-2573-000001"]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('billing-note-en');
  await page.getByRole('link', { name: 'Receive money', exact: true }).last().click();
  await writeCheque(panel, page, {
    ...{ amount: '15600', number: '0012345', date: '2030-04-26', withheld: ['300', '150'] },
  });
  // The table of amounts is wider than a small screen.
  await panel.pictures('receive-cheque-en');
  await button('Post').click();
  await said(/is in hand/);
  await said('Cheque in hand');
  await panel.pictures('receive-in-hand-en');
});

test('on its day the cheque goes to the bank with its list, and is cleared with its receipts', async () => {
  await open('cheques?state=received');
  await said('0012345');
  await mark(/0012345/);
  await said('Not due yet');
  await office.post('/platform/clock', { now: '2030-04-26T03:00:00.000Z' });
  await page.reload();
  await mark(/0012345/);
  await pictures('cheques-en');
  await button('Take to the bank').click();
  await pictures('cheque-deposit-en');
  await send('Take to the bank');
  await said(/on the way to the bank/);
  await open('cheques?state=deposited');
  await page.getByText('0012345').click();
  await page.locator('iframe[title="List for the bank"]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('cheque-en');
  await clearCheque(panel);
  await open('invoices');
  await said('Paid');
});

test('a deposit is asked for, paid and laid on an invoice', async () => {
  await open('deposits');
  await said('There are no deposits yet.');
  await button('Ask for a deposit').click();
  await dialog().getByRole('combobox', { name: 'Customer' }).fill('เชียงใหม่การค้า');
  await page.getByRole('option').first().click();
  await field('description').fill('ติดตั้งระบบ');
  await dialog().locator('[name="amount"]').fill('3000');
  await pictures('deposit-ask-en');
  await send('Ask for a deposit');
  await said('Came in');
  const [asked] = await office.get<{ documentId: string; amountDue: string }[]>('/billing/invoices?sort=id:desc');
  await office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: asked?.amountDue, receivedOn: '2030-04-26' },
    allocations: [{ invoice: asked?.documentId, amount: asked?.amountDue }],
  });
  await issue('1000000');
  await page.reload();
  await button('Lay on an invoice').click();
  await page.getByRole('combobox', { name: 'Invoice' }).click();
  await page.getByRole('option').first().click();
  await send('Lay on an invoice');
  await said('Used up');
  await pictures('deposit-en');
});

test('in Thai, empty and full', async () => {
  await speak('th');
  for (const path of ['billing-notes', 'billing-notes/new', 'cheques', 'deposits']) {
    await open(path);
    await page.waitForTimeout(1500);
    await pictures(`${path.replace('/', '-')}-th`);
  }
  await open('billing-notes');
  await page.getByText('BN-2573-000001').click();
  await page.locator('iframe[title="BN-2573-000001"]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('billing-note-th');
  await page.goto(page.url().replace(/\/plugins\/.*/, '/settings/sanya-billing'));
  await page.waitForTimeout(2000);
  await pictures('settings-billing-th');
});
