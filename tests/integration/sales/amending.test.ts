import { type App, bootApp, type Member, type Staff } from '../../support/app';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { companyMember, customerOf } from '../billing/support';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let company: Member;
let customer: string;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('super-admin');
  company = await companyMember(app);
  customer = (await customerOf(app, company)).documentId;
  await owner.post(`/crm/customers/${customer}/credit`, { creditTermsDays: 30 });
});
afterAll(() => app?.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

type Answer = { status: number; body: { error?: { details: { code: string; field?: string } } } };
const refusal = ({ status, body }: Answer) => [status, body.error?.details.code];
interface Ordered {
  documentId: string;
  number: string;
  total: string;
  invoice: { documentId: string; number: string };
  lines: { documentId: string }[];
}
const order = (lines: object[], more: object = {}) => placeOrder(company, lines, more) as Promise<Ordered>;
const amend = (one: Ordered, body: object, preview = false) =>
  owner.post(`/sales/orders/${one.documentId}/amend${preview ? '/preview' : ''}`, { reason: 'ลูกค้าขอ', ...body });
const invoiceOf = async (id: string) => (await company.get(`/api/billing/invoices/${id}`)).body.data;
const read = async (one: Ordered) =>
  (await owner.get(`/sales/orders/${one.documentId}?populate[0]=lines&populate[1]=invoice`)).body.data;
const pay = async (one: Ordered) => {
  const answer = await owner.post('/billing/payments', {
    ...{ customer, method: 'cash', amount: one.total, receivedOn: app.platform.clock.today() },
    allocations: [{ invoice: one.invoice.documentId, amount: one.total }],
  });
  expect(answer.status).toBe(201);
};
const counts = async () =>
  Object.fromEntries(
    await Promise.all(
      [
        'plugin::billing.invoice',
        'plugin::sales.order-line',
        'plugin::platform.event',
        'plugin::platform.delivery',
      ].map(async (uid) => [uid, await app.strapi.db.query(uid as never).count()] as const),
    ),
  );

test('before payment and tax another invoice takes the place of the first; the preview says so and writes nothing', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([
    { product: shop.camera, quantity: '4' },
    { product: shop.cable, quantity: '2' },
  ]);
  const wish = {
    lines: [
      { line: one.lines[0]?.documentId, quantity: '6' },
      { line: one.lines[1]?.documentId, quantity: '0' },
    ],
    add: [{ product: shop.care, price: shop.careMonthly, quantity: '1' }],
  };
  const rows = await counts();
  const preview = await amend(one, wish, true);
  expect(preview.status).toBe(200);
  // 6 × 200.00 + 1,000.00 = 2,200.00 and 7 % VAT.
  expect(preview.body.data).toMatchObject({ total: '235400', credited: '0' });
  expect(preview.body.data.sentence).toContain(one.invoice.number);
  expect(await counts()).toEqual(rows);
  expect((await read(one)).total).toBe(one.total);

  const done = await amend(one, wish);
  expect(done.body.data).toMatchObject({ total: '235400', sentence: preview.body.data.sentence });
  expect(await invoiceOf(one.invoice.documentId)).toMatchObject({ state: 'void' });
  const after = await read(one);
  expect(after).toMatchObject({ state: 'placed', invoice: { state: 'open', total: '235400' } });
  expect(after.lines.map(({ quantity }: { quantity: string }) => quantity)).toEqual(['6', '0', '1']);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 6000n });
  const mails = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template: 'order-changed' } });
  expect(mails[0].data).toMatchObject({ reason: 'ลูกค้าขอ', changes: expect.arrayContaining([]) });
  expect(mails[0].data.changes).toHaveLength(3);

  await owner.post(`/sales/orders/${one.documentId}/cancel`, { reason: 'x' });
  expect(await levelOf(app, shop.camera)).toEqual(before);
});

