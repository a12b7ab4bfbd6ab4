import { type App, bootApp, type Staff } from '../../support/app';
import { inBoth } from '../../support/in-both';
import { textOf } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf, sendSlip } from './support';

/** Money that goes back: never more than came, by two pairs of eyes, to the satang. */
let app: App;
let owner: Staff;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff('owner');
  clerk = await app.staff('billing');
});
afterAll(() => app?.close());

const ACCOUNT = { bank: 'KBANK', number: '123-4-56789-0', name: 'บริษัท เชียงใหม่การค้า จำกัด' };

async function company() {
  const member = await companyMember(app);
  return { member, customer: await customerOf(app, member) };
}
type Company = Awaited<ReturnType<typeof company>>;
async function pay({ customer }: Company, amount: bigint, by: Staff = clerk) {
  const answer = await by.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'bank_transfer', amount: String(amount), currency: 'THB' },
    ...{ receivedOn: app.platform.clock.today(), bank: 'KBANK', reference: `R${Math.random()}` },
  });
  expect(answer.body.error).toBeUndefined();
  return answer.body.data as { documentId: string };
}
const refund = (by: Staff, payment: string, body: object = {}) =>
  by.post(`/billing/payments/${payment}/refund`, { reason: 'ลูกค้าโอนเกิน', account: ACCOUNT, ...body });
const accountOf = async ({ member }: Company) => (await member.get('/api/billing/account')).body.data;
const codeOf = (answer: { status: number; body: { error?: { details: { code: string } } } }) => [
  answer.status,
  answer.body.error?.details.code,
];
const approvalOf = async (id: string) =>
  (await owner.get(`/platform/approvals?filters[subjectDocumentId][$eq]=${id}`)).body.data[0];

test('what was paid too much goes back within the limit of the clerk: approved, sent with its advice, arrived', async () => {
  const one = await company();
  const invoice = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const payment = await pay(one, 127_000n);
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '20000', refunding: '0' });

  expect(codeOf(await refund(clerk, payment.documentId, { amount: '20001' }))).toEqual([409, 'refund.too_much']);
  expect(codeOf(await refund(clerk, payment.documentId, { amount: '0' }))).toEqual([400, 'refund.amount_not_positive']);
  const asked = await refund(clerk, payment.documentId, { amount: '15000', account: undefined });
  expect(asked.status).toBe(201);
  const made = asked.body.data;
  expect(made).toMatchObject({ state: 'approved', amount: '15000', currency: 'THB' });
  expect(made.number).toMatch(/^RF-/);
  expect(await accountOf(one)).toMatchObject({ credit: '5000', refunding: '15000', balance: '-5000' });
  expect(codeOf(await refund(clerk, payment.documentId))).toEqual([409, 'refund.under_way']);
  expect(codeOf(await clerk.post(`/billing/payments/${payment.documentId}/reverse`, { reason: 'x' }))).toEqual([
    409,
    'payment.refunded',
  ]);

  const send = (body: object) => clerk.post(`/billing/refunds/${made.documentId}/send`, body);
  expect(codeOf(await send({ reference: 'OUT-1' }))).toEqual([422, 'refund.account_missing']);
  expect(codeOf(await send({ reference: 'OUT-1', account: ACCOUNT, sentOn: '2099-01-01' }))).toEqual([
    400,
    'refund.sent_in_future',
  ]);
  expect((await send({ reference: 'OUT-1', account: ACCOUNT })).body.data).toMatchObject({
    ...{ state: 'sent', reference: 'OUT-1', sentOn: app.platform.clock.today() },
  });
  expect(codeOf(await send({ reference: 'OUT-1', account: ACCOUNT }))).toEqual([409, 'state.not_allowed']);
  expect(codeOf(await clerk.post(`/billing/refunds/${made.documentId}/cancel`, { reason: 'x' }))).toEqual([
    409,
    'state.not_allowed',
  ]);
  expect((await clerk.post(`/billing/refunds/${made.documentId}/confirm`)).body.data.state).toBe('confirmed');

  const own = (await one.member.get('/api/billing/refunds')).body.data;
  expect(own).toMatchObject([{ number: made.number, state: 'confirmed', amount: '15000' }]);
  expect(own[0].approvedBy).toBeUndefined();
  const paper = await one.member.get(`/api/billing/refunds/${made.documentId}/document?lang=en`).responseType('blob');
  expect(paper.status).toBe(200);
  expect(await textOf(paper.body)).toContain('Refund advice');
  const other = await company();
  expect((await other.member.get(`/api/billing/refunds/${made.documentId}`)).status).toBe(404);
  const [mail] = await app.platform.rows.find<{ to: string; documents: object }>(
    'plugin::platform.delivery',
    (query, column) => void query.where(column('template'), 'refund-advice'),
  );
  expect(mail).toMatchObject({ to: one.member.email, documents: [{ kind: 'refund' }] });

  // The rest pays the next invoice; what went back does not.
  const next = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  await clerk.post(`/billing/customers/${one.customer.documentId}/use-credit`);
  expect((await one.member.get(`/api/billing/invoices/${next.documentId}`)).body.data.amountDue).toBe('102000');
  expect((await one.member.get(`/api/billing/invoices/${invoice.documentId}`)).body.data.state).toBe('paid');
  expect(await proofOf(app)).toEqual([]);
});

