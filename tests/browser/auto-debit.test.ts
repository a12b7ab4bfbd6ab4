import type { Page } from 'playwright-core';
import { overflowOf } from '../support/browser';
import { type GatewayPeer, peerEnv, startGatewayPeer } from '../support/gateway-peer';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** What is due is charged to saved cards: settings, what a customer said to staff, and what was tried. */
let server: ServerProcess;
let page: Page;
let office: Office;
let peer: GatewayPeer;
let customer: string;
const panel = panelAt('/');
const { open, button, field, said, choose, speak } = panel;
const SETTING = '/content-manager/single-types/plugin::billing.setting';

const pictures = (name: string) =>
  panel.pictures(name, async (width) => expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]));

beforeAll(async () => {
  peer = await startGatewayPeer();
  const env = { ...peerEnv(peer.url), SANYA_PORTS: '', SANYA_MAIL: 'outbox', SANYA_TEST_CLOCK: 'true' };
  ({ server, page, office } = await panel.begin(env));
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
  await office.post('/platform/clock', { now: '2030-03-01T03:00:00.000Z' });
}, 300_000);
afterAll(() => peer.close());

/** A member who pays an invoice and lets the card be kept. */
async function buyer(): Promise<void> {
  const ask = siteAt(server.url);
  const product = await office.product('ดูแลเว็บไซต์', 1_000_000);
  const { jwt } = await ask<{ jwt: string }>('POST', '/api/auth/local/register', {
    ...{ username: 'buyer', email: 'buyer@example.com', password: 'Secret-pass1', name: 'สมใจ รักษ์ดี' },
  });
  const { data } = await ask<{ data: { invoice: { documentId: string } } }>(
    'POST',
    '/api/sales/orders',
    { lines: [{ product, quantity: '1' }] },
    jwt,
  );
  const url = `/api/billing/invoices/${data.invoice.documentId}/payments`;
  await ask('POST', url, { method: 'card', card: 'pm_card_visa', saveCard: true }, jwt);
  const [found] = await office.get<{ documentId: string }[]>('/crm/customers?filters[email][$eq]=buyer@example.com');
  customer = found?.documentId ?? '';
}

async function owe(dueDate: string): Promise<string> {
  const draft = await office.post('/billing/invoices', {
    ...{ customer, dueDate },
    lines: [{ description: 'ดูแลเว็บไซต์', quantity: '1', unit: 'เดือน', unitPrice: '500000' }],
  });
  await office.post(`/billing/invoices/${draft.documentId}/issue`, {});
  return draft.documentId;
}

test('settings say when cards are charged, how often, and how long before their holders are told', async () => {
  await open('settings/sanya-payment-ways');
  await said('Cards');
  await choose('Gateway', 'Stripe');
  await field('cardPublicKey').fill('pk_test_peer');
  await field('autoDebitRetries').fill('3, 1');
  await field('autoDebitNoticeDays').fill('2');
  await button('Save').click();
  await said(/Days after the first try, each later than the one before/);
  await field('autoDebitRetries').fill('1, 4');
  await button('Save').click();
  await page.waitForTimeout(1500);
  await pictures('auto-debit-setting-en');
  expect(await office.get(SETTING)).toMatchObject({ autoDebitNoticeDays: 2, autoDebitRetries: '1, 4' });
});

test('staff write down that the customer agreed; what was tried, and that a card was refused, is seen', async () => {
  await buyer();
  await open(`plugins/crm/customers/${customer}`);
  await said('Saved cards');
  await button('Charge automatically').click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByRole('textbox').fill('คุณสมใจตกลงทางโทรศัพท์ 1 มี.ค.');
  await pictures('auto-debit-agree-en');
  await dialog.getByRole('button', { name: 'Charge automatically', exact: true }).click();
  await button('Stop charging').waitFor();
  await pictures('auto-debit-agreed-en');
  const cards = await office.get<object[]>('/billing/payment-methods');
  expect(cards).toMatchObject([{ autoDebitSince: expect.any(String) }]);

  await owe('2030-03-10');
  peer.meet('declined', 'stolen');
  await office.post('/platform/clock', { now: '2030-03-10T05:00:00.000Z' });
  const tries = '/billing/payments?filters[debitAttempt][$notNull]=true&sort=debitAttempt:asc';
  const [first] = await office.get<{ documentId: string }[]>(tries);
  await open(`plugins/billing/payments/${first?.documentId}`);
  await said('try 1');
  await said('It is not laid on any invoice.');
  // What the gateway says is in the reader's words, on the page as in what happened.
  await page.getByText('Declined: not enough money').nth(1).waitFor();
  await pictures('auto-debit-try-en');
  await office.post('/platform/clock', { now: '2030-03-11T05:00:00.000Z' });
  expect(await office.get(tries)).toMatchObject([{ state: 'failed' }, { state: 'failed', debitRetryOn: null }]);
  await open(`plugins/crm/customers/${customer}`);
  await said(/Refused:/);
  await pictures('auto-debit-refused-en');

  await speak('th');
  await open(`plugins/crm/customers/${customer}`);
  await said('บัตรที่บันทึกไว้');
  await pictures('auto-debit-refused-th');
  await open(`plugins/billing/payments/${first?.documentId}`);
  await said('ครั้งที่ 1');
  await pictures('auto-debit-try-th');
  await open('settings/sanya-payment-ways');
  await said('แจ้งก่อนตัดบัตร');
  await pictures('auto-debit-setting-th');
}, 300_000);
