import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { customerOf, issue, line, proofOf } from '../billing/support';
import { levelOf, openShop, placeOrder, type Shop } from './shop';

/** Who buys on credit above the limit, or overdue, or with more off than a salesperson may give, waits for somebody else. */
let app: App;
let shop: Shop;
let lead: Staff;
let sales: Staff;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 1_000_000n);
  lead = await app.staff('sales-lead');
  sales = await app.staff('sales');
  owner = await app.staff('owner');
});
afterAll(() => app?.close());

type Customer = { member: Member; id: number; documentId: string };

/** A member on credit terms; the limit in satang. */
async function onTerms(creditLimit: string | null, creditTermsDays = 30): Promise<Customer> {
  const member = await app.member();
  const customer = await customerOf(app, member);
  const answer = await lead.post(`/crm/customers/${customer.documentId}/credit`, { creditTermsDays, creditLimit });
  expect(answer.body.error).toBeUndefined();
  return { member, ...customer };
}
/** A camera costs 214.00 with VAT. */
const cameras = (quantity: number, more: object = {}) => [
  { product: shop.camera, quantity: String(quantity), ...more },
];
const orderOf = async (member: Member, id: string) =>
  (await member.get(`/api/sales/orders/${id}?populate=*`)).body.data;
const inbox = async (staff: Staff) => (await staff.get('/platform/approvals/inbox')).body.data;
const approvalsOf = async (staff: Staff, order: string) =>
  (await staff.get(`/platform/approvals?filters[subjectDocumentId][$eq]=${order}&sort=id:asc`)).body.data;
const decide = (staff: Staff, id: string, verb: string, body: object = {}) =>
  staff.post(`/platform/approvals/${id}/${verb}`, body);
const mails = (template: string, to?: string) =>
  app.platform.rows.find<{ to: string; data: Record<string, unknown> }>(
    'plugin::platform.delivery',
    (query, column) => {
      query.where(column('template'), template);
      if (to) query.where(column('to'), to);
    },
  );

