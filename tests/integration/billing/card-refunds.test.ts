import type { App, Staff } from '../../support/app';
import type { GatewayPeer } from '../../support/gateway-peer';
import { textOf } from '../../support/pdf';
import { speakTo, type CardShop, omiseTells, openCardShop, type Owed, owed, stripeTells, takeCards } from './card-shop';
import { proofOf } from './support';

/** Money that goes back to the card that it came from: through its gateway, once, whatever the gateway does. */
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
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Refund {
  documentId: string;
  number: string;
}
const advance = async (by: string): Promise<void> =>
  expect((await owner.post('/platform/clock', { advance: by })).status).toBe(200);
const refundOf = async (id: string) => (await clerk.get(`/billing/refunds/${id}`)).body.data;
const toCard = ({ documentId }: Refund, by: Staff = clerk) => by.post(`/billing/refunds/${documentId}/to-card`);
const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const eventsToCheck = async (): Promise<{ documentId: string; problem: { code: string } }[]> =>
  (await clerk.get('/billing/gateway-events?filters[state][$eq]=to_check&sort=id:asc')).body.data;

/** Credits a part of a paid invoice, to go back. */
async function creditBack({ read, invoice }: Owed, amount: string): Promise<Refund> {
  const [line] = (await read(`/invoice-lines?filters[invoice][documentId][$eq]=${invoice.documentId}`)) as {
    documentId: string;
  }[];
  const credited = await clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, {
    lines: [{ line: line?.documentId, amount }],
    ...{ cause: 'price_wrong', reason: 'คิดราคาเกิน', settle: [{ how: 'refund' }] },
  });
  expect(credited.body.error).toBeUndefined();
  const note = credited.body.data.documentId;
  const { data } = (await clerk.get(`/billing/refunds?filters[creditNote][documentId][$eq]=${note}`)).body;
  expect(data).toHaveLength(1);
  const [refund] = data;
  // Above the limit of the clerk the owner says yes.
  const { data: asked } = (await owner.get(`/platform/approvals?filters[subjectDocumentId][$eq]=${refund.documentId}`))
    .body;
  for (const { documentId } of asked) {
    expect((await owner.post(`/platform/approvals/${documentId}/grant`)).body.data.state).toBe('granted');
  }
  return refund;
}