test('after payment less is credited with its VAT and more is invoiced besides; both are handed over and taxed', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '10' }]);
  await pay(one);
  const less = await amend(one, { lines: [{ line: one.lines[0]?.documentId, quantity: '7' }] });
  expect(less.body.data).toMatchObject({
    credited: '64200',
    charged: '0',
    total: '149800',
    net: '140000',
    tax: '9800',
  });
  const [note] = (await company.get('/api/billing/credit-notes?sort=id:desc')).body.data;
  expect(note).toMatchObject({ net: '60000', tax: '4200', total: '64200' });
  expect(less.body.data.sentence).toContain(note.number);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 7000n });

  const more = await amend(one, { lines: [{ line: one.lines[0]?.documentId, quantity: '9' }] });
  expect(more.body.data).toMatchObject({ credited: '0', charged: '42800', total: '192600' });
  expect(more.body.data.lines.map(({ quantity }: { quantity: string }) => quantity)).toEqual(['7', '2']);
  const [extra] = (await company.get('/api/billing/invoices?sort=id:desc')).body.data;
  expect(extra).toMatchObject({ state: 'open', total: '42800' });
  // Whoever reads the order sees both invoices, and what is open of them together; nobody else reads it.
  const shown = await company.get(`/api/sales/orders/${one.documentId}?populate=invoice`);
  expect(shown.body.data).toMatchObject({
    ...{ documentId: one.documentId, invoice: { number: one.invoice.number }, amountDue: '42800' },
    invoices: [
      { number: one.invoice.number, state: 'paid', amountDue: '0' },
      { documentId: extra.documentId, number: extra.number, state: 'open', total: '42800', amountDue: '42800' },
    ],
  });
  const other = await companyMember(app);
  expect((await other.get(`/api/sales/orders/${one.documentId}`)).status).toBe(404);
  const voided = await owner.post(`/billing/invoices/${extra.documentId}/void`, { reason: 'x' });
  expect(refusal(voided)).toEqual([409, 'amend.invoice_of_lines']);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 9000n });

  const delivered = await owner.post(`/sales/orders/${one.documentId}/deliver`);
  expect(delivered.body.data.state).toBe('delivered');
  // What was paid was taxed with its payment: only the extra invoice is taxed by the hand-over.
  expect(delivered.body.data.taxInvoices).toHaveLength(1);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 9000n });
  const returned = await owner.post(`/sales/orders/${one.documentId}/returns`, { reason: 'x' });
  expect(returned.status).toBe(201);
  expect((await owner.post(`/sales/returns/${returned.body.data.documentId}/credit`)).body.data.state).toBe('credited');
});

test('an order of which nothing would be left is not changed but cancelled, whatever else is added', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '10' }]);
  await pay(one);
  const lines = [{ line: one.lines[0]?.documentId, quantity: '0' }];
  const add = [{ product: shop.cable, quantity: '2' }];
  for (const body of [{ lines }, { lines, add }]) {
    expect(refusal(await amend(one, body))).toEqual([409, 'amend.cancel_instead']);
  }
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 10_000n });
});

test('of two invoices of an order one is credited whole: what stands on the other is still handed over, not that', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '3' }]);
  await pay(one);
  const more = await amend(one, { add: [{ product: shop.cable, quantity: '2' }] });
  const [cameras, cables] = more.body.data.lines as { documentId: string }[];
  const credited = await owner.post(`/billing/invoices/${one.invoice.documentId}/credit-notes`, { reason: 'x' });
  expect(credited.status).toBe(201);
  const give = (line: { documentId: string } | undefined, quantity: string) =>
    owner.post(`/sales/orders/${one.documentId}/deliver`, { lines: [{ line: line?.documentId, quantity }] });
  const refused = await give(cameras, '1');
  expect(refusal(refused)).toEqual([409, 'order.invoice_credited']);
  expect(refused.body.error.message).toContain(one.invoice.number);
  const packed = { lines: [{ line: cameras?.documentId, quantity: '1' }] };
  expect(refusal(await owner.post(`/sales/orders/${one.documentId}/shipments`, packed))).toEqual([
    ...[409, 'order.invoice_credited'],
  ]);
  const given = await give(cables, '1');
  expect([given.status, given.body.data?.state]).toEqual([200, 'fulfilling']);
  const [extra] = (await company.get('/api/billing/invoices?sort=id:desc')).body.data;
  expect((await owner.post(`/billing/invoices/${extra.documentId}/credit-notes`, { reason: 'x' })).status).toBe(201);
  expect(refusal(await give(cables, '1'))).toEqual([409, 'order.invoice_credited']);
  expect((await owner.post(`/sales/orders/${one.documentId}/cancel`, { reason: 'x' })).body.data.state).toBe(
    'cancelled',
  );
  expect(await levelOf(app, shop.camera)).toEqual(before);
});

