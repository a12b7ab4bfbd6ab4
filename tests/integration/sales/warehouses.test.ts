import type { App, Member, Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { beginWithOneWarehouse } from '../../../plugins/sales/server/src/use-cases/warehouses/begin-with-one';
import { levelOf, placeOrder, type Shop } from './shop';
import { asked, openStoreRoom, refusal } from './store-room';

const SHELF = 'plugin::sales.shelf';

let app: App;
let shop: Shop;
let company: Member;
let owner: Staff;
let store: Staff;
let main: string;
let north: string;

beforeAll(async () => {
  ({ app, shop, owner, store, company } = await openStoreRoom(20_000n));
  main = (await store.get('/sales/warehouses')).body.data[0].documentId;
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

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

test('what wants a check leaves after one: a failure puts pieces aside or has them picked anew', async () => {
  await asked(owner.put(`/sales/products/${shop.camera}`, { checkBeforeShipping: true }));
  await asked(store.post(stock(), { kind: 'receive', quantity: '10' }));
  const before = await levelOf(app, shop.camera);
  const order = await orderOf('3');
  const deliver = await store.post(`/sales/orders/${order.documentId}/deliver`);
  expect(refusal(deliver)[1]).toBe('shipment.check_first');
  expect(deliver.body.error.message).toContain('กล้องวงจรปิด');
  const made = (await asked(plan(order), 201)) as unknown as { documentId: string; lines: { documentId: string }[] };
  const [line] = made.lines;
  const at = (verb: string, body: object = {}) => store.post(`/sales/shipments/${made.documentId}/${verb}`, body);
  const aside = (quantity: string) => ({ setAside: [{ line: line?.documentId, quantity }] });
  expect(refusal(await at('ship'))).toEqual([409, 'shipment.check_first', undefined]);
  expect(refusal(await at('check', { result: 'failed' }))).toEqual([400, 'shipment.check_note', 'note']);
  expect(refusal(await at('check', { result: 'passed', ...aside('1') }))[1]).toBe('shipment.aside_passed');
  expect(refusal(await at('check', { result: 'failed', note: 'แตก', ...aside('4') }))).toEqual([
    ...[409, 'shipment.aside_too_many', 'setAside.0.quantity'],
  ]);
  const failed = await asked(at('check', { result: 'failed', note: 'เลนส์แตก', ...aside('2') }));
  expect(failed).toMatchObject({ state: 'planned', checkResult: 'failed', checkNote: 'เลนส์แตก' });
  expect(failed.checkedBy).toContain('Staff');
  expect(await levelOf(app, shop.camera)).toEqual({ onHand: before.onHand - 2000n, reserved: before.reserved + 3000n });
  expect((await there())[main]).toBe('8');
  const [movement] = (await store.get('/sales/stock-movements?sort=id:desc&pagination[pageSize]=1')).body.data;
  expect(movement).toMatchObject({ kind: 'set_aside', quantity: '2', reason: 'เลนส์แตก' });
  expect(refusal(await at('ship'))[1]).toBe('shipment.check_first');

  expect(await asked(at('check', { result: 'passed' }))).toMatchObject({ state: 'checked', checkResult: 'passed' });
  expect(refusal(await at('check', { result: 'passed' }))[1]).toBe('state.not_allowed');
  expect(refusal(await at('ship', { warehouse: north }))).toEqual([409, 'shipment.checked_elsewhere', 'warehouse']);
  // What is checked is packed: nobody packs it again, and it is still to be picked.
  expect(refusal(await plan(order))[1]).toBe('order.left_is_planned');
  const mine = await company.get(`/api/sales/shipments?filters[documentId][$eq]=${made.documentId}`);
  expect(mine.body.data).toMatchObject([{ state: 'checked' }]);
  expect(JSON.stringify(mine.body)).not.toMatch(/check(Result|edBy|Note)|เลนส์แตก|Staff/);
  expect((await company.get('/api/sales/shipments?filters[checkNote][$eq]=x')).status).toBe(400);
  expect((await (await app.staff('billing')).post(`/sales/shipments/${made.documentId}/check`, {})).status).toBe(403);
  await asked(at('ship'));

  // All that lies there is promised: nothing of it can be put aside, but it can be picked anew.
  const rest = await levelOf(app, shop.camera);
  const left = await orderOf(String((rest.onHand - rest.reserved) / 1000n));
  const half = { lines: [{ line: undefined as string | undefined, quantity: '1' }] };
  half.lines[0]!.line = (
    await company.get(`/api/sales/orders/${left.documentId}?populate=lines`)
  ).body.data.lines[0].documentId;
  const last = (await asked(plan(left, half), 201)) as unknown as {
    documentId: string;
    lines: { documentId: string }[];
  };
  const all = { setAside: [{ line: last.lines[0]?.documentId, quantity: '1' }] };
  const check = (body: object) => store.post(`/sales/shipments/${last.documentId}/check`, body);
  expect(refusal(await check({ result: 'failed', note: 'บุบ', ...all }))).toEqual([
    ...[409, 'stock.set_aside_promised', 'setAside.0.quantity'],
  ]);
  await asked(check({ result: 'failed', note: 'บุบ' }));
  await asked(store.post(`/sales/shipments/${last.documentId}/cancel`));
});
