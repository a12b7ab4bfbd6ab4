import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf, SETTING } from './support';

/** Cheques: nothing is paid before the bank has made them good, to the satang, and each of them once. */
let app: App;
let owner: Staff;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff();
  clerk = await app.staff('billing');
  await at('2030-03-12');
});
afterAll(() => app?.close());

const at = (day: string) => owner.post('/platform/clock', { now: `${day}T03:00:00.000Z` });
async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}
type Company = Awaited<ReturnType<typeof company>>;
let numbers = 1000;
const receive = ({ customer }: Company, body: object, by: Staff = clerk) =>
  by.post('/billing/cheques', {
    ...{ customer: customer.documentId, bank: 'KBANK', number: String((numbers += 1)), date: '2030-03-12' },
    ...body,
  });
const verb = (id: string, name: string, body: object, by: Staff = clerk) =>
  by.post(`/billing/cheques/${id}/${name}`, body);
const deposit = (cheques: string[], body: object = {}) => clerk.post('/billing/cheques/deposit', { cheques, ...body });
const clear = (cheques: string[], body: object = {}) => clerk.post('/billing/cheques/clear', { cheques, ...body });
const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const accountOf = async ({ member }: Company) => (await member.get('/api/billing/account')).body.data;
const read = async (path: string) => (await clerk.get(`/billing/${path}`)).body.data;

test('a post-dated cheque for two invoices with withholding: in hand, to the bank, good, receipted', async () => {
  const one = await company();
  const first = await issue(app, one.customer.id, [line({ unitPrice: 1_000_000n })]);
  const second = await issue(app, one.customer.id, [line({ unitPrice: 500_000n })]);
  // 10,700.00 less 300.00 and 5,350.00 less 150.00.
  const allocations = [
    { invoice: first.documentId, amount: '1040000', withheld: '30000' },
    { invoice: second.documentId, amount: '520000', withheld: '15000' },
  ];
  const answer = await receive(one, {
    amount: '1560000',
    date: '2030-03-29',
    bankBranch: 'ท่าแพ',
    number: '0012345',
    allocations,
  });
  expect(answer.body.error).toBeUndefined();
  expect([answer.status, answer.body.data]).toMatchObject([201, { state: 'received', amount: '1560000' }]);
  const cheque = answer.body.data.documentId as string;
  // Nothing is paid, everything is owed, and it is known that a cheque is in hand.
  expect(await accountOf(one)).toMatchObject({ due: '1605000', chequesInHand: '1605000', credit: '0' });
  expect((await read(`invoices/${first.documentId}`)).state).toBe('open');
  const standing = (await clerk.get(`/billing/customers/${one.customer.documentId}/credit`)).body.data;
  expect(standing.exposure).toBe('1605000');
  expect(standing.parts).toMatchObject([
    { code: 'invoices', amount: '0' },
    { code: 'cheques', amount: '1605000' },
    ...standing.parts.slice(2),
  ]);

  expect(codeOf(await receive(one, { amount: '1560000', number: '001-2345', bank: 'kbank' }))).toEqual([
    409,
    'cheque.taken',
  ]);
  // What one cheque is meant to pay no other is.
  expect(
    codeOf(await receive(one, { amount: '100', allocations: [{ invoice: first.documentId, amount: '100' }] })),
  ).toEqual([409, 'allocation.more_than_due']);
  expect(codeOf(await receive(one, { amount: '0' }))).toEqual([400, 'payment.amount_not_positive']);
  expect(codeOf(await receive(one, { amount: '100', date: '2035-01-01' }))).toEqual([400, 'cheque.date_wrong']);

  expect(codeOf(await deposit([cheque]))).toEqual([422, 'cheque.not_yet_due']);
  expect(codeOf(await clear([cheque]))).toEqual([409, 'state.not_allowed']);
  await at('2030-03-29');
  expect(codeOf(await deposit([cheque], { account: '999-9-99999-9' }))).toEqual([400, 'cheque.account_unknown']);
  const slip = (await deposit([cheque])).body.data;
  expect(slip).toMatchObject({ cheques: 1 });
  for (const [lang, words] of [
    ['en', ['Cheque deposit', '0012345', '15,600.00', 'KBANK']],
    ['th', ['ใบนำฝากเช็ค', 'หนึ่งหมื่นห้าพันหกร้อยบาทถ้วน']],
  ] as const) {
    const text = await textOf((await clerk.get(`${slip.document}?lang=${lang}`).responseType('blob')).body);
    for (const word of words) expect(text).toContain(said(word));
  }
  await at('2030-04-01');
  expect(codeOf(await clear([cheque], { on: '2030-03-28' }))).toEqual([400, 'cheque.day_wrong']);
  const good = (await clear([cheque], { on: '2030-03-31' })).body.data;
  expect(good).toMatchObject({ cleared: 1, receipts: [{}, {}] });
  expect(await accountOf(one)).toMatchObject({
    due: '0',
    chequesInHand: '0',
    credit: '0',
    certificatesPending: '45000',
  });
  // The tax point of the service is the day on which the cheque was good.
  const taxed = (await one.member.get('/api/billing/tax-invoices')).body.data;
  expect(taxed).toMatchObject([{ taxDate: '2030-03-31' }, { taxDate: '2030-03-31' }]);
  const paper = await one.member
    .get(`/api/billing/receipts/${good.receipts[0].documentId}/document?lang=en`)
    .responseType('blob');
  const text = await textOf(paper.body);
  for (const word of ['Cheque number', 'KBANK', '0012345', 'Cheque']) expect(text).toContain(said(word));
  const own = (await one.member.get('/api/billing/cheques?populate=lines')).body.data;
  expect(own).toMatchObject([{ number: '0012345', state: 'cleared', lines: [{ withheld: '30000' }, {}] }]);
  expect([own[0].key, own[0].receivedBy]).toEqual([undefined, undefined]);
  const other = await company();
  expect((await other.member.get(`/api/billing/cheques/${cheque}`)).status).toBe(404);
  expect(await proofOf(app)).toEqual([]);
});

