import { type App, bootApp, type Member, type Staff } from '../../support/app';
import {
  companyMember,
  CUSTOMER,
  customerOf,
  goods,
  INVOICE,
  issue,
  line,
  proofOf,
  sendSlip,
} from '../billing/support';
import { openShop, placeOrder, type Shop } from './shop';

const PAYER = 'plugin::billing.payer-account';
const ORDER = 'plugin::sales.order';
const SCOPE = 'plugin::sales.coupon-scope';

let app: App;
let shop: Shop;
let owner: Staff;
let billing: Staff;
let seller: Staff;
let references = 0;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  owner = await app.staff('owner');
  billing = await app.staff('billing');
  seller = await app.staff('sales');
});
afterAll(() => app?.close());

interface Party {
  member: Member;
  id: number;
  documentId: string;
}
interface Account {
  balance: string;
  overdue: string;
  credit: string;
}

const party = async (): Promise<Party> => {
  const member = await companyMember(app);
  return { member, ...(await customerOf(app, member)) };
};
const account = async ({ member }: Party): Promise<Account> => (await member.get('/api/billing/account')).body.data;
const ordersOf = async ({ member }: Party): Promise<string[]> =>
  (await member.get('/api/sales/orders?pagination[pageSize]=100')).body.data
    .map((order: { documentId: string }) => order.documentId)
    .sort();
const sum = (...amounts: string[]): string => String(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
const pay = async (customer: Party, amount: string, more: object = {}) => {
  references += 1;
  return billing.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount, currency: 'THB' },
    ...{ receivedOn: app.platform.clock.today(), reference: `REF-${references}` },
    ...more,
  });
};
const merge = (survivor: Party, other: Party, take: string[] = []) =>
  owner.post(`/crm/customers/${survivor.documentId}/merge`, { other: other.documentId, take });
const rowsAt = async (customer: Party): Promise<Record<string, number>> => {
  const counts = (await app.platform.moves.counts(CUSTOMER, [customer.id])).get(customer.id) ?? [];
  return Object.fromEntries(counts.map(({ type, rows }) => [type, rows]));
};
const codeOf = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];

/** A company with orders, a paid and an open invoice, credit, a known payer and a coupon of its own. */
async function trade(amount: bigint): Promise<Party> {
  const one = await party();
  await placeOrder(one.member, [{ product: shop.camera, quantity: '1' }]);
  const paid = await issue(app, one.id, [line({ unitPrice: amount })]);
  await issue(app, one.id, [goods({ unitPrice: amount + 333n })]);
  expect(
    (
      await pay(one, paid.amountDue.toString(), {
        allocations: [{ invoice: paid.documentId, amount: paid.amountDue.toString() }],
      })
    ).status,
  ).toBe(201);
  expect((await pay(one, '12345', { allocations: [] })).status).toBe(201);
  const slip = await sendSlip(app, one.member, Number(amount));
  expect(slip).toBeTruthy();
  return one;
}

