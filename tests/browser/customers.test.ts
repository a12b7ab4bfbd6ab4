import type { Page } from 'playwright-core';
import { picture } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** The customers of the office, entered and kept by its people: nothing goes through the content manager. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/crm/customers');
const { open, field, said, choose, speak, pictures } = panel;
/** Of the two at the head and the foot of a form, the one at the head. */
const button = (name: string) => panel.button(name).first();

const WRONG_TAX_ID = '0105000000011';
const TAX_ID = '0105000000012';
const COMPANY = 'บริษัท ดอยคำออร์แกนิก จำกัด';

interface Customer {
  documentId: string;
  code: string;
  name: string;
}
const named = async (name: string): Promise<Customer[]> => {
  const path = `/crm/customers/search?text=${encodeURIComponent(name)}`;
  const { customers } = await office.get<{ customers: Customer[] }>(path);
  return customers;
};

async function sixtyCustomers(): Promise<void> {
  const classes = '/content-manager/collection-types/plugin::crm.customer-class';
  const translations = { en: { name: 'Regular' } };
  const regular = await office.post(classes, {
    code: 'regular',
    name: 'ลูกค้าประจำ',
    translations,
    defaultTermsDays: 30,
  });
  for (let n = 1; n <= 60; n += 1) {
    const place = { line1: `${n} ถนนสุเทพ`, subdistrict: 'สุเทพ', district: 'เมืองเชียงใหม่', province: 'เชียงใหม่' };
    await office.post('/crm/customers', {
      kind: n % 10 === 0 ? 'government' : n % 3 === 0 ? 'person' : 'organisation',
      name: n % 3 === 0 ? `คุณสมชาย คนที่ ${n}` : `บริษัท ทดสอบการค้าและบริการ ${n} จำกัด`,
      phone: `0812345${String(n).padStart(3, '0')}`,
      email: `customer${n}@example.com`,
      billingAddress: { ...place, postcode: '50200' },
      ...(n % 4 === 0 ? { class: regular.documentId } : {}),
      ...(n % 5 === 0 ? { creditTermsDays: 30, creditLimit: String(n * 100_000_00) } : {}),
    });
  }
}

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await sixtyCustomers();
}, 300_000);

test('a company with a wrong tax id is refused at its field; with the right one a double click makes one', async () => {
  await open();
  await page.getByRole('link', { name: 'New customer' }).click();
  await field('name').fill(COMPANY);
  await field('taxId').fill(WRONG_TAX_ID);
  await field('phone').fill('053 111 222');
  await field('email').fill('office@example.com');
  await choose('Class', 'Regular');
  await field('creditTermsDays').fill('45');
  await field('creditLimit').fill('10000');
  await field('billingAddress.line1').fill('99 ถนนห้วยแก้ว');
  await field('billingAddress.subdistrict').fill('ช้างเผือก');
  await field('billingAddress.district').fill('เมืองเชียงใหม่');
  await field('billingAddress.province').fill('เชียงใหม่');
  await field('billingAddress.postcode').fill('50300');
  expect(await field('creditLimit').inputValue()).toBe('10,000.00');
  await button('Save').click();
  await said(/The tax id is not right/);
  expect(await field('taxId').getAttribute('aria-invalid')).toBe('true');
  await pictures('customer-refused-en');
  // The window itself does not scroll beside the page.
  expect(await page.evaluate('document.documentElement.scrollHeight - window.innerHeight')).toBe(0);
  expect(await named(COMPANY)).toEqual([]);

  await field('taxId').fill(TAX_ID);
  await button('Save').dblclick();
  await said(/Customer C-\d+ is created\./);
  await said('10,000.00');
  await said('Head office');
  expect(await named(COMPANY)).toHaveLength(1);
});

test('the customer is edited; what was typed is not left without a question', async () => {
  const [customer] = await named(COMPANY);
  await open(`/${customer?.documentId}`);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await field('creditLimit').fill('25,000.50');
  await field('note').fill('วางบิลทุกวันที่ 5');
  await page.getByRole('link', { name: 'Cancel' }).last().click();
  await said('What you have typed is not saved yet. Leave the page without it?');
  await picture(page, 'customer-leave-en');
  await button('Stay here').click();
  await page.getByText('Goods go to another address').click();
  await field('shippingAddress.line1').fill('1 คลังสินค้า');
  await field('shippingAddress.postcode').fill('5020');
  await button('Save').click();
  await said(/The postcode is not right/);
  await field('shippingAddress.postcode').fill('50200');
  await pictures('customer-edit-en');
  await button('Save').click();
  await said('The changes are saved.');
  await said('25,000.50');
  await said('วางบิลทุกวันที่ 5');
  await said('1 คลังสินค้า');
});