describe.each(['stripe', 'omise'] as const)('%s', (gateway) => {
  const tells = gateway === 'stripe' ? stripeTells : omiseTells;
  const told = gateway === 'stripe' ? 'charge.refunded' : 'refund.create';
  beforeAll(() => takeCards(app, gateway));

  async function paidByCard() {
    const one = await owed(app, gateway);
    const payment = (await one.pay()).body.data as { documentId: string; chargeId: string };
    const charge = peer.charges.get(payment.chargeId);
    if (!charge) throw new Error('not charged');
    return { one, payment, charge };
  }

  test('goes back by a press, once, with its advice; the payment stands, and what the gateway tells of it is known', async () => {
    const { one, payment, charge } = await paidByCard();
    const refund = await creditBack(one, '300000');
    const { data: charges } = (await clerk.get(`/billing/refunds/${refund.documentId}/charges`)).body;
    expect(charges).toEqual([{ payment: payment.documentId, gateway, card: null, left: '1070000' }]);
    const sent = await toCard(refund);
    expect(sent.body.data).toMatchObject({ state: 'sent', amount: '300000', account: null, failReason: null });
    expect(sent.body.data.sentOn).toBe(app.platform.clock.today());
    expect(charge.refunds).toEqual([expect.objectContaining({ amount: 300_000, id: sent.body.data.reference })]);
    expect(codeOf(await toCard(refund))).toEqual([409, 'state.not_allowed']);
    expect((await tells(app, peer, charge.id, told)).status).toBe(200);
    expect(await eventsToCheck()).toEqual([]);
    expect((await clerk.get(`/billing/payments/${payment.documentId}`)).body.data.state).toBe('succeeded');
    const paper = await one.member
      .get(`/api/billing/refunds/${refund.documentId}/document?lang=en`)
      .responseType('blob');
    expect(await textOf(paper.body)).toContain('Sent back to the card it was paid with');
    const own = (await one.read(`/refunds/${refund.documentId}`)) as object;
    for (const hidden of ['failReason', 'askAt', 'cardTries']) expect(own).not.toHaveProperty(hidden);

    // All the rest, by a second refund: still the same payment, and nothing is left.
    const rest = await creditBack(one, '770000');
    expect((await toCard(rest)).body.data).toMatchObject({ state: 'sent', amount: '770000' });
    expect(charge.refunded).toBe(1_070_000);
    expect((await tells(app, peer, charge.id, told)).status).toBe(200);
    expect((await clerk.get(`/billing/payments/${payment.documentId}`)).body.data.state).toBe('succeeded');
    expect(await eventsToCheck()).toEqual([]);
  });

  test('ten presses at once send it once', async () => {
    const { one, charge } = await paidByCard();
    const refund = await creditBack(one, '100000');
    const all = await Promise.all(Array.from({ length: 10 }, () => toCard(refund)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of all.filter(({ status }) => status !== 200)) {
      expect(codeOf(answer)).toEqual([409, 'state.not_allowed']);
    }
    expect(charge.refunds).toHaveLength(1);
  });

  test('an answer that is lost, and a gateway that is down: it is not cancelled nor sent by hand meanwhile, and goes once', async () => {
    const { one, charge } = await paidByCard();
    const refund = await creditBack(one, '100000');
    peer.meet('lost');
    expect((await toCard(refund)).body.data).toMatchObject({ state: 'sending', sentOn: null });
    expect(codeOf(await clerk.post(`/billing/refunds/${refund.documentId}/cancel`, { reason: 'x' }))).toEqual([
      409,
      'state.not_allowed',
    ]);
    const byHand = {
      reference: 'OUT',
      account: { bank: 'KBANK', number: '123-4-56789-0', name: 'บริษัท ตัวอย่าง จำกัด' },
    };
    expect(codeOf(await clerk.post(`/billing/refunds/${refund.documentId}/send`, byHand))).toEqual([
      409,
      'state.not_allowed',
    ]);
    peer.down(true);
    await advance('PT10M');
    expect(await refundOf(refund.documentId)).toMatchObject({ state: 'sending' });
    peer.down(false);
    await advance('PT1H');
    expect(await refundOf(refund.documentId)).toMatchObject({ state: 'sent', reference: charge.refunds[0]?.id });
    expect(charge.refunds).toHaveLength(1);

    const next = await creditBack(one, '100000');
    peer.meet('broken');
    expect((await toCard(next)).body.data.state).toBe('sending');
    await advance('PT10M');
    expect(await refundOf(next.documentId)).toMatchObject({ state: 'sent' });
    expect(charge.refunds).toHaveLength(2);
  });

  test('what takes the gateway days is sent when it says so, told or asked', async () => {
    const { one, charge } = await paidByCard();
    const [first, second] = [await creditBack(one, '100000'), await creditBack(one, '200000')];
    peer.meet('slow', 'slow');
    for (const refund of [first, second]) expect((await toCard(refund)).body.data.state).toBe('sending');
    for (const made of charge.refunds) made.state = 'succeeded';
    expect((await tells(app, peer, charge.id, told)).status).toBe(200);
    expect(await refundOf(first.documentId)).toMatchObject({ state: 'sent' });
    await advance('PT1H');
    expect(await refundOf(second.documentId)).toMatchObject({ state: 'sent' });
    expect(await eventsToCheck()).toEqual([]);
    expect(charge.refunds).toHaveLength(2);
  });

  test('refused by the gateway it may be tried anew or sent by transfer; a second try is another one', async () => {
    const { one, charge } = await paidByCard();
    const refund = await creditBack(one, '100000');
    peer.meet('refused');
    const refused = await toCard(refund);
    expect(refused.status).toBe(200);
    expect(refused.body.data).toMatchObject({
      state: 'approved',
      failReason: gateway === 'stripe' ? 'charge_already_refunded' : 'failed_refund',
    });
    const timeline = (await clerk.get(`/platform/timeline?type=plugin::billing.refund&subject=${refund.documentId}`))
      .body.data;
    expect(JSON.stringify(timeline)).toContain('refund.card_failed');
    expect((await toCard(refund)).body.data).toMatchObject({ state: 'sent', failReason: null });
    expect(charge.refunds).toHaveLength(1);
  });

  test('what somebody else sends back at the gateway, and what comes back from there, a person sees', async () => {
    const { one, charge } = await paidByCard();
    const refund = await creditBack(one, '100000');
    expect((await toCard(refund)).body.data.state).toBe('sent');
    charge.refunded += 5_000;
    expect((await tells(app, peer, charge.id, told)).status).toBe(200);
    charge.refunded = 0;
    expect((await tells(app, peer, charge.id, told)).status).toBe(200);
    const open = await eventsToCheck();
    expect(open.map(({ problem }) => problem.code)).toEqual(['sent_back', 'refund_returned']);
    for (const { documentId } of open) {
      expect((await clerk.post(`/billing/gateway-events/${documentId}/check`, { note: 'Seen to' })).status).toBe(200);
    }
  });
});

test('what did not come by card, more than any card has left, or without the secret: refused, nothing is asked', async () => {
  await takeCards(app, 'stripe');
  const one = await owed(app);
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: one.customer.documentId, method: 'bank_transfer', amount: '1070000', currency: 'THB' },
    ...{ receivedOn: app.platform.clock.today(), bank: 'KBANK', reference: 'R-1' },
  });
  expect(paid.body.error).toBeUndefined();
  const asked = peer.asked.length;
  const refund = await creditBack(one, '100000');
  expect(codeOf(await toCard(refund))).toEqual([422, 'refund.no_card']);

  const other = await owed(app);
  const { chargeId } = (await other.pay()).body.data;
  const back = await creditBack(other, '100000');
  const ports = app.strapi.plugin('platform').service('ports') as { gateway: { wired: unknown } };
  const { wired } = ports.gateway;
  ports.gateway.wired = () => ({ secret: false, webhookSecret: false, live: false });
  expect(codeOf(await toCard(back))).toEqual([422, 'refund.gateway_silent']);
  ports.gateway.wired = wired;
  speakTo(app, peer.url);
  expect(peer.asked.slice(asked).filter((call) => call.includes('refunds'))).toEqual([]);
  expect(peer.charges.get(chargeId)?.refunds).toEqual([]);
  const stranger = await app.staff('sales');
  expect((await toCard(back, stranger)).status).toBe(403);
});