test('an order over the limit waits with its goods set aside, is granted by the lead and goes on with its invoice', async () => {
  const { member, documentId } = await onTerms('60000');
  const first = await placeOrder(member, cameras(2));
  expect(first).toMatchObject({ state: 'placed', total: '42800', invoice: { state: 'open' } });
  const before = await levelOf(app, shop.camera);

  const held = await placeOrder(member, cameras(1));
  expect(held).toMatchObject({ state: 'awaiting_approval', total: '21400' });
  expect(held.invoice).toBeUndefined();
  expect((await levelOf(app, shop.camera)).reserved).toBe(before.reserved + 1000n);
  expect(await orderOf(member, held.documentId)).toMatchObject({ state: 'awaiting_approval', invoice: null });
  expect(await mails('order-received', member.email)).toHaveLength(1);
  expect(await proofOf(app)).toEqual([]);
  const pdf = await member.get(`/api/sales/orders/${held.documentId}/document?lang=en`).buffer(true);
  const paper = await textOf(pdf.body as Buffer);
  expect(paper).toContain(said('Awaiting approval'));
  expect(paper).not.toContain(said('Order confirmation'));

  const [approval] = await approvalsOf(lead, held.documentId);
  expect(approval).toMatchObject({
    ...{ kind: 'credit', state: 'asked', subjectName: held.number, amount: '21400', currency: 'THB' },
    words: { en: expect.stringContaining('642.00 THB would be open, above the credit limit of 600.00 THB') },
  });
  expect(approval.words.th).toContain('เกินวงเงินเครดิต 600.00 บาท');
  expect((await inbox(lead)).waiting).toBeGreaterThan(0);
  expect((await mails('approval-asked')).map(({ data }) => data.subject)).toContain(held.number);

  const credit = (await lead.get(`/billing/customers/${documentId}/credit`)).body.data;
  expect(credit).toMatchObject({
    creditLimit: '60000',
    exposure: '42800',
    available: '17200',
    score: { grade: 'new' },
  });

  // Whoever may not decide does not even see it; nothing else may be done with the order meanwhile.
  expect((await decide(sales, approval.documentId, 'grant')).status).toBe(403);
  expect((await owner.post(`/sales/orders/${held.documentId}/confirm`)).status).toBe(409);

  const [one, two] = await Promise.all([
    decide(lead, approval.documentId, 'grant', { comment: 'Known for years' }),
    decide(owner, approval.documentId, 'refuse', { comment: 'No' }),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  const lost = one.status === 409 ? one : two;
  expect(lost.body.error.details.code).toBe('approval.decided_already');
  const after = await orderOf(member, held.documentId);
  if (one.status === 200) {
    expect(after).toMatchObject({ state: 'placed', invoice: { state: 'open', total: '21400' } });
    expect(await mails('order-confirmation', member.email)).toHaveLength(2);
  } else {
    expect(after).toMatchObject({ state: 'cancelled', invoice: null });
  }
  // The database keeps what was decided.
  const [row] = await app.platform.rows.byDocumentIds('plugin::platform.approval', [approval.documentId]);
  await expect(
    app.platform.rows.update('plugin::platform.approval', [{ id: row?.id ?? 0, state: 'asked' }]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/frozen/) });
  expect(await proofOf(app)).toEqual([]);
});

test('a refused order is cancelled: goods and coupon are back, and the customer is not told why', async () => {
  const { member } = await onTerms('10000');
  await lead.post('/sales/coupons', {
    ...{ code: 'HELD', name: 'คูปอง', kind: 'percent', ratePpm: 100_000, totalLimit: 1 },
  });
  const before = await levelOf(app, shop.camera);
  const held = await placeOrder(member, cameras(1), { coupon: 'HELD' });
  expect(held.state).toBe('awaiting_approval');
  const used = async () => (await lead.get('/sales/coupons?filters[code][$eq]=HELD')).body.data[0].used;
  expect(await used()).toBe(1);
  const [approval] = await approvalsOf(lead, held.documentId);
  expect((await decide(lead, approval.documentId, 'refuse')).status).toBe(400);
  const answer = await decide(lead, approval.documentId, 'refuse', { comment: 'Pays badly' });
  expect(answer.body.data).toMatchObject({ state: 'refused', comment: 'Pays badly' });
  const order = await orderOf(member, held.documentId);
  expect(order).toMatchObject({ state: 'cancelled', invoice: null });
  expect(order.cancelReason).not.toContain('badly');
  expect(await levelOf(app, shop.camera)).toEqual(before);
  expect(await used()).toBe(0);
  expect(await mails('order-cancelled', member.email)).toHaveLength(1);
});

test('a member who cancels takes the question along; it can be granted no more', async () => {
  const { member } = await onTerms('10000');
  const held = await placeOrder(member, cameras(1));
  const [approval] = await approvalsOf(lead, held.documentId);
  expect((await member.post(`/api/sales/orders/${held.documentId}/cancel`)).body.data.state).toBe('cancelled');
  expect((await approvalsOf(lead, held.documentId))[0]).toMatchObject({ state: 'withdrawn' });
  const late = await decide(lead, approval.documentId, 'grant');
  expect([late.status, late.body.error.details.code]).toEqual([409, 'approval.decided_already']);
});

test('what is overdue too long holds the next order; who pays before is never asked; credit makes room', async () => {
  const late = await onTerms(null);
  const dueDate = new Date(Date.parse(app.platform.clock.today()) + 86_400_000).toISOString().slice(0, 10);
  await issue(app, late.id, [line({ unitPrice: 10_000n })], { dueDate });
  expect((await placeOrder(late.member, cameras(1))).state).toBe('placed');
  await app.http.post('/platform/clock').set('Authorization', `Bearer ${owner.token}`).send({ advance: 'P32D' });
  const held = await placeOrder(late.member, cameras(1));
  expect(held.state).toBe('awaiting_approval');
  expect((await approvalsOf(lead, held.documentId))[0].words.en).toContain('31 days overdue');

  const prepaid = await onTerms('1', 0);
  expect((await placeOrder(prepaid.member, cameras(5))).state).toBe('placed');

  const rich = await onTerms('10000');
  await owner.post('/billing/payments', {
    ...{ customer: rich.documentId, method: 'cash', amount: '11400', currency: 'THB' },
    receivedOn: app.platform.clock.today(),
  });
  expect((await placeOrder(rich.member, cameras(1))).state).toBe('placed');
  expect((await placeOrder(rich.member, cameras(1))).state).toBe('awaiting_approval');
});

test('ten orders of one customer at once: no two of them slip under the limit together', async () => {
  const { member, documentId } = await onTerms('70000');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => member.post('/api/sales/orders', { lines: cameras(1) })),
  );
  const states = answers.map((answer) => answer.body.data?.state);
  expect(states.filter((state) => state === 'placed')).toHaveLength(3);
  expect(states.filter((state) => state === 'awaiting_approval')).toHaveLength(7);
  const credit = (await lead.get(`/billing/customers/${documentId}/credit`)).body.data;
  expect(credit).toMatchObject({ exposure: '64200', available: '5800' });
});

