import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { customerOf } from '../billing/support';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { openShop, placeOrder, rowCounts, type Shop } from './shop';

/** Coupons as staff keep them, members use them, and corrections give them back. */
let app: App;
let shop: Shop;
let lead: Staff;
let owner: Staff;
let member: Member;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  lead = await app.staff('sales-lead');
  owner = await app.staff('owner');
  member = await app.member();
});
afterAll(() => app?.close());

const COUPON = 'plugin::sales.coupon';
const SCOPE = 'plugin::sales.coupon-scope';
const REDEMPTION = 'plugin::sales.redemption';

let count = 0;
async function coupon(body: object = {}): Promise<{ documentId: string; code: string }> {
  const code = `C${(count += 1)}`;
  const given = { code, name: `คูปอง ${count}`, kind: 'percent', ratePpm: 100_000, ...body };
  const answer = await lead.post('/sales/coupons', given);
  expect(answer.body.error).toBeUndefined();
  expect(answer.status).toBe(201);
  return answer.body.data;
}
const usedOf = async ({ documentId }: { documentId: string }): Promise<number> =>
  (await lead.get(`/sales/coupons/${documentId}`)).body.data.used;
const counts = async () => ({
  ...(await rowCounts(app)),
  ...Object.fromEntries(
    await Promise.all(
      [COUPON, SCOPE, REDEMPTION].map(async (uid) => [uid, await app.strapi.db.query(uid as never).count()] as const),
    ),
  ),
});
const events = (documentId: string) =>
  app.platform.rows.find<{ name: string; before: object; after: object }>(
    'plugin::platform.event',
    (query, column) => void query.where(column('subjectDocumentId'), documentId),
  );
const camera = (quantity = '1') => ({ product: shop.camera, quantity });
const at = (days: number): string =>
  new Date(Date.parse(app.platform.clock.today()) + days * 86_400_000).toISOString().slice(0, 10);

test('staff make a coupon, read whom and what it is for, change it, close it and open it again', async () => {
  const { documentId: customer } = await customerOf(app, member);
  const made = await coupon({
    ...{ code: ' mixed ', name: 'รวม', translations: { en: { name: 'Mixed' } }, cap: '50000', stackable: true },
    ...{ duration: 'periods', periods: 3, validFrom: '2026-01-01', validTo: '2099-12-31' },
    ...{ totalLimit: 10, perCustomerLimit: 1 },
    scope: { products: [shop.camera, shop.camera], groups: ['hosting'], customers: [customer] },
  });
  expect(made).toMatchObject({
    ...{ code: 'MIXED', kind: 'percent', ratePpm: 100_000, cap: '50000', amount: null, currency: 'THB', used: 0 },
    ...{ state: 'active', duration: 'periods', periods: 3, validFrom: '2026-01-01', validTo: '2099-12-31' },
    ...{ totalLimit: 10, perCustomerLimit: 1, stackable: true },
  });
  const scopes = () =>
    lead.get(
      `/sales/coupon-scopes?filters[coupon][documentId][$eq]=${made.documentId}&populate[product]=true&populate[customer]=true`,
    );
  const { body } = await scopes();
  expect(body.data).toHaveLength(3);
  expect(body.data).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ product: expect.objectContaining({ documentId: shop.camera }) }),
      expect.objectContaining({ group: 'hosting' }),
      expect.objectContaining({ customer: expect.objectContaining({ documentId: customer }) }),
    ]),
  );
  const door = `/sales/coupons/${made.documentId}`;
  const changed = await lead.put(door, { name: 'ใหม่', perCustomerLimit: null, scope: { products: [] } });
  expect(changed.body.data).toMatchObject({ code: 'MIXED', name: 'ใหม่', perCustomerLimit: null, totalLimit: 10 });
  expect((await scopes()).body.data).toHaveLength(2);
  expect((await lead.put(door, { name: 'ใหม่', scope: { groups: ['hosting'] } })).status).toBe(200);
  expect((await lead.post(`${door}/close`)).body.data.state).toBe('closed');
  expect((await lead.post(`${door}/close`)).body.error.details.code).toBe('state.not_allowed');
  expect((await lead.post(`${door}/reopen`)).body.data.state).toBe('active');
  expect((await events(made.documentId)).map((event) => event.name)).toEqual([
    ...['coupon.created', 'coupon.changed', 'coupon.closed', 'coupon.reopened'],
  ]);
});

