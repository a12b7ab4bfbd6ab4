import { gatewaysOf } from '../../../plugins/platform/server/src/ports/gateway';
import type { GatewayName } from '../../../plugins/platform/kit/src/gateway';
import {
  type GatewayPeer,
  omiseSigned,
  peerEnv,
  pointPlainHttpAt,
  startGatewayPeer,
  stripeSigned,
} from '../../support/gateway-peer';

let peer: GatewayPeer;
let pointBack: () => void;
const PATIENCE_MS = 400;
const port = () => gatewaysOf(peerEnv(peer.url), PATIENCE_MS);
const LONG_AGO = '2020-01-01T00:00:00.000Z';

beforeAll(async () => {
  peer = await startGatewayPeer();
  pointBack = pointPlainHttpAt(peer.url);
});
afterAll(async () => {
  pointBack();
  await peer.close();
});

let keys = 0;
const request = (gateway: GatewayName, over: object = {}) => ({
  gateway,
  key: `payment${(keys += 1)}`,
  amount: 1_070_007n,
  currency: 'THB',
  description: 'INV-2569-000001',
  card: gateway === 'stripe' ? 'pm_card_visa' : 'tokn_test_1',
  returnUrl: 'https://shop.example.com/back',
  ...over,
});

describe.each(['stripe', 'omise'] as const)('%s', (gateway) => {
  it('charges to the satang and says what it keeps', async () => {
    const asked = request(gateway);
    const charge = await port().charge(asked);
    expect(charge).toMatchObject({ key: asked.key, state: 'succeeded', amount: 1_070_007n, currency: 'THB' });
    expect(charge).toMatchObject({ fee: 39_055n, refunded: 0n, failure: null });
    expect(await port().ask(gateway, charge.id ?? '')).toEqual(charge);
    expect(await port().find(gateway, asked.key, LONG_AGO)).toEqual(charge);
    expect(await port().find(gateway, 'nobody', LONG_AGO)).toBeNull();
  });

  it('answers a declined card, and where the bank wants to see the payer', async () => {
    peer.meet('declined', 'three-ds');
    expect(await port().charge(request(gateway))).toMatchObject({ state: 'failed', failure: 'insufficient_funds' });
    const waiting = await port().charge(request(gateway));
    expect(waiting).toMatchObject({ state: 'pending', redirectUrl: expect.stringContaining('/3ds/') });
    expect(await port().abandon(gateway, waiting.id ?? '')).toMatchObject({ state: 'failed' });
  });

  it('throws where it is not known what happened, and finds the charge again', async () => {
    peer.meet('lost', 'broken');
    const lost = request(gateway);
    await expect(port().charge(lost)).rejects.toThrow();
    expect(await port().find(gateway, lost.key, LONG_AGO)).toMatchObject({ state: 'succeeded', amount: 1_070_007n });
    const broken = request(gateway);
    await expect(port().charge(broken)).rejects.toThrow();
    expect(await port().find(gateway, broken.key, LONG_AGO)).toBeNull();
  });

  it('abandons nothing that was paid', async () => {
    const paid = await port().charge(request(gateway));
    expect(await port().abandon(gateway, paid.id ?? '')).toMatchObject({ state: 'succeeded' });
  });

  it('sends money back once for one key', async () => {
    const { id } = await port().charge(request(gateway));
    const part = { charge: id ?? '', amount: 70_007n, key: `refund-${gateway}` };
    const refund = await port().refund(gateway, part);
    expect(refund).toMatchObject({ state: 'succeeded', amount: 70_007n });
    expect((await port().refund(gateway, part)).id).toBe(refund.id);
    expect(await port().ask(gateway, id ?? '')).toMatchObject({ state: 'succeeded', refunded: 70_007n });
  });

  it('takes a wrong key for a refusal: nothing was charged', async () => {
    const wrong = gatewaysOf({ ...peerEnv(peer.url), STRIPE_SECRET_KEY: 'sk_x', OMISE_SECRET_KEY: 'skey_x' });
    expect(await wrong.charge(request(gateway))).toMatchObject({ id: null, state: 'failed' });
  });
});

it('gives a client secret where the card is named in Stripe’s form, and does not charge twice for one key', async () => {
  const asked = request('stripe', { card: undefined });
  const charge = await port().charge(asked);
  expect(charge).toMatchObject({ state: 'pending', clientSecret: expect.stringContaining('_secret_') });
  expect((await port().charge(asked)).id).toBe(charge.id);
  expect(peer.of(asked.key)).toHaveLength(1);
});

