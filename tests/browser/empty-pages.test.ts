import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import { panelAt } from '../support/panel';

/** On the first day nothing is there yet: each list says what will stand in it; a wrong address says that it is wrong. */
let page: Page;
const panel = panelAt('/plugins/');
const { open, said, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page } = await panel.begin());
  await speak('th');
}, 300_000);

test.each([
  ['sales/orders', 'ยังไม่มีคำสั่งซื้อ'],
  ['sales/quotes', 'ยังไม่มีใบเสนอราคา'],
  ['billing/invoices', 'ยังไม่มีใบแจ้งหนี้'],
  ['billing/payments', 'ยังไม่มีการรับชำระ'],
  ['billing/statements', 'ยังไม่มีรายการเดินบัญชี'],
  ['billing/billing-notes', 'ยังไม่มีใบวางบิล'],
  ['billing/cheques', 'ยังไม่มีเช็ค'],
  ['billing/refunds', 'ยังไม่มีการคืนเงิน'],
  ['billing/certificates', 'ยังไม่มีหนังสือรับรอง'],
  ['billing/tax-invoices', 'ยังไม่มีใบกำกับภาษี'],
  ['billing/tax-invoices?what=credit-notes', 'ยังไม่มีใบลดหนี้'],
  ['contracts/contracts', 'ยังไม่มีสัญญา'],
])('%s is empty in Thai', async (path, words) => {
  await open(path);
  await said(words);
  await pictures(`empty-${path.replace(/[^a-z]+/g, '-')}-th`);
});

test('an address that leads nowhere says so in Thai', async () => {
  for (const [path, words, name] of [
    ['billing/nowhere', 'ไม่มีหน้านี้', 'unknown-page-th'],
    ['billing/invoices/nosuchinvoice', 'ใบแจ้งหนี้', 'unknown-invoice-th'],
    ['nowhere', 'ไม่มีหน้านี้', 'unknown-plugin-th'],
  ] as const) {
    await open(path);
    await said(words);
    await page.waitForTimeout(700);
    await pictures(name);
  }
});