test('a salesperson gives ten percent alone; more is decided by somebody else, and then the limit is looked at again', async () => {
  const { member, documentId } = await onTerms('21000');
  const { id } = await app.strapi.db.query('admin::user').findOne({ where: { id: sales.id } });
  await lead.post(`/crm/customers/${documentId}/assign`, { owner: Number(id) });
  const enter = async (staff: Staff, more: object) =>
    (await staff.post('/sales/orders', { customer: documentId, lines: cameras(1, more) })).body.data;
  expect((await enter(sales, { discount: '2000' })).state).toBe('placed');
  const held = await enter(sales, { unitPrice: '17999' });
  expect(held.state).toBe('awaiting_approval');
  const questions = await approvalsOf(sales, held.documentId);
  expect(questions.map((one: { kind: string }) => one.kind).sort()).toEqual(['credit', 'discount']);
  const discount = questions.find((one: { kind: string }) => one.kind === 'discount');
  expect(discount.words.en).toContain('with 10.005 % off: 179.99 THB instead of 200.00 THB');
  const own = await decide(sales, discount.documentId, 'grant');
  expect(own.status).toBe(403);

  const credit = questions.find((one: { kind: string }) => one.kind === 'credit');
  await decide(lead, credit.documentId, 'grant');
  expect((await orderOf(member, held.documentId)).state).toBe('awaiting_approval');
  await decide(owner, discount.documentId, 'grant');
  expect(await orderOf(member, held.documentId)).toMatchObject({ state: 'placed', invoice: { state: 'open' } });

  // The lead has no limit; asked by an owner the same goes through, until the owner sets one.
  expect((await enter(lead, { unitPrice: '1' })).state).toBe('awaiting_approval');
  const roomy = await onTerms(null);
  const cheap = { customer: roomy.documentId, lines: cameras(1, { unitPrice: '1' }) };
  expect((await lead.post('/sales/orders', cheap)).body.data.state).toBe('placed');
  const limits = { kind: 'discount', limits: [{ role: 'sanya-sales-lead', most: '200000' }] };
  expect((await lead.put('/platform/approval-limits', limits)).status).toBe(403);
  const set = await owner.put('/platform/approval-limits', limits);
  expect(set.body.data.roles).toContainEqual(expect.objectContaining({ role: 'sanya-sales-lead', most: '200000' }));
  expect((await owner.get('/platform/approval-limits')).body.data.map((one: { code: string }) => one.code)).toEqual(
    expect.arrayContaining(['discount', 'refund']),
  );
  const asked = (await lead.post('/sales/orders', cheap)).body.data;
  expect(asked.state).toBe('awaiting_approval');
  const [question] = await approvalsOf(lead, asked.documentId);
  const refused = await decide(lead, question.documentId, 'grant');
  expect([refused.status, refused.body.error.details.code]).toEqual([403, 'approval.own']);
  expect((await decide(owner, question.documentId, 'withdraw')).body.error.details.code).toBe('approval.not_yours');
  await decide(lead, question.documentId, 'withdraw');
  expect((await orderOf(roomy.member, asked.documentId)).state).toBe('cancelled');
  expect((await owner.put('/platform/approval-limits', { ...limits, kind: 'nothing' })).status).toBe(404);
});

test('who pays well is proposed better terms, and they are applied as they were shown', async () => {
  const { member, id, documentId } = await onTerms('100000');
  for (let month = 0; month < 3; month += 1) {
    const invoice = await issue(app, id, [line({ unitPrice: 1_000_000n })]);
    const paid = await owner.post('/billing/payments', {
      ...{ customer: documentId, method: 'cash', amount: String(invoice.total), currency: 'THB' },
      receivedOn: app.platform.clock.today(),
    });
    expect(paid.status).toBe(201);
  }
  const read = async () => (await lead.get(`/billing/customers/${documentId}/credit`)).body.data;
  const { score, proposal } = await read();
  expect(score).toMatchObject({ score: 85, grade: 'a' });
  expect(score.reasons[0].text).toContain('3');
  expect(proposal).toMatchObject({ why: 'raise', creditTermsDays: 30, creditLimit: '900000' });
  const apply = (body: object) => lead.post(`/billing/customers/${documentId}/credit/apply`, body);
  expect((await apply({ creditTermsDays: 30, creditLimit: '99900000' })).body.error.details.code).toBe(
    'credit.proposal_changed',
  );
  const applied = await apply({ creditTermsDays: 30, creditLimit: '900000' });
  expect(applied.body.data).toMatchObject({ creditLimit: '900000', proposal: null });
  expect((await sales.get(`/billing/customers/${documentId}/credit`)).status).toBe(404);
  expect((await member.get('/api/billing/account')).body.data.terms.creditLimit).toBe('900000');
});

