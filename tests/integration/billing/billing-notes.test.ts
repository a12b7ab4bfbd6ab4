import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf } from './support';

/** Customers who are billed on their days by one note over many invoices. */
let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  const owner = await app.staff();
  await owner.post('/platform/clock', { now: '2030-03-12T03:00:00.000Z' });
});
afterAll(() => app?.close());

const FIRST = { kind: 'days', from: 1, to: 5 };
const LAST_FRIDAY = { kind: 'weekday', nth: -1, weekday: 5 };

async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}
type Company = Awaited<ReturnType<typeof company>>;
const invoiceOf = ({ customer }: Company, unitPrice = 100_000n) => issue(app, customer.id, [line({ unitPrice })]);
const setDays = ({ customer }: Company, days: object) =>
  clerk.put(`/billing/customers/${customer.documentId}/billing-days`, days);
const bill = (notes: object[], more: object = {}, by: Staff = clerk) =>
  by.post('/billing/billing-notes', { notes, ...more });
const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const proposals = async (query = '') => (await clerk.get(`/billing/billing-note-proposals${query}`)).body.data;

test('billing and payment days decide when invoices are due and who is proposed; the note has its paper and mail', async () => {
  const one = await company();
  const plain = await invoiceOf(one);
  expect(plain.dueDate).toBe('2030-03-19');
  const days = { billing: [FIRST], payment: [LAST_FRIDAY] };
  expect((await setDays(one, days)).body.data).toEqual({
    ...days,
    nextBilling: '2030-04-01',
    nextPayment: '2030-03-29',
  });
  const second = await invoiceOf(one, 250_000n);
  // Billed from 1 April on, paid on the last Friday of April.
  expect(second.dueDate).toBe('2030-04-26');

  expect(await proposals()).toEqual([]);
  expect(await proposals('?until=2030-04-01')).toMatchObject([
    {
      ...{ customer: one.customer.documentId, billedOn: '2030-04-01', payOn: '2030-04-26', total: '374500' },
      invoices: [
        { number: plain.number, amountDue: '107000' },
        { number: second.number, amountDue: '267500' },
      ],
    },
  ]);
  const answer = await bill([{ customer: one.customer.documentId, billedOn: '2030-04-01' }]);
  expect(answer.body.error).toBeUndefined();
  const [note] = answer.body.data;
  expect(answer.status).toBe(201);
  expect(note).toMatchObject({ state: 'issued', billedOn: '2030-04-01', payOn: '2030-04-26', total: '374500' });
  expect(note.number).toBe('BN-2573-000001');
  expect(await proposals('?until=2030-04-01')).toEqual([]);

  const own = (await one.member.get('/api/billing/billing-notes?populate=lines')).body.data;
  expect(own).toMatchObject([{ number: note.number, lines: [{ invoiceNumber: plain.number, open: '107000' }, {}] }]);
  expect(own[0].issuedBy).toBeUndefined();
  const other = await company();
  expect((await other.member.get(`/api/billing/billing-notes/${note.documentId}`)).status).toBe(404);
  expect((await other.member.get(`/api/billing/billing-notes/${note.documentId}/document`)).status).toBe(404);
  for (const [lang, words] of [
    ['en', ['Billing note', 'Payment appointed', plain.number, '2,675.00', '3,745.00', 'Received by']],
    ['th', ['ใบวางบิล', 'วันนัดชำระ', 'สามพันเจ็ดร้อยสี่สิบห้าบาทถ้วน']],
  ] as const) {
    const paper = await one.member
      .get(`/api/billing/billing-notes/${note.documentId}/document?lang=${lang}`)
      .responseType('blob');
    const text = await textOf(paper.body);
    for (const one of words) expect(text).toContain(said(one));
  }
  const [mail] = await app.platform.rows.find<{ to: string; documents: object }>(
    'plugin::platform.delivery',
    (query, column) => void query.where(column('template'), 'billing-note-mail'),
  );
  expect(mail).toMatchObject({ to: one.member.email, documents: [{ kind: 'billing-note' }] });
  expect((await clerk.post(`/billing/billing-notes/${note.documentId}/send`)).body.data.to).toBe(one.member.email);
  expect(await proofOf(app)).toEqual([]);
});

