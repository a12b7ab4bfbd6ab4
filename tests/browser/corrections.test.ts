import type { Page } from 'playwright-core';
import { overflowOf, picture } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What was charged wrongly is put right: less of some lines, never more than is left, or more by a debit note. */
let page: Page;
let office: Office;
let invoice: string;
const panel = panelAt('/plugins/billing/invoices/');
const { open, button, field, said, choose, speak } = panel;
const dialog = () => page.getByRole('dialog');
const send = (name: string) => dialog().getByRole('button', { name, exact: true });
const typedAt = (name: string, line: string) => dialog().getByLabel(`${name} ${line}`, { exact: true });

/** The whole page and what of the dialog is wider than it should be, on a desk and on a small screen. */
const pictures = (name: string) =>
  panel.pictures(name, async (width) => {
    expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]);
    const wide = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[role=dialog], [role=dialog] *'))
        .filter(({ tagName }) => !['INPUT', 'TEXTAREA', 'SPAN'].includes(tagName))
        .reduce((most, { scrollWidth, clientWidth }) => Math.max(most, clientWidth && scrollWidth - clientWidth), 0),
    );
    expect([name, width, wide]).toEqual([name, width, 0]);
  });

const CAMERA = 'กล้องวงจรปิด 4 ล้านพิกเซล กันน้ำกันฝุ่น พร้อมขายึด';
const WORK = 'ค่าติดตั้งและเดินสาย';

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  const customer = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    billingAddress: { line1: '1 ถนนนิมมานเหมินท์', district: 'เมือง', province: 'เชียงใหม่', postcode: '50200' },
  });
  const camera = await office.product(CAMERA, 175_000, { unit: 'ตัว', kind: 'goods', incomeKind: 'goods' });
  const work = await office.product(WORK, 1_200_000);
  await office.post('/sales/orders', {
    customer: customer.documentId,
    lines: [
      { product: camera, quantity: '8' },
      { product: work, quantity: '1' },
    ],
  });
  const [first] = await office.get<{ documentId: string }[]>('/billing/invoices?sort=id:asc');
  invoice = first?.documentId ?? '';
}, 300_000);

test('what is left of each line stands beside what is typed; more than is left is refused at its field', async () => {
  await open(invoice);
  await button('Credit by lines').click();
  await said('14,980.00');
  await said('8 ตัว');
  await typedAt('Credit quantity', CAMERA).fill('9');
  await said('More than 0, at most 8');
  expect(await typedAt('Credit quantity', CAMERA).getAttribute('aria-invalid')).toBe('true');
  await choose('Lawful cause', 'Goods returned');
  await field('reason').fill('ลูกค้าคืนสินค้า 2 ตัว');
  expect(await send('Credit by lines').isDisabled()).toBe(true);
  await typedAt('Credit amount with VAT', WORK).fill('12,840.01');
  await said('More than 0, at most 12,840.00');
  await pictures('credit-refused-en');
  await typedAt('Credit quantity', CAMERA).fill('2');
  await typedAt('Credit amount with VAT', WORK).fill('840');
  await dialog().getByText('฿4,585.00').waitFor();
  await pictures('credit-dialog-en');
  await send('Credit by lines').dblclick();
  await said('The credit note is issued.');
  await page.getByRole('button', { name: /^CN-2573-000001/ }).waitFor();
  expect(await office.get<unknown[]>('/billing/credit-notes')).toHaveLength(1);
});

test('the next credit note takes all that is left of one line, and that is none of it after', async () => {
  await button('Credit by lines').click();
  await said('6 ตัว');
  await dialog().getByText('12,000.00').waitFor();
  await typedAt('Credit quantity', CAMERA).fill('6');
  await choose('Lawful cause', 'Goods faulty or not as agreed');
  await field('reason').fill('สินค้าชำรุดทั้งล็อต');
  await send('Credit by lines').click();
  await page.getByRole('button', { name: /^CN-2573-000002/ }).click();
  await page.locator('iframe[title=CN-2573-000002]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('invoice-credited-by-lines-en');
  await button('Credit by lines').click();
  await said('0 ตัว');
  expect(await typedAt('Credit quantity', CAMERA).isDisabled()).toBe(true);
  await button('All that is left').click();
  await dialog().getByText('฿12,000.00').waitFor();
  await send('Back').click();
});

test('what was charged too little is charged by a debit note', async () => {
  await button('Debit note').click();
  await typedAt('More with VAT', WORK).fill('0');
  await choose('Lawful cause', 'Price computed too low');
  await field('reason').fill('คิดค่าเดินสายขาดไป');
  await said('An amount above 0');
  expect(await send('Debit note').isDisabled()).toBe(true);
  await pictures('debit-refused-en');
  await typedAt('More with VAT', WORK).fill('1,070');
  await dialog().getByText('฿1,070.00').waitFor();
  await pictures('debit-dialog-en');
  await send('Debit note').dblclick();
  await said('The debit note and the invoice over its difference are issued.');
  await page.getByRole('button', { name: /^DN-2573-000001/ }).click();
  await page.locator('iframe[title=DN-2573-000001]').waitFor();
  await page.waitForTimeout(1500);
  await pictures('invoice-debited-en');
  expect(await office.get<unknown[]>('/billing/debit-notes')).toHaveLength(1);
});

test('an invoice that is written off is asked for again', async () => {
  const invoices = await office.get<{ documentId: string }[]>('/billing/invoices?sort=id:desc');
  await open(invoices[0]?.documentId);
  const ask = page.getByRole('alertdialog');
  for (const [name, done] of [
    ['Write off', 'The invoice is written off.'],
    ['Ask again', 'The invoice is open again.'],
  ] as const) {
    await button(name).click();
    await ask.locator('textarea').fill('ตกลงกับลูกค้าแล้ว');
    await page.waitForTimeout(300);
    await picture(page, `invoice-${name.replace(' ', '-').toLowerCase()}-en`);
    await ask.getByRole('button', { name, exact: true }).click();
    await said(done);
  }
});

test('the same in Thai', async () => {
  await speak('th');
  await open(invoice);
  await button('ลดหนี้บางรายการ').click();
  await typedAt('จำนวนเงินที่ลดรวมภาษี', WORK).fill('99,999');
  await said('มากกว่า 0 ไม่เกิน 12,000.00');
  await pictures('credit-dialog-th');
  await page.keyboard.press('Escape');
  await button('เพิ่มหนี้').click();
  await typedAt('เพิ่มรวมภาษี', WORK).waitFor();
  await pictures('debit-dialog-th');
});
