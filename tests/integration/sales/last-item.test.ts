import { bootApp, type App, type Member } from '../../support/app';
import { countersOf, levelOf, openShop, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 1000n);
});
afterAll(() => app?.close());

test('the last item under 50 orders at once: one succeeds, 49 get 409 and nothing of theirs is written', async () => {
  const members: Member[] = [];
  for (let index = 0; index < 10; index += 1) members.push(await app.member());
  const [before, numbers] = [await rowCounts(app), await countersOf(app)];
  const body = {
    lines: [
      { product: shop.cable, quantity: '1' },
      { product: shop.camera, quantity: '1' },
    ],
  };
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      members[index % members.length]?.post('/api/sales/orders', body, { 'Idempotency-Key': `last-${index}` }),
    ),
  );
  const statuses = answers.map((answer) => answer?.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  const refused = answers.filter((answer) => answer?.status === 409);
  expect(new Set(refused.map((answer) => answer?.body.error.details.code))).toEqual(new Set(['stock.not_enough']));
  expect(refused[0]?.body.error.details).toMatchObject({
    field: 'lines.1.quantity',
    params: { left: '0', wanted: '1' },
  });

  const after = await rowCounts(app);
  const more = Object.fromEntries(Object.entries(after).map(([uid, count]) => [uid, count - (before[uid] ?? 0)]));
  const { 'plugin::platform.event-delivery': told, ...written } = more;
  expect(written).toEqual({
    'plugin::sales.order': 1,
    'plugin::sales.order-line': 2,
    'plugin::sales.stock-movement': 1,
    'plugin::billing.invoice': 1,
    'plugin::billing.invoice-line': 2,
    'plugin::platform.event': 2,
    'plugin::platform.delivery': 1,
    'plugin::platform.idempotency-key': 1,
  });
  const events = await app.strapi.db
    .query('plugin::platform.event')
    .findMany({ orderBy: { id: 'desc' }, limit: written['plugin::platform.event'] });
  const ofThem = { event: { id: { $in: events.map(({ id }) => id as number) } } };
  expect(await app.strapi.db.query('plugin::platform.event-delivery').count({ where: ofThem })).toBe(told);
  const [kept] = await app.strapi.db.query('plugin::platform.idempotency-key').findMany({});
  const won = answers.findIndex((answer) => answer?.status === 201);
  expect(kept).toMatchObject({ key: `last-${won}`, answerStatus: 201, answer: answers[won]?.body.data });
  // A number that a refused order had taken is the next one's: none is lost, and no other series moved.
  const counted = await countersOf(app);
  const moved = Object.keys(counted).filter((series) => counted[series] !== numbers[series]);
  expect(moved.map((series) => [series.split(' ')[0], (counted[series] ?? 0) - (numbers[series] ?? 0)])).toEqual([
    ['invoice', 1],
    ['order', 1],
  ]);
  expect(await levelOf(app, shop.camera)).toEqual({ onHand: 1000n, reserved: 1000n });
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('orders of the same goods in opposite order do not block each other', async () => {
  const [first, second] = await shop.service.createProducts([
    { name: 'ก', kind: 'goods', stock: 100_000n, prices: [{ unitPrice: 100n }] },
    { name: 'ข', kind: 'goods', stock: 100_000n, prices: [{ unitPrice: 100n }] },
  ]);
  const [one, two] = [await app.member(), await app.member()];
  const line = (product?: { documentId: string }) => ({ product: product?.documentId, quantity: '1' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? one.post('/api/sales/orders', { lines: [line(first), line(second)] })
        : two.post('/api/sales/orders', { lines: [line(second), line(first)] }),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(await levelOf(app, first?.documentId ?? '')).toEqual({ onHand: 100_000n, reserved: 20_000n });
});

test('the database itself refuses to promise more than lies there', async () => {
  const { rows } = app.platform;
  const [level] = await rows.find('plugin::sales.stock-item', (query) => void query.limit(1));
  await expect(
    rows.update('plugin::sales.stock-item', [{ id: level?.id ?? 0, reserved: 999_999_000n }]),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya_check') });
});
