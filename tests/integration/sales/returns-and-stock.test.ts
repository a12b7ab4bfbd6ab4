import type { App, Member, Staff } from '../../support/app';
import { levelOf, placeOrder, type Shop } from './shop';
import { openStoreRoom, refusal } from './store-room';

let app: App;
let shop: Shop;
let company: Member;
let owner: Staff;
let store: Staff;
let billing: Staff;

beforeAll(async () => {
  ({ app, shop, owner, store, company } = await openStoreRoom());
  billing = await app.staff('billing');
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

async function delivered(quantity: string) {
  const order = await placeOrder(company, [{ product: shop.camera, quantity }]);
  await owner.post(`/sales/orders/${order.documentId}/confirm`);
  expect((await store.post(`/sales/orders/${order.documentId}/deliver`)).status).toBe(200);
  return order as {
    documentId: string;
    number: string;
    invoice: { documentId: string };
    lines: { documentId: string }[];
  };
}
const back = (order: { documentId: string }, body: object) =>
  store.post(`/sales/orders/${order.documentId}/returns`, { reason: 'ไม่ตรงรุ่น', ...body });
const orderOf = async (order: { documentId: string }) =>
  (await owner.get(`/sales/orders/${order.documentId}?populate=lines`)).body.data;

test('goods come back in parts: stock is back or written off, each part is credited with its VAT, the order is returned', async () => {
  const order = await delivered('5');
  const before = await levelOf(app, shop.camera);
  const line = order.lines[0]?.documentId;
  expect(refusal(await back(order, { lines: [{ line, quantity: '6' }] }))).toEqual([
    ...[409, 'return.more_than_delivered', 'lines.0.quantity'],
  ]);
  const first = await back(order, { lines: [{ line, quantity: '2' }] });
  expect(first.status).toBe(201);
  expect(first.body.data).toMatchObject({ state: 'received', number: expect.stringMatching(/^RT-/) });
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand + 2000n });
  expect((await orderOf(order)).state).toBe('delivered');

  const credit = (one: { body: { data: { documentId: string } } }, by: Staff) =>
    by.post(`/sales/returns/${one.body.data.documentId}/credit`);
  expect((await credit(first, store)).status).toBe(403);
  const credited = await credit(first, billing);
  expect([credited.status, credited.body.data.state]).toEqual([200, 'credited']);
  expect(refusal(await credit(first, billing))).toEqual([409, 'state.not_allowed', undefined]);
  const notes = (await company.get('/api/billing/credit-notes')).body.data;
  expect(notes.map(({ net, tax, total }: Record<string, string>) => [net, tax, total])).toEqual([
    ['40000', '2800', '42800'],
  ]);

  const rest = { lines: [{ line, quantity: '3', condition: 'damaged' }], cause: 'goods_faulty' };
  const both = await Promise.all([back(order, rest), back(order, rest)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand + 2000n });
  expect((await orderOf(order)).state).toBe('returned');
  expect((await orderOf(order)).lines[0].returned).toBe('5');
  const last = both.find(({ status }) => status === 201);
  const declined = await billing.post(`/sales/returns/${last?.body.data.documentId}/decline`, { reason: 'ตกแตกเอง' });
  expect(declined.body.data).toMatchObject({ state: 'declined', declineReason: 'ตกแตกเอง' });
  expect((await company.get('/api/sales/returns')).body.data).toHaveLength(2);
  expect((await (await app.member()).get('/api/sales/returns')).body.data).toEqual([]);
});

test('what was not handed over, a service, or nothing cannot come back', async () => {
  const order = await placeOrder(company, [
    { product: shop.camera, quantity: '1' },
    { product: shop.care, price: shop.careMonthly, quantity: '1' },
  ]);
  expect(refusal(await back(order, {}))[1]).toBe('return.nothing_handed_over');
  await owner.post(`/sales/orders/${order.documentId}/confirm`);
  await store.post(`/sales/orders/${order.documentId}/deliver`);
  expect(refusal(await back(order, { lines: [{ line: order.lines[1].documentId }] }))[1]).toBe('return.not_goods');
  expect(refusal(await back(order, { on: '2199-01-01' }))).toEqual([400, 'return.in_future', 'on']);
  expect((await back(order, {})).status).toBe(201);
  expect(refusal(await back(order, {}))[1]).toBe('return.nothing_left');
  // The service stays with the customer: the order is not returned.
  expect((await orderOf(order)).state).toBe('delivered');
});

test('the stock page: levels, what is low, movements with their running balance, counts', async () => {
  const stock = `/sales/products/${shop.camera}/stock`;
  const level = async (query: string) => (await store.get(`/sales/stock-levels?${query}`)).body.data;
  const { items } = await level('q=วงจร');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ name: 'กล้องวงจรปิด', lowBelow: null, low: false });
  expect(await level('low=true')).toMatchObject({ items: [], total: 0, page: 1 });
  expect(refusal(await store.put(stock, { lowBelow: '-1' }))).toEqual([400, 'stock.quantity_invalid', 'lowBelow']);
  expect((await store.put(stock, { lowBelow: items[0].available })).status).toBe(200);
  expect((await level('low=true')).items).toMatchObject([{ low: true, lowBelow: items[0].available }]);
  await store.post(stock, { kind: 'receive', quantity: '7', reason: 'ใบส่งของ 9' });
  expect((await level('low=true')).items).toEqual([]);

  const counted = await store.post(stock, { kind: 'count', quantity: '50.5', reason: 'นับสิ้นเดือน' });
  expect(counted.body.data.onHand).toBe('50.5');
  expect((await store.post(stock, { kind: 'count', quantity: '50.5' })).status).toBe(200);
  expect(refusal(await store.post(stock, { kind: 'count', quantity: '-1' }))[1]).toBe('stock.quantity_invalid');
  const movements = (
    await store.get(
      `/sales/stock-movements?filters[stockItem][product][documentId][$eq]=${shop.camera}&sort=id:asc&pagination[pageSize]=100`,
    )
  ).body.data as { kind: string; quantity: string; onHandAfter: string; reservedAfter: string }[];
  expect(movements.slice(-3)).toMatchObject([
    { kind: 'receive', quantity: '7' },
    { kind: 'count', onHandAfter: '50.5' },
    { kind: 'count', quantity: '0', onHandAfter: '50.5' },
  ]);
  let balance = 0;
  for (const { kind, quantity, onHandAfter } of movements) {
    if (kind === 'ship') balance -= Number(quantity);
    else if (kind !== 'reserve' && kind !== 'release') balance += Number(quantity);
    expect(Number(onHandAfter)).toBeCloseTo(balance, 3);
  }
  const counts = await store.get('/sales/stock-movements?filters[kind][$eq]=count');
  expect(counts.body.data).toHaveLength(2);
  expect((await (await app.staff('marketing')).get('/sales/stock-levels')).status).toBe(403);
});
