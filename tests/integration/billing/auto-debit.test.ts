import { debitForInvoice } from '../../../plugins/billing/server/src/use-cases/debit-cards';
import type { App, Staff } from '../../support/app';
import type { GatewayPeer } from '../../support/gateway-peer';
import { cardOf, type CardShop, openCardShop, type Owed, owed, stripeTells, takeCards } from './card-shop';
import { issue, line, proofOf } from './support';

let shop: CardShop;
let app: App;
let peer: GatewayPeer;
let clerk: Staff;
let owner: Staff;

beforeAll(async () => {
  shop = await openCardShop();
  ({ app, peer, clerk } = shop);
  owner = await app.staff('owner');
  await clockTo('2030-01-01T05:00:00Z');
});
afterAll(() => shop?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const clockTo = async (now: string) => expect((await owner.post('/platform/clock', { now })).status).toBe(200);
/** Noon at Bangkok: what is charged on that day has been. */
const through = (day: string) => clockTo(`${day}T05:00:00Z`);

interface Card {
  documentId: string;
  autoDebitSince: string | null;
  declinedAt: string | null;
  declineReason: string | null;
}
interface Payment {
  documentId: string;
  state: string;
  debitAttempt: number;
  debitRetryOn: string | null;
  failReason: string | null;
}
interface Invoice {
  id: number;
  documentId: string;
}
type Gateway = 'stripe' | 'omise';

let cards = 0;
/** A member whose card is saved, and charged by itself since it paid. */
async function agreed(gateway: Gateway = 'stripe'): Promise<Owed & { card: Card }> {
  const shop = await owed(app, gateway);
  const card = gateway === 'stripe' ? `pm_auto_${(cards += 1)}` : cardOf(gateway);
  const paid = await shop.pay({ card, saveCard: true, autoDebit: true });
  expect(paid.body.data?.state).toBe('succeeded');
  const [saved] = (await shop.read('/payment-methods')) as Card[];
  return { ...shop, card: saved as Card };
}
const owes = (shop: Owed, dueDate: string): Promise<Invoice> => issue(app, shop.customer.id, [line()], { dueDate });
const stateOf = async (invoice: Invoice) =>
  (await clerk.get(`/billing/invoices/${invoice.documentId}`)).body.data.state;
const triesOf = async (invoice: Invoice): Promise<Payment[]> =>
  (
    await clerk.get(
      `/billing/payments?filters[invoice][documentId][$eq]=${invoice.documentId}&filters[debitAttempt][$notNull]=true&sort=debitAttempt:asc`,
    )
  ).body.data;
const mails = async (shop: Owed, template: string) =>
  app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { customerId: shop.customer.id, template: { $startsWith: template } } });
const act = (shop: Owed, card: Card, verb: string) =>
  shop.member.post(`/api/billing/payment-methods/${card.documentId}/${verb}`);

describe.each(['stripe', 'omise'] as const)('what is due, by a card that %s keeps', (gateway) => {
  const month = gateway === 'stripe' ? '2030-02' : '2030-03';
  beforeAll(() => takeCards(app, gateway));

  test('is charged on its day without anybody there, once, with its receipt', async () => {
    const shop = await agreed(gateway);
    expect(await shop.read('/account')).toMatchObject({
      autoDebit: { paymentMethod: shop.card.documentId, since: shop.card.autoDebitSince, declinedAt: null },
    });
    const invoice = await owes(shop, `${month}-10`);
    await through(`${month}-09`);
    expect(await triesOf(invoice)).toEqual([]);
    await through(`${month}-10`);
    const [payment, ...others] = await triesOf(invoice);
    expect(payment).toMatchObject({ state: 'succeeded', debitAttempt: 1 });
    expect(others).toEqual([]);
    expect(peer.of(payment?.documentId ?? '')).toMatchObject([{ amount: 1_070_000 }]);
    expect(await stateOf(invoice)).toBe('paid');
    const receipts = await shop.read(`/receipts?filters[invoice][documentId][$eq]=${invoice.documentId}`);
    expect(receipts).toHaveLength(1);
    await through(`${month}-12`);
    expect(await triesOf(invoice)).toHaveLength(1);
  });

  test('a stolen card is not tried again: the member is asked for another, and the new one is charged', async () => {
    const shop = await agreed(gateway);
    const invoice = await owes(shop, `${month}-15`);
    const later = await owes(shop, `${month}-16`);
    peer.meet('stolen');
    await through(`${month}-20`);
    expect(await triesOf(invoice)).toMatchObject([{ state: 'failed', debitRetryOn: null }]);
    expect(await triesOf(later)).toEqual([]);
    const [mail, ...more] = await mails(shop, 'card-declined');
    expect(mail).toMatchObject({ language: 'th', data: { card: expect.stringContaining('4242') } });
    expect(more).toEqual([]);
    const url = `/billing/payment-methods?filters[documentId][$eq]=${shop.card.documentId}`;
    expect((await clerk.get(url)).body.data).toMatchObject([
      { declineReason: gateway === 'stripe' ? 'stolen_card' : 'stolen_or_lost_card', declinedAt: expect.any(String) },
    ]);
    const card = gateway === 'stripe' ? 'pm_another' : cardOf(gateway);
    const body = { method: 'card', card, saveCard: true, autoDebit: true };
    const paid = await shop.member.post(`/api/billing/invoices/${invoice.documentId}/payments`, body);
    expect(paid.body.data.state).toBe('succeeded');
    await through(`${month}-21`);
    expect(await triesOf(later)).toMatchObject([{ state: 'succeeded' }]);
  });
});