test('contacts are added, changed, set inactive, moved and removed', async () => {
  const [customer] = await named(COMPANY);
  await open(`/${customer?.documentId}`);
  await button('Add contact').click();
  await field('name').fill('คุณสุดา ใจงาม');
  await field('phone').fill('12');
  await button('Save').click();
  await said(/This is no phone number/);
  await field('phone').fill('081-999-8888');
  await choose('Contact for', 'Billing');
  await page.waitForTimeout(300);
  await picture(page, 'contact-dialog-en');
  await button('Save').dblclick();
  await said('คุณสุดา ใจงาม is added.');
  await said('081-999-8888');
  await button('Edit คุณสุดา ใจงาม').click();
  await field('position').fill('หัวหน้าบัญชี');
  await button('Save').click();
  await said('หัวหน้าบัญชี');
  await button('More for คุณสุดา ใจงาม').click();
  await page.getByRole('menuitem', { name: 'Set inactive' }).click();
  await said('Inactive');
  await pictures('customer-page-en');

  await button('More for คุณสุดา ใจงาม').click();
  await page.getByRole('menuitem', { name: 'Move to another customer' }).click();
  await field('moveTo').fill('คนที่ 33');
  await page.getByRole('dialog').getByText('คุณสมชาย คนที่ 33').click();
  await page.waitForTimeout(300);
  await picture(page, 'contact-move-en');
  await button('Move').click();
  await said('There are no contacts yet.');

  const [other] = await named('คนที่ 33');
  await open(`/${other?.documentId}`);
  await button('More for คุณสุดา ใจงาม').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await said('There are no contacts yet.');
});

test('who may be the same is shown while typing and asked before it is made', async () => {
  await open('/new');
  await choose('Kind', 'Person');
  await field('name').fill('นาย ดอย ใหม่');
  await field('phone').fill('053111222');
  const link = page.getByRole('link', { name: new RegExp(COMPANY) });
  await link.waitFor();
  expect(await link.getAttribute('href')).toMatch(/\/plugins\/crm\/customers\/[a-z0-9]+$/);
  await button('Save').click();
  await said('Is it one of these?');
  await pictures('customer-duplicate-en');
  await button('Back').click();
  expect(await named('นาย ดอย ใหม่')).toEqual([]);
  await button('Save').click();
  await button('No, create a new one').click();
  await said(/Customer C-\d+ is created\./);
});

test('a customer is closed, reopened and deleted', async () => {
  const [customer] = await named('ดอย ใหม่');
  await open(`/${customer?.documentId}`);
  const confirm = async (name: string): Promise<void> => {
    await button(name).click();
    await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
  };
  await confirm('Close');
  await said('The customer is closed.');
  await confirm('Reopen');
  await said('The customer is active again.');
  await confirm('Delete');
  await said(`Customer ${customer?.code} is deleted.`);
  expect(await named('ดอย ใหม่')).toEqual([]);
});

test('the list is searched, narrowed, sorted and paged', async () => {
  await open();
  await said('61 rows');
  await pictures('customers-en');
  await page.getByRole('link', { name: 'Page 3' }).click();
  await said('C-000001');
  await choose('Kind', 'Government');
  await said('6 rows');
  await choose('Class', 'Regular');
  await said('3 rows');
  await page.getByRole('button', { name: 'Credit', exact: true }).click();
  await page.getByRole('button', { name: 'Credit, sorted up' }).waitFor();
  await open();
  await field('q').fill('081-234-5017');
  await page.keyboard.press('Enter');
  await said('1 row');
  await said('บริษัท ทดสอบการค้าและบริการ 17 จำกัด');
  await open('?q=%26%23%25');
  await said('No customer is like that.');
});

test('the same in Thai', async () => {
  await speak('th');
  await open();
  await page.getByRole('heading', { name: 'ลูกค้า', exact: true }).first().waitFor();
  await said(COMPANY);
  await pictures('customers-th');
  await open('/new');
  await page.getByRole('heading', { name: 'เพิ่มลูกค้า' }).waitFor();
  await field('name').fill(COMPANY);
  await field('taxId').fill(TAX_ID);
  await button('บันทึก').click();
  await said('เป็นลูกค้ารายใดรายหนึ่งนี้หรือไม่');
  await picture(page, 'customer-duplicate-th');
  await button('ไม่ใช่ เพิ่มเป็นลูกค้าใหม่').click();
  await said(/มีลูกค้าใช้อยู่แล้ว/);
  await pictures('customer-new-th');
  await field('name').fill('');
  await page.getByRole('link', { name: 'ยกเลิก' }).first().click();
  await button('ออกโดยไม่บันทึก').click();
  const [customer] = await named(COMPANY);
  await office.post('/crm/contacts', { customer: customer?.documentId, name: 'คุณสุดา ใจงาม', position: 'บัญชี' });
  await open(`/${customer?.documentId}`);
  await said('คุณสุดา ใจงาม');
  await pictures('customer-page-th');
  await button('แก้ไข คุณสุดา ใจงาม').click();
  await page.waitForTimeout(500);
  await picture(page, 'contact-dialog-th');
});
