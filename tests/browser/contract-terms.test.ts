import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';

/** The page of a contract says until when it is tried, and which service is promised; staff agree on another level. */
let page: Page;
let office: Office;
const panel = panelAt('/');
const { open, button, said, choose, send, speak } = panel;
const CONTENT = '/content-manager/collection-types';

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  ({ page, office } = await panel.begin({ SANYA_TEST_CLOCK: 'true' }));
  await office.post('/platform/clock', { now: '2030-01-10T03:00:00.000Z' });
}, 300_000);

test('what is tried and what is promised stand on the page of the contract; another level is agreed on', async () => {
  const { documentId: customer } = await office.post('/crm/customers', {
    ...{ kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด', taxId: '0105000000012' },
    email: 'accounts@example.com',
  });
  const { documentId: product } = await office.post('/sales/products', {
    ...{ name: 'เก็บข้อมูล', kind: 'service', unit: 'เดือน', incomeKind: 'service' },
    prices: [{ unitPrice: '100000', per: 'month', trialDays: 14 }],
  });
  await office.post('/sales/orders', { customer, lines: [{ product, quantity: '1' }] });
  await office.post(`${CONTENT}/plugin::contracts.service-level`, {
    ...{ code: 'gold', name: 'ทอง', nameEn: 'Gold', active: true },
    ...{ promise: 'ตอบภายใน 4 ชั่วโมงทำการ', promiseEn: 'Answered within 4 working hours' },
  });
  const [contract] = await office.get<{ documentId: string }[]>('/contracts/contracts');
  const url = `plugins/contracts/contracts/${contract?.documentId}`;
  await open(url);
  await said('Trial until');
  await said('23 Jan 2030');
  await button('Change service level').click();
  await choose('Service level', 'Gold');
  await pictures('contract-level-dialog-en');
  await send('Save');
  await said('Gold (agreed)');
  await pictures('contract-trial-en');
  expect(await office.get(`/contracts/contracts/${contract?.documentId}/service-level`)).toMatchObject({
    serviceLevel: { code: 'gold', of: 'contract' },
  });
  await open('settings/sanya-contracts');
  await said('Service levels of customer classes');
  await pictures('contract-levels-setting-en');
  await speak('th');
  await open(url);
  await said('ทดลองใช้ถึงวันที่');
  await said('ทอง (ตกลงในสัญญา)');
  await pictures('contract-trial-th');
  await open('settings/sanya-contracts');
  await said('ระดับบริการของกลุ่มลูกค้า');
  await pictures('contract-levels-setting-th');
}, 300_000);