test('marketing keeps coupons, sales read them, a storekeeper sees none; nobody writes them by hand', async () => {
  const [marketing, seller, keeper] = [
    await app.staff('marketing'),
    await app.staff('sales'),
    await app.staff('storekeeper'),
  ];
  const body = { code: 'MARKET', name: 'ตลาด', kind: 'amount', amount: '100' };
  for (const one of [seller, keeper]) expect((await one.post('/sales/coupons', body)).status).toBe(403);
  const made = await marketing.post('/sales/coupons', body);
  expect(made.status).toBe(201);
  expect((await seller.get('/sales/coupons')).status).toBe(200);
  expect((await keeper.get('/sales/coupons')).status).toBe(403);
  const admin = await app.staff('super-admin');
  const byHand = await admin.put(`/content-manager/collection-types/${COUPON}/${made.body.data.documentId}`, {
    used: 0,
  });
  expect([byHand.status, byHand.body.error.details.code]).toEqual([409, 'sales.by_action_only']);
});

test.each([
  [{ code: 'a b' }, 400, 'coupon.code_invalid', 'code'],
  [{ code: 'TAKEN' }, 409, 'coupon.code_taken', 'code'],
  [{ code: ' ' }, 400, 'input.too_short', 'code'],
  [{ ratePpm: 1_000_001 }, 400, 'coupon.rate_out_of_range', 'ratePpm'],
  [{ kind: 'amount', ratePpm: null, amount: '-1' }, 400, 'coupon.amount_out_of_range', 'amount'],
  [{ amount: '100' }, 400, 'coupon.percent_or_amount', 'amount'],
  [{ duration: 'periods' }, 400, 'coupon.periods_out_of_range', 'periods'],
  [{ validFrom: '2026-02-01', validTo: '2026-01-31' }, 400, 'coupon.dates_crossed', 'validTo'],
  [{ totalLimit: 0 }, 400, 'coupon.limit_out_of_range', 'totalLimit'],
  [{ scope: { products: ['nosuchproduct'] } }, 400, 'coupon.no_such_products', 'scope.products.0'],
  [{ scope: { customers: ['nosuchcustomer'] } }, 400, 'coupon.no_such_customers', 'scope.customers.0'],
  [{ scope: { classes: ['nosuchclass'] } }, 400, 'coupon.no_such_classes', 'scope.classes.0'],
])('%j is refused, for a new coupon and for one that is changed, and writes nothing', async (wrong, ...says) => {
  const taken = await lead.get('/sales/coupons?filters[code][$eq]=TAKEN');
  if (taken.body.data.length === 0) await coupon({ code: 'TAKEN' });
  const own = await coupon();
  const before = await counts();
  const create = await lead.post('/sales/coupons', {
    ...{ code: `N${count}`, name: 'ใหม่', kind: 'percent', ratePpm: 100_000 },
    ...wrong,
  });
  const update = await lead.put(`/sales/coupons/${own.documentId}`, wrong);
  for (const { status, body } of [create, update]) {
    expect([status, body.error.details.code, body.error.details.field]).toEqual(says);
  }
  expect(await counts()).toEqual(before);
});

