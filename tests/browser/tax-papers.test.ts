import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A tax month is closed, a tax invoice put right, certificates come in, and papers go through the printer. */
let page: Page;
let office: Office;
let customer: string;
let taxInvoice: { documentId: string; number: string };
let credit: typeof taxInvoice;
let debit: typeof taxInvoice;
const panel = panelAt('/plugins/billing/');
const { open, button, field, said, choose, speak } = panel;
const ask = () => page.getByRole('alertdialog');
const dialog = () => page.getByRole('dialog');
const confirm = (name: string) => ask().getByRole('button', { name, exact: true }).click();

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

async function issue(unitPrice: string): Promise<{ documentId: string; total: string }> {
  const draft = await office.post('/billing/invoices', {
    customer,
    lines: [{ description: 'ดูแลเว็บไซต์ประจำเดือน', quantity: '1', unit: 'เดือน', unitPrice }],
  });
  await office.post(`/billing/invoices/${draft.documentId}/issue`, {});
  const [invoice] = await office.get<{ documentId: string; total: string }[]>(
    `/billing/invoices?filters[documentId][$eq]=${draft.documentId}`,
  );
  return invoice as { documentId: string; total: string };
}
async function pay(unitPrice: string, receivedOn: string, withheld: string) {
  const { documentId, total } = await issue(unitPrice);
  const amount = String(BigInt(total) - BigInt(withheld));
  return office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount, receivedOn },
    allocations: [{ invoice: documentId, amount, withheld }],
  }) as unknown as Promise<{ taxInvoices: { documentId: string; number: string }[] }>;
}

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  const made = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012', wantsPaper: true },
    email: 'accounts@example.com',
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  customer = made.documentId;
  [taxInvoice] = (await pay('1000000', '2030-03-04', '30000')).taxInvoices as [typeof taxInvoice];
  await pay('500000', '2030-03-04', '15000');
  await office.post('/platform/clock', { now: '2030-04-02T03:00:00.000Z' });
}, 300_000);

test('a month is closed after a look at what is reported; money that comes late is listed for an additional return', async () => {
  await open('tax-months');
  await page.getByText('March 2030').click();
  await said('Nothing is missing: every tax point has its document.');
  await pictures('tax-month-open-en');
  await button('Close the month').click();
  await ask()
    .getByText(/2 documents with a value of 15,000.00 and VAT of 1,050.00/)
    .waitFor();
  await confirm('Close the month');
  await said('The month is closed.');
  await pay('200000', '2030-03-30', '6000');
  await open('tax-months');
  await said('Mark as handed in');
  await pictures('tax-months-en');
  await button('Mark as handed in').click();
  await dialog().getByRole('button', { name: 'Mark as handed in', exact: true }).click();
  await said('Nothing has to be handed in additionally.');
  await open('tax-months/2030-03');
  await said('2 Apr 2030');
  await said('Tax month closed');
  await pictures('tax-month-closed-en');
  await button('Open again').click();
  await ask().locator('textarea').fill('ยื่นแบบเพิ่มเติม');
  await confirm('Open again');
  await said('The month is open again.');
  await said('Tax month opened again');
});

test('a wrong name is put right from the list of tax invoices, and a lost original substituted', async () => {
  await open('tax-invoices?month=2030-03');
  await said(taxInvoice.number);
  await pictures('tax-invoices-en');
  await choose('Document', 'Receipt');
  await said(taxInvoice.number);
  await choose('Document', 'Tax invoice');
  await page.getByText(taxInvoice.number).first().click();
  await page.locator(`iframe[title="${taxInvoice.number}"]`).waitFor();
  await button('Cancel').click();
  await ask().locator('textarea').fill('ออกผิด');
  await confirm('Cancel');
  await said(/is not cancelled: .* is paid or handed over/);
  await ask().getByRole('button', { name: 'Back', exact: true }).click();

  await button('Substitute').click();
  await ask().locator('textarea').fill('ต้นฉบับหาย');
  await confirm('Substitute');
  await said('The substitute is ready to print.');
  await page.waitForTimeout(1500);
  await pictures('tax-invoice-substitute-en');

  await button('Replace').click();
  await field('buyer.taxId').fill('0105000000013');
  await field('reason').fill('ชื่อผู้ซื้อผิด');
  await dialog().getByRole('button', { name: 'Replace', exact: true }).click();
  await said('A tax id has 13 digits, the last of which proves the others.');
  await pictures('tax-invoice-replace-refused-en');
  await field('buyer.taxId').fill('0105000000012');
  await field('buyer.name').fill('บริษัท ล้านนาพาณิชย์ จำกัด');
  await dialog().getByRole('button', { name: 'Replace', exact: true }).click();
  await said(/has taken its place/);
  await page.waitForTimeout(1500);
  await said('บริษัท ล้านนาพาณิชย์ จำกัด');
  await pictures('tax-invoice-replaced-en');
});

