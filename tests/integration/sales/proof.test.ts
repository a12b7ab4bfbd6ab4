import { bootApp, type App, type Member } from '../../support/app';
import { createTampering } from '../../support/tamper';
import { openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let books: ReturnType<typeof createTampering>;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app);
  member = await app.member();
  books = createTampering(app, isOfSales);
});
afterAll(() => app?.close());

const ORDER = 'plugin::sales.order';
const isOfSales = (check: string): boolean => check.startsWith('sales.');
type Row = { id: number; total: bigint; order: number } & Record<string, unknown>;
const last = async (uid: string): Promise<Row> => {
  const row = (await app.platform.rows.find<Row>(uid, () => undefined)).at(-1);
  if (!row) throw new Error(`no ${uid}`);
  return row;
};

test('each check of stock and orders names what was tampered with and nothing else', async () => {
  const { rows } = app.platform;
  const order = await placeOrder(member, [
    { product: shop.camera, quantity: '1' },
    { product: shop.cable, quantity: '2' },
  ]);
  expect(await books.names()).toEqual([]);
  const [level] = await rows.find<{ onHand: bigint; reserved: bigint }>(
    'plugin::sales.stock-item',
    (q) => void q.limit(1),
  );
  const [stored] = await rows.byIds<Record<string, unknown>>(ORDER, [order.id]);
  if (!level || !stored) throw new Error('nothing stored');
  const { id: _id, documentId: _documentId, createdAt: _c, updatedAt: _u, publishedAt: _p, ...facts } = stored;
  const copy = Object.fromEntries(
    Object.entries(facts).filter(([name]) => !/^(locale|createdBy|updatedBy)/.test(name)),
  );

  await books.undone([], async () => {
    await rows.update('plugin::sales.stock-item', [{ id: level.id, onHand: level.onHand + 1000n }]);
    expect(await books.names()).toEqual(['sales.stock-equals-movements', 'sales.stock-equals-shelves']);
  });
  await books.undone([], async () => {
    await rows.update('plugin::sales.stock-item', [{ id: level.id, reserved: level.reserved + 1000n }]);
    expect(await books.names()).toEqual(['sales.reserved-equals-open-orders', 'sales.stock-equals-movements']);
  });
  await books.undone([], async () => {
    await rows.insert(ORDER, [{ ...copy, number: 'X-1', invoice: null }]);
    expect(await books.names()).toEqual(['sales.order-equals-lines', 'sales.order-without-invoice']);
    expect(await books.names({ to: '2000-01-01' })).toEqual([]);
    expect(await books.names({ from: '2000-01-01', to: '2999-01-01' })).toHaveLength(2);
  });
  await books.undone([], async () => {
    await rows.insert(ORDER, [{ ...copy, number: 'X-2', net: 0n, tax: 0n, total: 0n }]);
    expect(await books.names()).toEqual(['sales.order-equals-invoice']);
  });
  await books.undone([], async () => {
    await rows.update('plugin::sales.order-line', [{ id: order.lines[1].id, delivered: 2000n }]);
    expect(await books.found()).toMatchObject([{ check: 'sales.shipment-not-taxed', params: { order: order.number } }]);
  });
  expect(await books.names()).toEqual([]);
});

test('each check of quotes and coupons does so too', async () => {
  const { rows } = app.platform;
  const lead = await app.staff('sales-lead');
  const care = [{ product: shop.care, price: shop.careMonthly, quantity: '1' }];
  const customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
  const drafted = await lead.post('/sales/quotes', { customer, lines: care });
  await lead.post(`/sales/quotes/${drafted.body.data.documentId}/send`);
  const accepted = await member.post(`/api/sales/quotes/${drafted.body.data.documentId}/accept`);
  expect([accepted.status, accepted.body.data.state]).toEqual([200, 'ordered']);
  const quote = await last('plugin::sales.quote');
  const tampered = async (
    uid: string,
    change: { id: number } & Record<string, unknown>,
    check: string,
  ): Promise<void> =>
    books.undone([uid], async () => {
      await rows.update(uid, [change]);
      expect(await books.names()).toEqual([check]);
    });
  const { id, total } = quote;
  await tampered('plugin::sales.quote', { id, total: total + 1n }, 'sales.quote-equals-order');
  await tampered('plugin::sales.quote', { id, order: null }, 'sales.quote-without-order');

  const given = { code: 'TEN', name: 'สิบ', kind: 'percent', ratePpm: 100_000 };
  expect((await lead.post('/sales/coupons', given)).status).toBe(201);
  const order = await placeOrder(member, care, { coupon: 'TEN' });
  const coupon = await last('plugin::sales.coupon');
  await tampered('plugin::sales.coupon', { id: coupon.id, used: 7 }, 'sales.coupon-counter-equals-redemptions');
  await tampered(ORDER, { id: order.id, state: 'cancelled' }, 'sales.coupon-slot-not-returned');
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('every check of sales was seen to find something', () => {
  const all = [...books.registered(), 'sales.order-without-invoice', 'sales.quote-without-order'];
  expect(all.filter((check) => !books.seen.has(check))).toEqual([]);
});
