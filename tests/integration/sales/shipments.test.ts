import type { App, Member, Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { levelOf, placeOrder, type Shop } from './shop';
import { asked, openStoreRoom, refusal } from './store-room';

let app: App;
let shop: Shop;
let company: Member;
let customer: { id: number; documentId: string };
let owner: Staff;
let store: Staff;

beforeAll(async () => {
  ({ app, shop, owner, store, company, customer } = await openStoreRoom());
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

async function orderOf(lines: object[], member = company) {
  const order = await placeOrder(member, lines);
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  return order as { documentId: string; number: string; lines: { documentId: string }[]; total: string };
}
const cameras = (quantity: string) => [{ product: shop.camera, quantity }];
const plan = (order: { documentId: string }, body: object = {}) =>
  store.post(`/sales/orders/${order.documentId}/shipments`, body);
const move = (shipment: { documentId: string }, verb: string, body: object = {}) =>
  store.post(`/sales/shipments/${shipment.documentId}/${verb}`, body);
const stateOf = async (order: { documentId: string }): Promise<string> =>
  (await company.get(`/api/sales/orders/${order.documentId}`)).body.data.state;
const mails = (template: string, key: string) =>
  app.strapi.db.query('plugin::platform.delivery').findMany({
    where: { template, key: { $startsWith: key } },
    orderBy: { id: 'asc' },
  }) as Promise<{ data: Record<string, Record<string, string>>; to: string }[]>;

test('ten pieces on credit leave in January and in February: each month its tax invoice, one receipt without VAT', async () => {
  await asked(owner.post('/platform/clock', { now: '2030-01-30T03:00:00.000Z' }));
  const before = await levelOf(app, shop.camera);
  const order = await orderOf(cameras('10'));
  const line = order.lines[0]?.documentId ?? '';
  const first = await asked(
    plan(order, {
      lines: [{ line, quantity: '4', serials: ['A1', 'A2', 'A3', 'A4'] }],
      carrier: 'ไปรษณีย์ไทย',
      note: 'ฝากไว้ที่ป้อมยาม',
    }),
    201,
  );
  expect(first).toMatchObject({ state: 'planned', number: expect.stringMatching(/^DO-2573-\d{6}$/) });
  expect(await stateOf(order)).toBe('fulfilling');
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 10_000n });

  const shipped = await asked(
    move(first, 'ship', { trackingNumber: 'EX1TH', trackingUrl: 'https://track.example.com/EX1TH' }),
  );
  expect(shipped).toMatchObject({ state: 'shipped', shippedOn: '2030-01-30', carrier: 'ไปรษณีย์ไทย' });
  expect(shipped.taxInvoices).toHaveLength(1);
  expect(await levelOf(app, shop.camera)).toEqual({
    onHand: before.onHand - 4000n,
    reserved: before.reserved + 6000n,
  });
  const [mail] = await mails('order-shipped', first.documentId);
  expect(mail).toMatchObject({ to: company.email, data: { shipment: { trackingNumber: 'EX1TH' } } });
  expect(await asked(move(first, 'deliver', { receiver: 'คุณสมศรี' }))).toMatchObject({
    ...{ state: 'delivered', deliveredOn: '2030-01-30', receiver: 'คุณสมศรี' },
  });
  expect(await stateOf(order)).toBe('fulfilling');

  await asked(owner.post('/platform/clock', { now: '2030-02-03T03:00:00.000Z' }));
  const rest = await asked(plan(order), 201);
  expect(rest.lines).toMatchObject([{ quantity: '6' }]);
  await asked(move(rest, 'ship'));
  expect(await stateOf(order)).toBe('fulfilling');
  await asked(move(rest, 'deliver'));
  expect(await stateOf(order)).toBe('delivered');

  const papers = (await company.get('/api/billing/tax-invoices?sort=id:asc')).body.data;
  const vat = papers.map((one: { taxDate: string; net: string; tax: string }) => [one.taxDate, one.net, one.tax]);
  expect(vat).toEqual([
    ['2030-01-30', '80000', '5600'],
    ['2030-02-03', '120000', '8400'],
  ]);
  const paid = await owner.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: order.total, receivedOn: '2030-02-03' },
  });
  expect(paid.status).toBe(201);
  const receipts = (await company.get('/api/billing/receipts')).body.data;
  expect(receipts).toHaveLength(1);
  expect((await company.get('/api/billing/tax-invoices')).body.data).toHaveLength(2);
});