describe('a card that Omise is to keep', () => {
  const keeping = (customer: string | null = null) => request('omise', { keep: { customer } });
  const cardsOf = (key: string) => peer.kept.get(peer.of(key)[0]?.customer ?? '');

  it('has a payer of its own: two that come at once are never taken for each other', async () => {
    const first = await port().charge(keeping());
    const known = first.kept?.customer ?? '';
    const both = await Promise.all([port().charge(keeping(known)), port().charge(keeping(known))]);
    const kept = [first, ...both].map((charge) => charge.kept);
    expect(new Set(kept.map((card) => card?.customer)).size).toBe(3);
    for (const card of kept) expect(peer.kept.get(card?.customer ?? '')).toEqual([card?.card]);
  });

  it('is forgotten where it is declined, at once or when the bank has seen the payer', async () => {
    const before = new Set(peer.kept.keys());
    peer.meet('refused');
    expect(await port().charge(keeping())).toMatchObject({ id: null, state: 'failed', failure: 'failed_fraud_check' });
    const payers = [...peer.kept.keys()].filter((payer) => !before.has(payer));
    expect(payers.map((payer) => peer.kept.get(payer))).toEqual([[]]);

    const declined = keeping();
    peer.meet('declined');
    expect(await port().charge(declined)).toMatchObject({ state: 'failed', kept: null });
    expect(cardsOf(declined.key)).toEqual([]);

    for (const look of ['ask', 'find', 'abandon'] as const) {
      const asked = keeping();
      peer.meet('three-ds');
      const { id } = await port().charge(asked);
      expect(cardsOf(asked.key)).toHaveLength(1);
      if (look !== 'abandon') Object.assign(peer.charges.get(id ?? '') ?? {}, { state: 'failed', failure: 'no' });
      const told = look === 'find' ? port().find('omise', asked.key, LONG_AGO) : port()[look]('omise', id ?? '');
      expect(await told).toMatchObject({ state: 'failed' });
      expect(cardsOf(asked.key)).toEqual([]);
    }
  });
});

const message = ({ body, headers }: { body: string; headers: Record<string, string> }) => ({
  body: Buffer.from(body),
  header: (name: string) => headers[name] ?? '',
});
const minutesAgo = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * 60;

it('reads what Stripe signed, and nothing else', async () => {
  const event = {
    id: 'evt_1',
    object: 'event',
    type: 'charge.dispute.closed',
    data: { object: { id: 'dp_1', payment_intent: 'pi_1', status: 'lost' } },
  };
  const read = (signed: ReturnType<typeof stripeSigned>) => port().read('stripe', message(signed));
  expect(await read(stripeSigned(event))).toMatchObject({
    ...{ id: 'evt_1', about: 'dispute', moves: true, charge: 'pi_1', dispute: 'lost' },
  });
  await expect(read(stripeSigned(event, 'whsec_other'))).rejects.toMatchObject({ code: 'webhook.signature_wrong' });
  await expect(read(stripeSigned(event, undefined, minutesAgo(6)))).rejects.toMatchObject({ code: 'webhook.too_late' });
  const changed = stripeSigned(event);
  await expect(read({ ...changed, body: changed.body.replace('lost', 'won') })).rejects.toMatchObject({ status: 400 });
  await expect(port().read('stripe', message({ body: '{}', headers: {} }))).rejects.toMatchObject({ status: 400 });
});

it('reads what Omise signed, also while its secret is being changed', async () => {
  const event = {
    object: 'event',
    id: 'evnt_test_1',
    key: 'charge.complete',
    data: { object: 'charge', id: 'chrg_1', status: 'successful', metadata: { payment: 'p1' } },
  };
  const read = (signed: { body: string; headers: Record<string, string> }) => port().read('omise', message(signed));
  const { body, headers } = omiseSigned(event);
  expect(await read({ body, headers })).toMatchObject({
    id: 'evnt_test_1',
    about: 'charge',
    charge: 'chrg_1',
    key: 'p1',
  });
  const both = { ...headers, 'Omise-Signature': `${'0'.repeat(64)}, ${headers['Omise-Signature']}` };
  expect(await read({ body, headers: both })).toMatchObject({ id: 'evnt_test_1' });
  await expect(read({ body: `${body} `, headers })).rejects.toMatchObject({ code: 'webhook.signature_wrong' });
  await expect(read(omiseSigned(event, undefined, minutesAgo(6)))).rejects.toMatchObject({ code: 'webhook.too_late' });
  await expect(read(omiseSigned([] as never))).rejects.toMatchObject({ code: 'webhook.not_readable' });
});

it('knows real keys from those of a trial', () => {
  const wired = (env: Record<string, string>) => gatewaysOf(env);
  expect(wired({ STRIPE_SECRET_KEY: 'sk_live_1' }).wired('stripe')).toEqual({
    ...{ secret: true, webhookSecret: false, live: true },
  });
  expect(wired({ OMISE_SECRET_KEY: 'skey_5x' }).wired('omise').live).toBe(true);
  expect(wired({ OMISE_SECRET_KEY: 'skey_test_5x' }).wired('omise').live).toBe(false);
  expect(wired({}).wired('stripe').secret).toBe(false);
});