describe('an order that is changed', () => {
  const amend = (staff: Staff, order: { documentId: string }, body: object, verb = 'amend') =>
    staff.post(`/sales/orders/${order.documentId}/${verb}`, { reason: 'More of it', ...body });
  const more = (order: { lines: { documentId: string }[] }, quantity: string) => ({
    lines: [{ line: order.lines[0]?.documentId, quantity }],
  });
  type Placed = { documentId: string; number: string; lines: { documentId: string }[] };

  /** A customer of the salesperson: they change the orders of their own. */
  async function sold(): Promise<Member> {
    const { member, documentId } = await onTerms('50000');
    await lead.post(`/crm/customers/${documentId}/assign`, { owner: sales.id }).expect(200);
    return member;
  }

  test('beyond the credit limit it is asked: nothing changes before it is granted, then as it was to be', async () => {
    const member = await sold();
    const order = (await placeOrder(member, cameras(2))) as Placed;
    const stock = await levelOf(app, shop.camera);
    const preview = await amend(sales, order, more(order, '4'), 'amend/preview');
    expect(preview.body.data).toMatchObject({ asked: true, total: '85600', charged: '42800' });
    expect(await approvalsOf(lead, order.documentId)).toEqual([]);

    const asked = await amend(sales, order, more(order, '4'));
    expect([asked.status, asked.body.data]).toMatchObject([200, { asked: true, total: '42800', state: 'placed' }]);
    expect(asked.body.data.sentence).toContain(order.number);
    expect(await levelOf(app, shop.camera)).toEqual(stock);
    const [approval] = await approvalsOf(lead, order.documentId);
    expect(approval).toMatchObject({ kind: 'credit', state: 'asked', amount: '85600', reason: 'More of it' });
    expect(approval.words.en).toContain('428.00 THB more on credit');
    expect(approval.words.th).toContain('ซื้อแบบเครดิตเพิ่ม');
    expect((await inbox(lead)).waiting).toBeGreaterThan(0);
    expect((await amend(sales, order, more(order, '5'))).status).toBe(409);

    const [granted, again] = await Promise.all([
      decide(lead, approval.documentId, 'grant'),
      decide(owner, approval.documentId, 'grant'),
    ]);
    expect([granted.status, again.status].sort()).toEqual([200, 409]);
    expect(await orderOf(member, order.documentId)).toMatchObject({
      ...{ state: 'placed', total: '85600', invoice: { total: '85600', state: 'open' } },
    });
    expect(await levelOf(app, shop.camera)).toEqual({ ...stock, reserved: stock.reserved + 2000n });
    expect(await mails('order-changed', member.email)).toHaveLength(1);
    expect(await proofOf(app)).toEqual([]);
  });

  test('refused it stays as it is and goes on; a change within the limits takes the question back', async () => {
    const member = await sold();
    const order = (await placeOrder(member, cameras(2))) as Placed;
    await amend(sales, order, more(order, '3'));
    const [first] = await approvalsOf(lead, order.documentId);
    expect((await decide(lead, first.documentId, 'refuse', { comment: 'No' })).status).toBe(200);
    expect(await orderOf(member, order.documentId)).toMatchObject({ state: 'placed', total: '42800' });

    await amend(sales, order, more(order, '3'));
    const less = await amend(sales, order, more(order, '1'));
    expect(less.body.data).toMatchObject({ asked: false, total: '21400' });
    const second = (await approvalsOf(lead, order.documentId)).at(-1);
    expect(second.state).toBe('withdrawn');

    await amend(sales, order, more(order, '4'));
    const third = (await approvalsOf(lead, order.documentId)).at(-1);
    expect(third.state).toBe('asked');
    await owner.post(`/sales/orders/${order.documentId}/cancel`, { reason: 'x' });
    const late = await decide(lead, third.documentId, 'grant');
    expect([late.status, late.body.error.details.code]).toEqual([409, 'approval.decided_already']);
    expect(await proofOf(app)).toEqual([]);
  });

  test('what is added with more off than is theirs to give is asked too, and comes when both are granted', async () => {
    const member = await sold();
    const order = (await placeOrder(member, cameras(2))) as Placed;
    const add = [{ product: shop.camera, quantity: '1', discount: '5000' }];
    expect((await amend(sales, order, { add })).body.data.asked).toBe(true);
    const questions = await approvalsOf(lead, order.documentId);
    expect(questions.map(({ kind }: { kind: string }) => kind)).toEqual(['credit', 'discount']);
    expect(questions[1].words.en).toContain('25 % off');
    await decide(lead, questions[0].documentId, 'grant');
    expect(await orderOf(member, order.documentId)).toMatchObject({ total: '42800' });
    expect((await decide(lead, questions[1].documentId, 'grant')).status).toBe(200);
    // 2 × 200.00 and 150.00, with 7 % VAT.
    expect(await orderOf(member, order.documentId)).toMatchObject({ total: '58850', invoice: { total: '58850' } });

    // One of two refused: the other is not asked any more.
    await amend(sales, order, { add });
    const again = (await approvalsOf(lead, order.documentId)).slice(2);
    expect((await decide(lead, again[0].documentId, 'refuse', { comment: 'No' })).status).toBe(200);
    const states = (await approvalsOf(lead, order.documentId)).slice(2).map(({ state }: { state: string }) => state);
    expect(states).toEqual(['refused', 'withdrawn']);
    expect(await orderOf(member, order.documentId)).toMatchObject({ total: '58850' });
  });

  test('more of what is discounted is asked like a discount, and so is less of what is not', async () => {
    const { documentId } = await onTerms(null);
    await lead.post(`/crm/customers/${documentId}/assign`, { owner: sales.id }).expect(200);
    const lines = [...cameras(9), ...cameras(1, { unitPrice: '10000' })];
    // 100.00 off 2,000.00: five percent, which a salesperson gives alone.
    const placed = (await sales.post('/sales/orders', { customer: documentId, lines })).body.data as Placed;
    expect(placed).toMatchObject({ state: 'placed', total: '203300' });
    const to = (place: number, quantity: string) => ({
      lines: [{ line: placed.lines[place]?.documentId, quantity }],
    });
    const asked = async (body: object) =>
      (await amend(sales, placed, body, 'amend/preview')).body.data.asked as boolean;
    expect(await asked(to(1, '4'))).toBe(true);
    expect(await asked(to(0, '3'))).toBe(true);
    expect(await asked(to(0, '10'))).toBe(false);
    expect(await asked(to(1, '2'))).toBe(false);

    expect((await amend(sales, placed, to(1, '4'))).body.data).toMatchObject({ asked: true, total: '203300' });
    const [question] = await approvalsOf(lead, placed.documentId);
    expect(question).toMatchObject({ kind: 'discount', state: 'asked' });
    // 300.00 more at half the price: 400.00 off 2,600.00.
    expect(question.words.en).toContain('2,200.00 THB instead of 2,600.00 THB');
    expect((await decide(owner, question.documentId, 'grant')).status).toBe(200);
    expect((await owner.get(`/sales/orders/${placed.documentId}`)).body.data).toMatchObject({ total: '235400' });
    expect(await proofOf(app)).toEqual([]);
  });

  test('one change waits at a time, also where it asks something else', async () => {
    const member = await sold();
    const order = (await placeOrder(member, cameras(2))) as Placed;
    expect((await amend(sales, order, more(order, '4'))).body.data.asked).toBe(true);
    // Less than before in all, and more off: another question than that about the credit.
    const other = {
      lines: [{ line: order.lines[0]?.documentId, quantity: '1' }],
      add: [{ product: shop.camera, quantity: '1', discount: '5000' }],
    };
    const refused = await amend(sales, order, other);
    expect([refused.status, refused.body.error?.details.code]).toEqual([409, 'approval.asked_already']);
    const questions = await approvalsOf(lead, order.documentId);
    expect(questions).toMatchObject([{ kind: 'credit', state: 'asked' }]);
    expect((await decide(lead, questions[0].documentId, 'grant')).status).toBe(200);
    expect(await orderOf(member, order.documentId)).toMatchObject({ total: '85600' });
  });
});