test('the delivery note names goods, serial numbers, ship-to, carrier and who took it, and no prices', async () => {
  const order = await placeOrder(company, cameras('2'), { shipping: { name: 'คลังลำพูน', line1: '9 หมู่ 4' } });
  await asked(owner.post(`/sales/orders/${order.documentId}/confirm`));
  const lines = [{ line: order.lines[0].documentId, quantity: '2', serials: ['SN-77', 'SN-78'] }];
  const made = await asked(plan(order, { lines, carrier: 'Kerry' }), 201);
  await asked(move(made, 'ship'));
  for (const [reader, root] of [
    [company, '/api'],
    [store, ''],
  ] as const) {
    const answer = await reader.get(`${root}/sales/shipments/${made.documentId}/document?lang=th`).buffer(true);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = (await pagesOf(answer.body as Buffer)).join('\n');
    for (const word of [
      'ใบส่งของ',
      String(made.number),
      'กล้องวงจรปิด',
      'SN-77, SN-78',
      'Kerry',
      'คลังลำพูน',
      'ผู้รับของ',
    ]) {
      expect(text).toContain(said(word));
    }
    expect(text).not.toContain('200.00');
  }
  await asked(store.post(`/sales/orders/${order.documentId}/deliver`, { receiver: 'คุณแดง' }));
  const [arrived] = (await company.get(`/api/sales/shipments?filters[number][$eq]=${made.number}`)).body.data;
  expect(arrived).toMatchObject({ state: 'delivered', receiver: 'คุณแดง' });
  expect(await stateOf(order)).toBe('delivered');
});

