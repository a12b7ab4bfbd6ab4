import type { App, Staff } from '../../support/app';
import { type GatewayPeer, omiseSigned, stripeSigned } from '../../support/gateway-peer';
import { inBoth } from '../../support/in-both';
import {
  cardOf,
  type CardShop,
  omiseTells,
  openCardShop,
  type Owed,
  owed,
  stripeTells,
  takeCards,
  tell,
} from './card-shop';
import { proofOf } from './support';

let shop: CardShop;
let app: App;
let peer: GatewayPeer;
let clerk: Staff;
let owner: Staff;

beforeAll(async () => {
  shop = await openCardShop();
  ({ app, peer, clerk } = shop);
  owner = await app.staff('owner');
});
afterAll(() => shop?.close());
// Whatever happened in a test, the books add up after it.
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const advance = async (advance: string): Promise<void> => {
  const turned = await owner.post('/platform/clock', { advance });
  expect(turned.status).toBe(200);
};
const paymentOf = async (id: string) => (await clerk.get(`/billing/payments/${id}`)).body.data;
const dueOf = async ({ read, invoice }: Owed) =>
  (await read(`/invoices/${invoice.documentId}`)) as { amountDue: string };
const eventsToCheck = async (): Promise<{ documentId: string; problem: { code: string }; kind: string }[]> =>
  (await clerk.get('/billing/gateway-events?filters[state][$eq]=to_check&sort=id:asc')).body.data;

