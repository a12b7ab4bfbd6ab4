import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { toBuffer } from 'qrcode';
import { slipQrPayload } from '../../plugins/billing/server/src/domain/mini-qr';
import { picture } from '../support/browser';
import { type GatewayPeer, peerEnv, startGatewayPeer, stripeSigned } from '../support/gateway-peer';
import type { Office } from '../support/office';
import { panelAt } from '../support/panel';
import type { ServerProcess } from '../support/server-process';
import { siteAt } from '../support/site';

/** Cards are set up, paid with and looked after; a slip shows what is odd about it. */
let server: ServerProcess;
let page: Page;
let office: Office;
let peer: GatewayPeer;
const panel = panelAt('/');
const { open, button, field, said, choose, speak, pictures } = panel;
const SETTING = '/content-manager/single-types/plugin::billing.setting';

interface Payment {
  documentId: string;
  state: string;
  chargeId: string;
}

const ask = async <T>(method: string, url: string, body?: object, token?: string): Promise<T> =>
  (await siteAt(server.url)<{ data: T }>(method, url, body, token)).data;

async function sendSlip(token: string): Promise<string> {
  const payload = slipQrPayload('004', '20200115000000000777').replace('777', '778');
  const code = PNG.sync.read(await toBuffer(payload, { scale: 3, margin: 4 }));
  const slip = new PNG({ width: 300, height: 420 });
  slip.data.fill(240);
  PNG.bitblt(code, slip, 0, 0, code.width, code.height, 150, 280);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(PNG.sync.write(slip))], { type: 'image/png' }), 'slip.png');
  const answer = await fetch(`${server.url}/api/platform/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return ((await answer.json()) as { data: { id: string } }).data.id;
}

let buyers = 0;
async function buyer(product: string): Promise<{ token: string; pay: (body: object) => Promise<Payment> }> {
  buyers += 1;
  const { jwt } = await siteAt(server.url)<{ jwt: string }>('POST', '/api/auth/local/register', {
    ...{
      username: `buyer${buyers}`,
      email: `buyer${buyers}@example.com`,
      password: 'Secret-pass1',
      name: 'สมใจ รักษ์ดี',
    },
  });
  const lines = [{ product, quantity: '1' }];
  type Placed = { invoice: { documentId: string } };
  const { invoice } = await ask<Placed>('POST', '/api/sales/orders', { lines }, jwt);
  const url = `/api/billing/invoices/${invoice.documentId}/payments`;
  return { token: jwt, pay: (body) => ask<Payment>('POST', url, body, jwt) };
}

const tell = (event: object): Promise<Response> => {
  const { body, headers } = stripeSigned(event);
  return fetch(`${server.url}/api/billing/webhooks/stripe`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
};

beforeAll(async () => {
  peer = await startGatewayPeer();
  ({ server, page, office } = await panel.begin({ ...peerEnv(peer.url), SANYA_PORTS: '', SANYA_MAIL: 'outbox' }));
  await office.put('/content-manager/single-types/plugin::platform.setting', {
    ...{ companyName: 'บริษัท ตัวอย่าง จำกัด', taxId: '0105500000011', address: '1 ถนนท่าแพ' },
    ...{ zone: 'Asia/Bangkok', language: 'th' },
  });
}, 300_000);
afterAll(() => peer.close());

test('a gateway is chosen with its public key; a secret one is refused', async () => {
  await open('settings/sanya-payment-ways');
  await said('Cards');
  await pictures('cards-setting-none-en');
  await choose('Gateway', 'Stripe');
  await field('cardPublicKey').fill('sk_live_secret');
  await button('Save').click();
  await said(/This is a secret key/);
  await field('cardPublicKey').fill('pk_test_peer');
  await button('Save').click();
  await page.waitForTimeout(1500);
  await pictures('cards-setting-en');
  expect(await office.get(SETTING)).toMatchObject({ cardGateway: 'stripe', cardPublicKey: 'pk_test_peer' });
});

test('card payments, and what their gateway told, are looked after; so is an odd slip', async () => {
  const product = await office.product('ดูแลเว็บไซต์', 1_000_000);
  await open('plugins/billing/payments/gateways');
  await said('No gateway has told anything yet.');
  await pictures('gateways-empty-en');

  const card = { method: 'card', card: 'pm_card_visa' };
  const paid = await (await buyer(product)).pay(card);
  expect(paid.state).toBe('succeeded');
  peer.meet('three-ds', 'declined', 'other-amount');
  const waiting = await (await buyer(product)).pay(card);
  expect((await (await buyer(product)).pay(card)).state).toBe('failed');
  expect((await (await buyer(product)).pay(card)).state).toBe('to_check');
  const odd = await buyer(product);
  await odd.pay({ method: 'bank_transfer', slip: await sendSlip(odd.token), amount: '5000' });
  const dispute = { id: 'dp_1', payment_intent: paid.chargeId, status: 'needs_response' };
  expect((await tell({ id: 'evt_d', type: 'charge.dispute.created', data: { object: dispute } })).status).toBe(200);
  const strange = { id: 'pi_old_shop', metadata: {} };
  expect((await tell({ id: 'evt_s', type: 'payment_intent.succeeded', data: { object: strange } })).status).toBe(200);

  await open('plugins/billing/payments');
  await said('Card · Stripe');
  await pictures('cards-payments-en');
  await open(`plugins/billing/payments/${paid.documentId}`);
  await said(paid.chargeId);
  await pictures('cards-payment-en');
  await open(`plugins/billing/payments/${waiting.documentId}`);
  Object.assign(peer.charges.get(waiting.chargeId) ?? {}, { state: 'succeeded' });
  await button('Ask Stripe').click();
  await said('Succeeded');
  await open('plugins/billing/to-verify');
  await said(/Asked for was ฿10,700\.00; charged was ฿10,701\.00/);
  await pictures('cards-to-verify-en');
  await page.getByRole('button', { name: /^สมใจ/ }).last().click();
  await said(/its check digits are wrong/);
  await pictures('slip-marks-en');

  await speak('th');
  await open('plugins/billing/to-verify');
  await page.getByRole('button', { name: /^สมใจ/ }).last().click();
  await said(/รหัสตรวจสอบไม่ถูกต้อง/);
  await pictures('slip-marks-th');
  await open('plugins/billing/payments/gateways');
  await said(/เจ้าของบัตรโต้แย้งรายการนี้/);
  await pictures('gateways-th');
  await open('settings/sanya-payment-ways');
  await said('ผู้ให้บริการชำระเงิน');
  await pictures('cards-setting-th');

  await speak('en');
  await open('plugins/billing/payments/gateways');
  await said(/of no payment here/);
  await button('Close').first().click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('From the old shop');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await said('From the old shop');
  await picture(page, 'gateways-closed-en');
}, 300_000);

test('what was paid by card goes back to the card by a press; a refusal is read, and tried anew', async () => {
  await speak('en');
  const product = await office.product('ติดตั้งกล้อง', 1_000_000);
  const paid = await (await buyer(product)).pay({ method: 'card', card: 'pm_card_visa' });
  const { invoice } = await office.get<{ invoice: { documentId: string } }>(
    `/billing/payments/${paid.documentId}?populate=invoice`,
  );
  const [line] = await office.get<{ documentId: string }[]>(
    `/billing/invoice-lines?filters[invoice][documentId][$eq]=${invoice.documentId}`,
  );
  await office.post(`/billing/invoices/${invoice.documentId}/credit-notes`, {
    lines: [{ line: line?.documentId, amount: '100000' }],
    ...{ cause: 'price_wrong', reason: 'คิดราคาเกิน', settle: [{ how: 'refund' }] },
  });
  const [refund] = await office.get<{ documentId: string }[]>('/billing/refunds?sort=id:desc');
  await open(`plugins/billing/refunds/${refund?.documentId}`);
  await button('Back to the card').click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await said(/goes back through Stripe to the card it was paid with/);
  await pictures('card-refund-ask-en');
  peer.meet('refused');
  await dialog.getByRole('button', { name: 'Back to the card' }).click();
  await said(/The gateway did not send it \(charge_already_refunded\)/);
  await said('Why the card did not take it');
  await speak('th');
  await open(`plugins/billing/refunds/${refund?.documentId}`);
  await said('คืนเข้าบัตร');
  await pictures('card-refund-refused-th');
  await button('คืนเข้าบัตร').click();
  await dialog.getByRole('button', { name: 'คืนเข้าบัตร' }).click();
  await said(/คืนเข้าบัตรแล้ว/);
  await pictures('card-refund-sent-th');
  const sent = peer.charges.get(paid.chargeId)?.refunds.map(({ amount }) => amount);
  expect(sent).toEqual([100_000]);
}, 300_000);
