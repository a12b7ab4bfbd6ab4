import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { levelOf, openShop, placeOrder } from './shop';

/** The catalogue as staff keep it: products and prices by the doors alone, nothing of it in the content manager. */
let app: App;
let owner: Staff;
let lead: Staff;
let seller: Staff;
let member: Member;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  lead = await app.staff('sales-lead');
  seller = await app.staff('sales');
  member = await app.member();
});
afterAll(() => app?.close());

const OWN = 'plugin::sales.product';
const count = async (): Promise<number[]> =>
  Promise.all(
    [OWN, 'plugin::sales.price', 'plugin::sales.stock-item', 'plugin::platform.event'].map((uid) =>
      app.strapi.db.query(uid as never).count(),
    ),
  );
const events = async (documentId: string) => {
  const { rows } = app.platform;
  return rows.find<{ name: string; before: Record<string, unknown>; after: Record<string, unknown> }>(
    'plugin::platform.event',
    (query, column) => void query.where(column('subjectDocumentId'), documentId),
  );
};
const make = async (body: object = {}) => {
  const answer = await lead.post('/sales/products', {
    name: 'กล้อง',
    kind: 'goods',
    prices: [{ unitPrice: '150000' }],
    ...body,
  });
  expect(answer.body.error).toBeUndefined();
  expect(answer.status).toBe(201);
  return answer.body.data;
};
const change = async (documentId: string, body: object) => {
  const answer = await lead.put(`/sales/products/${documentId}`, body);
  expect(answer.body.error).toBeUndefined();
  return answer.body.data;
};
const yesterday = (): string =>
  new Date(Date.parse(app.platform.clock.today()) - 86_400_000).toISOString().slice(0, 10);

test('a product is created with its texts, tax and prices; staff and storefront read it, the log tells', async () => {
  const made = await make({
    ...{ name: 'กล้องวงจรปิด', sku: 'CAM-1', group: 'ติดตั้ง', unit: 'ตัว', quantityStep: '0.5', stockTracked: true },
    ...{ description: 'สี่ล้านพิกเซล', sellingPoints: 'เห็นกลางคืน\nรับประกันสองปี', incomeKind: 'goods' },
    translations: { en: { name: 'CCTV camera', sellingPoints: 'Sees at night' } },
    prices: [
      { unitPrice: '150000', includesTax: true },
      { label: 'ผ่อน', unitPrice: '15000', per: 'month', validFrom: '2026-01-01', validTo: '2099-12-31' },
    ],
  });
  expect(made).toMatchObject({
    ...{ state: 'active', sku: 'CAM-1', group: 'ติดตั้ง', quantityStep: '0.5', taxCategory: 'standard' },
    ...{ stockTracked: true, translations: { en: { name: 'CCTV camera', sellingPoints: 'Sees at night' } } },
    prices: [
      { unitPrice: '150000', per: 'one_time', includesTax: true, currency: 'THB', validFrom: null, validTo: null },
      { unitPrice: '15000', per: 'month', includesTax: null, validFrom: '2026-01-01', validTo: '2099-12-31' },
    ],
  });
  expect(await levelOf(app, made.documentId)).toEqual({ onHand: 0n, reserved: 0n });
  const read = await seller.get(`/sales/products/${made.documentId}?populate=prices`);
  expect(read.body.data).toMatchObject({ name: 'กล้องวงจรปิด', quantityStep: '0.5' });
  expect(read.body.data.prices).toHaveLength(2);
  expect((await member.get(`/api/sales/products/${made.documentId}`)).body.data.name).toBe('กล้องวงจรปิด');
  expect(await events(made.documentId)).toMatchObject([
    { name: 'product.created', after: { sku: 'CAM-1', prices: [{ unitPrice: '150000' }, { unitPrice: '15000' }] } },
  ]);
});

test('what it can be given: the groups in use, the tax categories with today’s rates, the kinds of income', async () => {
  await make({ group: 'บริการรายปี' });
  const { body, status } = await seller.get('/sales/product-choices');
  expect(status).toBe(200);
  expect(body.data.groups).toEqual(expect.arrayContaining(['บริการรายปี']));
  expect(body.data.pricesIncludeTax).toBe(false);
  expect(body.data.taxCategories).toEqual(
    expect.arrayContaining([
      { code: 'standard', name: expect.objectContaining({ en: 'Standard VAT' }), ratePpm: 70000 },
      { code: 'exempt', name: expect.objectContaining({ en: 'Exempt from VAT' }), ratePpm: 0 },
    ]),
  );
  expect(body.data.incomeKinds).toContainEqual({ kind: 'rent', withholdingPpm: 50000 });
});

