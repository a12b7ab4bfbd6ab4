import { addDays, addMonths } from '@sanya/strapi-plugin-platform/kernel';
import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { companyMember, customerOf, proofOf } from '../billing/support';
import { openShop, placeOrder, type Shop } from './shop';

const ITEM = 'plugin::sales.installed-item';

let app: App;
let shop: Shop;
let owner: Staff;
let store: Staff;
let company: Member;
let customer: { id: number; documentId: string };
let today: string;

interface Item {
  documentId: string;
  serial: string;
  state: string;
  site: string | null;
  installedOn: string;
  warrantyUntil: string | null;
  warranty: string;
  removedOn: string | null;
  removeReason: string | null;
  product: { documentId: string };
}

beforeAll(async () => {
  app = await bootApp({ SANYA_GRAPHQL: 'on' });
  shop = await openShop(app, 100_000n);
  owner = await app.staff('owner');
  store = await app.staff('storekeeper');
  company = await companyMember(app);
  customer = await customerOf(app, company);
  await owner.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays: 30 });
  await owner.put(`/sales/products/${shop.camera}`, { warrantyMonths: 12 }).expect(200);
  today = app.platform.clock.today();
});
afterAll(() => app?.close());

type Answer = { status: number; body: { error?: { message: string; details: { code: string; field?: string } } } };
const refusal = ({ status, body }: Answer) => [status, body.error?.details.code, body.error?.details.field];
const asked = async <T = Item>(request: Promise<Answer>, status = 200): Promise<T> => {
  const answer = await request;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as unknown as { data: T }).data;
};
const itemsOf = async (reader: { get: Staff['get'] }, root = '', query = ''): Promise<Item[]> =>
  (await reader.get(`${root}/sales/installed-items?sort=id:asc&pagination[pageSize]=100${query}`)).body.data;
const standing = async (reader: { get: Staff['get'] } = store): Promise<string[]> =>
  (await itemsOf(reader, '', '&filters[state][$eq]=installed')).map(({ serial }) => serial);

async function packed(member: Member, quantity: string, serials: string[], more: object = {}) {
  const order = await placeOrder(member, [{ product: shop.camera, quantity }], more);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  const line = order.lines[0].documentId as string;
  const shipment = await asked<{ documentId: string; lines: { documentId: string }[] }>(
    store.post(`/sales/orders/${order.documentId}/shipments`, { lines: [{ line, quantity, serials }] }),
    201,
  );
  return { order: order.documentId as string, line, shipment };
}
const ship = (shipment: { documentId: string }, body: object = {}) =>
  store.post(`/sales/shipments/${shipment.documentId}/ship`, body);
const enter = (who: Staff, body: object) =>
  who.post('/sales/installed-items', { product: shop.camera, customer: customer.documentId, ...body });
const act = (item: { documentId: string }, verb: string, body: object, who = store) =>
  who.post(`/sales/installed-items/${item.documentId}/${verb}`, body);

test('what is handed over with a serial number stands at the customer’s, each with its place and its warranty', async () => {
  const shipping = { name: 'สาขาลำพูน', line1: '9 หมู่ 4' };
  const { shipment } = await packed(company, '3', ['C-1', 'C-2'], { shipping });
  expect(await standing()).toEqual([]);
  await asked(ship(shipment));
  const own = await itemsOf(company, '/api', '&populate=product');
  expect(own).toMatchObject(
    ['C-1', 'C-2'].map((serial) => ({
      ...{ serial, state: 'installed', installedOn: today, site: 'สาขาลำพูน 9 หมู่ 4' },
      ...{ warrantyUntil: addDays(addMonths(today, 12), -1), product: { documentId: shop.camera } },
    })),
  );
  const query = '{ salesInstalledItems(sort: "serial:asc") { serial warrantyUntil product { name } } }';
  const graph = await company.post('/graphql', { query });
  expect(graph.body.data.salesInstalledItems).toMatchObject([{ serial: 'C-1' }, { serial: 'C-2' }]);
  const timeline = await owner.get(`/crm/customers/${customer.documentId}/timeline?limit=50`);
  expect(JSON.stringify(timeline.body.data)).toContain('installed_item.installed');

  const other = await app.member();
  expect(await itemsOf(other, '/api')).toEqual([]);
  expect((await other.get(`/api/sales/installed-items/${own[0]?.documentId}`)).status).toBe(404);
  expect((await other.post('/graphql', { query })).body.data.salesInstalledItems).toEqual([]);
});

