import { type App, bootApp, type Staff } from '../../support/app';
import { customerOf } from '../billing/support';
import { openShop, placeOrder, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;
let everything: Staff;

beforeAll(async () => {
  app = await bootApp({ SANYA_JOBS: 'off' });
  shop = await openShop(app);
  everything = await app.staff();
}, 240_000);
afterAll(() => app?.close());

const at = (type: string): string => `/content-manager/collection-types/plugin::sales.${type}`;

test('not even the super admin writes orders and stock by hand: they would have no invoice and no movement', async () => {
  const member = await app.member();
  const customer = await customerOf(app, member);
  const order = await placeOrder(member, [{ product: shop.camera, quantity: '1' }]);
  const [stock] = await app.strapi.db.query('plugin::sales.stock-item').findMany({});
  const before = await rowCounts(app);
  const data = { state: 'fulfilling', number: 'BY-HAND', currency: 'THB', customer: { connect: [customer] } };
  const asked = [
    everything.post(at('order'), data),
    everything.put(`${at('order')}/${order.documentId}`, { note: 'changed' }),
    everything.delete(`${at('order')}/${order.documentId}`),
    everything.put(`${at('order-line')}/${order.lines[0].documentId}`, { details: 'changed' }),
    everything.put(`${at('stock-item')}/${stock?.documentId}`, { onHand: '1' }),
    everything.post(at('stock-movement'), { quantity: '1000', kind: 'receive' }),
  ];
  for (const one of asked) {
    const answer = await one;
    expect([answer.status, answer.body.error?.details.code]).toEqual([409, 'sales.by_action_only']);
  }
  expect(await rowCounts(app)).toEqual(before);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('a period that is no period is bad input', async () => {
  for (const query of ['from=2026-01-01&to=tomorrow', 'from=x&to=y', 'from=2026-02-01&to=2026-01-01']) {
    const answer = await everything.get(`/billing/received?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
  }
  expect((await everything.get('/billing/received?from=2026-01-01&to=2026-01-31')).status).toBe(200);
});

test('what has a shape of its own in a product is not typed by hand; the rest may be, and nonsense is told', async () => {
  const path = `${at('product')}/${shop.camera}`;
  const { data: product } = (await everything.get(path)).body;
  const inside = { components: { a: { a: 1 } }, options: [1], translations: product.translations };
  for (const key of ['components', 'options'] as const) {
    const answer = await everything.put(path, { ...product, [key]: inside[key] });
    expect([answer.status, answer.body.error?.details]).toEqual([
      409,
      expect.objectContaining({ code: 'product.by_action_only', field: key }),
    ]);
  }
  const made = await everything.post(at('product'), { name: 'x', kind: 'goods', components: { a: 1 } });
  expect([made.status, made.body.error?.details.code]).toEqual([409, 'product.by_action_only']);
  expect((await everything.put(path, { ...product, group: 'cameras' })).status).toBe(200);
  expect((await everything.put(`/sales/products/${shop.camera}`, { group: 'CCTV' })).status).toBe(200);

  const price = { unitPrice: '1', product: { set: [{ documentId: { connect: [{ documentId: 'x' }] } }] } };
  const nested = await everything.post(at('price'), price);
  expect([nested.status, nested.body.error?.details.code]).toEqual([400, 'input.not_readable']);
});
