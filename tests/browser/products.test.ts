import type { Page } from 'playwright-core';
import { overflowOf, picture } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** The catalogue, kept by the people of the office: nothing goes through the content manager, no price is typed in satang. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/products');
const { open, field, said, choose, pick, speak } = panel;
/** Of the two at the head and the foot of a form, the one at the head. */
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

interface Product {
  documentId: string;
  name: string;
}

const bySku = (sku: string) => office.get<Product[]>(`/sales/products?filters[sku][$eq]=${sku}`);

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  for (let n = 1; n <= 12; n += 1) {
    await office.post('/sales/products', {
      name: `บริการดูแลระบบรักษาความปลอดภัย แบบที่ ${n}`,
      kind: 'service',
      group: n % 2 === 0 ? 'ดูแลรายเดือน' : 'ตรวจเช็คประจำปี',
      sku: `SVC-${n}`,
      unit: 'งวด',
      incomeKind: 'service',
      prices: [{ unitPrice: String(n * 1000_00), per: n % 2 === 0 ? 'month' : 'year' }],
    });
  }
}, 300_000);

test('a product is entered with its price in baht; what is no amount or a taken code is said at its field', async () => {
  await open();
  await page.getByRole('link', { name: 'New product' }).click();
  await field('name').fill('กล้องวงจรปิด 4 ล้านพิกเซล');
  await field('nameEn').fill('CCTV camera, 4 megapixels');
  await field('group').fill('อุปกรณ์');
  await field('sku').fill('SVC-1');
  await field('unit').fill('ตัว');
  await page.getByText('Its stock is counted').click();
  await field('sellingPoints').fill(
    '- เห็นชัดในที่มืด 30 เมตร\n- กันน้ำกันฝุ่น IP67\n- รับประกัน 2 ปี เปลี่ยนตัวใหม่ทันที',
  );
  await field('sellingPointsEn').fill(
    'Sees 30 metres in the dark\nProof against water and dust (IP67)\nTwo years’ warranty',
  );
  await field('description').fill('กล้องติดผนังสำหรับบ้านและร้านค้า บันทึกลงเครื่องหรือคลาวด์');
  await field('descriptionEn').fill('A wall camera for homes and shops, recording to disk or cloud.');
  await button('Save').click();
  await said('This is no amount. Write it like 1,500.00.');
  await field('prices.0.unitPrice').fill('1500');
  await choose('Kind of income', /^Goods/);
  expect(await field('prices.0.unitPrice').inputValue()).toBe('1,500.00');
  await button('Save').click();
  await said(/Another product has that code/);
  await pictures('product-refused-en');
  expect(await page.evaluate('document.documentElement.scrollHeight - window.innerHeight')).toBe(0);
  await field('sku').fill('CAM-4');
  await button('Save').dblclick();
  await said('CCTV camera, 4 megapixels');
  await said('Sees 30 metres in the dark');
  await said('฿1,500.00');
  await said('1,605.00');
  expect(await bySku('CAM-4')).toHaveLength(1);
});

test('goods are received and a count corrected, with the reason; the page shows what is available', async () => {
  const [camera] = await bySku('CAM-4');
  await open(`/${camera?.documentId}`);
  await said('0 ตัว');
  await button('Receive goods').click();
  await field('quantity').fill('24');
  await field('reason').fill('ใบส่งของ 1204');
  await page.waitForTimeout(300);
  await picture(page, 'product-receive-en');
  await button('Save').dblclick();
  await said('The goods are in stock.');
  await said('24 ตัว');
  await button('Correct').click();
  await field('quantity').fill('-25');
  await button('Save').click();
  await said('Say why, so that others understand it later.');
  await field('reason').fill('ชำรุด');
  await button('Save').click();
  await said(/At most 24 can be taken away/);
  await field('quantity').fill('-2');
  await button('Save').click();
  await said('The stock is corrected.');
  await said('22 ตัว');
  await said('ใบส่งของ 1204');
  await pictures('product-page-en');
});

test('the price is changed and another added; what was typed is not left without a question', async () => {
  const [camera] = await bySku('CAM-4');
  await open(`/${camera?.documentId}`);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await field('prices.0.unitPrice').fill('1,750.50');
  await page.getByRole('link', { name: 'Cancel' }).first().click();
  await said('What you have typed is not saved yet. Leave the page without it?');
  await button('Stay here').click();
  await button('Add price').click();
  await field('prices.1.unitPrice').fill('150');
  await field('prices.1.label').fill('ผ่อน 12 เดือน');
  await field('prices.1.labelEn').fill('Twelve instalments');
  await field('prices.1.validFrom').fill('2026-02-01');
  await field('prices.1.validTo').fill('2026-01-01');
  await page.getByRole('combobox', { name: 'Charged' }).nth(1).click();
  await page.getByRole('option', { name: 'per month', exact: true }).click();
  await page.getByRole('combobox', { name: 'VAT' }).nth(1).click();
  await page.getByRole('option', { name: 'VAT included', exact: true }).click();
  await button('Save').click();
  await said(/The price ends before it begins/);
  await pictures('product-edit-en');
  await field('prices.1.validTo').fill('2099-12-31');
  await button('Save').click();
  await said('The changes are saved.');
  await said('฿1,750.50');
  await said('฿150.00');
  await said('Twelve instalments');
});

