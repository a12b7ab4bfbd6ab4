import { fork } from 'node:child_process';
import path from 'node:path';
import { type App, bootOwnApp, type Staff } from '../../support/app';
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

/** A site is killed while the gateway has the word about a charge; then another stands on its database. */
async function killedAt(
  charges: number,
  more: Record<string, string> = {},
): Promise<{ invoice: string; owner: Staff }> {
  const database = await createDatabase();
  const child = fork(path.join(support, 'card-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...database.env, SANYA_TEST_PEER: peer.url, SANYA_TEST_GATEWAY: 'stripe', ...more },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let invoice = '';
  child.on('message', (told: TellsCard) => void (invoice = told.invoice));
  await until('the card is charged', () => peer.charges.size === charges, { withinMs: BOOT_MS });
  child.kill('SIGKILL');
  await ended;

  app = await bootOwnApp({}, database);
  pointBack = pointPlainHttpAt(peer.url);
  speakTo(app, peer.url);
  const owner = await app.staff('owner', 'owner-after@example.com');
  return { invoice, owner };
}

test('killed between the charge and its record, the site asks when it stands again: charged once, paid once', async () => {
  peer.meet('lost');
  const { invoice, owner } = await killedAt(1);
  const payments = async () => (await owner.get('/billing/payments')).body.data;
  expect(await payments()).toMatchObject([{ state: 'initiated', chargeId: null, amount: '1070000' }]);
  expect((await owner.post('/platform/clock', { advance: 'PT5M' })).status).toBe(200);

  const [payment, ...others] = await payments();
  expect(payment).toMatchObject({ state: 'succeeded', amount: '1070000' });
  expect(others).toEqual([]);
  expect([...peer.charges.values()]).toMatchObject([{ key: payment.documentId, amount: 1_070_000 }]);
  expect((await owner.get(`/billing/invoices/${invoice}`)).body.data).toMatchObject({ state: 'paid', amountDue: '0' });
  expect((await owner.get('/billing/receipts')).body.data).toHaveLength(1);
  expect(await proofOf(app as App)).toEqual([]);
}, 300_000);

test('killed while it charges what is due by itself, the site asks when it stands again, and charges nothing anew', async () => {
  await app?.close();
  peer.charges.clear();
  peer.meet('none', 'lost');
  const { invoice, owner } = await killedAt(2, { SANYA_TEST_DEBIT: 'yes' });
  const tries = async () => (await owner.get('/billing/payments?filters[debitAttempt][$notNull]=true')).body.data;
  expect(await tries()).toMatchObject([{ state: 'initiated', chargeId: null, debitAttempt: 1 }]);
  expect((await owner.post('/platform/clock', { advance: 'P3D' })).status).toBe(200);

  const [payment, ...others] = await tries();
  expect([payment, others]).toMatchObject([{ state: 'succeeded', amount: '1070000' }, []]);
  expect(peer.of(payment.documentId)).toHaveLength(1);
  expect(peer.charges.size).toBe(2);
  expect((await owner.get(`/billing/invoices/${invoice}`)).body.data).toMatchObject({ state: 'paid', amountDue: '0' });
  expect((await owner.get('/billing/receipts')).body.data).toHaveLength(2);
  expect(await proofOf(app as App)).toEqual([]);
}, 300_000);