test('what was credited whole holds no goods though the order goes on: they are free, and the rest makes it delivered', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '3' }]);
  await pay(one);
  const more = await amend(one, { add: [{ product: shop.camera, quantity: '2' }] });
  const [first] = more.body.data.lines as { documentId: string }[];
  const pack = (line: { documentId: string } | undefined) =>
    owner.post(`/sales/orders/${one.documentId}/shipments`, { lines: [{ line: line?.documentId, quantity: '1' }] });
  const packed = await pack(first);
  expect(packed.status).toBe(201);
  const kept = await pack(more.body.data.lines[1]);
  expect(kept.status).toBe(201);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 5000n });

  const credited = await owner.post(`/billing/invoices/${one.invoice.documentId}/credit-notes`, { reason: 'x' });
  expect(credited.status).toBe(201);
  await (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 2000n });
  const stateOf = async (shipment: typeof packed) =>
    (await owner.get(`/sales/shipments/${shipment.body.data.documentId}`)).body.data.state;
  expect([await stateOf(packed), await stateOf(kept)]).toEqual(['cancelled', 'planned']);
  expect(refusal(await pack(first))).toEqual([409, 'order.invoice_credited']);
  expect(refusal(await amend(one, { lines: [{ line: first?.documentId, quantity: '1' }] }))).toEqual([
    ...[409, 'order.invoice_credited'],
  ]);
  expect(await app.platform.proof.run({})).toEqual([]);

  await owner.post(`/sales/shipments/${kept.body.data.documentId}/cancel`).expect(200);
  const given = await owner.post(`/sales/orders/${one.documentId}/deliver`);
  expect([given.status, given.body.data?.state]).toEqual([200, 'delivered']);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 2000n });
});

test('an order whose rest is credited after all else went out is delivered by saying so', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '3' }]);
  await pay(one);
  const more = await amend(one, { add: [{ product: shop.camera, quantity: '2' }] });
  const deliver = (body: object = {}) => owner.post(`/sales/orders/${one.documentId}/deliver`, body);
  const some = await deliver({ lines: [{ line: more.body.data.lines[1].documentId }] });
  expect([some.status, some.body.data?.state]).toEqual([200, 'fulfilling']);
  await owner.post(`/billing/invoices/${one.invoice.documentId}/credit-notes`, { reason: 'x' }).expect(201);
  await (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
  const rest = await deliver();
  expect([rest.status, rest.body.data?.state]).toEqual([200, 'delivered']);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 2000n });
});

test('a part that left and was taxed stays; what is taken off was never taxed', async () => {
  const one = await order([{ product: shop.camera, quantity: '5' }]);
  await owner.post(`/sales/orders/${one.documentId}/confirm`);
  const line = one.lines[0]?.documentId;
  await owner.post(`/sales/orders/${one.documentId}/deliver`, { lines: [{ line, quantity: '2' }] });
  expect(refusal(await amend(one, { lines: [{ line, quantity: '1' }] }))).toEqual([409, 'amend.below_handed_over']);
  const done = await amend(one, { lines: [{ line, quantity: '3' }] });
  expect(done.body.data).toMatchObject({ credited: '42800', total: '64200' });
  const [note] = (await company.get('/api/billing/credit-notes?sort=id:desc')).body.data;
  expect(note.originals ?? []).toEqual([]);
  expect((await owner.post(`/sales/orders/${one.documentId}/deliver`)).body.data.state).toBe('delivered');
  expect(refusal(await amend(one, { add: [{ product: shop.camera, quantity: '1' }] }))).toEqual([409, 'amend.not_now']);
});

