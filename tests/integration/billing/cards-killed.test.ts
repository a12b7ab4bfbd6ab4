import { fork } from 'node:child_process';
import path from 'node:path';
import { type App, bootOwnApp } from '../../support/app';
import type { TellsCard } from '../../support/card-process';
import { createDatabase } from '../../support/database';
import { type GatewayPeer, pointPlainHttpAt, startGatewayPeer } from '../../support/gateway-peer';
import { until } from '../../support/until';
import { speakTo } from './card-shop';
import { proofOf } from './support';

const support = path.resolve(__dirname, '../../support');
const BOOT_MS = 120_000;

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
  const child = fork(path.join(support, 'card-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...database.env, SANYA_TEST_PEER: peer.url, SANYA_TEST_GATEWAY: 'stripe' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let invoice = '';
  child.on('message', (told: TellsCard) => void (invoice = told.invoice));
  await until('the card is charged', () => peer.charges.size === 1, { withinMs: BOOT_MS });
  child.kill('SIGKILL');
  await ended;

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
