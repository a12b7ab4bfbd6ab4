import { type App, bootApp, type Member, type Staff } from '../../support/app';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { rowCounts } from './shop';

const COUPON = 'plugin::sales.coupon';
const REDEMPTION = 'plugin::sales.redemption';
const ORDERS = 300;
const SLOTS = 100;
const AT_ONCE = 60;

let app: App;
let lead: Staff;
let hosting: string;
let camera: string;
const members: Member[] = [];

beforeAll(async () => {
  app = await bootApp();
  lead = await app.staff('sales-lead');
  const service = app.strapi.plugin('sales').service('catalogue') as {
    createProducts: (list: object[]) => Promise<{ documentId: string }[]>;
  };
  const [first, second] = await service.createProducts([
    { name: 'โฮสติ้ง', kind: 'service', group: 'hosting', prices: [{ unitPrice: 400_000n }] },
    { name: 'กล้อง', kind: 'goods', group: 'hardware', prices: [{ unitPrice: 150_000n }] },
  ]);
  hosting = first?.documentId ?? '';
  camera = second?.documentId ?? '';
  for (let index = 0; index < 12; index += 1) members.push(await app.member());
});
afterAll(() => app?.close());

const coupon = async (body: object) => {
  const answer = await lead.post('/sales/coupons', body);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data as { documentId: string };
};
const usedOf = async (documentId: string): Promise<number | undefined> =>
  (await app.platform.rows.byDocumentIds<{ used: number }>(COUPON, [documentId], { fields: ['used'] }))[0]?.used;
const standing = (): Promise<number> =>
  app.strapi.db.query(REDEMPTION as never).count({ where: { state: 'standing' } });
const counts = async (): Promise<Record<string, number>> => ({
  ...(await rowCounts(app)),
  [REDEMPTION]: await app.strapi.db.query(REDEMPTION as never).count(),
});

type Answer = Awaited<ReturnType<Member['post']>>;
async function inBatches(total: number, ask: (index: number) => PromiseLike<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < total; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, index) => ask(from + index));
    answers.push(...(await Promise.all(batch)));
  }
  return answers;
}