test('above the limit somebody else decides; refused it is customer credit again', async () => {
  const one = await company();
  const payment = await pay(one, 1_000_001n);
  const asked = (await refund(clerk, payment.documentId, { amount: '500001' })).body.data;
  expect(asked.state).toBe('requested');
  const question = await approvalOf(asked.documentId);
  expect(question).toMatchObject({ kind: 'refund', state: 'asked', amount: '500001', subjectName: asked.number });
  expect(question.words.en).toContain('Refund 5,000.01 THB');
  const send = (id: string) => clerk.post(`/billing/refunds/${id}/send`, { reference: `OUT-${id}` });
  expect(codeOf(await send(asked.documentId))).toEqual([409, 'state.not_allowed']);
  expect((await clerk.post(`/platform/approvals/${question.documentId}/grant`)).status).toBe(403);
  await owner.post(`/platform/approvals/${question.documentId}/refuse`, { comment: 'Wrong account' });
  const read = async (id: string) => (await clerk.get(`/billing/refunds/${id}`)).body.data;
  expect(await read(asked.documentId)).toMatchObject({ state: 'cancelled', cancelReason: 'Wrong account' });
  expect(await accountOf(one)).toMatchObject({ credit: '1000001', refunding: '0' });

  // Asked for and taken back, the system says so itself, to each reader in their own language.
  const silent = (await refund(clerk, payment.documentId, { amount: '500001' })).body.data;
  const { documentId: wordless } = await approvalOf(silent.documentId);
  expect((await clerk.post(`/platform/approvals/${wordless}/withdraw`, {})).status).toBe(200);
  for (const who of [clerk, one.member]) {
    const url = `${who === clerk ? '' : '/api'}/billing/refunds/${silent.documentId}`;
    const said = await inBoth<{ cancelReason: string }>(() => who.get(url));
    expect(said.map(({ cancelReason }) => cancelReason)).toEqual(['ถอนคำขอคืนเงิน', 'The question was taken back.']);
  }

  const again = (await refund(clerk, payment.documentId)).body.data;
  expect(again).toMatchObject({ state: 'requested', amount: '1000001' });
  const second = await approvalOf(again.documentId);
  expect((await owner.post(`/platform/approvals/${second.documentId}/grant`)).body.data.state).toBe('granted');
  expect(await read(again.documentId)).toMatchObject({ state: 'approved' });
  expect((await send(again.documentId)).body.data.state).toBe('sent');
  expect(await accountOf(one)).toMatchObject({ credit: '0', balance: '0' });
  expect(codeOf(await refund(owner, payment.documentId))).toEqual([422, 'refund.nothing_left']);
});

test('who verified the slip does not refund it', async () => {
  const one = await company();
  const invoice = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const submitted = await one.member.post(`/api/billing/invoices/${invoice.documentId}/payments`, {
    ...{ method: 'bank_transfer', slip: await sendSlip(app, one.member, 77) },
  });
  const payment = submitted.body.data.documentId;
  expect((await clerk.post(`/billing/payments/${payment}/verify`, { amount: '108000' })).status).toBe(200);
  expect(codeOf(await refund(clerk, payment, { amount: '500' }))).toEqual([409, 'refund.own_verification']);
  const made = (await refund(owner, payment, { amount: '500' })).body.data;
  expect(made.state).toBe('approved');
  expect(codeOf(await clerk.post(`/billing/refunds/${made.documentId}/send`, { reference: 'V-1' }))).toEqual([
    409,
    'refund.own_verification',
  ]);
  expect((await owner.post(`/billing/refunds/${made.documentId}/send`, { reference: 'V-1' })).status).toBe(200);

  // By a credit note it asks, however small, and the clerk still does not send it.
  const note = await clerk.post(`/billing/invoices/${invoice.documentId}/credit-notes`, {
    ...{ reason: 'ไม่ได้ให้บริการ', cause: 'service_not_rendered', settle: [{ how: 'refund', amount: '10000' }] },
    account: ACCOUNT,
  });
  expect(note.body.data).toMatchObject({ refund: '10000', credit: '97000' });
  const [made2] = (await clerk.get('/billing/refunds?sort=id:desc')).body.data;
  expect(made2).toMatchObject({ state: 'requested', amount: '10000' });
});

