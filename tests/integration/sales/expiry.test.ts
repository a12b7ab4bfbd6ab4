import { addDuration } from '@sanya/strapi-plugin-platform/kernel';
import type { OrdersService } from '../../../plugins/sales/server/src/services/orders';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { asSystem, customerOf, proofOf, sendSlip } from '../billing/support';
import { type Level, levelOf, openShop, placeOrder, type Shop } from './shop';

const SETTING = '/content-manager/single-types/plugin::sales.setting';
const SECOND = 'PT1S';

let app: App;
let shop: Shop;
let owner: Staff;
let clerk: Staff;
let member: Member;
let slips = 0;

interface Order {
  id: number;
  documentId: string;
  number: string;
  total: string;
  placedAt: string;
  invoice: { documentId: string; number: string };
}

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  shop = await openShop(app, 1_000_000n);
  [owner, clerk] = [await app.staff(), await app.staff('billing')];
  member = await app.member();
});
afterAll(() => app?.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const now = (): string => app.platform.clock.now();
const later = (instant: string, duration: string): string => addDuration(instant, duration, 'Asia/Bangkok');
const camera = (quantity = '1') => [{ product: shop.camera, quantity }];
const place = (who: Member, quantity?: string): Promise<Order> => placeOrder(who, camera(quantity));

async function turnTo(instant: string): Promise<void> {
  const answer = await owner.post('/platform/clock', { now: instant });
  if (answer.status >= 300) throw new Error(`clock: ${answer.status} ${JSON.stringify(answer.body)}`);
}
const letPass = (duration: string): Promise<void> => turnTo(later(now(), duration));

async function setDays(expireAfterDays: number): Promise<void> {
  const answer = await owner.put(SETTING, { expireAfterDays });
  if (answer.status >= 300) throw new Error(`setting: ${answer.status} ${JSON.stringify(answer.body)}`);
}

const stateOf = async (who: Member, { documentId }: Order): Promise<string> =>
  (await who.get(`/api/sales/orders/${documentId}`)).body.data.state;
const invoiceOf = async (who: Member, { invoice }: Order): Promise<{ state: string; amountDue: string }> =>
  (await who.get(`/api/billing/invoices/${invoice.documentId}`)).body.data;

const submit = async (who: Member, { invoice }: Order) =>
  who.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    method: 'bank_transfer',
    slip: await sendSlip(app, who, 7_000 + (slips += 1)),
  });

const receive = async (who: Member, { invoice }: Order, amount: string) =>
  clerk.post('/billing/payments', {
    customer: (await customerOf(app, who)).documentId,
    method: 'cash',
    amount,
    currency: 'THB',
    receivedOn: app.platform.clock.today(),
    allocations: [{ invoice: invoice.documentId, amount }],
  });

