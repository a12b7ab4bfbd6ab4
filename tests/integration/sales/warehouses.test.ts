import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { companyMember, customerOf } from '../billing/support';
import { beginWithOneWarehouse } from '../../../plugins/sales/server/src/use-cases/warehouses/begin-with-one';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

const SHELF = 'plugin::sales.shelf';

let app: App;
let shop: Shop;
let company: Member;
let owner: Staff;
let store: Staff;
let main: string;
let north: string;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 20_000n);
  owner = await app.staff('super-admin');
  store = await app.staff('storekeeper');
  company = await companyMember(app);
  const customer = await customerOf(app, company);
  await owner.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30 });
  main = (await store.get('/sales/warehouses')).body.data[0].documentId;
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

type Answer = { status: number; body: { error?: { message: string; details: { code: string; field?: string } } } };
const refusal = ({ status, body }: Answer) => [status, body.error?.details.code, body.error?.details.field];
const asked = async (request: Promise<Answer>, status = 200) => {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { data: never }).data as Record<string, never> & { documentId: string; state: string };
};
const stock = () => `/sales/products/${shop.camera}/stock`;
const there = async (): Promise<Record<string, string>> => {
  const { items } = (await store.get('/sales/stock-levels?q=วงจร')).body.data as {
    items: { shelves: { warehouse: string; onHand: string }[] }[];
  };
  return Object.fromEntries((items[0]?.shelves ?? []).map(({ warehouse, onHand }) => [warehouse, onHand]));
};
const moved = (from: string, to: string, quantity: string) => store.post(`${stock()}/move`, { from, to, quantity });
async function orderOf(quantity: string) {
  const order = await placeOrder(company, [{ product: shop.camera, quantity }]);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  return order as { documentId: string; number: string };
}
const plan = (order: { documentId: string }, body: object = {}) =>
  store.post(`/sales/orders/${order.documentId}/shipments`, body);

test('a site from before there were warehouses has all its stock in the main one, however often it starts', async () => {
  const all = (await store.get('/sales/warehouses')).body.data;
  expect(all).toMatchObject([{ code: 'MAIN', name: 'คลังสินค้าหลัก', isDefault: true, state: 'active' }]);
  expect(await there()).toEqual({ [main]: '20' });
  const { rows } = app.platform;
  const before = await rows.find<{ id: number }>(SHELF, () => undefined);
  await rows.remove(
    SHELF,
    before.map(({ id }) => id),
  );
  const tools = { strapi: app.strapi, platform: app.platform } as never;
  await Promise.all([beginWithOneWarehouse(tools), beginWithOneWarehouse(tools)]);
  await beginWithOneWarehouse(tools);
  expect(await there()).toEqual({ [main]: '20' });
  expect(await rows.find(SHELF, () => undefined)).toHaveLength(before.length);
});

test('warehouses are kept: a code once, one default, none is closed with goods in it', async () => {
  north = (await asked(owner.post('/sales/warehouses', { code: 'CNX', name: 'คลังเชียงใหม่' }), 201)).documentId;
  const again = { code: 'cnx', name: 'อีกแห่ง' };
  expect(refusal(await owner.post('/sales/warehouses', again))).toEqual([409, 'warehouse.code_taken', 'code']);
  expect((await store.post('/sales/warehouses', again)).status).toBe(403);
  expect(refusal(await owner.post(`/sales/warehouses/${main}/close`))[1]).toBe('warehouse.default_stays');
  expect(refusal(await owner.put(`/sales/warehouses/${main}`, { isDefault: false }))[1]).toBe(
    'warehouse.default_stays',
  );
  await asked(owner.put(`/sales/warehouses/${north}`, { isDefault: true, address: '9 ถนนนิมมานเหมินท์' }));
  await asked(owner.put(`/sales/warehouses/${main}`, { isDefault: true }));
  const all = (await store.get('/sales/warehouses?sort=id:asc')).body.data;
  expect(all).toMatchObject([{ isDefault: true }, { isDefault: false, address: '9 ถนนนิมมานเหมินท์' }]);
  await asked(owner.post(`/sales/warehouses/${north}/close`));
  expect(refusal(await store.post(stock(), { kind: 'receive', quantity: '1', warehouse: north }))).toEqual([
    ...[409, 'warehouse.closed', 'warehouse'],
  ]);
  expect(refusal(await moved(main, north, '1'))).toEqual([409, 'warehouse.closed', 'to']);
  await asked(owner.post(`/sales/warehouses/${north}/reopen`));
  const { body } = await store.post(stock(), { kind: 'receive', quantity: '1', warehouse: 'nowhere0' });
  expect(body.error.details).toMatchObject({ code: 'warehouse.unknown', field: 'warehouse' });
});

