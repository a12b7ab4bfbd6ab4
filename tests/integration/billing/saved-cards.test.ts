import type { App, Staff } from '../../support/app';
import type { GatewayPeer } from '../../support/gateway-peer';
import { cardOf, type CardShop, openCardShop, type Owed, owed, stripeTells, takeCards } from './card-shop';
import { issue, line, proofOf } from './support';

let shop: CardShop;
let app: App;
let peer: GatewayPeer;
let clerk: Staff;

beforeAll(async () => {
  shop = await openCardShop();
  ({ app, peer, clerk } = shop);
});
afterAll(() => shop?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Card {
  documentId: string;
  brand: string;
  lastFour: string;
  isDefault: boolean;
  state: string;
}
const cardsOf = async (shop: Owed): Promise<Card[]> => (await shop.read('/payment-methods?sort=id:asc')) as Card[];
const act = (shop: Owed, card: Card | undefined, verb: string) =>
  shop.member.post(`/api/billing/payment-methods/${card?.documentId}/${verb}`);
const another = async (shop: Owed) => issue(app, shop.customer.id, [line()]);
const payFor = (shop: Owed, invoice: { documentId: string }, body: object) =>
  shop.member.post(`/api/billing/invoices/${invoice.documentId}/payments`, { method: 'card', ...body });
const GATEWAYS = ['stripe', 'omise'] as const;
let made = 0;
/** Stripe’s script makes another of the same card each time. */
const fresh = (gateway: 'stripe' | 'omise'): string =>
  gateway === 'stripe' ? `pm_fresh_${(made += 1)}` : cardOf(gateway);

describe.each(GATEWAYS)('a card that %s keeps', (gateway) => {
  beforeAll(() => takeCards(app, gateway));

  test('is saved when its owner agrees, pays the next invoice, and is forgotten when they remove it', async () => {
    const shop = await owed(app, gateway);
    const plain = await shop.pay();
    expect(plain.body.data.state).toBe('succeeded');
    expect(await cardsOf(shop)).toEqual([]);

    const first = await payFor(shop, await another(shop), { card: fresh(gateway), saveCard: true });
    expect([first.status, first.body.data?.state]).toEqual([201, 'succeeded']);
    const [card] = await cardsOf(shop);
    expect(card).toMatchObject({ state: 'active', lastFour: '4242', expiryYear: 2031, isDefault: true, gateway });
    // Nothing by which a card can be charged is told to its owner, nor who wrote it down.
    const told = JSON.stringify([first.body, card, await shop.read('/payments?populate=*')]);
    for (const secret of [...peer.kept.keys(), ...[...peer.kept.values()].flat()]) expect(told).not.toContain(secret);
    expect(told).not.toMatch(/gatewayC|consentedBy/);

    const invoice = await another(shop);
    const paid = await payFor(shop, invoice, { paymentMethod: card?.documentId });
    expect([paid.status, paid.body.data]).toMatchObject([201, { state: 'succeeded', amount: '1070000' }]);
    const [charge] = peer.of(paid.body.data.documentId);
    expect(charge).toMatchObject({ amount: 1070000, keeps: false, offSession: gateway === 'stripe' });
    expect(peer.kept.get(charge?.customer ?? '')).toContain(charge?.card);
    expect(await shop.read(`/invoices/${invoice.documentId}`)).toMatchObject({ state: 'paid' });
    expect(await cardsOf(shop)).toHaveLength(1);

    const removed = await act(shop, card, 'remove');
    expect([removed.status, removed.body.data]).toMatchObject([200, { state: 'removed', isDefault: false }]);
    expect(peer.kept.get(charge?.customer ?? '')).not.toContain(charge?.card);
    expect(await cardsOf(shop)).toEqual([]);
    expect((await act(shop, card, 'remove')).status).toBe(404);
    const refused = await payFor(shop, await another(shop), { paymentMethod: card?.documentId });
    expect([refused.status, refused.body.error.details]).toMatchObject([404, { code: 'payment_method.unknown' }]);
  });

  test('a declined card is not kept; a lost answer is, once the gateway has told', async () => {
    const shop = await owed(app, gateway);
    peer.meet('declined');
    const declined = await shop.pay({ card: fresh(gateway), saveCard: true });
    expect(declined.body.data.state).toBe('failed');
    expect(await cardsOf(shop)).toEqual([]);
    expect(
      [...peer.kept.values()].flat().filter((id) => id === peer.of(declined.body.data.documentId)[0]?.card),
    ).toEqual([]);

    peer.meet('lost');
    const lost = await shop.pay({ card: fresh(gateway), saveCard: true });
    expect(lost.body.data.state).toBe('unknown');
    expect(await cardsOf(shop)).toEqual([]);
    const asked = await clerk.post(`/billing/payments/${lost.body.data.documentId}/ask`);
    expect(asked.body.data.state).toBe('succeeded');
    expect(await cardsOf(shop)).toHaveLength(1);
    // Told again it is the same card.
    if (gateway === 'stripe') {
      await stripeTells(app, peer, asked.body.data.chargeId, 'payment_intent.succeeded');
      expect(await cardsOf(shop)).toHaveLength(1);
    }
  });
});

describe('saved cards', () => {
  beforeAll(() => takeCards(app, 'stripe'));
  const saved = async (shop: Owed, card: string) => {
    const answer = await payFor(shop, await another(shop), { card, saveCard: true });
    expect(answer.body.data?.state).toBe('succeeded');
  };

  test('one of them stands for its owner; another takes its place when it goes', async () => {
    const shop = await owed(app);
    for (const card of ['pm_one', 'pm_two', 'pm_three']) await saved(shop, card);
    const defaults = async () => (await cardsOf(shop)).map(({ isDefault }) => isDefault);
    expect(await defaults()).toEqual([true, false, false]);
    const [, second] = await cardsOf(shop);
    expect((await act(shop, second, 'default')).body.data.isDefault).toBe(true);
    expect(await defaults()).toEqual([false, true, false]);
    expect((await act(shop, second, 'remove')).status).toBe(200);
    expect(await defaults()).toEqual([false, true]);
    // They are all one payer at the gateway.
    const payers = new Set([...peer.charges.values()].filter(({ keeps }) => keeps).map(({ customer }) => customer));
    expect([...peer.kept].filter(([, cards]) => cards.includes('pm_three') && cards.includes('pm_one'))).toHaveLength(
      1,
    );
    expect(payers.has(null)).toBe(false);
  });

  test('two customers made one have one card that stands for them, and each has its own again when they part', async () => {
    const [shop, double] = [await owed(app), await owed(app)];
    await saved(shop, 'pm_first');
    for (const card of ['pm_double', 'pm_spare']) await saved(double, card);
    const owner = await app.staff('owner');
    const merged = await owner.post(`/crm/customers/${shop.customer.documentId}/merge`, {
      other: double.customer.documentId,
      take: [],
    });
    expect(merged.body.error).toBeUndefined();
    const defaults = async (customer: { documentId: string }) =>
      (await clerk.get(`/billing/payment-methods?filters[customer][documentId][$eq]=${customer.documentId}&sort=id`))
        .body.data as Card[];
    const together = await defaults(shop.customer);
    expect(together).toHaveLength(3);
    expect(together.filter(({ isDefault }) => isDefault)).toHaveLength(1);

    const undone = await owner.post(`/crm/customer-merges/${merged.body.data.documentId}/undo`);
    expect(undone.body.error).toBeUndefined();
    const [own, theirs] = [await defaults(shop.customer), await defaults(double.customer)];
    expect([own.length, theirs.length]).toEqual([1, 2]);
    for (const cards of [own, theirs]) expect(cards.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  test('nobody charges, sees or changes the card of another', async () => {
    const [shop, stranger] = [await owed(app), await owed(app)];
    await saved(shop, 'pm_mine');
    const [card] = await cardsOf(shop);
    expect(await cardsOf(stranger)).toEqual([]);
    for (const verb of ['remove', 'default']) expect((await act(stranger, card, verb)).status).toBe(404);
    const before = peer.charges.size;
    const charged = await payFor(stranger, stranger.invoice, { paymentMethod: card?.documentId });
    expect([charged.status, charged.body.error.details.code]).toEqual([404, 'payment_method.unknown']);
    expect(peer.charges.size).toBe(before);
    const staff = await clerk.post(`/billing/invoices/${stranger.invoice.documentId}/charge-card`, {
      paymentMethod: card?.documentId,
      consent: 'by phone',
    });
    expect(staff.status).toBe(404);
  });

  test('staff charge it with the member’s consent, which is kept; a silent gateway is asked, and charges once', async () => {
    const shop = await owed(app);
    await saved(shop, 'pm_staff');
    const [card] = await cardsOf(shop);
    const path = `/billing/invoices/${shop.invoice.documentId}/charge-card`;
    const body = { paymentMethod: card?.documentId, consent: 'Khun Somsri agreed by phone on 3 May' };
    const without = await clerk.post(path, { paymentMethod: card?.documentId });
    expect(without.status).toBe(400);
    expect((await (await app.staff('sales')).post(path, body)).status).toBe(403);

    peer.meet('lost');
    const lost = await clerk.post(path, body);
    expect([lost.status, lost.body.data.state]).toEqual([201, 'unknown']);
    const { documentId } = lost.body.data;
    await clerk.post(`/billing/payments/${documentId}/ask`);
    expect((await clerk.get(`/billing/payments/${documentId}`)).body.data).toMatchObject({
      ...{ state: 'succeeded', note: body.consent },
    });
    expect(peer.of(documentId)).toHaveLength(1);
    expect(await shop.read(`/invoices/${shop.invoice.documentId}`)).toMatchObject({ state: 'paid' });

    const removed = await clerk.post(`/billing/payment-methods/${card?.documentId}/remove`);
    expect(removed.body.data.state).toBe('removed');
  });

  test('a card that is over, or kept by another gateway, is not charged', async () => {
    const shop = await owed(app);
    await saved(shop, 'pm_old');
    const [card] = await cardsOf(shop);
    await takeCards(app, 'omise');
    const other = await payFor(shop, shop.invoice, { paymentMethod: card?.documentId });
    expect([other.status, other.body.error.details.code]).toEqual([409, 'payment_method.other_gateway']);
    await takeCards(app, 'stripe');
    const owner = await app.staff('owner');
    await owner.post('/platform/clock', { now: '2032-01-01T05:00:00Z' });
    const late = await payFor(shop, shop.invoice, { paymentMethod: card?.documentId });
    expect([late.status, late.body.error.details.code]).toEqual([422, 'payment_method.expired']);
    expect(late.body.error.message).toContain('4242');
  });
});
