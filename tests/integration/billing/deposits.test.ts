import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, goods, issue, line, proofOf } from './support';

/** Three kinds of money that come before: advances are taxed when they come, securities are owed back, the rest is credit. */
let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app?.close());

async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}
type Company = Awaited<ReturnType<typeof company>>;
const ask = ({ customer }: Company, body: object, by: Staff = clerk) =>
  by.post('/billing/deposits', {
    ...{ customer: customer.documentId, kind: 'advance', description: 'ติดตั้งระบบ', amount: '300000' },
    ...body,
  });
const pay = ({ customer }: Company, amount: string, invoice?: string) =>
  clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    ...(invoice ? { allocations: [{ invoice, amount }] } : {}),
  });
const does = (deposit: string, verb: string, body: object, by: Staff = clerk) =>
  by.post(`/billing/deposits/${deposit}/${verb}`, body);
const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const accountOf = async ({ member }: Company) => (await member.get('/api/billing/account')).body.data;
const taxOf = async ({ member }: Company) =>
  (await member.get('/api/billing/tax-invoices?sort=id:asc')).body.data.map(
    ({ net, tax, state }: { net: string; tax: string; state: string }) => [net, tax, state],
  );
const invoiceOf = async (id: string) => (await clerk.get(`/billing/invoices/${id}`)).body.data;
/** An advance of 3,000.00 before VAT that has come. */
async function held(one: Company) {
  const deposit = (await ask(one, {})).body.data;
  expect((await pay(one, '321000', deposit.invoice.documentId)).status).toBe(201);
  return deposit as { documentId: string; invoice: { documentId: string; number: string } };
}

test('an advance of 3,000.00 and VAT, then a final document of 10,000.00: VAT on 7,000.00', async () => {
  const one = await company();
  const asked = await ask(one, {});
  expect(asked.body.error).toBeUndefined();
  const deposit = asked.body.data;
  expect([asked.status, deposit]).toMatchObject([201, { standing: 'asked', held: '0', paid: '0' }]);
  const final = await issue(app, one.customer.id, [line({ unitPrice: 1_000_000n })]);
  const apply = (body: object = {}) => does(deposit.documentId, 'apply', { invoice: final.documentId, ...body });
  expect(codeOf(await apply())).toEqual([422, 'deposit.nothing_held']);

  await pay(one, '321000', deposit.invoice.documentId);
  expect(await accountOf(one)).toMatchObject({ due: '1070000', deposits: '321000', credit: '0' });
  expect(await taxOf(one)).toEqual([['300000', '21000', 'issued']]);
  expect(codeOf(await apply({ amount: '321001' }))).toEqual([409, 'deposit.too_much']);
  expect(codeOf(await does(deposit.documentId, 'apply', { invoice: deposit.invoice.documentId }))).toEqual([
    400,
    'deposit.own_invoice',
  ]);
  expect((await apply()).body.data).toMatchObject({
    ...{ standing: 'used', held: '0', applied: '321000' },
    on: [{ number: final.number, amount: '321000' }],
  });
  expect(await accountOf(one)).toMatchObject({ due: '749000', deposits: '0', credit: '0' });
  for (const [lang, words] of [
    ['en', [`Less deposit ${deposit.invoice.number}`, '-3,210.00', 'Left to pay', '7,490.00', '10,000.00']],
    ['th', ['หักเงินมัดจำ', 'คงเหลือชำระ', '7,490.00']],
  ] as const) {
    const paper = await one.member
      .get(`/api/billing/invoices/${final.documentId}/document?lang=${lang}`)
      .responseType('blob');
    const text = await textOf(paper.body);
    for (const word of words) expect(text).toContain(said(word));
  }
  await pay(one, '749000');
  expect(await taxOf(one)).toEqual([
    ['300000', '21000', 'issued'],
    ['700000', '49000', 'issued'],
  ]);
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '0' });
  const [, last] = (await one.member.get('/api/billing/tax-invoices?sort=id:asc')).body.data;
  const paper = await one.member
    .get(`/api/billing/tax-invoices/${last.documentId}/document?lang=en`)
    .responseType('blob');
  const text = await textOf(paper.body);
  for (const word of ['7,000.00', '490.00', `deposit of invoice ${deposit.invoice.number}`]) {
    expect(text).toContain(said(word));
  }
  const today = app.platform.clock.today();
  const report = async (code: string) =>
    (await clerk.get(`/reports/reports/${code}?from=${today}&to=${today}&customer=${one.customer.documentId}`)).body
      .data;
  // The deposit is no sale of its own: the final invoice has all of it.
  expect((await report('sales')).rows).toMatchObject([{ net: '1000000', tax: '70000' }]);
  expect((await report('statement')).rows.at(-1)).toMatchObject({ balance: '0' });
  expect(await proofOf(app)).toEqual([]);
});

