/** @strapi own */
import { type App, bootOwnApp } from '../../support/app';
import { killedAtCharge } from '../../support/card-site';
import { createDatabase } from '../../support/database';
import { type GatewayPeer, pointPlainHttpAt, startGatewayPeer } from '../../support/gateway-peer';
import { speakTo } from './card-shop';
import { proofOf } from './support';

let app: App | undefined;
let peer: GatewayPeer;
let pointBack: () => void = () => undefined;

beforeAll(async () => {
  peer = await startGatewayPeer();
});
afterAll(async () => {
  pointBack();
  await app?.close();
  await peer.close();
});

test('killed between the charge and its record, the site asks when it stands again: charged once, paid once', async () => {
  const database = await createDatabase();
  peer.meet('lost');
  const invoice = await killedAtCharge(database, peer, { part: 'pays', charges: 1 });
  app = await bootOwnApp({}, database);
  pointBack = pointPlainHttpAt(peer.url);
  speakTo(app, peer.url);
  const owner = await app.staff('owner', 'owner-after@example.com');
  const payments = async () => (await owner.get('/billing/payments')).body.data;
  expect(await payments()).toMatchObject([{ state: 'initiated', chargeId: null, amount: '1070000' }]);
  expect((await owner.post('/platform/clock', { advance: 'PT5M' })).status).toBe(200);

  const [payment, ...others] = await payments();
  expect(payment).toMatchObject({ state: 'succeeded', amount: '1070000' });
  expect(others).toEqual([]);
  expect([...peer.charges.values()]).toMatchObject([{ key: payment.documentId, amount: 1_070_000 }]);
  expect((await owner.get(`/billing/invoices/${invoice}`)).body.data).toMatchObject({ state: 'paid', amountDue: '0' });
  expect((await owner.get('/billing/receipts')).body.data).toHaveLength(1);
  expect(await proofOf(app)).toEqual([]);
}, 300_000);