test('the preview names the coupon line by line and writes nothing; the order then costs the same', async () => {
  const own = await coupon({ ratePpm: 150_000, cap: '50000', translations: { en: { name: 'Cameras' } } });
  const body = {
    coupon: own.code.toLowerCase(),
    lines: [camera('10'), { product: shop.cable, quantity: '30.5' }, { product: shop.camera, quantity: '1' }],
  };
  const before = await counts();
  const preview = await member.post('/api/sales/orders/price', body, { 'Accept-Language': 'en' });
  expect(preview.status).toBe(200);
  expect(await counts()).toEqual(before);
  // 2,000.00 + 1,016.57 + 200.00 = 3,216.57; 15 % is 482.49, below the cap.
  const shares = ['30000', '15249', '3000'];
  expect(preview.body.data).toMatchObject({
    ...{ discount: '48249', coupons: [{ code: own.code, name: 'Cameras', amount: '48249' }], net: '273408' },
    lines: shares.map((amount) => ({
      ...{ discount: amount, discounts: [{ cause: 'coupon', name: own.code, amount, whole: '48249' }] },
    })),
  });
  const order = await placeOrder(member, body.lines, { coupon: own.code });
  const { net, tax, total } = preview.body.data;
  expect(order).toMatchObject({ net, tax, total, discount: '48249', coupons: [{ code: own.code, amount: '48249' }] });
  expect(order.lines.map((one: { discount: string }) => one.discount)).toEqual(shares);
  const read = await member.get(`/api/sales/orders/${order.documentId}`);
  expect(read.body.data.coupons).toEqual([{ code: own.code, name: expect.any(String), amount: '48249' }]);

  const told = (language: string) =>
    member.get(`/api/billing/invoices/${order.invoice.documentId}/explanation?lang=${language}`);
  const [english, thai] = [await told('en'), await told('th')];
  expect(english.body.data[1].agrees).toBe(true);
  expect(english.body.data[1].sentences).toContain(
    `The coupon ${own.code} takes 482.49 off, spread by what the lines cost: 152.49 of it here.`,
  );
  expect(thai.body.data[1].sentences).toContain(
    `คูปอง ${own.code} ลด 482.49 เฉลี่ยตามราคาของแต่ละรายการ รายการนี้ได้ 152.49`,
  );
  const pdf = await member.get(`/api/sales/orders/${order.documentId}/document?lang=en`);
  expect(pdf.status).toBe(200);
});

test('a coupon that an order may not use: what is wrong is said, and nothing is written, in preview and order', async () => {
  const other = await customerOf(app, await app.member());
  const [crmClass] = await app.platform.rows.insert('plugin::crm.customer-class', [
    { code: 'vip', name: 'VIP', defaultTermsDays: 0 },
  ]);
  const closed = await coupon();
  await lead.post(`/sales/coupons/${closed.documentId}/close`);
  const cases: [{ code: string }, number, string][] = [
    [{ code: 'NOSUCH' }, 400, 'order.coupon_unknown'],
    [closed, 422, 'coupon.closed'],
    [await coupon({ validFrom: at(1) }), 422, 'coupon.not_yet'],
    [await coupon({ validTo: at(-1) }), 422, 'coupon.over'],
    [await coupon({ scope: { customers: [other.documentId] } }), 422, 'coupon.not_yours'],
    [await coupon({ scope: { classes: [crmClass?.documentId] } }), 422, 'coupon.not_yours'],
    [await coupon({ scope: { products: [shop.care] } }), 422, 'coupon.not_for_these'],
    [await coupon({ scope: { groups: ['hosting'] } }), 422, 'coupon.not_for_these'],
  ];
  const before = await counts();
  for (const [{ code }, status, refusal] of cases) {
    for (const door of ['/api/sales/orders', '/api/sales/orders/price']) {
      const answer = await member.post(door, { lines: [camera()], coupon: code });
      expect([door, code, answer.status, answer.body.error?.details.code]).toEqual([door, code, status, refusal]);
      expect(answer.body.error.details.field).toBe('coupon');
      expect(answer.body.error.message).toContain(code);
    }
  }
  expect(await counts()).toEqual(before);
  const personal = cases[4]?.[0].code;
  const visitor = await app.http.post('/api/sales/orders/price').send({ lines: [camera()], coupon: personal });
  expect([visitor.status, visitor.body.error.details.code]).toEqual([422, 'coupon.log_in']);
});

test('staff use the coupon of the customer whose order it is; of another it is refused', async () => {
  const [mine, others] = [await customerOf(app, member), await customerOf(app, await app.member())];
  const own = await coupon({ scope: { customers: [mine.documentId] } });
  const body = (customer: string) => ({ customer, coupon: own.code, lines: [{ ...camera(), discount: '1000' }] });
  const preview = await lead.post('/sales/orders/price', body(mine.documentId));
  expect(preview.body.data).toMatchObject({ discount: '2900', net: '17100' });
  expect(preview.body.data.lines[0].discounts).toEqual([
    { cause: 'manual', amount: '1000' },
    { cause: 'coupon', name: own.code, amount: '1900', periods: 1 },
  ]);
  const refused = await lead.post('/sales/orders/price', body(others.documentId));
  expect([refused.status, refused.body.error.details.code]).toEqual([422, 'coupon.not_yours']);
  const placed = await lead.post('/sales/orders', body(mine.documentId));
  expect(placed.body.data).toMatchObject({ discount: '2900', net: '17100', tax: '1197', total: '18297' });
  expect(await usedOf(own)).toBe(1);
});