test('goods are received, counted and moved by warehouse; what can be sold is what lies in all of them', async () => {
  await asked(store.post(stock(), { kind: 'receive', quantity: '5', warehouse: north }));
  expect(await levelOf(app, shop.camera)).toMatchObject({ onHand: 25_000n });
  expect(await there()).toEqual({ [main]: '20', [north]: '5' });
  // A count says what lies in that warehouse, not in all of them.
  expect((await asked(store.post(stock(), { kind: 'count', quantity: '4', warehouse: north }))).onHand).toBe('24');
  expect(refusal(await store.post(stock(), { kind: 'adjust', quantity: '-5', warehouse: north }))).toEqual([
    ...[409, 'stock.not_in_warehouse', 'quantity'],
  ]);
  await asked(moved(main, north, '6'));
  expect(await there()).toEqual({ [main]: '14', [north]: '10' });
  expect(await levelOf(app, shop.camera)).toMatchObject({ onHand: 24_000n });
  const { data } = (
    await store.get(
      '/sales/stock-movements?sort=id:desc&pagination[pageSize]=2&populate[0]=warehouse&populate[1]=otherEnd',
    )
  ).body as { data: Record<string, unknown>[] };
  expect(data).toMatchObject([
    { kind: 'move_in', quantity: '6', warehouse: { code: 'CNX' }, otherEnd: { code: 'MAIN' }, shelfAfter: '10' },
    { kind: 'move_out', quantity: '6', warehouse: { code: 'MAIN' }, otherEnd: { code: 'CNX' }, shelfAfter: '14' },
  ]);
  expect(refusal(await moved(main, main, '1'))).toEqual([400, 'warehouse.same', 'to']);
  expect(refusal(await moved(main, north, '14.001'))).toEqual([409, 'stock.not_in_warehouse', 'quantity']);
  for (const wrong of ['0', '-1', 'x']) expect((await moved(main, north, wrong)).status).toBe(400);
  expect(
    (await (await app.staff('sales')).post(`${stock()}/move`, { from: main, to: north, quantity: '1' })).status,
  ).toBe(403);
  // A move back undoes it.
  await asked(moved(north, main, '6'));
  expect(await there()).toEqual({ [main]: '20', [north]: '4' });
  const inNorth = (await store.get(`/sales/stock-levels?warehouse=${north}`)).body.data;
  expect(inNorth).toMatchObject({ total: 1, items: [{ onHand: '24' }] });
  expect(refusal(await owner.post(`/sales/warehouses/${north}/close`))[1]).toBe('warehouse.not_empty');
});

test('many moves at once never take more than lies there', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => moved(north, main, '1')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 409, 409]);
  expect(await there()).toEqual({ [main]: '24' });
  await asked(moved(main, north, '4'));
});

test('a shipment leaves one warehouse; from one that lacks it nothing is packed or handed over', async () => {
  const order = await orderOf('22');
  const everywhere = await levelOf(app, shop.camera);
  expect(everywhere).toEqual({ onHand: 24_000n, reserved: 22_000n });
  const refused = await plan(order);
  expect(refusal(refused)).toEqual([409, 'stock.not_in_warehouse', 'warehouse']);
  expect(refused.body.error.message).toContain('คลังสินค้าหลัก');
  const line = (await company.get(`/api/sales/orders/${order.documentId}?populate=lines`)).body.data.lines[0]
    .documentId;
  const lines = (quantity: string) => ({ lines: [{ line, quantity }] });
  const first = await asked(plan(order, { ...lines('3'), warehouse: north }), 201);
  expect(first).toMatchObject({ warehouse: { documentId: north, name: 'คลังเชียงใหม่' } });

  const picks = async (warehouse: string) =>
    (await store.get(`/sales/pick-list?warehouse=${warehouse}`)).body.data.picks as object[];
  expect(await picks(north)).toMatchObject([{ quantity: '3', onHand: '4', orders: [{ number: order.number }] }]);
  expect(await picks(main)).toMatchObject([{ quantity: '19', onHand: '20' }]);
  const paper = await store.get(`/sales/pick-list/document?warehouse=${north}&lang=th`).buffer(true);
  expect((await pagesOf(paper.body as Buffer)).join('\n')).toContain(said('คลังเชียงใหม่'));

  // What was packed is carried away before it leaves: the shelf is asked again.
  await asked(moved(north, main, '2'));
  const ship = (body: object = {}) => store.post(`/sales/shipments/${first.documentId}/ship`, body);
  expect(refusal(await ship())).toEqual([409, 'stock.not_in_warehouse', 'warehouse']);
  expect(await levelOf(app, shop.camera)).toEqual(everywhere);
  await asked(ship({ warehouse: main }));
  expect(await there()).toEqual({ [main]: '19', [north]: '2' });
  expect(
    refusal(await store.post(`/sales/orders/${order.documentId}/deliver`, { ...lines('5'), warehouse: north }))[1],
  ).toBe('stock.not_in_warehouse');
  await asked(store.post(`/sales/orders/${order.documentId}/deliver`));
  expect(await there()).toEqual({ [north]: '2' });
  const back = { reason: 'เปลี่ยนใจ', lines: [{ line, quantity: '4' }], warehouse: north };
  await asked(store.post(`/sales/orders/${order.documentId}/returns`, back), 201);
  expect(await there()).toEqual({ [north]: '6' });

  // Members follow their shipments and never learn where they lay.
  const mine = await company.get('/api/sales/shipments?populate=*');
  expect(mine.body.data).toHaveLength(2);
  expect(JSON.stringify(mine.body)).not.toMatch(/warehouse|คลังเชียงใหม่/);
  expect((await company.get(`/api/sales/shipments?filters[warehouse][documentId][$eq]=${north}`)).status).toBe(400);
  expect((await company.get('/api/sales/warehouses')).status).toBe(404);
  const seen = (await store.get('/sales/shipments?populate[warehouse]=true')).body.data as { warehouse: object }[];
  expect(seen[0]?.warehouse).toMatchObject({ code: 'MAIN' });
});