test('no more is packed or leaves than was ordered; what leaves at once leaves once', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await orderOf(cameras('5'));
  const line = order.lines[0]?.documentId ?? '';
  const some = (quantity: string) => ({ lines: [{ line, quantity }] });
  expect(refusal(await plan(order, some('6')))).toEqual([409, 'order.more_than_ordered', 'lines.0.quantity']);
  expect(refusal(await plan(order, some('x')))[1]).toBe('order.quantity_not_a_number');
  const twice = { lines: [{ line, quantity: '2', serials: ['S1', 'S1'] }] };
  expect(refusal(await plan(order, twice))).toEqual([400, 'shipment.serial_twice', 'lines.0.serials']);
  const many = { lines: [{ line, quantity: '1', serials: ['S1', 'S2'] }] };
  expect(refusal(await plan(order, many))[1]).toBe('shipment.too_many_serials');
  expect(refusal(await plan(order, { trackingUrl: 'javascript:alert(1)' }))[0]).toBe(400);

  const both = await Promise.all([plan(order, some('3')), plan(order, some('3'))]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = both.find(({ status }) => status === 201)?.body.data;
  expect(refusal(await store.post(`/sales/orders/${order.documentId}/deliver`, some('3')))[1]).toBe(
    'order.more_than_unplanned',
  );
  const leaving = await Promise.all([move(made, 'ship'), move(made, 'ship'), move(made, 'cancel')]);
  expect(leaving.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(leaving.filter(({ status }) => status === 409)).toHaveLength(2);
  const isOut = leaving[2]?.status !== 200;
  expect(await levelOf(app, shop.camera)).toEqual({
    onHand: before.onHand - (isOut ? 3000n : 0n),
    reserved: before.reserved + (isOut ? 2000n : 5000n),
  });
});

test('a shipment that is cancelled is free to be packed again; a cancelled order packs nothing', async () => {
  const before = await levelOf(app, shop.camera);
  const order = await orderOf(cameras('2'));
  const made = await asked(plan(order), 201);
  expect(refusal(await plan(order))[1]).toBe('order.left_is_planned');
  expect(refusal(await store.post(`/sales/orders/${order.documentId}/deliver`))[1]).toBe('order.left_is_planned');
  expect((await asked(move(made, 'cancel'))).state).toBe('cancelled');
  expect(refusal(await move(made, 'ship'))).toEqual([409, 'state.not_allowed', undefined]);
  const again = await asked(plan(order), 201);
  expect(again.number).not.toBe(made.number);
  await asked(owner.post(`/sales/orders/${order.documentId}/cancel`, { reason: 'x' }));
  expect((await store.get(`/sales/shipments/${again.documentId}`)).body.data.state).toBe('cancelled');
  expect(await levelOf(app, shop.camera)).toEqual(before);
  const placed = await placeOrder(company, cameras('1'));
  expect(refusal(await plan(placed))[1]).toBe('state.not_allowed');
});

test('tracking that comes later is told; who has arrived is told no more', async () => {
  const order = await orderOf(cameras('1'));
  const made = await asked(plan(order), 201);
  await asked(move(made, 'ship'));
  const way = { carrier: 'Flash', trackingNumber: 'TH99' };
  await asked(store.put(`/sales/shipments/${made.documentId}`, way));
  await asked(store.put(`/sales/shipments/${made.documentId}`, way));
  expect(
    (await mails('order-shipped', made.documentId)).map(({ data }) => data.shipment?.trackingNumber ?? null),
  ).toEqual([null, 'TH99']);
  expect(refusal(await move(made, 'deliver', { on: '2029-12-31' }))).toEqual([
    ...[400, 'shipment.arrived_before_shipped', 'on'],
  ]);
  await asked(move(made, 'deliver'));
  expect(refusal(await store.put(`/sales/shipments/${made.documentId}`, way))[1]).toBe('shipment.over');
});

test('the pick list gathers what all confirmed orders wait for; a delay tells the customer why', async () => {
  const order = await orderOf([...cameras('3'), { product: shop.care, price: shop.careMonthly, quantity: '1' }]);
  const delay = (body: object) => owner.post(`/sales/orders/${order.documentId}/delay`, body);
  expect(refusal(await delay({ promisedOn: '2030-01-01', reason: 'x' }))).toEqual([
    ...[400, 'order.promised_in_past', 'promisedOn'],
  ]);
  await asked(delay({ promisedOn: '2030-02-20', reason: 'โรงงานส่งช้า' }));
  const [mail] = await mails('order-delayed', order.documentId);
  expect(mail?.data.order).toMatchObject({ promisedOn: '20 ก.พ. 2573', delayReason: 'โรงงานส่งช้า' });

  const { picks } = (await asked(store.get('/sales/pick-list'))) as unknown as {
    picks: { description: string; quantity: string; onHand: string; orders: { number: string; quantity: string }[] }[];
  };
  const camera = picks.find(({ description }) => description === 'กล้องวงจรปิด');
  expect(camera?.orders.find(({ number }) => number === order.number)).toMatchObject({ quantity: '3' });
  expect(picks.map(({ description }) => description)).not.toContain('ดูแลเว็บไซต์');
  const due = await asked(store.get('/sales/pick-list?until=2030-02-19'));
  expect(JSON.stringify(due)).not.toContain(order.number);
  const paper = await store.get('/sales/pick-list/document?lang=th').buffer(true);
  const text = (await pagesOf(paper.body as Buffer)).join('\n');
  for (const word of ['ใบหยิบสินค้า', 'กล้องวงจรปิด', order.number]) expect(text).toContain(said(word));
});

test('members see their own shipments; staff do what their role may', async () => {
  const order = await orderOf(cameras('1'));
  const made = await asked(plan(order), 201);
  const other = await app.member();
  expect((await company.get(`/api/sales/shipments/${made.documentId}`)).status).toBe(200);
  expect((await company.get('/api/sales/shipment-lines?populate=shipment')).body.data.length).toBeGreaterThan(0);
  for (const path of [`/${made.documentId}`, `/${made.documentId}/document`]) {
    expect((await other.get(`/api/sales/shipments${path}`)).status).toBe(404);
  }
  expect((await other.get('/api/sales/shipments')).body.data).toEqual([]);
  expect((await other.get('/api/sales/shipment-lines')).body.data).toEqual([]);
  const sales = await app.staff('sales');
  expect((await sales.post(`/sales/shipments/${made.documentId}/ship`)).status).toBe(403);
  expect((await sales.get(`/sales/shipments/${made.documentId}`)).status).toBe(404);
  expect((await (await app.staff('marketing')).get('/sales/shipments')).status).toBe(403);
  const { rows } = app.platform;
  await asked(move(made, 'ship'));
  const [line] = await rows.find('plugin::sales.shipment-line', (query) => void query.orderBy('id', 'desc').limit(1));
  await expect(rows.update('plugin::sales.shipment-line', [{ id: line?.id ?? 0, quantity: 9n }])).rejects.toMatchObject(
    { message: expect.stringContaining('sanya-') },
  );
});