test('a change names what it changes; one that changes nothing leaves no trace', async () => {
  const made = await make({ description: 'ก่อน', translations: { en: { name: 'Camera' } } });
  const [price] = made.prices;
  const changed = await change(made.documentId, {
    ...{ description: 'หลัง', group: 'กล้อง', stockTracked: true },
    prices: [
      { documentId: price.documentId, unitPrice: '160000', label: 'ปลีก' },
      { unitPrice: '140000', label: 'ส่ง' },
    ],
  });
  expect(changed).toMatchObject({
    ...{ name: 'กล้อง', description: 'หลัง', group: 'กล้อง', translations: { en: { name: 'Camera' } } },
    prices: [
      { documentId: price.documentId, unitPrice: '160000', label: 'ปลีก' },
      { unitPrice: '140000', label: 'ส่ง' },
    ],
  });
  expect(await levelOf(app, made.documentId)).toEqual({ onHand: 0n, reserved: 0n });
  await change(made.documentId, { description: 'หลัง', prices: [{ documentId: price.documentId, label: 'ปลีก' }] });
  const told = await events(made.documentId);
  expect(told.map((event) => event.name)).toEqual(['product.created', 'product.changed']);
  expect(told[1]).toMatchObject({
    before: { description: 'ก่อน', prices: [{ documentId: price.documentId, unitPrice: '150000', label: null }] },
    after: { description: 'หลัง', prices: [{ unitPrice: '160000', label: 'ปลีก' }, { unitPrice: '140000' }] },
  });
});

test.each([
  [{ taxCategory: 'nonsense' }, 400, 'product.tax_category_unknown', 'taxCategory'],
  [{ incomeKind: 'nonsense' }, 400, 'product.income_kind_unknown', 'incomeKind'],
  [{ quantityStep: '0' }, 400, 'product.step_invalid', 'quantityStep'],
  [{ quantityStep: 'half' }, 400, 'product.step_invalid', 'quantityStep'],
  [{ quantityStep: '0.0001' }, 400, 'product.step_invalid', 'quantityStep'],
  [{ sku: 'TAKEN' }, 409, 'product.sku_taken', 'sku'],
  [{ name: ' ' }, 400, 'input.too_short', 'name'],
  [{ prices: [{ unitPrice: '100' }, { unitPrice: '-1' }] }, 400, 'price.negative', 'prices.1.unitPrice'],
  [{ prices: [{ unitPrice: '1,500.00' }] }, 400, 'input.invalid', 'prices.0.unitPrice'],
  [
    { prices: [{ unitPrice: '1', validFrom: '2026-02-01', validTo: '2026-01-31' }] },
    400,
    'price.dates_crossed',
    'prices.0.validTo',
  ],
  [{ prices: [{ unitPrice: '999999999999999' }] }, 400, 'price.too_large', 'prices.0.unitPrice'],
])('%j is refused, for a new product and for one that is changed, and writes nothing', async (wrong, ...says) => {
  if (!(await app.strapi.db.query(OWN as never).findOne({ where: { sku: 'TAKEN' } }))) await make({ sku: 'TAKEN' });
  const made = await make();
  const before = await count();
  const fresh = await lead.post('/sales/products', { name: 'x', kind: 'service', prices: [], ...wrong });
  const { status, body } = await lead.put(`/sales/products/${made.documentId}`, { group: 'y', ...wrong });
  for (const answer of [fresh, { status, body }]) {
    const { code, field } = answer.body.error.details;
    expect([answer.status, code, field]).toEqual(says);
  }
  expect(await count()).toEqual(before);
});

