import { bootApp, type App, type Member, type Staff } from '../../support/app';
import { levelOf, openShop, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let sales: Staff;
let customer: string;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member();
  customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
  sales = await app.staff('sales-lead');
});
afterAll(() => app?.close());

const sent = async () => {
  const lines = [{ product: shop.camera, quantity: '1' }];
  const { documentId } = (await sales.post('/sales/quotes', { customer, lines })).body.data;
  return (await sales.post(`/sales/quotes/${documentId}/send`)).body.data as { documentId: string; number: string };
};

const orders = () => app.strapi.db.query('plugin::sales.order').count();
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

test('ten acceptances at once make one order', async () => {
  const { documentId } = await sent();
  const [before, level] = [await orders(), await levelOf(app, shop.camera)];
  const url = `/sales/quotes/${documentId}/accept`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? sales.post(url) : member.post(`/api${url}`))),
  );
  expect(statuses(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  expect(await orders()).toBe(before + 1);
  expect((await levelOf(app, shop.camera)).reserved).toBe(level.reserved + 1000n);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('the same press repeated is answered with the same order', async () => {
  const { documentId } = await sent();
  const before = await orders();
  const press = () => member.post(`/api/sales/quotes/${documentId}/accept`, {}, { 'Idempotency-Key': documentId });
  const [first, second] = [await press(), await press()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body.data.order.documentId).toBe(first.body.data.order.documentId);
  expect(await orders()).toBe(before + 1);
});

test('acceptance, decline and a new version at once: one of them wins', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { documentId, number } = await sent();
    const before = await orders();
    const [accepted, revised, declined] = await Promise.all([
      member.post(`/api/sales/quotes/${documentId}/accept`),
      sales.post(`/sales/quotes/${documentId}/revise`),
      sales.post(`/sales/quotes/${documentId}/decline`, { reason: 'x' }),
    ]);
    const [row] = await app.strapi.db.query('plugin::sales.quote').findMany({ where: { documentId } });
    const versions = await app.strapi.db.query('plugin::sales.quote').count({ where: { number } });
    const won = accepted.status === 200;
    expect(await orders()).toBe(before + (won ? 1 : 0));
    expect(row.state).toBe(won ? 'ordered' : declined.status === 200 ? 'declined' : 'superseded');
    // A quote that was declined first may still get a new version; one that was accepted never does.
    expect(versions).toBe(revised.status === 201 ? 2 : 1);
    if (won) expect([revised.status, declined.status]).toEqual([409, 409]);
  }
});

test('quotes sent at once take numbers without gap', async () => {
  const lines = [{ product: shop.cable, quantity: '1' }];
  const drafts = await Promise.all(Array.from({ length: 6 }, () => sales.post('/sales/quotes', { customer, lines })));
  const answers = await Promise.all(drafts.map(({ body }) => sales.post(`/sales/quotes/${body.data.documentId}/send`)));
  const numbers = answers.map(({ body }) => Number(body.data.number.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
});
