import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** A visitor asks for a quote through a form of the web site; staff look at it and make the quote of it. */
let server: ServerProcess;
let page: Page;
let office: Office;
const panel = panelAt('/plugins/');
const { open, field, said, choose, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));
const dialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

beforeAll(async () => {
  ({ server, page, office } = await panel.begin());
}, 300_000);

test('nobody has asked yet, in Thai and in English', async () => {
  await speak('th');
  await open('sales/quote-requests');
  await said('ยังไม่มีคำขอที่รอใบเสนอราคา');
  await open('crm/form-submissions');
  await said('ยังไม่มีแบบฟอร์มที่ได้รับ');
  await speak('en');
  await open('sales/quote-requests');
  await said('No visitor waits for a quote.');
});

test('what a visitor asks for is found and becomes the quote of a new customer', async () => {
  const product = await office.product('ติดตั้งกล้องวงจรปิด', 2_000_000);
  await siteAt(server.url)('POST', '/api/crm/forms/quote-request', {
    ...{ name: 'คุณวิภา ทองดี', company: 'บริษัท ดอยคำการเกษตร จำกัด', email: 'wipa@doikham.example' },
    ...{ phone: '053 123 456', message: 'โรงงานสามหลัง <b>ขอเข้าดูหน้างาน</b>' },
    products: [{ product, quantity: '3' }],
  });
  await open('sales/quote-requests');
  await said('คุณวิภา ทองดี');
  await pictures('quote-requests-en');
  await page.getByText('คุณวิภา ทองดี').first().click();
  await said('โรงงานสามหลัง <b>ขอเข้าดูหน้างาน</b>');
  await said('ติดตั้งกล้องวงจรปิด');
  await pictures('quote-request-en');
  await button('Make a quote').click();
  await field('name').waitFor();
  expect(await field('name').inputValue()).toBe('บริษัท ดอยคำการเกษตร จำกัด');
  await dialog('Make a quote').click();
  await said('Draft of a quote');
  await said('60,000.00');
  await page.getByRole('link', { name: 'Open the request' }).click();
  await said('Quoted');
  await open('sales/quote-requests');
  await said('No visitor waits for a quote.');
});

test('who may be there already is shown, and taken', async () => {
  await siteAt(server.url)('POST', '/api/crm/forms/quote-request', {
    ...{ name: 'คุณวิภา', email: 'wipa@doikham.example', message: 'ขอเพิ่มอีกหนึ่งจุด' },
  });
  await open('sales/quote-requests');
  await page.getByText('wipa@doikham.example').first().click();
  await button('Make a quote').click();
  await page.getByRole('dialog').getByText('บริษัท ดอยคำการเกษตร จำกัด').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Take', exact: false }).first().click();
  await said('Chosen: บริษัท ดอยคำการเกษตร จำกัด');
  await dialog('Make a quote').click();
  await said('Draft of a quote');
  expect(await office.get<unknown[]>('/crm/customers')).toHaveLength(1);
});

test('staff make a form with its questions, and the web site has it', async () => {
  await speak('th');
  await open('crm/forms');
  await said('ขอใบเสนอราคา');
  await button('สร้างแบบฟอร์ม').click();
  await field('code').fill('suggestions');
  await field('name').fill('ข้อเสนอแนะ');
  await field('fields.0.key').fill('about');
  await choose('ชนิด', 'ตัวเลือก');
  await field('fields.0.label').fill('เรื่อง');
  await field('fields.0.choices').fill('price = ราคา / Price\npeople = พนักงาน / People');
  await pictures('form-dialog-th');
  await dialog('บันทึก').click();
  await said('POST /api/crm/forms/suggestions');
  await pictures('form-th');
  const { data } = await siteAt(server.url)<{ data: { fields: unknown[] } }>('GET', '/api/crm/forms/suggestions');
  expect(data.fields).toMatchObject([
    {
      ...{ key: 'about', kind: 'choice', label: 'เรื่อง' },
      choices: [
        { value: 'price', label: 'ราคา' },
        { value: 'people', label: 'พนักงาน' },
      ],
    },
  ]);
});

test('what came in is read under its questions and marked as done', async () => {
  await siteAt(server.url)('POST', '/api/crm/forms/suggestions', { about: 'people' });
  await open('crm/form-submissions');
  await page.getByText('ข้อเสนอแนะ').first().click();
  await said('พนักงาน');
  await pictures('submission-th');
  await button('ดำเนินการแล้ว').click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('แจ้งหัวหน้าแล้ว');
  await page.getByRole('alertdialog').getByRole('button', { name: 'ดำเนินการแล้ว', exact: true }).click();
  await said('แจ้งหัวหน้าแล้ว');
});