test('of two at once with one code one is made', async () => {
  const both = await Promise.all(
    [1, 2].map((n) => lead.post('/sales/products', { name: `สอง ${n}`, kind: 'goods', sku: 'RACE' })),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('a price that an order used ends, a new one follows it; the order keeps what it was', async () => {
  const made = await make();
  const [old] = made.prices;
  const order = await placeOrder(member, [{ product: made.documentId, quantity: '2' }]);
  const changed = await change(made.documentId, { prices: [{ documentId: old.documentId, unitPrice: '175000' }] });
  const today = app.platform.clock.today();
  expect(changed.prices).toMatchObject([
    { documentId: old.documentId, unitPrice: '150000', validTo: yesterday() },
    { unitPrice: '175000', validFrom: today, validTo: null },
  ]);
  // Whoever keeps something with the price is told which one it is now.
  expect((await events(made.documentId)).at(-1)?.after).toMatchObject({
    followed: [{ price: old.documentId, by: changed.prices[1].documentId }],
  });
  const read = await lead.get(`/sales/order-lines?filters[order][documentId][$eq]=${order.documentId}`);
  expect(read.body.data[0]).toMatchObject({ unitPrice: '150000', net: '300000' });
  expect((await placeOrder(member, [{ product: made.documentId, quantity: '1' }])).net).toBe('175000');

  // Wrong again, on the same day: what was ordered today stays, the right one counts from now on.
  const [, second] = changed.prices;
  const again = await change(made.documentId, { prices: [{ documentId: second.documentId, unitPrice: '170000' }] });
  expect(again.prices[1]).toMatchObject({ unitPrice: '175000', validFrom: today, validTo: today });
  expect((await placeOrder(member, [{ product: made.documentId, quantity: '1' }])).net).toBe('170000');

  // A label or an end is no other price.
  const [, , third] = again.prices;
  const ended = await change(made.documentId, {
    prices: [{ documentId: third.documentId, label: 'ปลีก', validTo: today }],
  });
  expect(ended.prices).toHaveLength(3);
  const late = await lead.put(`/sales/products/${made.documentId}`, {
    prices: [{ documentId: old.documentId, unitPrice: '1' }],
  });
  expect([late.status, late.body.error.details.code]).toEqual([409, 'price.over']);
});

test('a new price from a later day: until then the old one counts', async () => {
  const made = await make();
  const [old] = made.prices;
  await placeOrder(member, [{ product: made.documentId, quantity: '1' }]);
  const changed = await change(made.documentId, {
    prices: [{ documentId: old.documentId, unitPrice: '199000', validFrom: '2099-01-01' }],
  });
  expect(changed.prices).toMatchObject([
    { unitPrice: '150000', validTo: '2098-12-31' },
    { unitPrice: '199000', validFrom: '2099-01-01' },
  ]);
  expect((await placeOrder(member, [{ product: made.documentId, quantity: '1' }])).net).toBe('150000');
});

test('prices of another product, or named twice, are refused', async () => {
  const [one, other] = [await make(), await make()];
  const [foreign] = other.prices;
  const [own] = one.prices;
  const wrong = await lead.put(`/sales/products/${one.documentId}`, { prices: [{ documentId: foreign.documentId }] });
  expect([wrong.status, wrong.body.error.details.code]).toEqual([400, 'price.unknown']);
  const { documentId } = own;
  const twice = await lead.put(`/sales/products/${one.documentId}`, { prices: [{ documentId }, { documentId }] });
  expect([twice.status, twice.body.error.details.code]).toEqual([400, 'price.twice']);
});

test('what is closed cannot be ordered and is not in the storefront; reopened it can', async () => {
  const made = await make();
  const wish = { lines: [{ product: made.documentId, quantity: '1' }] };
  const closed = await lead.post(`/sales/products/${made.documentId}/close`);
  expect([closed.status, closed.body.data.state]).toEqual([200, 'closed']);
  const refused = await member.post('/api/sales/orders', wish);
  expect([refused.status, refused.body.error.details.code]).toEqual([409, 'order.product_closed']);
  expect((await member.get(`/api/sales/products/${made.documentId}`)).status).toBe(404);
  expect((await seller.get(`/sales/products/${made.documentId}`)).body.data.state).toBe('closed');
  expect((await lead.post(`/sales/products/${made.documentId}/close`)).status).toBe(409);
  await lead.post(`/sales/products/${made.documentId}/reopen`).expect(200);
  await member.post('/api/sales/orders', wish).expect(201);
  expect((await events(made.documentId)).map((event) => event.name)).toEqual([
    ...['product.created', 'product.closed', 'product.reopened'],
  ]);
});

test('sales and billing read and cannot write; prices have no other door; members have none', async () => {
  const made = await make();
  const body = { name: 'x', kind: 'goods' };
  for (const staff of [
    seller,
    await app.staff('billing'),
    await app.staff('marketing'),
    await app.staff('storekeeper'),
  ]) {
    expect((await staff.get(`/sales/products/${made.documentId}`)).status).toBe(200);
    expect((await staff.get('/sales/product-choices')).status).toBe(200);
    expect((await staff.post('/sales/products', body)).status).toBe(403);
    expect((await staff.put(`/sales/products/${made.documentId}`, { name: 'x' })).status).toBe(403);
    expect((await staff.post(`/sales/products/${made.documentId}/close`)).status).toBe(403);
  }
  expect((await owner.put(`/sales/products/${made.documentId}`, { name: 'ใหม่' })).status).toBe(200);
  // Around the doors nobody rewrites a price that an order used.
  const [price] = made.prices;
  for (const staff of [owner, lead, seller]) {
    const around = await staff.put(`/content-manager/collection-types/plugin::sales.price/${price.documentId}`, {
      unitPrice: '1',
    });
    expect(around.status).toBe(403);
  }
  expect([401, 403, 404, 405]).toContain((await member.post('/api/sales/products', body)).status);
  expect((await member.get('/sales/product-choices')).status).toBe(401);
});

test('one key is one product', async () => {
  const before = await count();
  const key = { 'Idempotency-Key': 'product-once-only' };
  const body = { name: 'ครั้งเดียว', kind: 'service', prices: [{ unitPrice: '100' }] };
  const first = await lead.post('/sales/products', body, key);
  const second = await lead.post('/sales/products', body, key);
  expect(second.body.data.documentId).toBe(first.body.data.documentId);
  expect((await count())[0]).toBe((before[0] ?? 0) + 1);
});

test('a list is written whole or not at all, and says which one is wrong', async () => {
  const shop = await openShop(app);
  const before = await count();
  await expect(
    shop.service.createProducts([
      { name: 'a', kind: 'goods', prices: [] },
      { name: 'b', kind: 'goods', taxCategory: 'none', prices: [] },
    ]),
  ).rejects.toMatchObject({ code: 'product.tax_category_unknown', field: 'products.1.taxCategory' });
  expect(await count()).toEqual(before);
});