test('one coupon an order, unless all of them are stackable', async () => {
  const [alone, one, two] = [
    await coupon(),
    await coupon({ stackable: true }),
    await coupon({ kind: 'amount', ratePpm: null, amount: '500', stackable: true }),
  ];
  const ask = (...codes: string[]) => member.post('/api/sales/orders', { lines: [camera()], coupons: codes });
  const refused = await ask(one.code, alone.code);
  expect([refused.status, refused.body.error.details.code]).toEqual([422, 'coupon.not_together']);
  expect((await ask(one.code, one.code.toLowerCase())).body.error.details.code).toBe('coupon.twice');
  const both = await ask(two.code, one.code);
  expect(both.body.data).toMatchObject({
    ...{ discount: '2500', net: '17500' },
    coupons: [
      { code: one.code, amount: '2000' },
      { code: two.code, amount: '500' },
    ],
  });
  expect([await usedOf(alone), await usedOf(one), await usedOf(two)]).toEqual([0, 1, 1]);
});

test('what recurs is shown with its coupon as long as that lasts, and without it from then on', async () => {
  const lines = [{ product: shop.care, price: shop.careMonthly, quantity: '1' }, camera()];
  const recurring = async (body: object) => {
    const { code } = await coupon({ scope: { products: [shop.care] }, ...body });
    const answer = await member.post('/api/sales/orders/price', { lines, coupon: code });
    expect(answer.body.error).toBeUndefined();
    return answer.body.data.recurring;
  };
  const today = app.platform.clock.today();
  const { addMonths } = await import('../../../plugins/platform/kernel/src');
  const from = (months: number): string => addMonths(today, months);
  const one = { line: 0, per: 'month' };
  expect(await recurring({ duration: 'once' })).toEqual([{ ...one, from: from(1), total: '107000' }]);
  expect(await recurring({ duration: 'forever' })).toEqual([{ ...one, from: from(1), total: '96300' }]);
  expect(await recurring({ duration: 'periods', periods: 3 })).toEqual([
    { ...one, from: from(1), total: '96300' },
    { ...one, from: from(3), total: '107000' },
  ]);
  expect(await recurring({ duration: 'periods', periods: 1 })).toEqual([{ ...one, from: from(1), total: '107000' }]);
});

test('a slot comes back once: when the order is cancelled, its invoice void, or credited whole', async () => {
  const own = await coupon({ perCustomerLimit: 1 });
  const ask = () => member.post('/api/sales/orders', { lines: [camera()], coupon: own.code });
  const place = async () => {
    const answer = await ask();
    expect([answer.status, await usedOf(own)]).toEqual([201, 1]);
    expect((await ask()).body.error.details.code).toBe('coupon.used_by_you');
    return answer.body.data;
  };
  const cancelled = await place();
  expect((await member.post(`/api/sales/orders/${cancelled.documentId}/cancel`)).status).toBe(200);
  expect(await usedOf(own)).toBe(0);

  const voided = await place();
  await owner.post(`/billing/invoices/${voided.invoice.documentId}/void`, { reason: 'ผิด' }).expect(200);
  expect(await usedOf(own)).toBe(0);

  const delivered = await place();
  await owner.post(`/sales/orders/${delivered.documentId}/confirm`).expect(200);
  await owner.post(`/sales/orders/${delivered.documentId}/deliver`).expect(200);
  expect(await usedOf(own)).toBe(1);
  await owner.post(`/billing/invoices/${delivered.invoice.documentId}/credit-notes`, { reason: 'คืนของ' }).expect(201);
  await (app.strapi.plugin('platform').service('core') as PlatformCore).jobs.runDue();
  expect(await usedOf(own)).toBe(0);

  const redemptions = await lead.get(
    `/sales/redemptions?filters[coupon][documentId][$eq]=${own.documentId}&populate[customer]=true&populate[order]=true&sort=id:asc`,
  );
  expect(redemptions.body.data).toMatchObject(
    [cancelled, voided, delivered].map(({ number }) => ({
      ...{ state: 'returned', amount: '2000', currency: 'THB', order: { number } },
    })),
  );
  const names = (await events(redemptions.body.data[0].documentId)).map((event) => event.name);
  expect(names).toEqual(['coupon.redeemed', 'coupon.returned']);
  expect(await app.platform.proof.run({})).toEqual([]);
});

