import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** What the customer says on the phone shows the service; the page of a contract shows its periods as bars. */
let page: Page;
let office: Office;
let customer: string;
let made: { documentId: string; serviceId: string; lines: { documentId: string }[] };
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, speak } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ\nเชียงใหม่ 50100' },
  });
  await office.post('/platform/clock', { now: '2030-01-31T03:00:00.000Z' });
  ({ documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012', branchCode: '00000' },
    ...{ email: 'accounts@example.com', phone: '053111222' },
    contacts: [{ name: 'คุณวิภา', phone: '0812223333', position: 'ผู้จัดการอาคาร' }],
  }));
  const camera = await office.product('กล้องวงจรปิด', 100000, { kind: 'goods', unit: 'ตัว' });
  const item = await office.post<{ documentId: string }>('/sales/installed-items', {
    ...{ product: camera, customer, serial: 'SN-77', site: 'โกดัง 2', installedOn: '2030-01-10' },
  });
  made = await office.post('/contracts/contracts', {
    ...{ customer, startsOn: '2030-01-31', termMonths: 24 },
    lines: [
      {
        ...{ description: 'ดูแลกล้อง', unitPrice: '100000', whileSuspended: 'stop', installedItem: item.documentId },
        entitlements: [{ unit: 'visit', quantity: '12', per: 'year', carries: 'none' }],
      },
      { description: 'เช่าเครื่องบันทึก', unitPrice: '50000' },
    ],
  });
}, 300_000);

test('one box finds who calls, what was agreed, what is left and for which item', async () => {
  await open('service-id');
  await field('serviceId').fill(made.serviceId.toLowerCase().replace('-', ' '));
  await pictures('service-id-empty-en');
  await button('Find').click();
  await said(made.serviceId);
  await said('ผู้จัดการอาคาร');
  await said('SN-77');
  await said('โกดัง 2');
  await said('30 Jan 2032');
  await pictures('service-id-en');
  await speak('th');
  await page.reload();
  await said('เครื่องในสัญญา');
  await pictures('service-id-th');
  await speak('en');
});

test('what was heard wrong is told as such', async () => {
  await open('service-id');
  const last = made.serviceId.endsWith('2') ? '3' : '2';
  await field('serviceId').fill(`${made.serviceId.slice(0, -1)}${last}`);
  await page.keyboard.press('Enter');
  await said('This is no service ID: a character is wrong or missing. Have it read out again, one by one.');
  await pictures('service-id-wrong-en');
});

test('the periods of a contract are bars that tell what became of them, and its invoices are listed', async () => {
  await office.post('/platform/clock', { now: '2030-03-02T03:00:00.000Z' });
  const [first] = await office.get<{ documentId: string; total: string }[]>(
    `/billing/invoices?filters[sourceDocumentId][$eq]=${made.documentId}&sort=id:asc`,
  );
  await office.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: first?.total, currency: 'THB', receivedOn: '2030-03-02' },
    allocations: [{ invoice: first?.documentId, amount: first?.total }],
  });
  await office.post(`/contracts/contracts/${made.documentId}/change`, {
    lines: [{ line: made.lines[1]?.documentId, quantity: '2' }],
  });
  await office.post('/platform/clock', { now: '2030-04-10T03:00:00.000Z' });
  await office.post(`/contracts/contracts/${made.documentId}/suspend`, { reason: 'ปิดปรับปรุง' });
  await office.post('/platform/clock', { now: '2030-05-12T03:00:00.000Z' });
  await open(`contracts/${made.documentId}`);
  const care = page.getByRole('region', { name: 'ดูแลกล้อง' });
  await care.getByRole('img', { name: /^Paid · 31 Jan 2030 to 27 Feb 2030 · / }).waitFor();
  await care
    .getByRole('img', { name: /^Billed, not paid · / })
    .first()
    .waitFor();
  await care.getByRole('img', { name: /^Suspended · 10 Apr 2030 to / }).waitFor();
  await care
    .getByRole('img', { name: /^Not billed yet · / })
    .first()
    .waitFor();
  await said('Difference of a change');
  await care.getByRole('img', { name: /^Paid/ }).hover();
  await page.getByRole('tooltip').getByText('Paid · 31 Jan 2030').waitFor();
  await pictures('contract-bars-en');
  await button('Later months').click();
  await care.getByRole('img', { name: /^Paid/ }).waitFor({ state: 'detached' });
  await speak('th');
  await page.reload();
  await said('เส้นเวลา');
  await said('ส่วนต่างจากการเปลี่ยน');
  await pictures('contract-bars-th');
});