describe.each(['stripe', 'omise'] as const)('%s', (gateway) => {
  const tells = gateway === 'stripe' ? stripeTells : omiseTells;
  const paid = gateway === 'stripe' ? 'payment_intent.succeeded' : 'charge.complete';
  beforeAll(() => takeCards(app, gateway));

  test('a card pays an invoice to the satang, once, with its receipt and what the gateway keeps', async () => {
    const shop = await owed(app, gateway);
    const options = (await shop.read(`/invoices/${shop.invoice.documentId}/payment-options`)) as object[];
    expect(options).toContainEqual(expect.objectContaining({ method: 'card', gateway, amount: '1070000' }));
    const answer = await shop.pay({}, { 'Idempotency-Key': 'once' });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ state: 'succeeded', method: 'card', amount: '1070000', gateway });
    const again = await shop.pay({}, { 'Idempotency-Key': 'once' });
    expect(again.body.data.documentId).toBe(answer.body.data.documentId);
    expect(peer.of(answer.body.data.documentId)).toMatchObject([{ amount: 1_070_000, currency: 'thb' }]);
    expect(await dueOf(shop)).toMatchObject({ state: 'paid', amountDue: '0' });
    expect(await shop.read('/tax-invoices')).toMatchObject([{ kind: 'receipt_tax_invoice', total: '1070000' }]);
    const kept = await paymentOf(answer.body.data.documentId);
    expect(kept).toMatchObject({ fee: '39055', chargeId: answer.body.data.chargeId });
    // The member reads neither the fee nor the marks.
    const own = (await shop.read(`/payments/${answer.body.data.documentId}`)) as object;
    expect(own).toMatchObject({ gateway });
    for (const hidden of ['fee', 'marks', 'askAt', 'slipKey']) expect(own).not.toHaveProperty(hidden);
    // Paid twice it is not: there is nothing due any more.
    expect((await shop.pay()).status).toBe(409);
    // What the gateway tells afterwards changes nothing.
    expect((await tells(app, peer, kept.chargeId, paid)).status).toBe(200);
    expect(await shop.read('/receipts')).toHaveLength(1);
  });

  test('a declined card settles nothing and may be followed by another', async () => {
    const shop = await owed(app, gateway);
    peer.meet('declined');
    const declined = await shop.pay();
    expect(declined.status).toBe(201);
    expect(declined.body.data).toMatchObject({ state: 'failed', failReason: 'insufficient_funds' });
    expect(await dueOf(shop)).toMatchObject({ state: 'open', amountDue: '1070000' });
    expect((await shop.pay()).body.data.state).toBe('succeeded');
  });

  test('3-D Secure: the payer is sent to the bank, and the webhook brings the end; told twice, once', async () => {
    const shop = await owed(app, gateway);
    peer.meet('three-ds');
    const begun = await shop.pay({ returnUrl: 'https://shop.example.com/back' });
    expect(begun.body.data).toMatchObject({ state: 'pending', redirectUrl: expect.stringContaining('/3ds/') });
    const { chargeId, documentId } = begun.body.data;
    Object.assign(peer.charges.get(chargeId) ?? {}, { state: 'succeeded' });
    const told = await tells(app, peer, chargeId, paid);
    expect([told.status, told.body.data]).toEqual([200, { received: true }]);
    expect(await paymentOf(documentId)).toMatchObject({ state: 'succeeded', amount: '1070000' });
    const signed =
      gateway === 'stripe'
        ? stripeSigned({ id: 'evt_same', type: paid, data: { object: { id: chargeId, metadata: {} } } })
        : omiseSigned({ id: 'evnt_same', key: paid, data: { id: chargeId, status: 'successful' } });
    const asked = peer.asked.length;
    const both = await Promise.all([tell(app, gateway, signed), tell(app, gateway, signed)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await tell(app, gateway, signed)).status).toBe(200);
    expect(peer.asked.length).toBe(asked + 1);
    expect(await shop.read('/receipts')).toHaveLength(1);
  });

  test('an answer that is lost after charging: nobody pays again, and the job finds the charge', async () => {
    const shop = await owed(app, gateway);
    peer.meet('lost');
    const lost = await shop.pay();
    expect(lost.body.data).toMatchObject({ state: 'unknown', chargeId: null });
    peer.down(true);
    expect((await shop.pay()).body.error.details.code).toBe('payment.card_under_way');
    await advance('PT10M');
    expect(await paymentOf(lost.body.data.documentId)).toMatchObject({ state: 'unknown' });
    peer.down(false);
    await advance('PT1H');
    expect(await paymentOf(lost.body.data.documentId)).toMatchObject({ state: 'succeeded', amount: '1070000' });
    expect(peer.of(lost.body.data.documentId)).toHaveLength(1);
    expect(await dueOf(shop)).toMatchObject({ state: 'paid' });
  });

  test('500 before anything was charged: it fails once the gateway surely knows of none', async () => {
    const shop = await owed(app, gateway);
    peer.meet('broken');
    const broken = await shop.pay();
    expect(broken.body.data.state).toBe('unknown');
    expect((await shop.pay()).status).toBe(409);
    await advance('PT30M');
    expect(await paymentOf(broken.body.data.documentId)).toMatchObject({
      state: 'failed',
      failReason: 'never_reached',
    });
    expect((await shop.pay()).body.data.state).toBe('succeeded');
  });

  test('what nobody pays is called off at the gateway: after a day, or when the payer begins anew', async () => {
    const shop = await owed(app, gateway);
    peer.meet('three-ds', 'three-ds');
    const first = (await shop.pay()).body.data;
    const second = (await shop.pay()).body.data;
    expect(second.state).toBe('pending');
    expect(await paymentOf(first.documentId)).toMatchObject({ state: 'failed' });
    expect(peer.charges.get(first.chargeId)).toMatchObject({ failure: 'abandoned' });
    await advance('P2D');
    expect(await paymentOf(second.documentId)).toMatchObject({ state: 'failed' });
    expect(peer.charges.get(second.chargeId)).toMatchObject({ failure: 'abandoned' });
  });

  test('another amount than was asked for is never taken in silence: a person says what came', async () => {
    const shop = await owed(app, gateway);
    peer.meet('other-amount');
    const odd = (await shop.pay()).body.data;
    expect(odd).toMatchObject({ state: 'to_check' });
    expect(await dueOf(shop)).toMatchObject({ state: 'open', amountDue: '1070000' });
    expect((await paymentOf(odd.documentId)).marks).toEqual([
      {
        code: 'other_amount',
        params: { asked: { amount: '1070000', currency: 'THB' }, paid: { amount: '1070100', currency: 'THB' } },
      },
    ]);
    expect((await shop.pay()).body.error.details.code).toBe('payment.card_under_way');
    const verified = await clerk.post(`/billing/payments/${odd.documentId}/verify`, { amount: '1070100' });
    expect([verified.status, verified.body.data?.state]).toEqual([200, 'succeeded']);
    expect(await dueOf(shop)).toMatchObject({ state: 'paid' });
    expect(await shop.read('/account')).toMatchObject({ credit: '100' });
  });

  test('money that went back at the gateway reverses the payment; a part of it, and a dispute, wait for a person', async () => {
    const shop = await owed(app, gateway);
    const { documentId, chargeId } = (await shop.pay()).body.data;
    const charge = peer.charges.get(chargeId);
    const refund = gateway === 'stripe' ? 'charge.refunded' : 'refund.create';
    const dispute = (status: 'open' | 'lost') =>
      gateway === 'stripe'
        ? tells(app, peer, chargeId, `charge.dispute.${status === 'open' ? 'created' : 'closed'}`, {
            status: status === 'open' ? 'needs_response' : status,
          })
        : tells(app, peer, chargeId, `dispute.${status === 'open' ? 'create' : 'close'}`, { status });

    Object.assign(charge ?? {}, { refunded: 100 });
    expect((await tells(app, peer, chargeId, refund)).status).toBe(200);
    expect((await dispute('open')).status).toBe(200);
    const open = await eventsToCheck();
    expect(open.map(({ problem }) => problem.code)).toEqual(['sent_back', 'disputed']);
    expect(await paymentOf(documentId)).toMatchObject({ state: 'succeeded' });
    for (const event of open) {
      const checked = await clerk.post(`/billing/gateway-events/${event.documentId}/check`, { note: 'Seen to' });
      expect(checked.body.data).toMatchObject({ state: 'checked', note: 'Seen to' });
      expect((await clerk.post(`/billing/gateway-events/${event.documentId}/check`, { note: 'x' })).status).toBe(409);
    }
    expect((await dispute('lost')).status).toBe(200);
    expect(await paymentOf(documentId)).toMatchObject({ state: 'reversed' });
    expect(await dueOf(shop)).toMatchObject({ state: 'open', amountDue: '1070000' });
    // What comes late, of before, changes nothing any more.
    expect((await tells(app, peer, chargeId, paid)).status).toBe(200);
    expect((await dispute('open')).status).toBe(200);
    expect(await paymentOf(documentId)).toMatchObject({ state: 'reversed' });
    expect(await eventsToCheck()).toEqual([]);

    const other = await owed(app, gateway);
    const whole = (await other.pay()).body.data;
    Object.assign(peer.charges.get(whole.chargeId) ?? {}, { refunded: 1_070_000 });
    expect((await tells(app, peer, whole.chargeId, refund)).status).toBe(200);
    const why = await inBoth<{ state: string; reverseReason: string }>(() =>
      clerk.get(`/billing/payments/${whole.documentId}`),
    );
    expect(why.map(({ state, reverseReason }) => [state, reverseReason])).toEqual([
      ['reversed', 'คืนเงินเข้าบัตรทั้งจำนวนผ่านผู้ให้บริการชำระเงินแล้ว'],
      ['reversed', 'Sent back to the card in full through the payment gateway.'],
    ]);
    expect(await dueOf(other)).toMatchObject({ state: 'open', amountDue: '1070000' });
  });

  test('what is not signed, or signed wrongly or too long ago, is refused; what is none of ours is kept for staff', async () => {
    const event = {
      ...(gateway === 'stripe' ? { type: paid } : { key: paid }),
      id: `strange_${gateway}`,
      object: 'event',
      data: { object: { id: 'pi_strange', metadata: {} }, id: 'chrg_strange', status: 'successful' },
    };
    const sign = gateway === 'stripe' ? stripeSigned : omiseSigned;
    const old = Math.floor(Date.now() / 1000) - 600;
    const refused = [
      await tell(app, gateway, { body: JSON.stringify(event), headers: {} }),
      await tell(app, gateway, sign(event, Buffer.from('another secret').toString('base64'))),
      await tell(app, gateway, sign(event, undefined, old)),
      await tell(app, gateway, { ...sign(event), body: `${JSON.stringify(event)} ` }),
      await tell(app, gateway, { body: '', headers: sign(event).headers }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(refused[2]?.body.error.details.code).toBe('webhook.too_late');
    expect(await eventsToCheck()).toEqual([]);
    expect((await tell(app, gateway, sign(event))).status).toBe(200);
    const [strange] = await eventsToCheck();
    expect(strange).toMatchObject({ problem: { code: 'unknown_payment' } });
    await clerk.post(`/billing/gateway-events/${strange?.documentId}/check`, { note: 'From the old shop' });
    const unknownKind = { ...event, id: `kind_${gateway}`, type: 'payout.paid', key: 'transfer.pay' };
    expect((await tell(app, gateway, sign(unknownKind))).status).toBe(200);
    expect(await eventsToCheck()).toEqual([]);
    expect((await tell(app, 'paypal', sign(event))).status).toBe(404);
  });
});

