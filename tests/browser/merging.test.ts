import type { Page } from 'playwright-core';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** Customers who were entered twice, made one in the panel, and parted again. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/crm/customers');
const { open, button, said, speak, pictures } = panel;

interface Customer {
  documentId: string;
  code: string;
  name: string;
  phone: string | null;
  state: string;
}

const PHONE = '053 444 555';
const EARLIER = 'บริษัท ล้านนาอินเตอร์เทค จำกัด';
const LATER = 'ล้านนา อินเตอร์เทค';
let stays: Customer;
let goes: Customer;

const customer = (id: string): Promise<Customer> => office.get<Customer>(`/crm/customers/${id}`);

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  stays = await office.post<Customer>('/crm/customers', {
    ...{ kind: 'organisation', name: EARLIER, taxId: '0105000000012', phone: PHONE },
    billingAddress: { line1: '99 ถนนห้วยแก้ว', district: 'เมืองเชียงใหม่', province: 'เชียงใหม่', postcode: '50300' },
    ...{ creditTermsDays: 30, creditLimit: '10000000' },
  });
  goes = await office.post<Customer>('/crm/customers', {
    ...{ kind: 'organisation', name: LATER, phone: PHONE, email: 'account@lanna.example' },
    ...{ note: 'วางบิลทุกวันที่ 5', contacts: [{ name: 'คุณสุดา' }] },
  });
  const product = await office.product('ดูแลเว็บไซต์', 300_000);
  await office.post('/sales/orders', { customer: goes.documentId, lines: [{ product, quantity: '1' }] });
}, 300_000);

test('two who share a number are found, compared side by side, and become one', async () => {
  await open('/alike');
  await said('same phone');
  await pictures('merge-alike-en');
  await page.getByRole('link', { name: 'Compare' }).first().click();
  await said(`${goes.code} ${LATER}`);
  await said('account@lanna.example');
  await page.getByRole('radiogroup', { name: 'Mail' }).getByRole('radio').nth(1).click();
  await page.getByRole('radiogroup', { name: 'Note' }).getByRole('radio').nth(1).click();
  await said(`Comes from ${goes.code}`);
  await pictures('merge-compare-en');
  await button('Merge').click();
  await said(`Merge ${goes.code} ${LATER} into ${stays.code} ${EARLIER}?`);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await said(`${goes.code} ${LATER} is merged into ${stays.code} ${EARLIER}.`);
  await said('account@lanna.example');
  await said('คุณสุดา');
  await said('Merged customers');
  await pictures('merge-survivor-en');
  expect(await customer(goes.documentId)).toMatchObject({ state: 'merged' });
});

test('the one that is gone leads to the other', async () => {
  await open(`/${goes.documentId}`);
  await said('This customer was merged. All that was its belongs to');
  expect(await button('Edit').count()).toBe(0);
  await page.getByRole('link', { name: `${stays.code} ${EARLIER}` }).click();
  await said('Merged customers');
});

test('undoing says first what goes back', async () => {
  await button('Undo').click();
  await said(/Order 1/);
  await pictures('merge-undo-en');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await said('The merge is undone.');
  expect(await customer(goes.documentId)).toMatchObject({ state: 'active' });
  await said('Undone');
});

test('the pages in Thai', async () => {
  await speak('th');
  await open('/alike');
  await said('โทรศัพท์ตรงกัน');
  await pictures('merge-alike-th');
  await open(`/${stays.documentId}/merge/${goes.documentId}`);
  await said('รายที่คงไว้');
  await pictures('merge-compare-th');
});
