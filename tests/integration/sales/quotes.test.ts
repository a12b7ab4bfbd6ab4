import { bootApp, type App, type Member, type Staff } from '../../support/app';
import { reportOf } from '../reports/support';
import { said, textOf } from '../../support/pdf';
import { countersOf, levelOf, openShop, rowCounts, type Shop } from './shop';

let app: App;
let shop: Shop;
let member: Member;
let stranger: Member;
let customer: string;
let sales: Staff;

beforeAll(async () => {
  app = await bootApp();
  shop = await openShop(app, 100_000n);
  member = await app.member({ name: 'ร้านกาแฟดอยสุเทพ', contactName: 'สมศรี ใจดี' });
  stranger = await app.member();
  customer = (await member.get('/api/crm/me')).body.data.customer.documentId;
  sales = await app.staff('sales-lead');
});
afterAll(() => app?.close());

const LINES = () => [
  { product: shop.camera, quantity: '3', unitPrice: '18000', discount: '4000', details: 'ติดตั้งหน้าร้าน' },
  { product: shop.care, quantity: '1' },
  { description: 'ค่าเดินทาง', unit: 'เที่ยว', quantity: '2', unitPrice: '50000', incomeKind: 'service' },
];

const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];

const draft = async (more: object = {}) => {
  const answer = await sales.post('/sales/quotes', { customer, lines: LINES(), ...more });
  if (answer.status !== 201) throw new Error(`quote: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

const sent = async (more: object = {}) => {
  const { documentId } = await draft(more);
  const answer = await sales.post(`/sales/quotes/${documentId}/send`);
  if (answer.status !== 200) throw new Error(`send: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
};

const noDiscrepancy = async () => expect(await app.platform.proof.run({})).toEqual([]);

test('a quote costs what an order of the same lines costs', async () => {
  const quote = await draft();
  const priced = await sales.post('/sales/orders/price', { customer, lines: LINES() });
  expect(priced.status).toBe(200);
  const amounts = ({ discount, net, tax, total }: Record<string, string>) => ({ discount, net, tax, total });
  expect(amounts(quote)).toEqual(amounts(priced.body.data));
  // 3 × 180.00 − 40.00 + 1,000.00 + 2 × 500.00, and 7 %.
  expect(amounts(quote)).toEqual({ discount: '4000', net: '250000', tax: '17500', total: '267500' });
  expect(quote).toMatchObject({ state: 'draft', number: null, version: 1, validUntil: null });
  expect(quote.lines.map(({ description }: { description: string }) => description)[2]).toBe('ค่าเดินทาง');
});

test('a draft is changed and is nobody’s but the office’s; a wrong line is refused at its field', async () => {
  const { documentId } = await draft({ internalNote: 'ลดได้อีก 5 %' });
  const changed = await sales.put(`/sales/quotes/${documentId}`, {
    lines: [{ product: shop.camera, quantity: '1' }],
    deliveryTime: 'ภายใน 7 วัน',
  });
  expect([changed.status, changed.body.data.net, changed.body.data.deliveryTime]).toEqual([
    200,
    '20000',
    'ภายใน 7 วัน',
  ]);
  expect(JSON.stringify(changed.body.data)).not.toContain('ลดได้อีก');
  const kept = await sales.get(`/sales/quotes/${documentId}`);
  expect(kept.body.data).toMatchObject({ internalNote: 'ลดได้อีก 5 %', wishes: { lines: [{ quantity: '1' }] } });

  expect((await member.get('/api/sales/quotes')).body.data).toEqual([]);
  expect((await member.get(`/api/sales/quotes/${documentId}`)).status).toBe(404);
  expect((await member.get('/api/sales/quote-lines')).body.data).toEqual([]);
  for (const verb of ['accept', 'decline']) {
    expect((await member.post(`/api/sales/quotes/${documentId}/${verb}`)).status).toBe(404);
  }
  expect((await member.get(`/api/sales/quotes/${documentId}/document`)).status).toBe(404);

  const refused = async (line: object) => {
    const answer = await sales.put(`/sales/quotes/${documentId}`, { lines: [line] });
    return [answer.status, answer.body.error?.details.code, answer.body.error?.details.field];
  };
  expect(await refused({ quantity: '1' })).toEqual([400, 'order.line_says_nothing', 'lines.0.product']);
  expect(await refused({ description: 'งานพิเศษ', quantity: '1' })).toEqual([
    ...[400, 'order.free_line_without_price', 'lines.0.unitPrice'],
  ]);
  expect(await refused({ description: 'งานพิเศษ', quantity: '1', unitPrice: '100', discount: '101' })).toEqual([
    ...[400, 'order.discount_out_of_range', 'lines.0.discount'],
  ]);
  expect((await sales.get(`/sales/quotes/${documentId}`)).body.data.net).toBe('20000');
  const given = await draft();
  expect((await sales.post(`/sales/quotes/${given.documentId}/decline`, { reason: 'เลิกโครงการ' })).status).toBe(200);
  expect(codeOf(await sales.post(`/sales/quotes/${given.documentId}/revise`))).toEqual([409, 'quote.never_sent']);
  const empty = await draft({ lines: [] });
  expect(codeOf(await sales.post(`/sales/quotes/${empty.documentId}/send`))).toEqual([400, 'quote.no_lines']);
  const past = await draft({ validUntil: '2020-01-01' });
  expect(codeOf(await sales.post(`/sales/quotes/${past.documentId}/send`))).toEqual([400, 'quote.valid_until_past']);
});

test('sending takes the number, freezes the quote, mails the PDF, and the member sees it without what is internal', async () => {
  const quote = await sent({ internalNote: 'ต้นทุน 900', deliveryTime: 'ภายใน 7 วัน', terms: 'มัดจำร้อยละ 50' });
  expect(quote).toMatchObject({ state: 'sent', version: 1, number: expect.stringMatching(/^QT-\d{4}-\d{6}$/) });
  expect(quote.validUntil > app.platform.clock.today()).toBe(true);
  expect(codeOf(await sales.put(`/sales/quotes/${quote.documentId}`, { note: 'x' }))).toEqual([
    409,
    'quote.sent_already',
  ]);

  const { rows } = app.platform;
  const frozen = { message: expect.stringContaining('sanya-frozen') };
  await expect(rows.update('plugin::sales.quote', [{ id: quote.id, total: 1n }])).rejects.toMatchObject(frozen);
  await expect(
    rows.update('plugin::sales.quote-line', [{ id: quote.lines[0].id, unitPrice: 1n }]),
  ).rejects.toMatchObject(frozen);
  await expect(rows.remove('plugin::sales.quote-line', [quote.lines[0].id])).rejects.toMatchObject(frozen);

  const [mail] = await app.strapi.db
    .query('plugin::platform.delivery')
    .findMany({ where: { template: 'quote-sent', key: quote.documentId } });
  expect(mail).toMatchObject({ to: member.email });
  const mine = await member.get(`/api/sales/quotes/${quote.documentId}?populate=lines`);
  expect(mine.body.data).toMatchObject({ number: quote.number, total: '267500', lines: { length: 3 } });
  expect(JSON.stringify(mine.body)).not.toMatch(/ต้นทุน|wishes|salesPerson/);
  expect((await stranger.get(`/api/sales/quotes/${quote.documentId}`)).status).toBe(404);
  expect((await stranger.get(`/api/sales/quotes/${quote.documentId}/document`)).status).toBe(404);

  const pdf = await member.get(`/api/sales/quotes/${quote.documentId}/document?lang=th`).buffer(true);
  const text = await textOf(pdf.body as Buffer);
  const words = ['ใบเสนอราคา', quote.number, 'ภายใน 7 วัน', 'มัดจำร้อยละ 50', 'ค่าเดินทาง', 'ผู้อนุมัติสั่งซื้อ'];
  for (const word of words) expect(text).toContain(said(word));
  // Both parties, and the VAT apart from the value.
  for (const word of ['บริษัท ตัวอย่าง จำกัด', '0105500000011', 'ถนนท่าแพ', 'ร้านกาแฟดอยสุเทพ']) {
    expect(text).toContain(said(word));
  }
  for (const word of ['ก่อนภาษีมูลค่าเพิ่ม 2,500.00', 'ภาษีมูลค่าเพิ่ม 175.00', 'รวมทั้งสิ้น 2,675.00']) {
    expect(text).toContain(said(word));
  }
  const english = await sales.get(`/sales/quotes/${quote.documentId}/document?lang=en`).buffer(true);
  const page = await textOf(english.body as Buffer);
  for (const word of ['Quotation', 'Valid until', 'Accepted by', 'Before VAT', '175.00', 'Total']) {
    expect(page).toContain(word);
  }
});

test('the member accepts: an order at the quoted prices, its stock and invoice, its lines naming the quote', async () => {
  const quote = await sent();
  const before = await levelOf(app, shop.camera);
  // The price list moves on; the promise stays.
  const [price] = (await sales.get(`/sales/products/${shop.care}?populate=prices`)).body.data.prices;
  const raised = [{ documentId: price.documentId, unitPrice: '150000' }];
  expect((await sales.put(`/sales/products/${shop.care}`, { prices: raised })).status).toBe(200);

  const answer = await member.post(`/api/sales/quotes/${quote.documentId}/accept`, { note: 'ส่งช่วงบ่าย' });
  expect([answer.status, answer.body.data.state, answer.body.data.answeredVia]).toEqual([200, 'ordered', 'storefront']);
  const { order } = answer.body.data;
  expect(order).toMatchObject({ state: 'placed', source: 'storefront', net: '250000', total: '267500' });
  expect(order.invoice).toMatchObject({ state: 'open', total: '267500' });
  expect(answer.body.data.answeredBy).toBe('สมศรี ใจดี');
  expect((await levelOf(app, shop.camera)).reserved).toBe(before.reserved + 3000n);

  const billing = await app.staff('billing');
  const why = await billing.get(`/billing/invoices/${order.invoice.documentId}/explanation?lang=en`);
  expect(why.status).toBe(200);
  expect(JSON.stringify(why.body.data)).toContain(`It was promised in quote ${quote.number}.`);

  const again = await member.post(`/api/sales/quotes/${quote.documentId}/accept`);
  expect(codeOf(again)).toEqual([409, 'quote.accepted_already']);
  const pdf = await member.get(`/api/sales/quotes/${quote.documentId}/document?lang=th`).buffer(true);
  expect(await textOf(pdf.body as Buffer)).toContain(said('สมศรี ใจดี'));
  const timeline = await sales.get(`/platform/timeline?type=plugin::sales.quote&subject=${quote.documentId}`);
  expect(timeline.body.data.map(({ name }: { name: string }) => name)).toEqual([
    ...['quote.ordered', 'quote.accepted', 'quote.sent', 'quote.drafted'],
  ]);
  await noDiscrepancy();
});

test('what cannot be accepted is refused in clear words, and nothing is written', async () => {
  const old = await sent();
  const revised = await sales.post(`/sales/quotes/${old.documentId}/revise`);
  expect(revised.body.data).toMatchObject({ number: old.number, version: 2, state: 'draft', total: old.total });
  const declined = await sent();
  const no = await member.post(`/api/sales/quotes/${declined.documentId}/decline`, { reason: 'แพงไป' });
  expect(no.body.data).toMatchObject({ state: 'declined', declineReason: 'แพงไป', answeredVia: 'storefront' });
  const scarce = await sent({ lines: [{ product: shop.camera, quantity: '5000' }] });
  const counted = async () => [await rowCounts(app), await countersOf(app), await levelOf(app, shop.camera)];
  const before = await counted();
  const accept = (who: Member, { documentId }: { documentId: string }) =>
    who.post(`/api/sales/quotes/${documentId}/accept`);
  expect(codeOf(await accept(member, old))).toEqual([409, 'quote.superseded']);
  expect(codeOf(await accept(member, declined))).toEqual([409, 'quote.declined_already']);
  expect((await accept(stranger, scarce)).status).toBe(404);
  expect(codeOf(await accept(member, scarce))).toEqual([409, 'stock.not_enough']);
  // The draft of the new version is not the member's to see.
  expect((await accept(member, revised.body.data)).status).toBe(404);
  expect((await sales.post(`/sales/quotes/${revised.body.data.documentId}/accept`)).status).toBe(409);
  expect(codeOf(await sales.post(`/sales/quotes/${old.documentId}/revise`))).toEqual([409, 'quote.superseded']);
  expect(await counted()).toEqual(before);

  const resent = await sales.post(`/sales/quotes/${revised.body.data.documentId}/send`);
  expect(resent.body.data).toMatchObject({ number: old.number, version: 2, name: `${old.number}-v2` });
  expect((await accept(member, resent.body.data)).status).toBe(200);
});

test('a member asks for a quote; staff give it a price, its customer accepts it through staff with a PO number', async () => {
  const [special] = await shop.service.createProducts([{ name: 'งานสั่งทำ', kind: 'service', prices: [] }]);
  const nothing = await member.post('/api/sales/quotes', {});
  expect(codeOf(nothing)).toEqual([400, 'quote.asks_nothing']);
  const asked = await member.post('/api/sales/quotes', {
    lines: [{ product: special?.documentId, quantity: '2' }],
    note: 'ขอแบบกันน้ำ',
  });
  expect([asked.status, asked.body.data.state, asked.body.data.requestedOn]).toEqual([
    ...[201, 'draft', app.platform.clock.today()],
  ]);
  const { documentId } = asked.body.data;
  const own = await member.get('/api/sales/quotes?filters[state][$eq]=draft');
  expect(own.body.data.map((one: { documentId: string }) => one.documentId)).toEqual([documentId]);
  expect(codeOf(await member.post(`/api/sales/quotes/${documentId}/accept`))).toEqual([409, 'quote.not_sent']);
  expect((await member.get(`/api/sales/quotes/${documentId}/document`)).status).toBe(404);
  const list = await sales.get('/sales/quotes?filters[state][$eq]=draft&filters[requestedOn][$notNull]=true');
  expect(list.body.data).toMatchObject([{ documentId, requestNote: 'ขอแบบกันน้ำ' }]);

  expect(codeOf(await sales.post(`/sales/quotes/${documentId}/send`))).toEqual([400, 'quote.unpriced']);
  const lines = [{ product: special?.documentId, quantity: '2', unitPrice: '75000' }];
  expect((await sales.put(`/sales/quotes/${documentId}`, { lines })).body.data.net).toBe('150000');
  expect((await sales.post(`/sales/quotes/${documentId}/send`, { mail: false })).status).toBe(200);
  const accepted = await sales.post(`/sales/quotes/${documentId}/accept`, { name: 'คุณสมศักดิ์', poNumber: 'PO-77' });
  expect(accepted.body.data).toMatchObject({
    ...{ state: 'ordered', answeredBy: 'คุณสมศักดิ์', answeredVia: 'staff', poNumber: 'PO-77' },
    order: { poNumber: 'PO-77', source: 'staff', total: '160500' },
  });
  await noDiscrepancy();
});

test('a quote holds until its last day, and a coupon in it as long', async () => {
  const owner = await app.staff('owner');
  const coupon = { code: 'QUOTED', name: 'ลดพิเศษ', kind: 'percent', ratePpm: 100_000, totalLimit: 1 };
  const today = app.platform.clock.today();
  expect((await owner.post('/sales/coupons', { ...coupon, validTo: today })).status).toBe(201);
  const lines = [{ product: shop.camera, quantity: '1' }];
  const first = await sent({ lines, coupons: ['quoted'] });
  const second = await sent({ lines, coupons: ['quoted'] });
  expect(first).toMatchObject({ discount: '2000', net: '18000', coupons: [{ code: 'QUOTED', amount: '2000' }] });
  const copy = await sales.post(`/sales/quotes/${first.documentId}/duplicate`);
  expect(copy.body.data).toMatchObject({ number: null, state: 'draft', net: '18000' });

  await owner.post('/platform/clock', { now: `${first.validUntil}T10:00:00.000Z` });
  expect(codeOf(await sales.post(`/sales/quotes/${first.documentId}/duplicate`))).toEqual([422, 'coupon.over']);
  const accepted = await member.post(`/api/sales/quotes/${first.documentId}/accept`);
  expect([accepted.status, accepted.body.data.order.net]).toEqual([200, '18000']);
  expect(codeOf(await member.post(`/api/sales/quotes/${second.documentId}/accept`))).toEqual([422, 'coupon.used_up']);

  const last = await sent({ lines });
  await owner.post('/platform/clock', { advance: 'P31D' });
  const late = await member.post(`/api/sales/quotes/${last.documentId}/accept`);
  expect(codeOf(late)).toEqual([409, 'quote.expired']);
  expect(late.body.error.message).toContain(last.number);
  const answered = await member.get(`/api/sales/quotes/${last.documentId}`);
  expect(answered.body.data.state).toBe('sent');
  expect((await sales.post(`/sales/quotes/${last.documentId}/decline`, { reason: 'เงียบหาย' })).status).toBe(200);
  await noDiscrepancy();
});

test('who may not quote may not; the report counts what was won', async () => {
  const store = await app.staff('storekeeper');
  expect((await store.post('/sales/quotes', { customer, lines: LINES() })).status).toBe(403);
  const person = await app.staff('sales');
  const foreign = await person.post('/sales/quotes', { customer, lines: LINES() });
  expect(codeOf(foreign)).toEqual([404, 'order.customer_unknown']);
  expect((await person.get('/sales/quotes')).body.data).toEqual([]);
  const today = app.platform.clock.today();
  const period = { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today };
  const report = await reportOf(sales, 'quotes', { ...period, by: 'customer' });
  // The last version that was sent speaks for its number.
  const rows = await app.strapi.db
    .query('plugin::sales.quote')
    .findMany({ where: { sentAt: { $notNull: true } }, orderBy: { version: 'asc' } });
  const last = [...new Map(rows.map((row) => [row.number as string, row])).values()];
  const won = last.filter(({ state }) => state === 'ordered');
  const total = (list: typeof last) => String(list.reduce((all, row) => all + BigInt(row.total as string), 0n));
  expect(rows.length).toBeGreaterThan(last.length);
  expect(report.totals).toMatchObject({
    ...{ quotes: last.length, won: won.length, total: total(last), won_total: total(won) },
  });
  expect(report.rows[0]).toMatchObject({ won_percent: Math.floor((won.length * 100) / last.length) });
  const states = await reportOf(sales, 'quotes', { ...period, by: 'state' });
  expect(states.totals).toMatchObject({ quotes: last.length, total: total(last) });
});

describe('a salesperson who takes off more than is theirs to give', () => {
  let clerk: Staff;
  const cheap = { lines: () => [{ product: shop.camera, quantity: '2', discount: '6000' }] };
  beforeAll(async () => {
    clerk = await app.staff('sales');
  });
  const asked = async (quote: string) =>
    (await sales.get(`/platform/approvals?filters[subjectDocumentId][$eq]=${quote}&sort=id:asc`)).body.data;
  const draftOfClerk = async () =>
    (await clerk.post('/sales/quotes', { customer: (await mine()).documentId, lines: cheap.lines() })).body.data;
  const mine = async () => {
    const made = await clerk.post('/crm/customers', {
      kind: 'person',
      name: 'ร้านของพนักงานขาย',
      email: 'own@example.com',
    });
    return made.body.data;
  };

  test('asks first: nothing goes out before it is granted, and then it goes as it was to be sent', async () => {
    const { documentId } = await draftOfClerk();
    const waiting = await clerk.post(`/sales/quotes/${documentId}/send`);
    // 400.00 less 60.00 is 15 % off, where 10 % are free.
    expect([waiting.status, waiting.body.data.state, waiting.body.data.number]).toEqual([200, 'draft', null]);
    const [question] = await asked(documentId);
    expect(question).toMatchObject({ kind: 'discount', state: 'asked', amount: '36380' });
    expect(question.words.en).toContain('with 15 % off: 340.00 THB instead of 400.00 THB');
    expect(codeOf(await clerk.post(`/sales/quotes/${documentId}/send`))).toEqual([409, 'approval.asked_already']);

    const granted = await sales.post(`/platform/approvals/${question.documentId}/grant`, {});
    expect(granted.status).toBe(200);
    const gone = (await sales.get(`/sales/quotes/${documentId}`)).body.data;
    expect(gone).toMatchObject({ state: 'sent', number: expect.stringMatching(/^QT-/) });
  });

  test('a change takes the question back, a refusal leaves the draft, and within the limit nobody is asked', async () => {
    const { documentId } = await draftOfClerk();
    await clerk.post(`/sales/quotes/${documentId}/send`);
    expect(
      (
        await clerk.put(`/sales/quotes/${documentId}`, {
          lines: [{ product: shop.camera, quantity: '3', discount: '9000' }],
        })
      ).status,
    ).toBe(200);
    expect((await asked(documentId))[0]).toMatchObject({ state: 'withdrawn' });
    await clerk.post(`/sales/quotes/${documentId}/send`);
    const [, again] = await asked(documentId);
    const refused = await sales.post(`/platform/approvals/${again.documentId}/refuse`, { comment: 'แพงกว่านี้' });
    expect(refused.status).toBe(200);
    expect((await clerk.get(`/sales/quotes/${documentId}`)).body.data.state).toBe('draft');
    await clerk.put(`/sales/quotes/${documentId}`, {
      lines: [{ product: shop.camera, quantity: '3', discount: '6000' }],
    });
    expect((await clerk.post(`/sales/quotes/${documentId}/send`)).body.data.state).toBe('sent');
    await noDiscrepancy();
  });
});
