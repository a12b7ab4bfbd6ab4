import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What is due is previewed and billed; the run is undone with a look before, and what was paid is decided. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, send, speak, choose } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const ADDRESS = { line1: '1 ถนนท่าแพ', district: 'เมือง', province: 'เชียงใหม่', postcode: '50100' };

interface Invoice {
  documentId: string;
  number: string;
  total: string;
}

const contract = async (name: string, taxId: string): Promise<{ customer: string; documentId: string }> => {
  const { documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name, taxId, branchCode: '00000' },
    ...{ vatRegistered: true, email: `${taxId}@example.com`, billingAddress: ADDRESS },
  });
  const made = await office.post('/contracts/contracts', {
    ...{ customer, startsOn: '2030-04-01' },
    lines: [{ description: 'ดูแลเว็บไซต์', unitPrice: '100000', cycle: { unit: 'month', count: 1 } }],
  });
  return { customer, documentId: made.documentId };
};
const invoiceOf = async ({ documentId }: { documentId: string }): Promise<Invoice> => {
  const [period] = await office.get<{ invoice: Invoice }[]>(
    `/contracts/billing-periods?filters[contract][documentId][$eq]=${documentId}&populate=invoice`,
  );
  if (!period) throw new Error('not billed');
  return period.invoice;
};

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true', SANYA_JOBS: 'inline' }));
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
  });
  await office.post('/platform/clock', { now: '2030-03-20T03:00:00.000Z' });
}, 300_000);

test('run with preview, then undo with preview: void, credited, and what is left with its reason', async () => {
  const unpaid = await contract('บริษัท เชียงใหม่การค้า จำกัด', '0105000000012');
  const paid = await contract('ห้างหุ้นส่วน ลำพูน', '0503500000016');
  const deducted = await contract('บริษัท ลำปาง จำกัด', '0525500000018');
  await office.post('/platform/clock', { now: '2030-04-01T03:00:00.000Z' });
  for (const [one, deduction] of [
    [paid, 0],
    [deducted, 5000],
  ] as const) {
    const { documentId, total } = await invoiceOf(one);
    const cash = String(Number(total) - deduction);
    await office.post('/billing/payments', {
      ...{ customer: one.customer, method: 'bank_transfer', amount: cash, currency: 'THB', receivedOn: '2030-04-01' },
      allocations: [
        {
          ...{ invoice: documentId, amount: cash },
          ...(deduction ? { deduction: { amount: String(deduction), reason: 'ค่าธรรมเนียม' } } : {}),
        },
      ],
    });
  }
  const left = await invoiceOf(deducted);

  await open('runs');
  await said('By the clock');
  await page
    .getByRole('row', { name: /1 Apr 2030/ })
    .last()
    .click();
  await said('Billing run');
  // What it billed leads to the invoices.
  await page.getByRole('row', { name: /ห้างหุ้นส่วน ลำพูน/ }).waitFor();
  await page.getByRole('link', { name: left.number }).waitFor();
  await pictures('run-en');
  await button('Undo').click();
  await said('3 invoices over 3,210.00, 3 periods');
  await said('1 are void, 1 are credited, 1 stay');
  await choose('ห้างหุ้นส่วน ลำพูน paid 1,070.00', 'Goes back to the customer');
  await field('reason').fill('ราคาผิด');
  await pictures('run-undo-en');
  await send('Undo');
  await said('The run is being undone.');
  await said('These could not be undone');
  await said(left.number);
  await said('Finished');
  await pictures('run-undone-en');
  expect(
    await office.get<{ state: string }>(`/billing/invoices/${(await invoiceOf(unpaid)).documentId}`),
  ).toMatchObject({
    state: 'void',
  });
  expect(await office.get<{ amount: string }[]>('/billing/refunds')).toMatchObject([{ amount: '107000' }]);

  await open(`contracts/${unpaid.documentId}`);
  await said('Held until');
  await open('runs');
  await button('Bill now').click();
  await said('2 contracts, 2 periods, 2 invoices: 2,140.00 with VAT');
  await send('Bill now');
  await said('The run has begun.');
  await said('Staff');

  await speak('th');
  await open('runs');
  await page
    .getByRole('row', { name: /1 เม.ย. 2573/ })
    .last()
    .click();
  await said('ที่ย้อนแล้ว');
  await pictures('run-undone-th');
  await button('ย้อนการเรียกเก็บ').click();
  await said('คงไว้ 1 ฉบับ');
  await pictures('run-undo-th');
}, 300_000);
