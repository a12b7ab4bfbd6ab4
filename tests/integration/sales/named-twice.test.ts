import { type App, bootApp, type Member, type Staff } from '../../support/app';
import type { OrdersService } from '../../../plugins/sales/server/src/services/orders';
import type { PaymentsService } from '../../../plugins/billing/server/src/services/payments';
import { issueDrafts } from '../../../plugins/billing/server/src/use-cases/issue-drafts';
import { asSystem } from '../billing/support';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member();
  owner = await app.staff('super-admin');
});
afterAll(() => app.close());
afterEach(async () => expect(await app.platform.proof.run({})).toEqual([]));

const orders = (): OrdersService => app.strapi.plugin('sales').service('orders');
const payments = (): PaymentsService => app.strapi.plugin('billing').service('payments');
const camera = () => placeOrder(member, [{ product: shop.camera, quantity: '2' }]);
const events = (name: string, subject: { id: number }) =>
  app.strapi.db.query('plugin::platform.event').count({ where: { name, subjectId: subject.id } });

test('an order named twice is not handed over or cancelled twice', async () => {
  const order = await camera();
  const before = await levelOf(app, shop.camera);
  const cancel = { order: order.id, reason: 'x', by: 'staff' as const };
  await expect(asSystem(app, () => orders().cancel([cancel, cancel]))).rejects.toMatchObject({
    code: 'order.twice',
    params: { order: order.number },
  });
  await asSystem(app, () => orders().confirm([order.id, order.id]));
  expect(await events('order.confirmed', order)).toBe(1);
  await expect(asSystem(app, () => orders().deliver([{ order: order.id }, { order: order.id }]))).rejects.toMatchObject(
    {
      code: 'order.twice',
    },
  );
  expect(await levelOf(app, shop.camera)).toEqual(before);
});

test('a payment named twice settles once, and is undone once', async () => {
  const order = await camera();
  const submitted = await member.post(`/api/billing/invoices/${order.invoice.documentId}/payments`, {
    method: 'promptpay',
  });
  const payment = submitted.body.data.id as number;
  const twice = { code: 'payment.twice', status: 400 };
  await expect(asSystem(app, () => payments().verify([{ payment }, { payment }]))).rejects.toMatchObject(twice);
  const because = { payment, reason: 'x' };
  await expect(asSystem(app, () => payments().reject([because, because]))).rejects.toMatchObject(twice);
  await asSystem(app, () => payments().verify([{ payment }]));
  await expect(asSystem(app, () => payments().reverse([because, because]))).rejects.toMatchObject(twice);
  expect(await events('payment.succeeded', { id: payment })).toBe(1);
});

test('a draft named twice becomes one invoice with one number', async () => {
  const drafted = await owner.post('/billing/invoices', {
    customer: (await member.get('/api/crm/me')).body.data.customer.documentId,
    lines: [{ description: 'Care', quantity: '1', unitPrice: '10000' }],
  });
  const { id } = drafted.body.data;
  const issued = await asSystem(app, () => issueDrafts(app.platform, [id, id]));
  expect(issued).toHaveLength(1);
  expect(await events('invoice.issued', { id })).toBe(1);
});
