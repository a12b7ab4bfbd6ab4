import type { App, Member, Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { expectNumbersProved } from '../../support/tamper';
import { levelOf, placeOrder, type Shop } from './shop';
import { asked, openStoreRoom, refusal } from './store-room';

let app: App;
let shop: Shop;
let company: Member;
let person: Member;
let owner: Staff;
let store: Staff;
let truck: string;

beforeAll(async () => {
  ({ app, shop, owner, store, company } = await openStoreRoom());
  person = await app.member();
  await owner.post('/platform/clock', { now: '2030-03-04T03:00:00.000Z' });
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

interface Stop {
  documentId: string;
  shipment: { documentId: string; number: string; state: string };
  collect: string;
  collected: string;
  outcome: string | null;
  customer: string;
  phone: string | null;
}
interface Route {
  documentId: string;
  number: string;
  state: string;
  driver: string | null;
  toCollect: string;
  collected: string;
  stops: Stop[];
}
interface Packed {
  documentId: string;
  number: string;
  order: { documentId: string; total: string };
}

async function packed(member: Member, quantity: string, shipping: object): Promise<Packed> {
  const order = await placeOrder(member, [{ product: shop.camera, quantity }], { shipping });
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  const shipment = await asked<Packed>(store.post(`/sales/orders/${order.documentId}/shipments`, {}), 201);
  return { ...shipment, order };
}
const plan = (shipments: readonly { documentId: string }[], body: object = {}, who = store) =>
  who.post('/sales/delivery-routes', {
    ...{ drivesOn: app.platform.clock.today(), vehicle: truck, ...body },
    shipments: shipments.map(({ documentId }) => documentId),
  });
const act = (route: { documentId: string }, verb: string, body: object = {}, who = store) =>
  who.post(`/sales/delivery-routes/${route.documentId}/${verb}`, body);
const numbers = (route: Route): string[] => route.stops.map(({ shipment }) => shipment.number);
const waiting = async (): Promise<Stop[]> => (await store.get('/sales/delivery-routes/waiting')).body.data.shipments;
const shipmentOf = async ({ documentId }: { documentId: string }) =>
  (await store.get(`/sales/shipments/${documentId}`)).body.data;
const orderState = async (member: Member, { order }: Packed): Promise<string> =>
  (await member.get(`/api/sales/orders/${order.documentId}`)).body.data.state;

const PLACES = [
  { name: 'บ้านแม่ริม', line1: '9 หมู่ 4', province: 'เชียงใหม่', postcode: '50180', phone: '081-111-2222' },
  { name: 'ร้านท่าแพ', line1: '2 ถนนท่าแพ', province: 'เชียงใหม่', postcode: '50100', phone: '081-333-4444' },
  { name: 'คลังลำพูน', line1: '7 ถนนเจริญเมือง', province: 'ลำพูน', postcode: '51000' },
];

test('vehicles are kept: each name once, and none that is closed drives', async () => {
  const body = { name: 'กระบะ 1 กข 1234', driver: 'สมชาย', driverPhone: '089-000-1111' };
  const made = await asked(owner.post('/sales/vehicles', body), 201);
  truck = made.documentId;
  expect(refusal(await owner.post('/sales/vehicles', { name: 'กระบะ 1 กข 1234' }))).toEqual([
    ...[409, 'vehicle.name_taken', 'name'],
  ]);
  expect((await store.post('/sales/vehicles', { name: 'x' })).status).toBe(403);
  await asked(owner.put(`/sales/vehicles/${truck}`, { note: 'มีหลังคา' }));
  await asked(owner.post(`/sales/vehicles/${truck}/close`));
  const one = await packed(company, '1', PLACES[0] ?? {});
  expect(refusal(await plan([one]))).toEqual([409, 'vehicle.closed', 'vehicle']);
  expect((await asked(owner.post(`/sales/vehicles/${truck}/reopen`))).state).toBe('active');
  await asked(store.post(`/sales/shipments/${one.documentId}/cancel`));
});

test('a day’s round: planned in order, printed, driven, told stop by stop; what comes back goes another day', async () => {
  const [far, near, paysOnDelivery] = [
    await packed(company, '1', PLACES[0] ?? {}),
    await packed(company, '2', PLACES[1] ?? {}),
    await packed(person, '3', PLACES[2] ?? {}),
  ];
  const before = await levelOf(app, shop.camera);
  const free = await waiting();
  expect(free.map(({ shipment }) => shipment.number)).toEqual([far.number, near.number, paysOnDelivery.number]);
  expect(free.map(({ collect }) => collect)).toEqual(['0', '0', paysOnDelivery.order.total]);

  expect(refusal(await plan([]))).toEqual([400, 'route.empty', 'shipments']);
  expect(refusal(await plan([far, near, far]))).toEqual([400, 'shipment.twice', 'shipments.2']);
  expect(refusal(await plan([far, { documentId: 'nosuchrow' }]))[1]).toBe('route.shipment_unknown');
  expect((await plan([far], {}, await app.staff('sales'))).status).toBe(403);
  const route = await asked<Route>(plan([far, near, paysOnDelivery], { drivesOn: '2030-03-05' }), 201);
  expect(route).toMatchObject({ state: 'planned', driver: 'สมชาย', toCollect: paysOnDelivery.order.total });
  expect(refusal(await plan([near]))).toEqual([409, 'route.shipment_taken', 'shipments.0']);
  expect(await waiting()).toEqual([]);

  const again = await asked<Route>(
    store.put(`/sales/delivery-routes/${route.documentId}`, {
      shipments: [near, far, paysOnDelivery].map(({ documentId }) => documentId),
      driver: 'สมศักดิ์',
    }),
  );
  expect([numbers(again), again.driver]).toEqual([[near.number, far.number, paysOnDelivery.number], 'สมศักดิ์']);
  const sheet = await store.get(`/sales/delivery-routes/${route.documentId}/document?lang=th`).buffer(true);
  expect(sheet.headers['content-type']).toBe('application/pdf');
  const text = (await pagesOf(sheet.body as Buffer)).join('\n');
  for (const word of [
    'ใบนำส่งประจำเที่ยว',
    route.number,
    '081-333-4444',
    'ร้านท่าแพ',
    'สมศักดิ์',
    '642.00',
    near.number,
  ]) {
    expect(text).toContain(said(word));
  }
  expect(text.indexOf(said('ร้านท่าแพ'))).toBeLessThan(text.indexOf(said('บ้านแม่ริม')));

  expect(refusal(await act(route, 'start'))[1]).toBe('route.not_yet');
  await asked(owner.post('/platform/clock', { advance: 'P1D' }) as never);
  const first = again.stops[0]?.documentId ?? '';
  expect(refusal(await act(route, 'arrive', { stop: first, outcome: 'delivered' }))[1]).toBe('route.not_under_way');
  // Twice at the same moment it leaves once.
  const started = await Promise.all([act(route, 'start'), act(route, 'start')]);
  expect(started.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await levelOf(app, shop.camera)).toEqual({
    onHand: before.onHand - 6000n,
    reserved: before.reserved - 6000n,
  });
  expect(await shipmentOf(near)).toMatchObject({
    ...{ state: 'shipped', shippedOn: '2030-03-05', carrier: 'กระบะ 1 กข 1234' },
  });
  const papers = (await company.get('/api/billing/tax-invoices')).body.data;
  expect(papers).toHaveLength(2);
  expect(refusal(await store.put(`/sales/delivery-routes/${route.documentId}`, { driver: 'x' }))[1]).toBe('route.left');

  const [toNear, toFar, toPerson] = again.stops.map(({ documentId }) => documentId);
  await asked(act(route, 'arrive', { stop: toNear, outcome: 'delivered', receiver: 'คุณนิด' }));
  expect(await shipmentOf(near)).toMatchObject({ state: 'delivered', receiver: 'คุณนิด' });
  expect(await orderState(company, near)).toBe('delivered');
  expect(refusal(await act(route, 'arrive', { stop: toNear, outcome: 'failed', note: 'x' }))[1]).toBe(
    'route.stop_over',
  );
  expect(refusal(await act(route, 'arrive', { stop: toFar, outcome: 'failed' }))).toEqual([
    ...[400, 'route.why_failed', 'note'],
  ]);
  const wrong = { stop: toFar, outcome: 'failed', note: 'ปิดร้าน', collected: '100' };
  expect(refusal(await act(route, 'arrive', wrong))).toEqual([400, 'route.collected_without', 'collected']);
  await asked(act(route, 'arrive', { stop: toFar, outcome: 'failed', note: 'ไม่มีคนอยู่' }));
  expect(await shipmentOf(far)).toMatchObject({ state: 'shipped' });
  expect((await waiting()).map(({ shipment }) => shipment.number)).toEqual([far.number]);
  const over = await asked<Route>(act(route, 'arrive', { stop: toPerson, outcome: 'delivered', collected: '64200' }));
  expect(over).toMatchObject({ state: 'finished', toCollect: '0', collected: '64200' });

  const next = await asked<Route>(plan([far]), 201);
  await asked(act(next, 'start'));
  const [stop] = next.stops;
  await asked(act(next, 'arrive', { stop: stop?.documentId, outcome: 'delivered' }));
  expect(await orderState(company, far)).toBe('delivered');
  expect((await company.get('/api/billing/tax-invoices')).body.data).toHaveLength(2);
  const told = (await owner.get(`/platform/timeline?type=plugin::sales.delivery-route&subject=${route.documentId}`))
    .body;
  expect(told.data.map(({ name }: { name: string }) => name)).toEqual([
    ...['route.finished', 'route.stop_delivered', 'route.stop_failed', 'route.stop_delivered', 'route.started'],
    ...['route.changed', 'route.planned'],
  ]);
});

test('a round that nobody drives gives back its shipments; what was unpacked meanwhile is left out', async () => {
  const [one, other] = [await packed(company, '1', PLACES[0] ?? {}), await packed(company, '1', PLACES[1] ?? {})];
  const route = await asked<Route>(plan([one, other]), 201);
  expect((await asked<Route>(act(route, 'cancel'))).state).toBe('cancelled');
  expect((await waiting()).map(({ shipment }) => shipment.number)).toEqual([one.number, other.number]);
  expect(refusal(await act(route, 'start'))[1]).toBe('state.not_allowed');

  const again = await asked<Route>(plan([other, one]), 201);
  await asked(store.post(`/sales/shipments/${other.documentId}/cancel`));
  const started = await asked<Route>(act(again, 'start'));
  expect(numbers(started)).toEqual([one.number]);
  const none = await asked<Route>(plan([await packed(company, '1', PLACES[1] ?? {})]), 201);
  await asked(store.post(`/sales/shipments/${none.stops[0]?.shipment.documentId}/cancel`));
  expect(refusal(await act(none, 'start'))[1]).toBe('route.empty');
  expect((await company.get('/api/sales/shipments?populate=*')).text).not.toMatch(/route|กระบะ 1 กข 1234","driver/i);
});

test('what a carrier has already goes on no route, and one that it takes meanwhile is left out', async () => {
  const [stays, leaves] = [await packed(company, '1', PLACES[0] ?? {}), await packed(company, '1', PLACES[1] ?? {})];
  const ship = ({ documentId }: Packed) =>
    asked(store.post(`/sales/shipments/${documentId}/ship`, { carrier: 'Kerry', trackingNumber: 'KEX1' }));
  const route = await asked<Route>(plan([stays, leaves]), 201);
  await ship(leaves);
  expect(numbers(await asked<Route>(act(route, 'start')))).toEqual([stays.number]);
  expect((await shipmentOf(leaves)).trackingNumber).toBe('KEX1');
  const gone = await packed(company, '1', PLACES[2] ?? {});
  await ship(gone);
  expect(refusal(await plan([gone]))).toEqual([409, 'route.shipment_gone', 'shipments.0']);
});

test('the books proof names a route whose number is not the one that was given', () =>
  expectNumbersProved(app, 'plugin::sales.delivery-route'));