test('two cards at once for one invoice: one is charged', async () => {
  await takeCards(app, 'stripe');
  const shop = await owed(app);
  const answers = await Promise.all([1, 2, 3, 4].map(() => shop.pay()));
  expect(answers.filter(({ body }) => body.data?.state === 'succeeded')).toHaveLength(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  const charges = [...peer.charges.values()].filter(({ key }) =>
    answers.some(({ body }) => body.data?.documentId === key),
  );
  expect(charges).toHaveLength(1);
  expect(await shop.read('/receipts')).toHaveLength(1);
});

test('a message that comes while the gateway is down is looked into later', async () => {
  const shop = await owed(app);
  peer.meet('three-ds');
  const { documentId, chargeId } = (await shop.pay()).body.data;
  Object.assign(peer.charges.get(chargeId) ?? {}, { state: 'succeeded' });
  peer.down(true);
  expect((await stripeTells(app, peer, chargeId, 'payment_intent.succeeded')).status).toBe(200);
  expect(await paymentOf(documentId)).toMatchObject({ state: 'pending' });
  peer.down(false);
  await advance('PT5M');
  expect(await paymentOf(documentId)).toMatchObject({ state: 'succeeded' });
});

test('a charge whose invoice was voided meanwhile becomes customer credit, found by asking', async () => {
  const shop = await owed(app);
  peer.meet('three-ds');
  const { documentId, chargeId } = (await shop.pay()).body.data;
  const ended = await owner.post(`/billing/invoices/${shop.invoice.documentId}/void`, { reason: 'Sent by mistake' });
  expect(ended.status).toBe(200);
  Object.assign(peer.charges.get(chargeId) ?? {}, { state: 'succeeded' });
  const asked = await clerk.post(`/billing/payments/${documentId}/ask`);
  expect([asked.status, asked.body.data.state]).toEqual([200, 'succeeded']);
  expect(await shop.read('/account')).toMatchObject({ credit: '1070000' });
});

test('what cannot be paid by card is refused before any gateway is asked', async () => {
  const shop = await owed(app);
  const asked = peer.asked.length;
  const refused = async (body: object, headers = {}) => {
    const { status, body: answer } = await shop.pay(body, headers);
    return [status, answer.error?.details.code];
  };
  expect(await refused({ amount: '1070001' })).toEqual([422, 'payment.card_more_than_due']);
  expect(await refused({ amount: '0' })).toEqual([400, 'payment.amount_not_positive']);
  expect((await refused({ returnUrl: 'javascript:alert(1)' }))[0]).toBe(400);
  expect((await refused({ card: '4242424242424242' }))[0]).toBe(400);
  const stranger = await owed(app);
  const foreign = await stranger.member.post(`/api/billing/invoices/${shop.invoice.documentId}/payments`, {
    method: 'card',
    card: cardOf('stripe'),
  });
  expect(foreign.status).toBe(404);
  await takeCards(app, 'omise');
  expect(await refused({ card: undefined })).toEqual([400, 'payment.card_missing']);
  await takeCards(app, 'none');
  expect(await refused({})).toEqual([422, 'payment.method_unavailable']);
  const options = (await shop.read(`/invoices/${shop.invoice.documentId}/payment-options`)) as { method: string }[];
  expect(options.map(({ method }) => method)).not.toContain('card');
  expect(peer.asked.length).toBe(asked);
  const sales = await app.staff('sales');
  expect((await sales.get('/billing/gateway-events')).status).toBe(403);
});

test('a company pays by card and withholds: the card is charged what is left', async () => {
  await takeCards(app, 'stripe', 30_000);
  const shop = await owed(app);
  const part = (await shop.pay({ withholding: {} })).body.data;
  expect(part).toMatchObject({ state: 'succeeded', amount: '1040000', withheld: '30000' });
  expect(peer.of(part.documentId)).toMatchObject([{ amount: 1_040_000 }]);
  expect(await dueOf(shop)).toMatchObject({ state: 'paid' });
  expect(await shop.read('/certificates')).toMatchObject([{ state: 'pending', amount: '30000' }]);
});

test('what a gateway told and needed nobody is forgotten in time; what a person sees to stays, and a late echo changes nothing', async () => {
  await takeCards(app, 'stripe');
  const shop = await owed(app);
  const { documentId, chargeId } = (await shop.pay()).body.data;
  await stripeTells(app, peer, chargeId, 'payment_intent.succeeded');
  const states = async (): Promise<Set<string>> =>
    new Set(
      (await clerk.get('/billing/gateway-events?pagination[pageSize]=100')).body.data.map(
        ({ state }: { state: string }) => state,
      ),
    );
  const before = await states();
  expect(before).toContain('handled');
  await advance('P92D');
  const left = await states();
  expect(left).not.toContain('handled');
  expect(left).not.toContain('ignored');
  expect(left).toEqual(new Set([...before].filter((state) => !['handled', 'ignored'].includes(state))));
  expect((await stripeTells(app, peer, chargeId, 'payment_intent.succeeded')).status).toBe(200);
  expect(await paymentOf(documentId)).toMatchObject({ state: 'succeeded' });
  expect(await dueOf(shop)).toMatchObject({ state: 'paid', amountDue: '0' });
});