test('an unpaid order expires at its instant and not a second before: stock, invoice, mail and log', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await place(member, '3');
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 3000n });

  const due = later(order.placedAt, 'P7D');
  await turnTo(later(due, `-${SECOND}`));
  expect(await stateOf(member, order)).toBe('placed');
  expect(await invoiceOf(member, order)).toMatchObject({ state: 'open', amountDue: order.total });

  await turnTo(due);
  const read = (await member.get(`/api/sales/orders/${order.documentId}`)).body.data;
  expect(read).toMatchObject({ state: 'expired', expiredAt: due, cancelledAt: null });
  expect(read).not.toHaveProperty('waitsSince');
  expect(await invoiceOf(member, order)).toMatchObject({
    state: 'void',
    amountDue: '0',
    voidReason: 'ไม่ได้ชำระเงินภายในกำหนด',
  });
  const invoice = `/api/billing/invoices/${order.invoice.documentId}`;
  const why = await inBoth<{ voidReason: string }>(() => member.get(invoice));
  expect(why.map(({ voidReason }) => voidReason)).toEqual(['ไม่ได้ชำระเงินภายในกำหนด', 'Not paid in time']);
  expect(await levelOf(app, shop.camera)).toEqual(before);
  const mails = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { key: order.documentId, template: 'order-expired' } });
  expect(mails).toMatchObject([{ to: member.email, state: 'sent' }]);
  const sent = app.strapi.plugin('platform').service('ports').mail.sent as { to: string; subject: string }[];
  expect(sent.at(-1)).toMatchObject({ to: member.email, subject: expect.stringContaining(order.number) });
  const log = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ where: { subjectDocumentId: order.documentId }, orderBy: 'id' });
  expect(log.map(({ name, actor }: { name: string; actor: string }) => [name, actor])).toEqual([
    ['order.placed', `member:${member.user.id}`],
    ['order.expired', 'system:sales.expire-orders'],
  ]);

  const cancel = await member.post(`/api/sales/orders/${order.documentId}/cancel`);
  expect([cancel.status, cancel.body.error.details.code]).toEqual([409, 'state.not_allowed']);
  const slip = await submit(member, order);
  expect([slip.status, slip.body.error.details.code]).toEqual([409, 'payment.invoice_not_open']);
});

test('a slip that waits for its clerk keeps the order; rejected, it has all its days again', async () => {
  const order = await place(member);
  await letPass('P2D');
  const submitted = await submit(member, order);
  expect(submitted.status).toBeLessThan(300);
  await letPass('P10D');
  expect(await stateOf(member, order)).toBe('placed');

  const rejected = await clerk.post(`/billing/payments/${submitted.body.data.documentId}/reject`, {
    reason: 'อ่านไม่ออก',
  });
  expect(rejected.status).toBe(200);
  const due = later(now(), 'P7D');
  await turnTo(later(due, `-${SECOND}`));
  expect(await stateOf(member, order)).toBe('placed');
  await turnTo(due);
  expect(await stateOf(member, order)).toBe('expired');
});

test('what is paid, paid in part, or ordered on credit terms stays', async () => {
  const company = await app.member();
  const terms = await owner.post(`/crm/customers/${(await customerOf(app, company)).documentId}/credit`, {
    creditTermsDays: 30,
  });
  expect(terms.status).toBe(200);
  const care = [{ product: shop.care, price: shop.careMonthly, quantity: '1' }];
  const [paid, onTerms] = [await place(member), await place(company)];
  const partly: Order = await placeOrder(member, care);
  expect((await receive(member, paid, paid.total)).status).toBeLessThan(300);
  const part = await receive(member, partly, '10000');
  expect(part.status).toBeLessThan(300);
  await letPass('P40D');
  expect(await stateOf(member, paid)).toBe('confirmed');
  expect(await stateOf(member, partly)).toBe('placed');
  expect(await invoiceOf(member, partly)).toMatchObject({ state: 'open', amountDue: '97000' });
  expect(await stateOf(company, onTerms)).toBe('placed');

  // The money is taken back: the order waits for it anew.
  const reversed = await clerk.post(`/billing/payments/${part.body.data.documentId}/reverse`, { reason: 'เช็คคืน' });
  expect(reversed.status).toBe(200);
  await letPass('P7D');
  expect(await stateOf(member, partly)).toBe('expired');
});

test('the settings say how long: never, or so many days, also for orders that wait already', async () => {
  await setDays(0);
  const order = await place(member);
  await letPass('P60D');
  expect(await stateOf(member, order)).toBe('placed');
  const refused = await owner.put(SETTING, { expireAfterDays: -1 });
  expect(refused.status).toBe(400);
  await setDays(90);
  await letPass('P29D');
  expect(await stateOf(member, order)).toBe('placed');
  await letPass('P1D');
  expect(await stateOf(member, order)).toBe('expired');
  await setDays(7);
});