test('a price follows the quantity, with a setup fee and a trial; tiers out of order are refused at their field', async () => {
  await open();
  await page.getByRole('link', { name: 'New product' }).click();
  await field('name').fill('ดูแลกล้องวงจรปิดรายเดือน');
  await field('nameEn').fill('CCTV care, monthly');
  await field('sku').fill('CARE-M');
  await field('unit').fill('ตัว');
  await choose('Charged', 'per month');
  await field('prices.0.unitPrice').fill('150');
  await choose('By quantity', /^Graduated/);
  await field('prices.0.tiers.0.from').waitFor();
  expect(await field('prices.0.tiers.0.unitPrice').inputValue()).toBe('150.00');
  await field('prices.0.tiers.1.from').fill('1');
  await field('prices.0.tiers.1.unitPrice').fill('120');
  await button('Add tier').click();
  await field('prices.0.tiers.2.from').fill('51');
  await field('prices.0.tiers.2.unitPrice').fill('90.50');
  await field('prices.0.setupFee').fill('2500');
  await field('prices.0.trialDays').fill('14');
  await field('prices.0.minimumMonths').fill('12');
  await button('Add option').click();
  await field('options.0.name').fill('เวลาตอบ');
  await field('options.0.nameEn').fill('Response time');
  await field('options.0.code').fill('response');
  for (const [at, code, name, nameEn, adds] of [
    ['0', 'next-day', 'วันทำการถัดไป', 'Next working day', '0'],
    ['1', 'four-hours', 'ภายใน 4 ชั่วโมง', 'Within four hours', '75'],
  ] as const) {
    if ((await field(`options.0.choices.${at}.name`).count()) === 0) await button('Add choice').click();
    await field(`options.0.choices.${at}.name`).fill(name);
    await field(`options.0.choices.${at}.nameEn`).fill(nameEn);
    await field(`options.0.choices.${at}.code`).fill(code);
    await field(`options.0.choices.${at}.priceDelta`).fill(adds);
  }
  await button('Save').click();
  await page.locator('[name="prices.0.tiers.1.from"][aria-invalid=true]').waitFor();
  await pictures('product-tiers-refused-en');
  await field('prices.0.tiers.1.from').fill('11');
  await button('Save').click();
  await said('from 11 ตัว: 120.00');
  await said('Setup fee 2,500.00, once');
  await said('14 days of trial');
  await said('At least 12 months');
  await said('Within four hours');
  await said('Must be chosen · one');
  await pictures('product-tiers-en');
});

test('a bundle is made of other products, and what it is made of stands on its page', async () => {
  await open('/new');
  await field('name').fill('ชุดบ้านปลอดภัย');
  await field('sku').fill('SET-HOME');
  await field('unit').fill('ชุด');
  await field('prices.0.unitPrice').fill('7900');
  for (const sku of ['CAM-4', 'CARE-M']) {
    await pick('component', sku, new RegExp(sku));
  }
  await field('components.0.quantity').fill('4');
  await pictures('product-bundle-form-en');
  await button('Save').click();
  await said('4 ตัว');
  await pictures('product-bundle-en');
});

test('it is sold no longer, and again', async () => {
  const [camera] = await bySku('CAM-4');
  await open(`/${camera?.documentId}`);
  for (const [name, done] of [
    ['Stop selling', 'It is no longer sold.'],
    ['Sell again', 'It is on sale again.'],
  ] as const) {
    await button(name).click();
    await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
    await said(done);
  }
});

test('the list is searched, narrowed by group, kind and state, and sorted', async () => {
  await open();
  await said('15 rows');
  await said('22 ตัว');
  await pictures('products-en');
  await choose('Group', 'ดูแลรายเดือน');
  await said('6 rows');
  await open('?kind=goods');
  await said('3 rows');
  await open('?state=closed');
  await said('No product is like that.');
  await open();
  await field('q').fill('cam-4');
  await page.keyboard.press('Enter');
  await said('1 row');
  await said('1,750.50');
});

test('the same in Thai', async () => {
  await speak('th');
  await open();
  await page.getByRole('heading', { name: 'สินค้าและบริการ', exact: true }).first().waitFor();
  await said('1,750.50');
  await pictures('products-th');
  const [camera] = await bySku('CAM-4');
  await open(`/${camera?.documentId}`);
  await said('เห็นชัดในที่มืด 30 เมตร');
  await said('ใบส่งของ 1204');
  await pictures('product-page-th');
  await open(`/${camera?.documentId}/edit`);
  await field('name').waitFor();
  await pictures('product-edit-th');
  const [care] = await bySku('CARE-M');
  await open(`/${care?.documentId}`);
  await said('ภายใน 4 ชั่วโมง');
  await pictures('product-tiers-th');
  await open(`/${care?.documentId}/edit`);
  await field('prices.0.tiers.2.from').waitFor();
  await pictures('product-tiers-edit-th');
});
