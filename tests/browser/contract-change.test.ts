import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A contract is changed on its page: what that charges and gives back is said before, in both languages. */
let page: Page;
let office: Office;
let contract: string;
const panel = panelAt('/plugins/contracts/');
const { open, button, field, said, send, speak, choose, pick } = panel;

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-03-01T03:00:00.000Z' });
  const product = (name: string, unitPrice: string) =>
    office.post('/sales/products', {
      ...{ name, kind: 'service', unit: 'งวด', incomeKind: 'service' },
      prices: [
        { label: 'รายเดือน', unitPrice, per: 'month' },
        { label: 'รายปี', unitPrice: `${unitPrice}0`, per: 'year' },
      ],
    });
  const { documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
  });
  const small = await product('ดูแลเว็บไซต์', '100000');
  await product('ดูแลเว็บไซต์พลัส', '200000');
  ({ documentId: contract } = await office.post('/contracts/contracts', {
    ...{ customer, startsOn: '2030-03-01' },
    lines: [{ product: small.documentId, unitPrice: '100000' }],
  }));
  await office.post('/platform/clock', { now: '2030-03-11T03:00:00.000Z' });
}, 300_000);

test('a line becomes another product, and is said to be charged for the difference', async () => {
  await open(`contracts/${contract}`);
  await said('Billed periods');
  await button('Change').click();
  await said('What changes');
  await pictures('contract-change-empty-en');
  await pick('product', 'พลัส', /ดูแลเว็บไซต์พลัส/);
  await said(
    'From 11 Mar 2030, ดูแลเว็บไซต์ becomes ดูแลเว็บไซต์พลัส (รายเดือน): until 31 Mar 2030 it costs 1,354.84 THB, less 677.42 THB that was billed for the same days at the old price; 677.42 THB before VAT is charged.',
  );
  await pictures('contract-change-en');
  await send('Change');
  await said('The contract is changed.');
  await said('10 Mar 2030');
  await said('Plan changed');
  await pictures('contract-changed-en');
});

test('a smaller number, a line more and a day of its own are said in Thai', async () => {
  await speak('th');
  await open(`contracts/${contract}`);
  await said('งวดที่เรียกเก็บแล้ว');
  await button('เปลี่ยนแพ็กเกจ').click();
  await field('unitPrice').fill('500.00');
  await said(/คืน .* ก่อนภาษี เป็นใบลดหนี้/);
  await pictures('contract-change-th');
  await choose('เมื่อใด', 'ตามวันที่');
  await field('on').fill('2030-03-01');
  await said(/เปลี่ยนย้อนหลังไม่ได้/);
  await choose('เมื่อใด', 'หลังจบงวดนี้');
  await choose('สิ่งที่เปลี่ยน', 'เพิ่มรายการ');
  await field('description').fill('สำรองข้อมูล');
  await said(/ตั้งแต่วันที่ 1 เม.ย. 2573 เพิ่ม สำรองข้อมูล/);
  await pictures('contract-change-add-th');
  await send('เปลี่ยนแพ็กเกจ');
  await said('เปลี่ยนแพ็กเกจแล้ว');
  await said('สำรองข้อมูล');
  await pictures('contract-changed-th');
});