test('slips and payments that come while orders expire: each order has one of them, never both', async () => {
  const members: Member[] = [];
  for (let index = 0; index < 6; index += 1) members.push(await app.member());
  const before = await levelOf(app, shop.camera);
  const orders = await Promise.all(members.map((one) => place(one)));
  const waiting = orders.map((order, index) => ({ order, who: members[index] as Member, slip: index % 2 === 0 }));
  const due = later(now(), 'P7D');
  await turnTo(later(due, '-PT1M'));

  const [, ...answers] = await Promise.all([
    turnTo(due),
    ...waiting.map(({ order, who, slip }) => (slip ? submit(who, order) : receive(who, order, order.total))),
  ]);
  // Whoever lost against the clock was told; whoever won keeps the order.
  let kept = 0n;
  for (const [index, { order, who, slip }] of waiting.entries()) {
    const answer = answers[index];
    const state = await stateOf(who, order);
    if ((answer?.status ?? 0) < 300) {
      expect(state).toBe(slip ? 'placed' : 'confirmed');
      expect((await invoiceOf(who, order)).state).toBe(slip ? 'open' : 'paid');
      kept += 1000n;
    } else {
      expect([answer?.status, answer?.body.error.details.code]).toEqual([
        409,
        slip ? 'payment.invoice_not_open' : 'allocation.invoice_not_open',
      ]);
      expect(state).toBe('expired');
      expect((await invoiceOf(who, order)).state).toBe('void');
    }
  }
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + kept });
});

describe('many at once', () => {
  const STOCK = 'plugin::sales.stock-item';

  const placeMany = async (count: number) => {
    const { id } = await customerOf(app, member);
    const orders = app.strapi.plugin('sales').service('orders') as OrdersService;
    const wish = { customer: id, source: 'staff' as const, lines: camera() };
    return asSystem(app, () => orders.place(Array.from({ length: count }, () => wish)));
  };
  const statesOf = async (orders: readonly { order: { id: number } }[]): Promise<string[]> =>
    (
      await app.platform.rows.byIds<{ state: string }>(
        'plugin::sales.order',
        orders.map(({ order }) => order.id),
        { fields: ['state'] },
      )
    ).map(({ state }) => state);

  test('60 orders of one instant expire in chunks of one run', async () => {
    const orders = await placeMany(60);
    await letPass('P7D');
    expect(new Set(await statesOf(orders))).toEqual(new Set(['expired']));
    const [run] = (await owner.get('/platform/jobs/sales.expire-orders/runs')).body.data;
    expect(run).toMatchObject({ state: 'finished', processed: 60, failed: 0, steps: 2 });
  });

  test('an order that a rule keeps from expiring is set aside with its reason, and holds up no other', async () => {
    const other = await place(member);
    const [sick] = await placeMany(1);
    const { rows } = app.platform;
    const [product] = await rows.byDocumentIds('plugin::sales.product', [shop.camera], { fields: [] });
    const [item] = await rows.find<Level>(STOCK, (query, name) => void query.where(name('product'), product?.id ?? 0));
    if (!sick || !item) throw new Error('no stock');
    // One promise too few: books that are wrong must not stop what is right.
    const right = item.reserved;
    await rows.update(STOCK, [{ id: item.id, reserved: 1000n }]);
    await letPass('P7D');
    expect((await statesOf([sick]))[0]).toBe('placed');
    expect(await stateOf(member, other)).toBe('expired');
    const [event] = await rows.find<{ after: object }>(
      'plugin::platform.event',
      (query, name) =>
        void query.where({ [name('name')]: 'order.not_expired', [name('subjectDocumentId')]: sick.order.documentId }),
    );
    expect(event?.after).toMatchObject({ state: 'placed', problem: 'stock.not_reserved' });

    await rows.update(STOCK, [{ id: item.id, reserved: right - 1000n }]);
    expect((await owner.post(`/sales/orders/${sick.order.documentId}/cancel`)).status).toBe(200);
  });
});