test('a credit note gives back what was paid, never what was not, and ten at once give it back once', async () => {
  const one = await company();
  const invoice = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const credit = (body: object) =>
    owner.post(`/billing/invoices/${invoice.documentId}/credit-notes`, { reason: 'ยกเลิก', account: ACCOUNT, ...body });
  expect(codeOf(await credit({ settle: [{ how: 'refund', amount: '1' }] }))).toEqual([
    409,
    'credit_note.refund_too_much',
  ]);
  await pay(one, 50_000n);
  expect(codeOf(await credit({ settle: [{ how: 'refund', amount: '50001' }] }))).toEqual([
    409,
    'credit_note.refund_too_much',
  ]);
  const note = await credit({ settle: [{ how: 'offset' }, { how: 'refund', amount: '20000' }] });
  expect(note.body.data).toMatchObject({ total: '107000', offset: '57000', refund: '20000', credit: '30000' });
  expect(await accountOf(one)).toMatchObject({ due: '0', credit: '30000', refunding: '20000' });
  const [first] = (await one.member.get('/api/billing/refunds')).body.data;
  await owner.post(`/billing/refunds/${first.documentId}/send`, { reference: 'CN-1' });

  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      owner.post(`/billing/credit-notes/${note.body.data.documentId}/refund`, {
        ...{ reason: 'คืนส่วนที่เหลือ', amount: '30000', account: ACCOUNT },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  expect(await accountOf(one)).toMatchObject({ credit: '0', refunding: '30000' });
  expect(await proofOf(app)).toEqual([]);
  const today = app.platform.clock.today();
  const statement = await owner.get(
    `/reports/reports/statement?from=${today}&to=${today}&customer=${one.customer.documentId}`,
  );
  expect(statement.body.data.rows).toContainEqual(
    expect.objectContaining({ entry: 'คืนเงิน', number: first.number, debit: '20000', balance: '-30000' }),
  );
});

test('above a limit that the owner sets, an invoice is given up or void only when somebody grants it', async () => {
  const one = await company();
  const limit = (kind: string, most: string) =>
    owner.put('/platform/approval-limits', { kind, limits: [{ role: 'sanya-billing', most }] });
  expect((await limit('write-off', '20000')).status).toBe(200);
  const ended = (verb: string, id: string) => clerk.post(`/billing/invoices/${id}/${verb}`, { reason: 'ปิดกิจการ' });
  const small = await issue(app, one.customer.id, [line({ unitPrice: 10_000n })]);
  expect((await ended('write-off', small.documentId)).body.data.state).toBe('uncollectible');
  const large = await issue(app, one.customer.id, [line({ unitPrice: 100_000n })]);
  const asked = (await ended('write-off', large.documentId)).body.data;
  expect(asked).toMatchObject({ state: 'open', approval: { documentId: expect.any(String) } });
  expect(codeOf(await ended('write-off', large.documentId))).toEqual([409, 'approval.asked_already']);
  const question = await approvalOf(large.documentId);
  expect(question.words.en).toContain('Give up 1,070.00 THB');
  await owner.post(`/platform/approvals/${question.documentId}/grant`);
  expect((await one.member.get(`/api/billing/invoices/${large.documentId}`)).body.data.state).toBe('uncollectible');
  expect(codeOf(await ended('write-off', large.documentId))).toEqual([409, 'state.not_allowed']);

  await limit('void', '0');
  const open = await issue(app, one.customer.id, [line({ unitPrice: 10_000n })]);
  expect((await ended('void', open.documentId)).body.data.state).toBe('open');
  await pay(one, 10_700n);
  const late = await approvalOf(open.documentId);
  // Paid meanwhile: what is granted cannot be done, so that nothing was granted.
  expect(codeOf(await owner.post(`/platform/approvals/${late.documentId}/grant`))[0]).toBe(409);
  expect((await approvalOf(open.documentId)).state).toBe('asked');
});