test('15 % at most 500.00 on hosting only, 100 slots under 300 orders: 100 have it, 200 get 422 and write nothing', async () => {
  const { documentId } = await coupon({
    ...{ code: 'host15', name: 'โฮสติ้ง 15 %', kind: 'percent', ratePpm: 150_000, cap: '50000' },
    ...{ totalLimit: SLOTS, scope: { groups: ['hosting'] } },
  });
  const body = {
    coupon: 'HOST15',
    lines: [
      { product: hosting, quantity: '1' },
      { product: camera, quantity: '1' },
    ],
  };
  const before = await counts();
  const answers = await inBatches(ORDERS, (index) =>
    (members[index % members.length] as Member).post('/api/sales/orders', body),
  );
  const placed = answers.filter(({ status }) => status === 201).map(({ body: { data } }) => data);
  const refused = answers.filter(({ status }) => status === 422);
  expect([placed.length, refused.length]).toEqual([SLOTS, ORDERS - SLOTS]);
  for (const { body: told } of refused) {
    expect(told.error.details).toMatchObject({ code: 'coupon.used_up', field: 'coupon', params: { coupon: 'HOST15' } });
  }
  for (const order of placed) {
    // 15 % of 4,000.00 would be 600.00: the cap is 500.00, and the camera keeps its price.
    expect(order).toMatchObject({ discount: '50000', net: '500000', tax: '35000', total: '535000' });
    expect(order.lines.map((one: { discount: string }) => one.discount)).toEqual(['50000', '0']);
    expect(order.invoice.total).toBe('535000');
  }

  const after = await counts();
  const written = (uid: string): number => (after[uid] ?? 0) - (before[uid] ?? 0);
  expect({
    orders: written('plugin::sales.order'),
    lines: written('plugin::sales.order-line'),
    invoices: written('plugin::billing.invoice'),
    redemptions: written(REDEMPTION),
  }).toEqual({ orders: SLOTS, lines: 2 * SLOTS, invoices: SLOTS, redemptions: SLOTS });
  expect([await usedOf(documentId), await standing()]).toEqual([SLOTS, SLOTS]);
  expect(await app.platform.proof.run({})).toEqual([]);

  const [first, second] = placed;
  const owner = await app.staff('owner');
  expect((await owner.post(`/sales/orders/${first.documentId}/cancel`)).status).toBe(200);
  expect([await usedOf(documentId), await standing()]).toEqual([SLOTS - 1, SLOTS - 1]);
  const again = await inBatches(10, () => (members[0] as Member).post('/api/sales/orders', body));
  expect(again.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(again.filter(({ status }) => status === 422)).toHaveLength(9);
  expect(await usedOf(documentId)).toBe(SLOTS);
  expect((await owner.post(`/billing/invoices/${second.invoice.documentId}/void`, { reason: 'ผิด' })).status).toBe(200);
  expect(await usedOf(documentId)).toBe(SLOTS - 1);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('a limit for each customer holds when all of them order at once', async () => {
  const { documentId } = await coupon({
    ...{ code: 'TWICE', name: 'สองครั้ง', kind: 'amount', amount: '10000', perCustomerLimit: 2 },
  });
  const body = { coupon: 'twice', lines: [{ product: camera, quantity: '1' }] };
  const own = members.slice(0, 3);
  const answers = await inBatches(30, (index) => (own[index % own.length] as Member).post('/api/sales/orders', body));
  for (const [place] of own.entries()) {
    const mine = answers.filter((_, index) => index % own.length === place);
    expect(mine.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(new Set(mine.filter(({ status }) => status !== 201).map((one) => one.body.error.details.code))).toEqual(
      new Set(['coupon.used_by_you']),
    );
  }
  expect(await usedOf(documentId)).toBe(6);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('orders with the same two coupons in opposite order do not block each other', async () => {
  await coupon({ code: 'LEFT', name: 'ซ้าย', kind: 'percent', ratePpm: 100_000, stackable: true });
  await coupon({ code: 'RIGHT', name: 'ขวา', kind: 'amount', amount: '5000', stackable: true });
  const lines = [{ product: camera, quantity: '1' }];
  const answers = await inBatches(20, (index) =>
    (members[index % members.length] as Member).post('/api/sales/orders', {
      ...(index % 2 === 0 ? { coupon: 'LEFT', coupons: ['RIGHT'] } : { coupons: ['RIGHT', 'LEFT'] }),
      lines,
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(new Set(answers.map((answer) => answer.body.data.discount))).toEqual(new Set(['20000']));
});

test('credits and changes that give slots of one coupon back do not block each other: all come to their end', async () => {
  const { documentId } = await coupon({
    ...{ code: 'BACK', name: 'คืนสิทธิ์', kind: 'percent', ratePpm: 100_000, scope: { groups: ['hosting'] } },
  });
  const owner = await app.staff('owner');
  const lines = [
    { product: hosting, quantity: '1' },
    { product: camera, quantity: '1' },
  ];
  const orders: { documentId: string; invoice: { documentId: string }; lines: { documentId: string }[] }[] = [];
  for (const member of members) {
    const { status, body } = await member.post('/api/sales/orders', { coupon: 'BACK', lines });
    expect(status).toBe(201);
    const { total: amount, invoice } = body.data;
    const customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
    const receivedOn = app.platform.clock.today();
    const allocations = [{ invoice: invoice.documentId, amount }];
    const paid = await owner.post('/billing/payments', { customer, method: 'cash', amount, receivedOn, allocations });
    expect(paid.status).toBe(201);
    orders.push(body.data);
  }
  expect(await usedOf(documentId)).toBe(members.length);
  const answers = await inBatches(orders.length, (index) => {
    const order = orders[index] as (typeof orders)[number];
    return index % 2 === 0
      ? owner.post(`/billing/invoices/${order.invoice.documentId}/credit-notes`, { reason: 'คืนทั้งใบ' })
      : owner.post(`/sales/orders/${order.documentId}/amend`, {
          ...{ reason: 'ไม่เอาโฮสติ้ง', lines: [{ line: order.lines[0]?.documentId, quantity: '0' }] },
        });
  });
  expect(answers.map(({ status, body }) => [status, body.error?.details?.code])).toEqual(
    orders.map((_, index) => [index % 2 === 0 ? 201 : 200, undefined]),
  );
  await (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
  expect(await usedOf(documentId)).toBe(0);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('the database itself refuses one use more than there are slots, and a second one of the same order', async () => {
  const { rows } = app.platform;
  const [full] = await rows.find<{ totalLimit: number }>(
    COUPON,
    (query, column) => void query.where(column('code'), 'HOST15'),
  );
  await expect(rows.update(COUPON, [{ id: full?.id ?? 0, used: SLOTS + 1 }])).rejects.toMatchObject({
    message: expect.stringContaining('sanya_check'),
  });
  const [redemption] = await rows.find<Record<string, unknown>>(REDEMPTION, (query) => void query.limit(1));
  if (!redemption) throw new Error('no redemption');
  const { coupon: named, order, customer, amount, currency, redeemedAt } = redemption;
  const again = { coupon: named, order, customer, state: 'standing', amount, currency, redeemedAt, returnedAt: null };
  await expect(rows.insert(REDEMPTION, [again])).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
  await expect(rows.update(REDEMPTION, [{ id: redemption.id, amount: 1n }])).rejects.toMatchObject({
    message: expect.stringContaining('sanya-frozen'),
  });
});
