import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** A coupon is made, taken in an order that staff place, and its use is seen; then it is closed and opened again. */
let page: Page;
let office: Office;
const panel = panelAt('/plugins/sales/');
const { open, field, said, choose, pick, speak } = panel;
const button = (name: string) => panel.button(name).first();
const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

const CUSTOMER = 'บริษัท เชียงใหม่การค้าและบริการ จำกัด';

interface Coupon {
  documentId: string;
  used: number;
}
const songkran = async (): Promise<Coupon> => {
  const [coupon] = await office.get<Coupon[]>('/sales/coupons?filters[code][$eq]=SONGKRAN-10');
  if (!coupon) throw new Error('There is no such coupon.');
  return coupon;
};

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-04-04T03:00:00.000Z' });
  await office.post('/crm/customers', { kind: 'organisation', name: CUSTOMER, phone: '053123456' });
  const product = (name: string, sku: string, group: string, unitPrice: string, more: object = {}) => {
    const prices = [{ unitPrice, per: 'one_time' }];
    return office.post('/sales/products', {
      ...{ name, sku, group, kind: 'service', unit: 'งาน', incomeKind: 'service', prices },
      ...more,
    });
  };
  await product('ติดตั้งกล้องวงจรปิด 8 จุด พร้อมเดินสายและทดสอบระบบ', 'INSTALL-8', 'งานติดตั้ง', '2000000', {
    options: [
      {
        ...{ code: 'recorder', name: 'เครื่องบันทึก', translations: { en: { name: 'Recorder' } } },
        ...{ required: true, many: false },
        choices: [
          { code: 'eight', name: '8 ช่อง', translations: { en: { name: '8 channels' } }, priceDelta: '0' },
          { code: 'sixteen', name: '16 ช่อง', translations: { en: { name: '16 channels' } }, priceDelta: '350000' },
        ],
      },
      {
        ...{ code: 'extras', name: 'บริการเสริม', translations: { en: { name: 'Extras' } } },
        ...{ required: false, many: true },
        choices: [
          { code: 'cloud', name: 'ดูผ่านคลาวด์', translations: { en: { name: 'Cloud view' } }, priceDelta: '120000' },
          { code: 'ups', name: 'เครื่องสำรองไฟ', translations: { en: { name: 'UPS' } }, priceDelta: '290000' },
        ],
      },
    ],
  });
  await product('ล้างเครื่องปรับอากาศ', 'CLEAN', 'ดูแล', '60000');
  const old = { code: 'NEWYEAR', name: 'ส่งท้ายปีเก่า ลด 500 บาท', kind: 'amount', amount: '50000' };
  await office.post('/sales/coupons', { ...old, validFrom: '2029-12-01', validTo: '2030-01-15', totalLimit: 200 });
  await office.post('/sales/coupons', {
    code: 'MAY',
    name: 'เดือนพฤษภาคม',
    kind: 'percent',
    ratePpm: 75_000,
    validFrom: '2030-05-01',
  });
}, 300_000);

test('a coupon is made: what is missing or wrong is said at its field', async () => {
  await open('coupons');
  await said('NEWYEAR');
  await page.getByRole('link', { name: 'New coupon' }).click();
  await button('Save').click();
  await said('It has no code yet. Write one.');
  await field('code').fill('songkran-10');
  await field('name').fill('สงกรานต์ ลด 10 %');
  await field('nameEn').fill('Songkran, 10 % off');
  await field('ratePpm').fill('ten');
  await button('Save').click();
  await pictures('coupon-refused-en');
  await field('ratePpm').fill('10');
  await field('cap').fill('1,500');
  await field('validFrom').fill('2030-04-01');
  await field('validTo').fill('2030-04-30');
  await field('totalLimit').fill('50');
  await field('perCustomerLimit').fill('1');
  await choose('Product groups', 'งานติดตั้ง');
  await pick('scope.customers', 'เชียงใหม่', new RegExp(CUSTOMER));
  await pictures('coupon-form-en');
  await button('Save').dblclick();
  await said('Coupon SONGKRAN-10 is made.');
  await said('10 %, at most ฿1,500.00');
  await said('0 of 50');
  await said('Nobody has used it yet.');
  await open('coupons');
  await said('SONGKRAN-10');
  await pictures('coupons-en');
});

test('staff place an order with it: what it takes off is seen before', async () => {
  await open('orders/new');
  await pick('customer', 'เชียงใหม่', new RegExp(CUSTOMER));
  for (const sku of ['INSTALL-8', 'CLEAN']) {
    await pick('product', sku, new RegExp(sku));
  }
  await said(/Recorder/);
  await said('Choose what must be chosen of each product.');
  await choose('Recorder', '16 channels (+3,500.00)');
  await page.getByText('Cloud view (+1,200.00)').click();
  await field('coupons').fill('NEWYEAR');
  await said(/NEWYEAR/);
  await page.getByRole('alert').first().waitFor();
  await pictures('new-order-coupon-refused-en');
  await field('coupons').fill('songkran-10');
  await said('SONGKRAN-10 · Songkran, 10 % off');
  await said('1,500.00');
  await said('฿25,466.00');
  await pictures('new-order-coupon-en');
  await button('Place order').click();
  await said(/is placed\./);
  await said('฿25,466.00');
  await pictures('order-coupon-en');
  expect((await songkran()).used).toBe(1);
});

test('it is seen as used; it is closed and opened again', async () => {
  const { documentId } = await songkran();
  await open(`coupons/${documentId}`);
  await said('1 of 50');
  await page.getByRole('link', { name: /^SO-2573-/ }).waitFor();
  await pictures('coupon-page-en');
  for (const [name, done] of [
    ['Close', 'The coupon is closed.'],
    ['Reopen', 'The coupon is taken again.'],
  ] as const) {
    await button(name).click();
    await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
    await said(done);
  }
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await said(/^Used once/);
  expect(await field('code').isDisabled()).toBe(true);
  await field('totalLimit').fill('60');
  await button('Save').click();
  await said('1 of 60');
});

test('the same in Thai', async () => {
  await speak('th');
  const { documentId } = await songkran();
  await open('coupons');
  await said('SONGKRAN-10');
  await pictures('coupons-th');
  await open(`coupons/${documentId}`);
  await said('สงกรานต์ ลด 10 %');
  await page.getByRole('link', { name: /^SO-2573-/ }).waitFor();
  await pictures('coupon-page-th');
  await open(`coupons/${documentId}/edit`);
  await field('code').waitFor();
  await pictures('coupon-edit-th');
  await open('orders/new');
  await pick('product', 'INSTALL-8', /INSTALL-8/);
  await said('เครื่องบันทึก');
  await pictures('new-order-options-th');
});
