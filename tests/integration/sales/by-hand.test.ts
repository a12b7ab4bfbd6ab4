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