test('changed to what left already, an order is delivered; while something is on its way it is not', async () => {
  const one = await order([{ product: shop.camera, quantity: '2' }]);
  await owner.post(`/sales/orders/${one.documentId}/confirm`);
  const line = one.lines[0]?.documentId;
  const lines = [{ line, quantity: '1' }];
  await owner.post(`/sales/orders/${one.documentId}/deliver`, { lines });
  const shown = await amend(one, { lines }, true);
  const done = await amend(one, { lines });
  const last = `คำสั่งซื้อ ${one.number} ส่งมอบครบแล้ว`;
  for (const { body } of [shown, done]) expect(body.data.sentence).toContain(last);
  const { state, deliveredAt } = await read(one);
  expect([state, deliveredAt]).toEqual(['delivered', done.body.data.deliveredAt]);

  const other = await order([{ product: shop.camera, quantity: '2' }]);
  await owner.post(`/sales/orders/${other.documentId}/confirm`);
  const parts = [{ line: other.lines[0]?.documentId, quantity: '1' }];
  const packed = await owner.post(`/sales/orders/${other.documentId}/shipments`, { lines: parts });
  await owner.post(`/sales/shipments/${packed.body.data.documentId}/ship`);
  await amend(other, { lines: parts });
  expect((await read(other)).state).toBe('fulfilling');
  await owner.post(`/sales/shipments/${packed.body.data.documentId}/deliver`);
  expect((await read(other)).state).toBe('delivered');
});

test('a coupon’s slot is given back when nothing it took from is left', async () => {
  await owner.post('/sales/coupons', { code: 'TEN', name: 'ลด 10', kind: 'percent', ratePpm: 100_000 });
  const one = await order(
    [
      { product: shop.camera, quantity: '2' },
      { product: shop.cable, quantity: '1' },
    ],
    { coupon: 'TEN' },
  );
  const used = async () => (await owner.get('/sales/coupons?filters[code][$eq]=TEN')).body.data[0].used;
  const half = await amend(one, { lines: [{ line: one.lines[0]?.documentId, quantity: '1' }] });
  // 200.00 and 33.33, each less a tenth.
  expect(half.body.data).toMatchObject({ discount: '2333', net: '21000', coupons: [{ code: 'TEN', amount: '2333' }] });
  expect(await used()).toBe(1);
  await owner.post(`/sales/orders/${one.documentId}/cancel`, { reason: 'x' });
  expect(await used()).toBe(0);
});

test('what cannot be changed is refused in words, and nothing is half-written', async () => {
  const before = await levelOf(app, shop.camera);
  const one = await order([{ product: shop.camera, quantity: '2' }]);
  const line = one.lines[0]?.documentId;
  const rows = await counts();
  const to = (quantity: string) => ({ lines: [{ line, quantity }] });
  expect(refusal(await amend(one, {}))).toEqual([409, 'amend.nothing']);
  expect(refusal(await amend(one, to('2')))).toEqual([409, 'amend.nothing']);
  expect(refusal(await amend(one, to('0')))).toEqual([409, 'amend.cancel_instead']);
  expect(refusal(await amend(one, to('-1')))).toEqual([400, 'order.quantity_not_a_number']);
  expect(refusal(await amend(one, to('100000')))).toEqual([409, 'stock.not_enough']);
  expect(refusal(await amend(one, { lines: [{ line: 'abc', quantity: '1' }] }))).toEqual([400, 'order.line_unknown']);
  expect(await counts()).toEqual(rows);
  const store = await app.staff('storekeeper');
  expect((await store.post(`/sales/orders/${one.documentId}/amend`, { ...to('1'), reason: 'x' })).status).toBe(403);

  const both = await Promise.all([amend(one, to('1')), amend(one, to('1'))]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 1000n });
});