test('certificates come in together; one that differs is looked at; who still owes some is asked by mail', async () => {
  await open('certificates?state=pending');
  const boxes = page.getByRole('checkbox', { name: /Choose บริษัท/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await button('Receive 2').click();
  await field('certificates.0.number').fill('17');
  await field('certificates.1.number').fill('18');
  await field('certificates.1.amount').fill('150.50');
  await said('Differs from our books: somebody will have to look.');
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({
      name: 'scan.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    });
  await pictures('certificates-receive-en');
  await dialog().getByRole('button', { name: 'Receive', exact: true }).click();
  await said('2 certificates are received.');
  await open('certificates?year=2030');
  await said('To check');
  await pictures('certificates-en');
  await page.getByText('To check').first().click();
  await said('150.50');
  await pictures('certificate-to-check-en');
  await button('Accept').click();
  await ask().locator('textarea').fill('ปัดเศษ');
  await confirm('Accept');
  await said('The certificate is checked.');
  await open('certificates/pending');
  await page.getByRole('checkbox', { name: /Choose บริษัท/ }).check();
  await pictures('certificates-pending-en');
  await button('Ask 1 by mail').click();
  await said('Who could be asked was asked.');
});

test('what customers want on paper is printed in one file, with envelopes, and is out of the queue', async () => {
  await open('print-queue');
  await button('Print 6').waitFor();
  await pictures('print-queue-en');
  await button('Print 6').click();
  await said(/documents are marked as printed/);
  await said('Nothing waits to be printed.');
  await page.locator('iframe[title=Sheets]').waitFor();
  await button('Envelopes').click();
  await page.locator('iframe[title=Envelopes]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('print-queue-printed-en');
});

test('credit and debit notes stand in the list; the page of each says what it corrects and what became of it', async () => {
  const [, invoice] = await office.get<{ documentId: string; number: string }[]>('/billing/invoices?sort=id:asc');
  const [line] = await office.get<{ documentId: string }[]>(
    `/billing/invoice-lines?filters[invoice][documentId][$eq]=${invoice?.documentId}`,
  );
  const correct = (kind: string, amount: string, more: object) =>
    office.post<typeof taxInvoice>(`/billing/invoices/${invoice?.documentId}/${kind}`, {
      ...{ lines: [{ line: line?.documentId, amount }], ...more },
    });
  credit = await correct('credit-notes', '107000', { cause: 'service_short', reason: 'ดูแลไม่ครบเดือน' });
  debit = await correct('debit-notes', '53500', { cause: 'price_too_low', reason: 'คิดราคาขาดไป' });
  const [payable] = await office.get<{ number: string }[]>('/billing/invoices?sort=id:desc');

  await open('tax-invoices');
  await choose('Document', 'Credit note');
  await said(credit.number);
  await pictures('credit-notes-en');
  await page.getByText(credit.number).first().click();
  await page.waitForURL(`**/tax-invoices/credit-notes/${credit.documentId}`);
  await said('Service short of what was agreed');
  await said('ดูแลไม่ครบเดือน');
  await said('Documents it corrects');
  await said('4,000.00');
  await said('Where its amount went');
  await page.locator(`iframe[title="${credit.number}"]`).waitFor();
  await said('Credit note issued');
  await page.waitForTimeout(1500);
  await pictures('credit-note-en');
  await button('Print').click();
  await confirm('Print');
  await said('The sheet is shown below: print it from there.');
  await said('Credit note printed');

  await open('tax-invoices?what=debit-notes');
  await page.getByText(debit.number).first().click();
  await page.waitForURL(`**/tax-invoices/debit-notes/${debit.documentId}`);
  await said('Invoice over the difference');
  await page.getByRole('link', { name: payable?.number }).waitFor();
  await said('Debit note issued');
  await page.waitForTimeout(1500);
  await pictures('debit-note-en');

  // From the customer’s timeline one comes to it.
  await page.goto(page.url().replace(/plugins\/.*/, `plugins/crm/customers/${customer}`));
  await page.getByRole('link', { name: `Debit note ${debit.number}` }).click();
  await page.waitForURL(`**/tax-invoices/debit-notes/${debit.documentId}`);

  // Who sells reads notes, and no tax invoices.
  const lead = await panel.colleague('sales-lead');
  await lead.open('tax-invoices');
  await lead.said(credit.number);
  await lead.page.getByRole('combobox', { name: 'Document' }).click();
  expect(await lead.page.getByRole('option').allTextContents()).toEqual(['Credit note', 'Debit note']);
});

test('the same in Thai', async () => {
  await speak('th');
  for (const [path, words, name] of [
    ['tax-months', 'เดือนภาษี', 'tax-months-th'],
    ['tax-months/2030-03', 'สิ่งที่ยังขาด', 'tax-month-th'],
    ['tax-invoices', 'ใบเสร็จและเอกสารภาษี', 'tax-invoices-th'],
    ['tax-invoices?what=credit-notes', 'ใบลดหนี้', 'credit-notes-th'],
    [`tax-invoices/credit-notes/${credit.documentId}`, 'การใช้ยอดลดหนี้', 'credit-note-th'],
    [`tax-invoices/debit-notes/${debit.documentId}`, 'ใบแจ้งหนี้ของส่วนที่เพิ่ม', 'debit-note-th'],
    ['certificates', 'หนังสือรับรองหัก ณ ที่จ่าย', 'certificates-th'],
    ['certificates/pending', 'รอรับตามลูกค้า', 'certificates-pending-th'],
    ['print-queue', 'คิวพิมพ์', 'print-queue-th'],
  ] as const) {
    await open(path);
    await said(words);
    await pictures(name);
  }
});