test('an advance is used once however many ask, and its money does not go while it is used', async () => {
  const one = await company();
  const deposit = await held(one);
  const finals = await Promise.all(
    Array.from({ length: 6 }, () => issue(app, one.customer.id, [goods({ unitPrice: 200_000n })])),
  );
  const answers = await Promise.all(
    finals.map(({ documentId }) => does(deposit.documentId, 'apply', { invoice: documentId, amount: '214000' })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const at = answers.findIndex(({ status }) => status === 200);
  const final = finals[at]?.documentId ?? '';
  // Paid wholly by it, with no tax document of its own: the advance has that.
  expect(await invoiceOf(final)).toMatchObject({ state: 'paid', amountDue: '0' });
  const [payment] = (await one.member.get('/api/billing/payments')).body.data;
  const reverse = () => clerk.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'x' });
  expect(codeOf(await reverse())).toEqual([409, 'deposit.used']);
  const credit = (id: string) => clerk.post(`/billing/invoices/${id}/credit-notes`, { reason: 'x', cause: 'other' });
  expect(codeOf(await credit(final))).toEqual([409, 'deposit.on_invoice']);
  expect(codeOf(await credit(deposit.invoice.documentId))).toEqual([409, 'deposit.used']);
  const release = () => does(deposit.documentId, 'release', { invoice: final, reason: 'ผิดใบ' });
  expect((await release()).body.data).toMatchObject({ standing: 'held', held: '321000', on: [] });
  expect(codeOf(await release())).toEqual([404, 'deposit.not_applied']);
  expect(await invoiceOf(final)).toMatchObject({ state: 'open', amountDue: '214000' });
  expect((await reverse()).status).toBe(200);
  expect(await accountOf(one)).toMatchObject({ deposits: '0' });
  const other = await company();
  const foreign = await issue(app, other.customer.id, [line()]);
  expect(codeOf(await does(deposit.documentId, 'apply', { invoice: foreign.documentId }))).toEqual([
    400,
    'deposit.other_customer',
  ]);
  expect((await other.member.get(`/api/billing/deposits/${deposit.documentId}`)).status).toBe(404);
  expect(await proofOf(app)).toEqual([]);
});

test('what is left of an advance goes back by a credit note on its tax invoice', async () => {
  const one = await company();
  const deposit = await held(one);
  const final = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  await does(deposit.documentId, 'apply', { invoice: final.documentId });
  expect((await does(deposit.documentId, 'return', { reason: 'ยกเลิกงาน', how: 'credit' })).body.data).toMatchObject({
    ...{ state: 'returned', standing: 'returned', held: '0', applied: '107000' },
  });
  const [note] = (await one.member.get('/api/billing/credit-notes')).body.data;
  expect(note).toMatchObject({ total: '214000', taxedNet: '200000', taxedTax: '14000' });
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '214000', deposits: '0' });
  expect(codeOf(await does(deposit.documentId, 'forfeit', { reason: 'x' }))).toEqual([409, 'state.not_allowed']);
  expect(await proofOf(app)).toEqual([]);
});

test('a security is outside VAT while it is owed back: applied it pays, forfeited it is income, returned it is refunded', async () => {
  const one = await company();
  const security = async () => {
    const made = (await ask(one, { kind: 'security', description: 'เช่าเครื่อง', amount: '500000' })).body.data;
    await pay(one, '500000', made.invoice.documentId);
    return made;
  };
  const first = await security();
  expect(await taxOf(one)).toEqual([]);
  expect(await accountOf(one)).toMatchObject({ due: '0', deposits: '500000' });
  const final = await issue(app, one.customer.id, [line({ unitPrice: 200_000n })]);
  const applied = await does(first.documentId, 'apply', { invoice: final.documentId });
  expect(applied.body.error).toBeUndefined();
  expect(applied.body.data).toMatchObject({ held: '286000', standing: 'held' });
  // Its tax point is now: the service is paid today.
  expect(await taxOf(one)).toEqual([['200000', '14000', 'issued']]);
  expect((await invoiceOf(final.documentId)).state).toBe('paid');
  expect((await does(first.documentId, 'forfeit', { reason: 'เครื่องเสียหาย' })).body.data).toMatchObject({
    ...{ state: 'forfeited', held: '0' },
  });
  const [income] = (
    await clerk.get(`/billing/invoices?filters[customer][documentId][$eq]=${one.customer.documentId}&sort=id:desc`)
  ).body.data;
  expect(income).toMatchObject({ total: '286000', tax: '0', state: 'paid' });

  const second = await security();
  const account = { bank: 'KBANK', number: '123-4-56789-0', name: 'บริษัท เชียงใหม่การค้า จำกัด' };
  expect((await does(second.documentId, 'return', { reason: 'คืนเครื่องครบ', account })).body.data.state).toBe(
    'returned',
  );
  const [refund] = (await one.member.get('/api/billing/refunds')).body.data;
  expect(refund).toMatchObject({ amount: '500000', state: 'approved' });
  expect(await accountOf(one)).toMatchObject({ due: '0', deposits: '0', credit: '0', refunding: '500000' });
  const sales = await app.staff('sales');
  expect((await ask(one, {}, sales)).status).toBe(403);
  expect((await does(second.documentId, 'return', { reason: 'x' }, await app.staff('accountant'))).status).toBe(403);
  expect(await proofOf(app)).toEqual([]);
});