test('a cheque that bounces opens its invoices again, marks the customer and costs a fee on its own line', async () => {
  const one = await company();
  const invoice = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const cheque = (await receive(one, { amount: '107000', date: '2030-04-01' })).body.data.documentId as string;
  await deposit([cheque]);
  await clear([cheque]);
  expect((await read(`invoices/${invoice.documentId}`)).state).toBe('paid');
  expect(codeOf(await verb(cheque, 'bounce', { reason: 'x', fee: '0' }))).toEqual([400, 'cheque.fee_not_positive']);
  const back = await verb(cheque, 'bounce', { reason: 'เงินในบัญชีไม่พอ', fee: '20000' });
  expect(back.body.data).toMatchObject({ state: 'bounced', bounceReason: 'เงินในบัญชีไม่พอ', bouncedOn: '2030-04-01' });
  expect(await read(`invoices/${invoice.documentId}`)).toMatchObject({ state: 'open', amountDue: '107000' });
  // The fee is outside VAT unless the settings say otherwise.
  const [fee] = await read(`invoices?filters[customer][documentId][$eq]=${one.customer.documentId}&sort=id:desc`);
  expect(fee).toMatchObject({ total: '20000', tax: '0', state: 'open', sourceNumber: expect.any(String) });
  expect(await accountOf(one)).toMatchObject({ due: '127000', chequesBounced: 1, chequesInHand: '0' });
  const { score } = (await clerk.get(`/billing/customers/${one.customer.documentId}/credit`)).body.data;
  expect(score.grade).toBe('new');
  const cancelled = await read('receipts?filters[state][$eq]=cancelled');
  expect(cancelled).toHaveLength(1);

  // Presented again it is in hand again, and bounces without having paid anything.
  expect((await deposit([cheque])).status).toBe(200);
  expect(await accountOf(one)).toMatchObject({ due: '127000', chequesInHand: '107000' });
  expect((await verb(cheque, 'bounce', { reason: 'อีกครั้ง' })).body.data.state).toBe('bounced');
  expect(codeOf(await verb(cheque, 'bounce', { reason: 'x' }))).toEqual([409, 'state.not_allowed']);
  expect((await verb(cheque, 'return', { reason: 'คืนลูกค้า' })).body.data.state).toBe('returned');
  expect(await accountOf(one)).toMatchObject({ chequesInHand: '0' });

  // Whoever reverses the payment says the same of its cheque.
  const next = (await receive(one, { amount: '107000', date: '2030-04-01' })).body.data.documentId as string;
  await deposit([next]);
  await clear([next]);
  const [payment] = await read(`payments?filters[method][$eq]=cheque&sort=id:desc`);
  expect((await clerk.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'เช็คคืน' })).status).toBe(200);
  expect(await read(`cheques/${next}`)).toMatchObject({ state: 'bounced', bounceReason: 'เช็คคืน' });
  expect(await proofOf(app)).toEqual([]);
});