test('what was promised to whoever used it stays; the limit does not go below what was used', async () => {
  const own = await coupon({ totalLimit: 5 });
  await placeOrder(member, [camera()], { coupon: own.code });
  await placeOrder(member, [camera()], { coupon: own.code });
  const door = `/sales/coupons/${own.documentId}`;
  const refused = await lead.put(door, { ratePpm: 200_000 });
  expect([refused.status, refused.body.error.details]).toMatchObject([
    409,
    { code: 'coupon.in_use', field: 'ratePpm' },
  ]);
  const below = await lead.put(door, { totalLimit: 1 });
  expect([below.status, below.body.error.details]).toMatchObject([
    409,
    { code: 'coupon.limit_below_use', field: 'totalLimit', params: { used: 2 } },
  ]);
  expect((await lead.put(door, { totalLimit: 2, validTo: '2099-12-31' })).status).toBe(200);
  const full = await member.post('/api/sales/orders', { lines: [camera()], coupon: own.code });
  expect([full.status, full.body.error.details.code]).toEqual([422, 'coupon.used_up']);
});

test('an order that fails for another reason takes no slot', async () => {
  const own = await coupon();
  const before = await counts();
  const answer = await member.post('/api/sales/orders', { lines: [camera('100000')], coupon: own.code });
  expect([answer.status, answer.body.error.details.code]).toEqual([409, 'stock.not_enough']);
  expect(await counts()).toEqual(before);
  expect(await usedOf(own)).toBe(0);
});

test('a list of orders takes its slots one after the other, all of them or none', async () => {
  const own = await coupon({ totalLimit: 2 });
  const { id: customer } = await customerOf(app, member);
  const orders = app.strapi.plugin('sales').service('orders') as {
    place: (wishes: object[]) => Promise<{ order: { discount: bigint } }[]>;
  };
  const wish = { customer, source: 'staff', lines: [camera()], coupon: own.code };
  const place = (times: number) =>
    app.platform.as({ kind: 'system', key: 'system:test' }, () =>
      orders.place(Array.from({ length: times }, () => wish)),
    );
  await expect(place(3)).rejects.toMatchObject({ code: 'coupon.used_up', status: 422 });
  expect(await usedOf(own)).toBe(0);
  expect((await place(2)).map(({ order }) => order.discount)).toEqual([2_000n, 2_000n]);
  expect(await usedOf(own)).toBe(2);
});

test('the books proof names a counter that is wrong and a slot that was not given back, in both languages', async () => {
  const { rows, messages, transaction, proof } = app.platform;
  const own = await coupon();
  const order = await placeOrder(member, [camera()], { coupon: own.code });
  expect(await proof.run({})).toEqual([]);
  const [stored] = await rows.byDocumentIds(COUPON, [own.documentId], { fields: [] });
  const undone = async (tamper: () => Promise<unknown>, check: string): Promise<void> => {
    const rollback = new Error('rollback');
    const work = transaction(async () => {
      await tamper();
      const [found] = (await proof.run({})).filter((one) => one.check.startsWith('sales.coupon'));
      expect(found?.check).toBe(check);
      for (const language of ['th', 'en'] as const) {
        const text = messages.say(language, `proof.${check}`, found?.params);
        expect(text).toContain(own.code);
        expect(text).not.toMatch(/[{}]/);
      }
      throw rollback;
    });
    await expect(work).rejects.toBe(rollback);
  };
  await undone(
    () => rows.update(COUPON, [{ id: stored?.id ?? 0, used: 7 }]),
    'sales.coupon-counter-equals-redemptions',
  );
  await undone(
    () => rows.update('plugin::sales.order', [{ id: order.id, state: 'cancelled' }]),
    'sales.coupon-slot-not-returned',
  );
  expect(await proof.run({})).toEqual([]);
});

test('neither members nor visitors read coupons, scopes or redemptions; a customer with a coupon is not deleted', async () => {
  for (const path of ['coupons', 'coupon-scopes', 'redemptions']) {
    expect([path, (await member.get(`/api/sales/${path}`)).status]).toEqual([path, 404]);
  }
  const { documentId } = (await owner.post('/crm/customers', { kind: 'person', name: 'ลูกค้าใหม่' })).body.data;
  await coupon({ scope: { customers: [documentId] } });
  const refused = await owner.delete(`/crm/customers/${documentId}`);
  expect(refused.status).toBe(409);
});