test('a thing stands in one place: the same number is not handed over twice, whoever is quicker', async () => {
  const again = await packed(company, '1', ['C-1']);
  const english = (request: ReturnType<typeof ship>) => request.set('Accept-Language', 'en');
  const refused = await english(ship(again.shipment));
  expect(refusal(refused)).toEqual([409, 'installed_item.installed_already', 'serials.0.serials']);
  expect(refused.body.error.message).toContain('C-1');
  const line = again.shipment.lines[0]?.documentId ?? '';
  await asked(ship(again.shipment, { serials: [{ line, serials: ['C-3'] }] }));

  const both = await Promise.all([
    enter(store, { serial: 'TWIN' }),
    enter(owner, { serial: 'TWIN' }),
    enter(store, { serial: ' TWIN ' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const { rows, transaction } = app.platform;
  const [twin] = await rows.find(ITEM, (query, column) => void query.where(column('serial'), 'TWIN'));
  // Whatever writes past every use case: the database itself refuses.
  await expect(
    transaction(async () => {
      const [row] = await rows.byIds<Record<string, unknown>>(ITEM, [twin?.id ?? 0]);
      const { id: _, documentId: _document, ...facts } = row ?? {};
      await rows.insert(ITEM, [facts]);
    }),
  ).rejects.toBeDefined();
});

test('staff note what stands there, correct it, take it out and replace it', async () => {
  const entered = await asked(enter(store, { serial: '  OLD   1 ', installedOn: addDays(today, -100) }), 201);
  const installedOn = addDays(today, -100);
  expect(entered).toMatchObject({
    ...{ serial: 'OLD 1', state: 'installed', installedOn, warranty: 'in_warranty' },
    warrantyUntil: addDays(addMonths(installedOn, 12), -1),
  });
  const change = (body: object) => store.put(`/sales/installed-items/${entered.documentId}`, body);
  const earlier = addMonths(today, -12);
  expect(await asked(change({ installedOn: earlier, site: 'ชั้น 3' }))).toMatchObject({
    ...{ installedOn: earlier, site: 'ชั้น 3', warranty: 'over', warrantyUntil: addDays(addMonths(earlier, 12), -1) },
  });
  expect(await asked(change({ warrantyUntil: addDays(today, 30) }))).toMatchObject({ warranty: 'ends_soon' });
  // What was told stays, whatever day it was installed on.
  expect(await asked(change({ installedOn }))).toMatchObject({ warrantyUntil: addDays(today, 30) });
  expect(await asked(change({ warrantyUntil: null }))).toMatchObject({ warranty: 'none' });
  expect(await asked(change({ warrantyUntil: addDays(today, 31) }))).toMatchObject({ warranty: 'in_warranty' });

  expect(refusal(await change({ installedOn: addDays(today, 1) }))).toEqual([
    ...[400, 'installed_item.in_future', 'installedOn'],
  ]);
  expect(refusal(await change({ warrantyUntil: addDays(installedOn, -1) }))).toEqual([
    ...[400, 'installed_item.warranty_crossed', 'warrantyUntil'],
  ]);
  expect(refusal(await change({ serial: 'C-2' }))).toEqual([409, 'installed_item.installed_already', 'serial']);
  expect(refusal(await enter(store, { serial: 'S', product: shop.care }))).toEqual([
    ...[400, 'installed_item.not_goods', 'product'],
  ]);
  expect(refusal(await enter(store, { serial: 'S', customer: 'nobody' }))[0]).toBe(404);
  expect(refusal(await enter(store, { serial: '   ' }))[0]).toBe(400);

  expect(refusal(await act(entered, 'replace', { serial: 'C-2', reason: 'เสีย' }))).toEqual([
    ...[409, 'installed_item.installed_already', 'serial'],
  ]);
  const successor = await asked(act(entered, 'replace', { serial: 'NEW-1', reason: 'เสีย' }), 201);
  expect(successor).toMatchObject({
    ...{ serial: 'NEW-1', state: 'installed', site: 'ชั้น 3', installedOn: today, warrantyUntil: addDays(today, 31) },
  });
  const [old] = await itemsOf(store, '', '&filters[serial][$eq]=OLD 1');
  expect(old).toMatchObject({ state: 'replaced', removedOn: today, removeReason: 'เสีย' });
  const [linked] = await itemsOf(store, '', `&filters[serial][$eq]=NEW-1&populate=replaces`);
  expect(linked).toMatchObject({ replaces: { documentId: entered.documentId } });
  expect(refusal(await change({ site: 'x' }))[1]).toBe('installed_item.gone');
  expect(refusal(await act(entered, 'remove', { reason: 'x' }))[1]).toBe('state.not_allowed');

  expect(refusal(await act(successor, 'remove', { on: addDays(today, -1), reason: 'x' }))).toEqual([
    ...[400, 'installed_item.removed_before', 'on'],
  ]);
  expect(refusal(await act(successor, 'remove', { on: addDays(today, 1), reason: 'x' }))[1]).toBe(
    'installed_item.in_future',
  );
  expect(await asked(act(successor, 'remove', { reason: 'เลิกใช้' }))).toMatchObject({ state: 'removed' });
  // What was taken out may be installed again, also elsewhere.
  await asked(enter(store, { serial: 'NEW-1' }), 201);
  const { rows } = app.platform;
  const [frozen] = await rows.find(ITEM, (query, column) => void query.where(column('state'), 'replaced'));
  await expect(rows.update(ITEM, [{ id: frozen?.id ?? 0, serial: 'X' }])).rejects.toMatchObject({
    message: expect.stringContaining('sanya-'),
  });
});

test('what comes back stands there no longer; where some stay, it is said which', async () => {
  const { order, line, shipment } = await packed(company, '4', ['R-1', 'R-2', 'R-3', 'R-4']);
  await asked(ship(shipment));
  await asked(store.post(`/sales/shipments/${shipment.documentId}/deliver`));
  const back = (quantity: string | undefined, serials?: string[]) =>
    store.post(`/sales/orders/${order}/returns`, {
      reason: 'ชำรุด',
      lines: [{ line, ...(quantity ? { quantity } : {}), ...(serials ? { serials } : {}) }],
    });
  expect(refusal(await back('1'))).toEqual([409, 'return.which_serials', 'lines.0.serials']);
  expect(refusal(await back('1', ['C-2']))).toEqual([400, 'return.unknown_serial', 'lines.0.serials']);
  expect(refusal(await back('1', ['R-1', 'R-2']))[1]).toBe('return.serials_not_as_many');
  expect(refusal(await back('2', ['R-1']))[1]).toBe('return.serials_not_as_many');
  await asked(back('1', ['R-2']), 201);
  const own = async () => (await standing()).filter((serial) => serial.startsWith('R-'));
  expect(await own()).toEqual(['R-1', 'R-3', 'R-4']);
  const [gone] = await itemsOf(company, '/api', '&filters[serial][$eq]=R-2');
  expect(gone).toMatchObject({ state: 'removed', removedOn: today, removeReason: 'ชำรุด' });
  // Nobody said where it goes: to the customer.
  expect(gone?.site).toContain('เชียงใหม่');
  await asked(back(undefined), 201);
  expect(await own()).toEqual([]);
  // It lies on the shelf again, and is sold again.
  await asked(ship((await packed(company, '1', ['R-2'])).shipment));
  expect(await own()).toEqual(['R-2']);
});

test('each role does what it may, and sees no more', async () => {
  const sales = await app.staff('sales');
  expect(await itemsOf(sales)).toEqual([]);
  const [one] = await itemsOf(store);
  expect((await sales.get(`/sales/installed-items/${one?.documentId}`)).status).toBe(404);
  expect((await act(one ?? { documentId: '' }, 'remove', { reason: 'x' }, sales)).status).toBe(404);
  expect((await enter(sales, { serial: 'S-1' })).status).toBe(404);
  const billing = await app.staff('billing');
  expect((await itemsOf(billing)).length).toBeGreaterThan(0);
  expect((await enter(billing, { serial: 'S-1' })).status).toBe(403);
  expect((await (await app.staff('marketing')).get('/sales/installed-items')).status).toBe(403);
  expect((await company.post('/sales/installed-items', {})).status).toBe(401);
  expect(refusal(await owner.put(`/sales/products/${shop.camera}`, { warrantyMonths: 0 }))).toEqual([
    400,
    'product.warranty_invalid',
    'warrantyMonths',
  ]);
});

test('two customers who are one: what stands with the one stands with the other, also what was taken out', async () => {
  const member = await companyMember(app);
  const goes = await customerOf(app, member);
  const stays = await customerOf(app, await companyMember(app));
  const entered = [];
  for (const serial of ['M-1', 'M-2']) {
    entered.push(await asked(enter(owner, { serial, customer: goes.documentId }), 201));
  }
  await asked(act(entered[0] ?? { documentId: '' }, 'remove', { reason: 'ย้าย' }));
  const merged = await owner.post(`/crm/customers/${stays.documentId}/merge`, { other: goes.documentId, take: [] });
  expect(merged.body.error).toBeUndefined();
  const at = async (one: { documentId: string }) =>
    (await itemsOf(owner, '', `&filters[customer][documentId][$eq]=${one.documentId}`)).map(({ serial }) => serial);
  expect([await at(stays), await at(goes)]).toEqual([['M-1', 'M-2'], []]);
  expect((await itemsOf(member, '/api')).map(({ serial }) => serial)).toEqual(['M-1', 'M-2']);
  expect(refusal(await enter(owner, { serial: 'M-3', customer: goes.documentId }))[1]).toBe('row.moved_away');
  await owner.post(`/crm/customer-merges/${merged.body.data.documentId}/undo`).expect(200);
  expect([await at(stays), await at(goes)]).toEqual([[], ['M-1', 'M-2']]);
  expect(await proofOf(app)).toEqual([]);
});

test('an order that is delivered in one go takes its serial numbers too', async () => {
  const order = await placeOrder(company, [
    { product: shop.camera, quantity: '2' },
    { product: shop.cable, quantity: '1' },
  ]);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  const [camera, cable] = order.lines as { documentId: string }[];
  const deliver = (serials: object[], more: object = {}) =>
    store.post(`/sales/orders/${order.documentId}/deliver`, { serials, ...more });
  const before = await standing();
  const of = (line: { documentId: string } | undefined, ...serials: string[]) => ({ line: line?.documentId, serials });
  expect(refusal(await deliver([of(camera, 'G-1', 'G-2', 'G-3')]))).toEqual([
    ...[400, 'shipment.too_many_serials', 'serials.0.serials'],
  ]);
  expect(refusal(await deliver([of(camera, 'G-1'), of(camera, 'G-2')]))).toEqual([
    ...[400, 'order.line_twice', 'serials.1.line'],
  ]);
  const onlyCable = { lines: [{ line: cable?.documentId }] };
  expect(refusal(await deliver([of(camera, 'G-1')], onlyCable))).toEqual([
    ...[400, 'order.line_unknown', 'serials.0.line'],
  ]);
  expect(await standing()).toEqual(before);

  const done = await asked<{ state: string }>(deliver([of(camera, 'G-1', 'G-2'), of(cable)]));
  expect(done.state).toBe('delivered');
  expect(await standing()).toEqual([...before, 'G-1', 'G-2']);
  const [item] = (await itemsOf(store)).filter(({ serial }) => serial === 'G-2');
  expect(item).toMatchObject({ installedOn: today });
  // The same number does not stand twice, and then nothing is delivered.
  const again = await placeOrder(company, [{ product: shop.camera, quantity: '1' }]);
  await asked(owner.post(`/sales/orders/${again.documentId}/confirm`));
  const twice = await store.post(`/sales/orders/${again.documentId}/deliver`, {
    serials: [of(again.lines[0] as { documentId: string }, 'G-1')],
  });
  expect(twice.status).toBe(409);
  expect((await owner.get(`/sales/orders/${again.documentId}`)).body.data.state).toBe('confirmed');
});