describe('charged by itself', () => {
  beforeAll(() => takeCards(app, 'stripe'));

  test('what is declined is tried on the days of the settings, then the member is asked, and dunning speaks', async () => {
    const steps = [
      { day: -3, template: 'dunning-reminder' },
      { day: 1, template: 'dunning-overdue' },
    ];
    const policy = await clerk.post('/billing/dunning/policies', {
      ...{ name: 'Standard', active: true, workingDays: false, steps },
    });
    expect(policy.status).toBe(201);
    const shop = await agreed();
    const invoice = await owes(shop, '2030-05-10');
    peer.meet(...Array<'declined'>(5).fill('declined'));
    await through('2030-05-16');
    const days = (await triesOf(invoice)).map(({ debitRetryOn }) => debitRetryOn);
    expect(days).toEqual(['2030-05-11', '2030-05-13', '2030-05-15', '2030-05-17']);
    // While it is tried nobody is reminded, and nobody asked for another card.
    expect([await mails(shop, 'dunning'), await mails(shop, 'card-declined')]).toEqual([[], []]);
    await through('2030-05-17');
    expect((await triesOf(invoice)).map(({ state }) => state)).toEqual(Array(5).fill('failed'));
    expect(await mails(shop, 'card-declined')).toHaveLength(1);
    await through('2030-05-25');
    expect(await triesOf(invoice)).toHaveLength(5);
    expect(await mails(shop, 'dunning')).toHaveLength(1);
    expect(await stateOf(invoice)).toBe('open');
    await clerk.put(`/billing/dunning/policies/${policy.body.data.documentId}`, {
      ...{ name: 'Standard', active: false, workingDays: false, steps },
    });
  });

  test('a silent gateway is asked, and nothing is charged anew until it has answered', async () => {
    const shop = await agreed();
    const invoice = await owes(shop, '2030-06-10');
    peer.meet('lost');
    await clockTo('2030-06-10T03:00:00Z');
    const [lost] = await triesOf(invoice);
    expect(lost?.state).toBe('unknown');
    peer.down(true);
    await through('2030-06-12');
    expect(await triesOf(invoice)).toMatchObject([{ state: 'unknown' }]);
    peer.down(false);
    await through('2030-06-13');
    expect(await triesOf(invoice)).toMatchObject([{ state: 'succeeded' }]);
    expect(peer.of(lost?.documentId ?? '')).toHaveLength(1);
  });

  test('who wants to see the holder is told that nobody is there; the card is not tried again', async () => {
    const shop = await agreed();
    const invoice = await owes(shop, '2030-07-10');
    peer.meet('three-ds');
    await through('2030-07-10');
    expect(await triesOf(invoice)).toMatchObject([{ state: 'failed', failReason: 'authentication_required' }]);
    expect(await mails(shop, 'card-declined')).toHaveLength(1);
    await through('2030-07-20');
    expect(await triesOf(invoice)).toHaveLength(1);
    // Agreed to anew it is tried again.
    expect((await act(shop, shop.card, 'auto-debit')).status).toBe(200);
    await through('2030-07-21');
    expect((await triesOf(invoice)).map(({ state }) => state)).toEqual(['failed', 'succeeded']);
  });

  test('who withdraws is not charged, nor whose money is on its way or who promised to pay later', async () => {
    const [gone, slip, promise] = [await agreed(), await agreed(), await agreed()];
    const invoices = [
      await owes(gone, '2030-08-10'),
      await owes(slip, '2030-08-10'),
      await owes(promise, '2030-08-10'),
    ];
    expect((await act(gone, gone.card, 'auto-debit/withdraw')).body.data.autoDebitSince).toBeNull();
    expect(await gone.read('/account')).toMatchObject({ autoDebit: null });
    const cheque = { customer: slip.customer.documentId, bank: 'KBANK', number: '7654321', date: '2030-08-20' };
    const lines = [{ invoice: invoices[1]?.documentId, amount: '1070000' }];
    const taken = await clerk.post('/billing/cheques', { ...cheque, amount: '1070000', allocations: lines });
    expect(taken.status).toBe(201);
    const promised = { until: '2030-08-15', all: false };
    expect((await clerk.post(`/billing/invoices/${invoices[2]?.documentId}/promise`, promised)).status).toBe(200);
    await through('2030-08-14');
    for (const invoice of invoices) expect(await triesOf(invoice)).toEqual([]);
    await through('2030-08-16');
    expect(await triesOf(invoices[2] as Invoice)).toMatchObject([{ state: 'succeeded' }]);
    expect(await triesOf(invoices[0] as Invoice)).toEqual([]);

    // A cheque in hand wakes nobody, however long it lies; once it has bounced the card is charged.
    const held = '2030-08-16T12:00:00.000Z';
    const runs = () =>
      app.strapi.db
        .query('plugin::platform.job-run')
        .count({ where: { job: { $in: ['billing.debit-cards', 'billing.announce-debits'] }, tick: { $gt: held } } });
    await through('2030-08-25');
    expect(await runs()).toBe(0);
    const { documentId } = taken.body.data;
    expect((await clerk.post('/billing/cheques/deposit', { cheques: [documentId] })).status).toBe(200);
    await through('2030-08-28');
    expect(await runs()).toBe(0);
    expect((await clerk.post(`/billing/cheques/${documentId}/bounce`, { reason: 'เงินไม่พอ' })).status).toBe(200);
    await through('2030-08-29');
    expect(await triesOf(invoices[1] as Invoice)).toMatchObject([{ state: 'succeeded' }]);
  });

  test('withdrawn while the job is on its way, nothing is charged; two at once charge once', async () => {
    const [shop, other] = [await agreed(), await agreed()];
    const [invoice, kept] = [await owes(shop, '2030-09-10'), await owes(other, '2030-09-10')];
    const debit = (one: Invoice) =>
      app.platform.as({ kind: 'system', key: 'system:test' }, () => debitForInvoice(app.platform, 'stripe', one.id));
    expect(await debit(kept)).toBe(false);
    await clockTo('2030-09-10T02:59:00Z');
    expect((await act(shop, shop.card, 'auto-debit/withdraw')).status).toBe(200);
    expect(await debit(invoice)).toBe(false);
    const both = await Promise.all([debit(kept), debit(kept)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const tries = await triesOf(kept);
    expect(tries).toHaveLength(1);
    await through('2030-09-10');
    expect(await triesOf(kept)).toHaveLength(1);
    expect(peer.of(tries[0]?.documentId ?? '')).toHaveLength(1);
    expect([await stateOf(kept), await stateOf(invoice)]).toEqual(['paid', 'open']);
  });

  test('what was charged and went back is not charged anew', async () => {
    const shop = await agreed();
    const invoice = await owes(shop, '2030-10-10');
    await through('2030-10-10');
    const [payment] = await triesOf(invoice);
    const charge = peer.of(payment?.documentId ?? '')[0];
    Object.assign(charge ?? {}, { refunded: charge?.amount });
    await stripeTells(app, peer, charge?.id ?? '', 'charge.refunded');
    expect((await triesOf(invoice)).map(({ state }) => state)).toEqual(['reversed']);
    await through('2030-10-20');
    expect(await triesOf(invoice)).toHaveLength(1);
  });

  test('consent is of the holder, dated; staff say what was said, and nobody agrees for another', async () => {
    const [shop, stranger] = [await agreed(), await agreed()];
    const path = `/billing/payment-methods/${shop.card.documentId}/auto-debit`;
    expect((await act(stranger, shop.card, 'auto-debit/withdraw')).status).toBe(404);
    expect((await act(shop, shop.card, 'auto-debit')).body.error.details.code).toBe('payment_method.agreed');
    expect((await clerk.post(`${path}/withdraw`)).body.data.autoDebitSince).toBeNull();
    expect((await act(stranger, shop.card, 'auto-debit')).status).toBe(404);
    const unsaid = await clerk.post(path);
    expect([unsaid.status, unsaid.body.error.details.code]).toEqual([400, 'payment_method.consent_missing']);
    expect((await (await app.staff('sales')).post(path, { consent: 'by phone' })).status).toBe(403);
    const said = await clerk.post(path, { consent: 'Khun Somsri agreed by phone on 3 May' });
    expect(said.body.data.autoDebitSince).toEqual(expect.any(String));
    expect(JSON.stringify(await shop.read('/payment-methods?populate=*'))).not.toContain('Somsri');
    const unsaved = await shop.member.post(
      `/api/billing/invoices/${(await owes(shop, '2030-12-30')).documentId}/payments`,
      { method: 'card', card: 'pm_unsaved', autoDebit: true },
    );
    expect([unsaved.status, unsaved.body.error.details.code]).toEqual([400, 'payment_method.agreed_unsaved']);
    // A card that is removed is not charged any more.
    expect((await act(shop, shop.card, 'remove')).body.data).toMatchObject({ state: 'removed', autoDebitSince: null });
  });

  test('a simulation asks no gateway, and charges as members are told to pay', async () => {
    const shop = await agreed();
    const invoice = await owes(shop, '2030-12-10');
    const before = peer.asked.length;
    const simulate = async (payments: string) =>
      (
        await owner.post('/platform/simulations', { to: '2030-12-31', customer: shop.customer.documentId, payments })
      ).body.data.events.map(({ name }: { name: string }) => name);
    expect(await simulate('on_due')).toContain('payment.succeeded');
    expect(await simulate('none')).not.toContain('payment.initiated');
    expect(peer.asked.length).toBe(before);
    expect(await triesOf(invoice)).toEqual([]);
  });

  describe('is told of ahead', () => {
    const ahead = (shop: Owed) => mails(shop, 'card-charge-ahead');
    const noticeDays = async (autoDebitNoticeDays: number) => {
      const { id } = await app.platform.settings.read('plugin::billing.setting');
      await app.platform.rows.update('plugin::billing.setting', [{ id, autoDebitNoticeDays }]);
    };

    test('once, as many days before as the settings say; then it is charged', async () => {
      const shop = await agreed();
      const invoice = await owes(shop, '2031-02-10');
      await through('2031-02-06');
      expect(await ahead(shop)).toEqual([]);
      await through('2031-02-07');
      const [mail, ...more] = await ahead(shop);
      expect(mail).toMatchObject({
        ...{ language: 'th', subject: 'จะตัดบัตรลงท้าย 4242 จำนวน 10,700.00 บาท วันที่ 10 ก.พ. 2574' },
        data: { lastFour: '4242', amount: '10,700.00', day: '10 ก.พ. 2574' },
      });
      expect(more).toEqual([]);
      await through('2031-02-12');
      expect(await ahead(shop)).toHaveLength(1);
      expect(await triesOf(invoice)).toMatchObject([{ state: 'succeeded' }]);
    });

    test('on its own day where it is due at once, in the language of the reader', async () => {
      const shop = await agreed();
      await app.platform.rows.update('plugin::crm.customer', [{ id: shop.customer.id, language: 'en' }]);
      await clockTo('2031-03-10T01:00:00Z');
      const invoice = await owes(shop, '2031-03-10');
      await clockTo('2031-03-10T02:30:00Z');
      expect(await triesOf(invoice)).toEqual([]);
      expect(await ahead(shop)).toMatchObject([
        { subject: 'Your card ending 4242 will be charged 10,700.00 THB on 10 Mar 2031' },
      ]);
      await through('2031-03-10');
      expect(await triesOf(invoice)).toMatchObject([{ state: 'succeeded' }]);
    });

    test('what is promised for later when its day is near; what is withdrawn, paid or not to be told of never', async () => {
      const [promise, gone, paid, silent] = [await agreed(), await agreed(), await agreed(), await agreed()];
      const promised = await owes(promise, '2031-04-10');
      await owes(gone, '2031-04-10');
      const settled = await owes(paid, '2031-04-10');
      const until = { until: '2031-04-20', all: false };
      expect((await clerk.post(`/billing/invoices/${promised.documentId}/promise`, until)).status).toBe(200);
      expect((await act(gone, gone.card, 'auto-debit/withdraw')).status).toBe(200);
      const pay = `/api/billing/invoices/${settled.documentId}/payments`;
      const own = { method: 'card', paymentMethod: paid.card.documentId };
      expect((await paid.member.post(pay, own)).body.data.state).toBe('succeeded');
      await through('2031-04-17');
      for (const one of [promise, gone, paid]) expect(await ahead(one)).toEqual([]);
      await through('2031-04-18');
      expect(await ahead(promise)).toMatchObject([{ data: { day: '21 เม.ย. 2574' } }]);
      await noticeDays(0);
      const untold = await owes(silent, '2031-04-25');
      await through('2031-04-26');
      expect(await triesOf(promised)).toMatchObject([{ state: 'succeeded' }]);
      expect(await triesOf(untold)).toMatchObject([{ state: 'succeeded' }]);
      expect(await ahead(silent)).toEqual([]);
      await noticeDays(3);
    });
  });

  test('a card that ends soon is told of once, thirty days before', async () => {
    const shop = await agreed();
    await through('2031-11-30');
    expect(await mails(shop, 'card-ending')).toEqual([]);
    await through('2031-12-01');
    expect(await mails(shop, 'card-ending')).toMatchObject([{ data: { expiry: '12/2031' } }]);
    await through('2031-12-20');
    expect(await mails(shop, 'card-ending')).toHaveLength(1);
  });
});
