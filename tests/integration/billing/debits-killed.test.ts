/** @strapi own */
import { addDays } from '../../../plugins/platform/kernel/src';
import { debitForInvoice } from '../../../plugins/billing/server/src/use-cases/debit-cards';
import { type App, bootOwnApp, type Staff } from '../../support/app';
import { killedAtCharge, startCardSite, told } from '../../support/card-site';
import { createDatabase, type TestDatabase } from '../../support/database';
import { type GatewayPeer, pointPlainHttpAt, startGatewayPeer } from '../../support/gateway-peer';
import { speakTo } from './card-shop';
import { issue, line, proofOf } from './support';

const INVOICES = 12;
/** Several processes share one database on PostgreSQL only. */
const shared = process.env.SANYA_TEST_DB === 'postgres' ? test : test.skip;

let database: TestDatabase;
let app: App;
let owner: Staff;
let peer: GatewayPeer;
let killed: string;
let pointBack: () => void = () => undefined;

beforeAll(async () => {
  [database, peer] = [await createDatabase(), await startGatewayPeer()];
  peer.meet('none', 'lost');
  killed = await killedAtCharge(database, peer, { part: 'debits', charges: 2 });
  app = await bootOwnApp({}, database);
  pointBack = pointPlainHttpAt(peer.url);
  speakTo(app, peer.url);
  owner = await app.staff('owner', 'owner-after@example.com');
}, 300_000);
afterAll(async () => {
  pointBack();
  await app?.close();
  await peer.close();
});

const read = async (path: string) => (await owner.get(`/billing/${path}`)).body.data;
const triesOf = (invoice: string) =>
  read(`payments?filters[invoice][documentId][$eq]=${invoice}&filters[debitAttempt][$notNull]=true`);

test('killed while it charges what is due by itself, the site asks when it stands again, and charges nothing anew', async () => {
  expect(await triesOf(killed)).toMatchObject([{ state: 'initiated', chargeId: null, debitAttempt: 1 }]);
  expect((await owner.post('/platform/clock', { advance: 'P3D' })).status).toBe(200);

  const [payment, ...others] = await triesOf(killed);
  expect([payment, others]).toMatchObject([{ state: 'succeeded', amount: '1070000', debitAttempt: 1 }, []]);
  expect(peer.of(payment.documentId)).toMatchObject([{ amount: 1_070_000, offSession: true }]);
  expect(peer.charges.size).toBe(2);
  expect(await read(`invoices/${killed}`)).toMatchObject({ state: 'paid', amountDue: '0' });
  expect(await read('receipts')).toHaveLength(2);
  expect(await proofOf(app)).toEqual([]);
}, 300_000);

shared(
  'two sites that charge the same invoices at once charge each of them once',
  async () => {
    const { customer } = await app.strapi.db
      .query('plugin::billing.invoice')
      .findOne({ where: { documentId: killed }, populate: ['customer'] });
    // In the morning, before the job of that day does it.
    const dueDate = addDays(app.platform.clock.today(), 1);
    expect((await owner.post('/platform/clock', { now: `${dueDate}T02:30:00Z` })).status).toBe(200);
    const invoices = [];
    for (let place = 0; place < INVOICES; place += 1) {
      invoices.push(await issue(app, customer.id, [line()], { dueDate }));
    }
    const before = peer.charges.size;
    const other = startCardSite(database, peer, 'waits');
    try {
      await told(other, 'ready');
      const charged = told(other, 'charged');
      const ids = invoices.map(({ id }) => id);
      other.send(ids);
      let own = 0;
      await app.platform.as({ kind: 'system', key: 'system:test' }, async () => {
        for (const id of ids) own += Number(await debitForInvoice(app.platform, 'stripe', id));
      });
      const theirs = (await charged) ?? 0;
      expect(own + theirs).toBe(INVOICES);
      // Both had a hand in it.
      expect(Math.min(own, theirs)).toBeGreaterThan(0);
    } finally {
      other.kill('SIGKILL');
    }
    expect(peer.charges.size - before).toBe(INVOICES);
    for (const { documentId } of invoices) {
      expect(await triesOf(documentId)).toMatchObject([{ state: 'succeeded', debitAttempt: 1 }]);
      expect(await read(`invoices/${documentId}`)).toMatchObject({ state: 'paid' });
    }
    expect(await proofOf(app)).toEqual([]);
  },
  300_000,
);