test('ten at once receive and clear a cheque once; many are cleared together, or none', async () => {
  const one = await company();
  await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const same = await Promise.all(
    Array.from({ length: 10 }, () => receive(one, { amount: '107000', number: '777', date: '2030-04-01' })),
  );
  expect(same.filter(({ status }) => status === 201)).toHaveLength(1);
  const [cheque] = same.flatMap(({ body }) => (body.data ? [body.data.documentId as string] : []));
  const second = (await receive(one, { amount: '5000', date: '2030-04-01' })).body.data.documentId as string;
  expect(codeOf(await clear([cheque ?? '', second]))).toEqual([409, 'state.not_allowed']);
  await deposit([cheque ?? '', second]);
  expect(codeOf(await clear([second, second]))).toEqual([400, 'cheque.twice']);
  const cleared = await Promise.all(Array.from({ length: 10 }, () => clear([cheque ?? '', second])));
  expect(cleared.filter(({ status }) => status === 200)).toHaveLength(1);
  // The second was for nothing that is owed: credit.
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '5000' });
  expect(await proofOf(app)).toEqual([]);
});

test('what was paid otherwise meanwhile leaves the cheque as credit; the settings date it by the day on it', async () => {
  const one = await company();
  const invoice = await issue(app, one.customer.id, [line({ unitPrice: 1_000_000n })]);
  const allocations = [{ invoice: invoice.documentId, amount: '1040000', withheld: '30000' }];
  const cheque = (await receive(one, { amount: '1040000', date: '2030-03-31', receivedOn: '2030-03-30', allocations }))
    .body.data.documentId as string;
  await clerk.post('/billing/payments', {
    ...{ customer: one.customer.documentId, method: 'cash', amount: '500000', receivedOn: '2030-04-01' },
    allocations: [{ invoice: invoice.documentId, amount: '500000' }],
  });
  await app.platform.rows.update(SETTING, [
    { id: (await app.platform.settings.read<{ id: number }>(SETTING)).id, chequeDating: 'cheque' },
  ]);
  await at('2030-04-03');
  await deposit([cheque]);
  expect((await clear([cheque])).status).toBe(200);
  // 10,700.00 less 5,000.00 is 5,700.00: nothing was withheld of it for us.
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '470000', certificatesPending: '0' });
  const [payment] = await read(`payments?filters[method][$eq]=cheque&sort=id:desc`);
  expect(payment.receivedOn).toBe('2030-03-31');
  const sales = await app.staff('sales');
  expect((await receive(one, { amount: '1' }, sales)).status).toBe(403);
  const accountant = await app.staff('accountant');
  expect((await accountant.get('/billing/cheques')).body.data.length).toBeGreaterThan(3);
  expect((await verb(cheque, 'bounce', { reason: 'x' }, accountant)).status).toBe(403);
  expect(await proofOf(app)).toEqual([]);
});
