import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { levelOf, openShop, placeOrder, rowCounts, type Shop } from './shop';

/** A product made of others: one price, and the shelf knows its parts. */
let app: App;
let lead: Staff;
let member: Member;
let shop: Shop;

beforeAll(async () => {
  app = await bootApp();
  lead = await app.staff('sales-lead');
  member = await app.member();
  shop = await openShop(app);
});
afterAll(() => app?.close());

const components = () => [
  { product: shop.camera, quantity: '2' },
  { product: shop.cable, quantity: '10.5' },
];
const make = async (body: object = {}) => {
  const answer = await lead.post('/sales/products', {
    ...{ name: 'ชุดกล้องสองตัว', kind: 'goods', unit: 'ชุด', components: components() },
    ...{ prices: [{ unitPrice: '50000' }], ...body },
  });
  expect(answer.body.error).toBeUndefined();
  return answer.body.data;
};

test('a bundle has one price; its parts are lines of nothing, reserved and handed over each', async () => {
  const made = await make();
  expect(made.components).toEqual(components());
  const before = await levelOf(app, shop.camera);
  const order = await placeOrder(member, [{ product: made.documentId, quantity: '3' }]);
  expect(order).toMatchObject({ net: '150000', tax: '10500', total: '160500', invoice: { total: '160500' } });
  expect(
    order.lines.map((line: Record<string, unknown>) => [line.description, line.quantity, line.unitPrice, line.net]),
  ).toEqual([
    ['ชุดกล้องสองตัว', '3', '50000', '150000'],
    ['กล้องวงจรปิด', '6', '0', '0'],
    ['สายสัญญาณ', '31.5', '0', '0'],
  ]);
  expect(order.lines[1].details).toBe('อยู่ในชุด ชุดกล้องสองตัว');
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, reserved: before.reserved + 6000n });
  const why = await member.get(`/api/billing/invoices/${order.invoice.documentId}/explanation?lang=en`);
  expect(why.body.data.map((line: { agrees: boolean }) => line.agrees)).toEqual([true, true, true]);
  expect(why.body.data[1].sentences[0]).toBe('Its price is in that of ชุดกล้องสองตัว.');

  await lead.post(`/sales/orders/${order.documentId}/confirm`).expect(200);
  // The cameras go out first, the rest later.
  await lead
    .post(`/sales/orders/${order.documentId}/deliver`, { lines: [{ line: order.lines[1].documentId }] })
    .expect(200);
  expect(await levelOf(app, shop.camera)).toEqual({ ...before, onHand: before.onHand - 6000n });
  expect(await app.platform.proof.run({})).toEqual([]);
  const rest = await lead.post(`/sales/orders/${order.documentId}/deliver`);
  expect([rest.status, rest.body.data?.state]).toEqual([200, 'delivered']);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('where a part is short the bundle is refused, and nothing is written; cancelled, its parts are free again', async () => {
  const made = await make();
  const before = await rowCounts(app);
  const level = await levelOf(app, shop.camera);
  const short = await member.post('/api/sales/orders', { lines: [{ product: made.documentId, quantity: '100' }] });
  expect([short.status, short.body.error.details]).toEqual([
    409,
    expect.objectContaining({ code: 'stock.not_enough', field: 'lines.0.quantity' }),
  ]);
  expect(await rowCounts(app)).toEqual(before);
  const order = await placeOrder(member, [{ product: made.documentId, quantity: '1' }]);
  await member.post(`/api/sales/orders/${order.documentId}/cancel`, {}).expect(200);
  expect(await levelOf(app, shop.camera)).toEqual(level);
});

test('a bundle whose price holds the tax is ordered like any other', async () => {
  const made = await make({ prices: [{ unitPrice: '53500', includesTax: true }] });
  const order = await placeOrder(member, [{ product: made.documentId, quantity: '1' }]);
  expect(order).toMatchObject({ net: '50000', tax: '3500', total: '53500' });
});

test('a bundle of what is unknown, closed, a bundle, itself, doubled or in parts that are not sold so is refused', async () => {
  const made = await make();
  const put = async (body: object) => {
    const answer = await lead.put(`/sales/products/${made.documentId}`, body);
    return [answer.status, answer.body.error?.details.code, answer.body.error?.details.field];
  };
  const [camera] = components();
  const other = (await make({ name: 'อีกชุด' })).documentId;
  expect(await put({ components: [{ product: 'nothing', quantity: '1' }] })).toEqual([
    ...[400, 'product.component_unknown', 'components.0.product'],
  ]);
  for (const product of [made.documentId, other]) {
    expect(await put({ components: [{ product, quantity: '1' }] })).toEqual([
      ...[400, 'product.component_bundle', 'components.0.product'],
    ]);
  }
  expect(await put({ components: [camera, camera] })).toEqual([
    ...[400, 'product.component_twice', 'components.1.product'],
  ]);
  for (const quantity of ['0', '-1', '1.5', 'many']) {
    expect(await put({ components: [{ product: shop.camera, quantity }] })).toEqual([
      ...[400, 'product.component_quantity', 'components.0.quantity'],
    ]);
  }
  expect(await put({ stockTracked: true })).toEqual([400, 'product.bundle_tracked', 'stockTracked']);
  expect(await put({ quantityStep: '0.5', components: [{ product: shop.camera, quantity: '1' }] })).toEqual([
    ...[400, 'product.component_quantity', 'components.0.quantity'],
  ]);
  expect(await put({ components: [{ product: shop.closed, quantity: '1' }] })).toEqual([200, undefined, undefined]);
  const answer = await member.post('/api/sales/orders', { lines: [{ product: made.documentId, quantity: '1' }] });
  expect([answer.status, answer.body.error.details.code]).toEqual([409, 'order.component_not_sold']);
  expect(await put({ components: null })).toEqual([200, undefined, undefined]);
  expect((await placeOrder(member, [{ product: made.documentId, quantity: '1' }])).lines).toHaveLength(1);
});