describe('two customers who are one', () => {
  let stays: Party;
  let goes: Party;
  let before: { stays: Account; goes: Account; invoices: unknown[]; orders: string[] };
  let mergeId: string;

  const invoicesOf = (ids: readonly number[]) =>
    app.platform.rows.find<Record<string, unknown>>(
      INVOICE,
      (query, column) => void query.whereIn(column('customer'), [...ids]),
      { fields: ['number', 'buyer', 'seller', 'total', 'amountDue', 'state'] },
    );

  beforeAll(async () => {
    stays = await trade(1_000_007n);
    goes = await trade(77_701n);
    await app.platform.transaction(() =>
      app.platform.rows.insert(
        PAYER,
        [stays, goes].map(({ id }) => ({ customer: id, payerKey: 'KBANK 123', payerName: 'X', payerAccount: '123' })),
      ),
    );
    const coupon = await owner.post('/sales/coupons', {
      ...{ code: 'BOTH', name: 'ทั้งสอง', kind: 'percent', ratePpm: 100_000 },
      scope: { customers: [stays.documentId, goes.documentId] },
    });
    expect(coupon.body.error).toBeUndefined();
    before = {
      stays: await account(stays),
      goes: await account(goes),
      invoices: await invoicesOf([stays.id, goes.id]),
      orders: [...(await ordersOf(stays)), ...(await ordersOf(goes))].sort(),
    };
  });

  test('are found, compared and told what would move', async () => {
    const other = await owner.post('/crm/customers', { kind: 'organisation', name: 'บริษัท เชียงใหม่การค้า จำกัด' });
    const alike = await owner.get('/crm/customers/alike');
    expect(alike.status).toBe(200);
    const group = alike.body.data.find((one: { customers: { documentId: string }[] }) =>
      one.customers.some(({ documentId }) => documentId === other.body.data.documentId),
    );
    expect(group.reasons).toEqual(['name']);
    await owner.delete(`/crm/customers/${other.body.data.documentId}`).expect(200);

    const preview = await owner.get(`/crm/customers/${stays.documentId}/merge?other=${goes.documentId}`);
    expect(preview.body.data.refused).toBeNull();
    expect(preview.body.data.moves).toEqual(
      expect.arrayContaining([
        { type: INVOICE, rows: 3 },
        { type: ORDER, rows: 1 },
        { type: 'plugin::billing.payment', rows: 2 },
        { type: 'plugin::crm.contact', rows: 1 },
      ]),
    );
  });

  test('who are alike and not the same are said so, by whom and when, are not proposed again, and that is undone', async () => {
    const make = async (): Promise<string> => {
      const made = await owner.post('/crm/customers', { kind: 'person', name: 'มานะ ใจดี เหมือนกัน' });
      return made.body.data.documentId;
    };
    const [one, two, three] = [await make(), await make(), await make()];
    const proposed = async (): Promise<string[]> =>
      (await owner.get('/crm/customers/alike')).body.data
        .map(({ customers }: { customers: { documentId: string }[] }) => customers.map(({ documentId }) => documentId))
        .filter((group: string[]) => [one, two, three].some((id) => group.includes(id)))
        .map((group: string[]) => group.join());
    const said = async () => (await owner.get('/crm/customer-distinctions')).body.data;
    const tell = (customers: string[], who = owner) => who.post('/crm/customer-distinctions', { customers });
    expect(await proposed()).toEqual([[one, two, three].join()]);

    expect(codeOf(await tell([one, one]))).toEqual([400, 'distinction.itself']);
    expect(codeOf(await tell([one, 'nobody']))).toEqual([404, 'customer.unknown']);
    expect((await tell([one, two], seller)).status).toBe(403);
    expect((await tell([two, one])).status).toBe(201);
    // Either may still be the third: who may be the same stand first.
    expect(await proposed()).toEqual([[one, three, two].join()]);
    const both = await Promise.all([tell([one, two, three]), tell([three, two, one])]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await proposed()).toEqual([]);
    const all = await said();
    expect(all).toHaveLength(3);
    expect(all[2]).toMatchObject({ customers: [{ documentId: one }, { documentId: two }] });
    expect(all[2].saidAt.slice(0, 10)).toBe(app.platform.clock.now().slice(0, 10));
    expect(all[2].saidBy).not.toBe('');
    const told = await owner.get(`/crm/customers/${one}/timeline`);
    expect(told.body.data.filter(({ name }: { name: string }) => name === 'customer.distinguished')).toHaveLength(2);

    expect((await seller.post(`/crm/customer-distinctions/${all[0].documentId}/undo`)).status).toBe(403);
    expect((await owner.post(`/crm/customer-distinctions/${all[2].documentId}/undo`)).status).toBe(200);
    expect((await owner.post(`/crm/customer-distinctions/${all[2].documentId}/undo`)).status).toBe(404);
    expect(await proposed()).toEqual([[one, two].join()]);
    // Who merges and sees the own customers only is not told of others, and takes nothing back about them.
    const [role] = await app.strapi.db.query('admin::role').findMany({ where: { code: 'sanya-sales' } });
    const right = { properties: {}, conditions: [], role: role?.id };
    const given: { id: number }[] = await app.strapi.service('admin::permission').createMany([
      { ...right, action: 'plugin::crm.customer.merge', subject: null },
      { ...right, action: 'plugin::content-manager.explorer.read', subject: 'plugin::crm.customer-distinction' },
    ]);
    const own = async () => (await seller.get('/crm/customer-distinctions')).body.data;
    const mine = (id: string) => owner.post(`/crm/customers/${id}/assign`, { owner: seller.id }).expect(200);
    const pair = all.find(({ customers }: { customers: { documentId: string }[] }) =>
      customers.every(({ documentId }) => documentId !== one),
    );
    const undo = async () => (await seller.post(`/crm/customer-distinctions/${pair.documentId}/undo`)).status;
    await mine(two);
    expect(await own()).toEqual([]);
    expect(await undo()).toBe(404);
    await mine(three);
    expect(await own()).toMatchObject([{ documentId: pair.documentId }]);
    expect(await undo()).toBe(200);
    await app.strapi.service('admin::permission').deleteByIds(given.map(({ id }) => id));
    // Who is deleted takes along what was said of them.
    for (const id of [one, two, three]) await owner.delete(`/crm/customers/${id}`).expect(200);
    expect(await said()).toEqual([]);
  });

  test('are not merged by everybody, nor with themselves, nor with one of another currency or closed', async () => {
    expect((await seller.post(`/crm/customers/${stays.documentId}/merge`, { other: goes.documentId })).status).toBe(
      403,
    );
    expect(codeOf(await merge(stays, stays))).toEqual([409, 'merge.itself']);
    const foreign = await party();
    await app.platform.transaction(() => app.platform.rows.update(CUSTOMER, [{ id: foreign.id, currency: 'USD' }]));
    expect(codeOf(await merge(stays, foreign))).toEqual([409, 'merge.other_currency']);
    const preview = await owner.get(`/crm/customers/${stays.documentId}/merge?other=${foreign.documentId}`);
    expect(preview.body.data.refused).toMatch(/USD/);
    const closed = await party();
    await owner.post(`/crm/customers/${closed.documentId}/close`).expect(200);
    expect(codeOf(await merge(closed, goes))).toEqual([409, 'merge.survivor_closed']);
    expect(codeOf(await owner.post(`/crm/customers/${stays.documentId}/merge`, { other: 'nobody' }))).toEqual([
      404,
      'customer.unknown',
    ]);
  });

  test('become one: every satang, every paper, both log-ins', async () => {
    const answer = await merge(stays, goes, ['phone', 'taxId']);
    expect(answer.body.error).toBeUndefined();
    mergeId = answer.body.data.documentId;
    expect(answer.body.data.leftOut).toEqual(
      expect.arrayContaining([
        { type: PAYER, rows: 1 },
        { type: SCOPE, rows: 1 },
      ]),
    );
    expect(await rowsAt(goes)).toEqual({});

    for (const one of [stays, goes]) {
      expect(await account(one)).toMatchObject({
        balance: sum(before.stays.balance, before.goes.balance),
        overdue: sum(before.stays.overdue, before.goes.overdue),
        credit: sum(before.stays.credit, before.goes.credit),
      });
      expect(await ordersOf(one)).toEqual(before.orders);
    }
    expect(await invoicesOf([stays.id])).toEqual(before.invoices);
    expect(await proofOf(app)).toEqual([]);

    const read = await owner.get(`/crm/customers/${goes.documentId}?populate=mergedInto`);
    expect(read.body.data).toMatchObject({ state: 'merged', mergedInto: { documentId: stays.documentId } });
    const timeline = await owner.get(`/crm/customers/${stays.documentId}/timeline?limit=200`);
    const names = timeline.body.data.map((event: { name: string }) => event.name);
    expect(names.filter((name: string) => name === 'member.registered')).toHaveLength(2);
    expect(names).toContain('customer.merged');
  });

  test('the one that is gone takes nothing more, and nobody moves a paper by hand', async () => {
    const order = await owner.post('/sales/orders', {
      customer: goes.documentId,
      lines: [{ product: shop.camera, quantity: '1' }],
    });
    expect(codeOf(order)).toEqual([409, 'row.moved_away']);
    expect(codeOf(await pay(goes, '100'))).toEqual([409, 'row.moved_away']);
    expect(codeOf(await owner.put(`/crm/customers/${goes.documentId}`, { name: 'Other' }))).toEqual([
      409,
      'row.moved_away',
    ]);
    expect(codeOf(await owner.post(`/crm/customers/${goes.documentId}/reopen`))).toEqual([409, 'row.moved_away']);
    expect(codeOf(await merge(stays, goes))).toEqual([409, 'row.moved_away']);
    const { rows, transaction } = app.platform;
    // Whatever writes past every use case: the database itself refuses.
    await expect(
      transaction(() => rows.insert('plugin::crm.contact', [{ name: 'X', customer: goes.id }])),
    ).rejects.toMatchObject({ message: expect.stringMatching(/moved-away/) });
    const [paper] = await rows.find(
      INVOICE,
      (query, column) => void query.where(column('customer'), stays.id).limit(1),
    );
    const another = await party();
    for (const customer of [another.id, goes.id]) {
      await expect(transaction(() => rows.update(INVOICE, [{ id: paper?.id ?? 0, customer }]))).rejects.toMatchObject({
        message: expect.stringMatching(/frozen|moved-away/),
      });
    }
  });

  test('are parted again: what came after, and what hangs together with it, stays', async () => {
    const together = await account(stays);
    // Money of the one settles a paper of the other: from now on they hang together.
    const [open] = await app.platform.rows.find<{ amountDue: bigint }>(INVOICE, (query, column) =>
      query
        .where(column('customer'), stays.id)
        .where(column('state'), 'open')
        .where(column('total'), String(((77_701n + 333n) * 107n + 50n) / 100n)),
    );
    expect(open).toBeDefined();
    const paid = await pay(stays, '5000', { allocations: [{ invoice: open?.documentId, amount: '5000' }] });
    expect(paid.body.error).toBeUndefined();
    await placeOrder(goes.member, [{ product: shop.camera, quantity: '2' }]);
    const now = await account(stays);

    const preview = await owner.get(`/crm/customer-merges/${mergeId}/undo`);
    expect(preview.body.data.refused).toBeNull();
    expect(preview.body.data.stays).toEqual(expect.arrayContaining([{ type: INVOICE, rows: 1 }]));
    expect(preview.body.data.back).toEqual(
      expect.arrayContaining([
        { type: INVOICE, rows: 2 },
        { type: ORDER, rows: 1 },
      ]),
    );

    const undone = await owner.post(`/crm/customer-merges/${mergeId}/undo`);
    expect(undone.body.error).toBeUndefined();
    expect(undone.body.data).toEqual(preview.body.data);
    const [one, other] = [await account(stays), await account(goes)];
    expect([sum(one.balance, other.balance), sum(one.credit, other.credit)]).toEqual([now.balance, now.credit]);
    expect(other.credit).toBe(before.goes.credit);
    expect(BigInt(one.balance)).toBeGreaterThan(BigInt(before.stays.balance));
    expect(together.credit).toBe(now.credit);
    expect((await ordersOf(goes)).length).toBe(1);
    expect((await ordersOf(stays)).length).toBe(2);
    expect(await proofOf(app)).toEqual([]);
    const read = await owner.get(`/crm/customers/${goes.documentId}?populate=mergedInto`);
    expect(read.body.data).toMatchObject({ state: 'active', mergedInto: null });
    expect((await rowsAt(goes))[PAYER]).toBe(1);
    expect((await rowsAt(goes))[SCOPE]).toBe(1);
    expect(codeOf(await owner.post(`/crm/customer-merges/${mergeId}/undo`))).toEqual([409, 'move.undone']);
  });

  test('what was merged further is not parted before', async () => {
    const [first, second, third] = [await party(), await party(), await party()];
    const one = (await merge(second, first)).body.data.documentId;
    const two = (await merge(third, second)).body.data.documentId;
    expect((await first.member.get('/api/crm/me')).body.data.customer.documentId).toBe(third.documentId);
    const preview = await owner.get(`/crm/customer-merges/${one}/undo`);
    expect(preview.body.data.refused).toBeTruthy();
    expect(codeOf(await owner.post(`/crm/customer-merges/${one}/undo`))).toEqual([409, 'move.moved_on']);
    await owner.post(`/crm/customer-merges/${two}/undo`).expect(200);
    await owner.post(`/crm/customer-merges/${one}/undo`).expect(200);
    expect((await first.member.get('/api/crm/me')).body.data.customer.documentId).toBe(first.documentId);
    expect((await second.member.get('/api/crm/me')).body.data.customer.documentId).toBe(second.documentId);
  });

  test('an order, a request and a payment during the merge end with the one that stays, or are refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, other] = [await party(), await party()];
      const wishes = [{ product: shop.camera, quantity: '1' }];
      const [merged, ...answers] = await Promise.all([
        merge(one, other),
        other.member.post('/api/sales/orders', { lines: wishes }),
        owner.post('/sales/orders', { customer: other.documentId, lines: wishes }),
        other.member.post('/api/sales/quotes', { lines: wishes, note: 'ขอราคา' }),
        pay(other, '700'),
        merge(other, one),
      ]);
      const last = answers.pop();
      expect([merged, last].filter((answer) => answer?.status === 200)).toHaveLength(1);
      const [stayed, gone] = merged.status === 200 ? [one, other] : [other, one];
      for (const answer of answers) {
        if (answer.status >= 300) expect([404, 409, 422]).toContain(answer.status);
      }
      expect(await rowsAt(gone)).toEqual({});
      expect((await ordersOf(stayed)).length).toBe(answers.slice(0, 2).filter(({ status }) => status === 201).length);
    }
    expect(await proofOf(app)).toEqual([]);
  });
});