test('an invoice is on one live note at a time; a cancelled note gives its invoices back', async () => {
  const one = await company();
  const invoice = await invoiceOf(one);
  const wish = { customer: one.customer.documentId, invoices: [invoice.documentId] };
  const answers = await Promise.all(Array.from({ length: 8 }, () => bill([wish])));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status !== 201).map((answer) => codeOf(answer)[1])).toEqual(
    Array.from({ length: 7 }, () => 'billing_note.invoice_taken'),
  );
  const [note] = answers.flatMap(({ body }) => body.data ?? []);
  expect(codeOf(await bill([{ customer: one.customer.documentId }]))).toEqual([422, 'billing_note.nothing_open']);
  const cancel = () => clerk.post(`/billing/billing-notes/${note.documentId}/cancel`, { reason: 'ผิดวัน' });
  expect((await cancel()).body.data).toMatchObject({ state: 'cancelled', cancelReason: 'ผิดวัน' });
  expect(codeOf(await cancel())).toEqual([409, 'state.not_allowed']);
  expect(codeOf(await clerk.post(`/billing/billing-notes/${note.documentId}/send`))).toEqual([
    409,
    'billing_note.not_to_send',
  ]);
  expect((await bill([wish])).status).toBe(201);
  // The one that was cancelled still stands in its series.
  expect(await proofOf(app)).toEqual([]);
});

test('many at once are all made or none is; what is wrong is said of its place', async () => {
  const [one, two] = [await company(), await company()];
  const [mine] = [await invoiceOf(one), await invoiceOf(two)];
  const both = [{ customer: one.customer.documentId }, { customer: two.customer.documentId }];
  const foreign = await bill([both[0] ?? {}, { ...both[1], invoices: [mine.documentId] }]);
  expect([...codeOf(foreign), foreign.body.error.details.field]).toEqual([
    404,
    'billing_note.invoice_unknown',
    'notes.1.invoices.0',
  ]);
  expect(codeOf(await bill([both[0] ?? {}, both[0] ?? {}]))).toEqual([400, 'billing_note.customer_twice']);
  expect(codeOf(await bill([{ ...both[0], payOn: '2030-03-11' }]))).toEqual([400, 'billing_note.pay_before']);
  expect(codeOf(await bill([{ ...both[0], billedOn: '2030-03-11' }]))).toEqual([400, 'billing_note.before_invoice']);
  expect(codeOf(await bill([{ ...both[0], billedOn: '2039-03-11' }]))).toEqual([400, 'billing_note.date_wrong']);
  expect(codeOf(await bill([{ ...both[0], invoices: [mine.documentId, mine.documentId] }]))).toEqual([
    400,
    'billing_note.twice',
  ]);
  expect(
    (await clerk.get('/billing/billing-notes?filters[customer][documentId][$eq]=' + one.customer.documentId)).body.data,
  ).toEqual([]);
  expect((await bill(both, { send: false })).body.data).toHaveLength(2);

  await clerk.post('/billing/payments', {
    ...{ customer: one.customer.documentId, method: 'cash', amount: '107000', receivedOn: '2030-03-12' },
  });
  const paid = await bill([{ customer: one.customer.documentId, invoices: [mine.documentId] }]);
  expect(codeOf(paid)).toEqual([409, 'billing_note.invoice_not_open']);

  expect(codeOf(await setDays(one, { billing: [{ kind: 'days', from: 5, to: 1 }], payment: [] }))).toEqual([
    400,
    'billing_days.range',
  ]);
  expect(codeOf(await setDays(one, { billing: [FIRST, FIRST], payment: [] }))).toEqual([400, 'billing_days.twice']);
  expect((await setDays(one, { billing: [{ kind: 'weekday', nth: 5, weekday: 1 }], payment: [] })).status).toBe(400);
  const sales = await app.staff('sales');
  expect((await bill(both, {}, sales)).status).toBe(403);
  const accountant = await app.staff('accountant');
  expect((await accountant.get('/billing/billing-notes')).body.data.length).toBeGreaterThan(2);
  expect((await bill(both, {}, accountant)).status).toBe(403);
});
