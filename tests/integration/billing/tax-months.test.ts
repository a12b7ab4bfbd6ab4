import { type App, bootApp, type Staff } from '../../support/app';
import { asSystem, companyMember, customerOf, goods, invoicing, issue, line, proofOf, SETTING } from './support';

const TAX_INVOICE = 'plugin::billing.tax-invoice';
const TAX_MONTH = 'plugin::billing.tax-month';

let app: App;
let clerk: Staff;
let owner: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  owner = await app.staff('owner');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const clockTo = async (now: string): Promise<void> => {
  expect((await owner.post('/platform/clock', { now })).status).toBe(200);
};
const refused = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];

async function company() {
  const member = await companyMember(app);
  return { member, ...(await customerOf(app, member)) };
}
const pay = (customer: string, amount: bigint, receivedOn: string) =>
  clerk.post('/billing/payments', { customer, method: 'cash', amount: String(amount), receivedOn });
const month = async (name: string) => (await clerk.get(`/billing/tax-months/${name}`)).body.data;
const close = (name: string, who: Staff = clerk, body: object = {}) =>
  who.post(`/billing/tax-months/${name}/close`, body);

test('a month is closed when it is over, once; its figures are those of the report, and stay', async () => {
  await clockTo('2031-01-10T03:00:00Z');
  const buyer = await company();
  const service = await issue(app, buyer.id, [line()]);
  await issue(app, buyer.id, [line({ taxCategory: 'exempt', unitPrice: 50_000n })]);
  expect((await pay(buyer.documentId, service.total, '2031-01-10')).status).toBe(201);

  expect(refused(await close('2031-01'))).toEqual([422, 'tax_month.not_over']);
  expect(refused(await close('2031-13'))).toEqual([400, 'tax_month.not_a_month']);
  expect(refused(await close('2031-1'))).toEqual([400, 'tax_month.not_a_month']);
  await clockTo('2031-02-05T03:00:00Z');

  const preview = await month('2031-01');
  expect(preview).toMatchObject({
    ...{ month: '2031-01', state: 'open', over: true, documents: 2 },
    ...{ value: '1000000', vat: '70000', exempt: '50000', missing: [] },
    branches: [{ branch: '00000', documents: 2, value: '1000000', vat: '70000', zero: '0', exempt: '50000' }],
  });
  const accountant = await app.staff('accountant');
  expect((await close('2031-01', accountant)).status).toBe(403);
  expect((await accountant.get('/billing/tax-months')).body.data.map((one: { month: string }) => one.month)).toEqual([
    '2031-02',
    '2031-01',
  ]);
  expect((await (await app.staff('sales')).get('/billing/tax-months/2031-01')).status).toBe(403);

  // A Buddhist year is read as what it means.
  const closed = await close('2574-01');
  expect([closed.status, closed.body.data]).toEqual([
    200,
    expect.objectContaining({ month: '2031-01', state: 'closed', vat: '70000', closedBy: expect.any(String) }),
  ]);
  expect(refused(await close('2031-01'))).toEqual([409, 'tax_month.already_closed']);
  const report = await owner.get('/reports/reports/output-vat?from=2031-01-01&to=2031-01-31');
  expect(report.body.data.totals).toMatchObject({ value: '1000000', vat: '70000', exempt: '50000' });
});

test('money of a closed month is documented today, at the rate of its own day, and listed for an additional return', async () => {
  const buyer = await company();
  const service = await issue(app, buyer.id, [line({ unitPrice: 200_000n })]);
  const paid = await pay(buyer.documentId, service.total, '2031-01-20');
  expect(paid.status).toBe(201);
  const [taxInvoice] = paid.body.data.taxInvoices as { documentId: string; number: string }[];
  const [row] = (await clerk.get('/billing/tax-invoices?filters[taxPointOn][$notNull]=true')).body.data;
  expect(row).toMatchObject({
    ...{ documentId: taxInvoice?.documentId, taxDate: '2031-02-05', taxPointOn: '2031-01-20' },
    ...{ net: '200000', tax: '14000', additionalReturnOn: null },
  });
  const [receipt] = (await clerk.get(`/billing/receipts?filters[number][$eq]=${row.number}`)).body.data;
  expect(receipt).toMatchObject({ issuedOn: '2031-02-05' });
  const [payment] = (await clerk.get(`/billing/payments?filters[documentId][$eq]=${paid.body.data.documentId}`)).body
    .data;
  expect(payment.receivedOn).toBe('2031-01-20');
  expect(await month('2031-01')).toMatchObject({ vat: '70000', late: { documents: 1, tax: '14000', waiting: 1 } });
  expect(await month('2031-02')).toMatchObject({ vat: '14000', late: { documents: 0 } });

  const url = `/billing/tax-invoices/${row.documentId}/additional-return`;
  expect(refused(await clerk.post(url, { on: '2031-02-04' }))).toEqual([400, 'tax_invoice.returned_on_wrong']);
  expect((await clerk.post(url, { on: '2031-02-05' })).status).toBe(200);
  expect(await month('2031-01')).toMatchObject({ late: { documents: 1, waiting: 0 } });
});

test('everything else that is dated in a closed month is refused, and nothing of it is written', async () => {
  const buyer = await company();
  const draft = {
    customer: buyer.documentId,
    issuedOn: '2031-01-31',
    lines: [{ description: 'Late', quantity: '1', unitPrice: '1000' }],
  };
  const drafted = await clerk.post('/billing/invoices', draft);
  expect(drafted.status).toBe(201);
  const issued = await clerk.post(`/billing/invoices/${drafted.body.data.documentId}/issue`);
  expect(refused(issued)).toEqual([409, 'tax_month.closed']);
  expect(issued.body.error.details.field).toBe('issuedOn');
  await expect(
    asSystem(app, () =>
      invoicing(app).issue([
        ...[{ customer: buyer.id, branch: null, currency: 'THB', pricesIncludeTax: false, source: null }].map(
          (one) => ({
            ...one,
            issuedOn: '2031-01-31',
            lines: [line()],
          }),
        ),
      ]),
    ),
  ).rejects.toMatchObject({ code: 'tax_month.closed', status: 409, field: 'issuedOn' });
  const delivered = await issue(app, buyer.id, [goods({ sourceLine: 'g1' })]);
  const handOver = (on: string) =>
    asSystem(app, () =>
      invoicing(app).handOver([{ invoice: delivered.id, on, lines: [{ sourceLine: 'g1', quantity: 1000n }] }]),
    );
  await expect(handOver('2031-01-31')).rejects.toMatchObject({ code: 'tax_month.closed', field: 'on' });
  expect((await handOver('2031-02-05')).map((one) => one.total)).toEqual([1_070_000n]);
});

test('what a closed month reported is not taken away: not by a reversal, not by hand, until it is opened again', async () => {
  const [taxInvoice] = await app.platform.rows.find<{ payment: number; number: string }>(
    TAX_INVOICE,
    (query, column) => void query.where(column('taxDate'), '2031-01-10'),
  );
  const [payment] = await app.platform.rows.byIds('plugin::billing.payment', [taxInvoice?.payment ?? 0]);
  const url = `/billing/payments/${payment?.documentId}/reverse`;
  const said = await clerk.post(url, { reason: 'no cover' }).set('Accept-Language', 'en');
  expect(refused(said)).toEqual([409, 'tax_month.closed_with']);
  expect(said.body.error.message).toContain(taxInvoice?.number);
  const [exempt] = (await clerk.get('/billing/invoices?filters[net][$eq]=50000')).body.data;
  expect(refused(await clerk.post(`/billing/invoices/${exempt.documentId}/void`, { reason: 'x' }))).toEqual([
    409,
    'tax_month.closed_with',
  ]);

  // The database itself: inserts, states and the month's own figures, past every use case.
  const { rows } = app.platform;
  const byHand = (work: () => Promise<unknown>) => app.platform.transaction(work);
  await expect(
    byHand(() => rows.update(TAX_INVOICE, [{ id: taxInvoice?.id ?? 0, state: 'cancelled' }])),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya_forbid') });
  await expect(
    byHand(() => rows.update(TAX_INVOICE, [{ id: taxInvoice?.id ?? 0, state: 'replaced' }])),
  ).rejects.toMatchObject({ message: expect.stringContaining('sanya_forbid') });
  for (const [uid, row] of [
    [TAX_INVOICE, { number: 'X1', state: 'issued', kind: 'tax_invoice', cause: 'early', taxDate: '2031-01-31' }],
    ['plugin::billing.invoice', { number: 'X2', state: 'open', seller: {}, buyer: {} }],
    ['plugin::billing.receipt', { number: 'X3', state: 'issued', kind: 'receipt' }],
    ['plugin::billing.credit-note', { number: 'X4', state: 'issued' }],
    ['plugin::billing.debit-note', { number: null, state: 'draft' }],
  ] as const) {
    const [draft] = uid.endsWith('debit-note')
      ? await byHand(async () => rows.insert(uid, [row])).then((r) => r as { id: number }[])
      : [];
    const writes = draft
      ? () => rows.update(uid, [{ id: draft.id, number: 'X5', state: 'issued', issuedOn: '2031-01-31' }])
      : () => rows.insert(uid, [{ issuedOn: '2031-01-31', ...row }]);
    await expect(byHand(writes)).rejects.toMatchObject({ message: expect.stringContaining('sanya_forbid') });
    if (draft) await byHand(() => rows.remove(uid, [draft.id]));
  }
  const [closed] = await rows.find(TAX_MONTH, (query, column) => void query.where(column('month'), '2031-01'));
  await expect(byHand(() => rows.update(TAX_MONTH, [{ id: closed?.id ?? 0, vat: 0n }]))).rejects.toMatchObject({
    message: expect.stringContaining('sanya-frozen'),
  });

  expect((await clerk.post('/billing/tax-months/2031-01/reopen', { reason: 'x' })).status).toBe(403);
  expect((await owner.post('/billing/tax-months/2031-01/reopen', {})).status).toBe(400);
  const opened = await owner.post('/billing/tax-months/2031-01/reopen', { reason: 'เช็คคืน ยื่นเพิ่มเติม' });
  expect(opened.body.data).toMatchObject({ state: 'open', reopenReason: 'เช็คคืน ยื่นเพิ่มเติม' });
  expect(refused(await owner.post('/billing/tax-months/2031-01/reopen', { reason: 'x' }))).toEqual([
    409,
    'tax_month.not_closed',
  ]);
  expect((await clerk.post(url, { reason: 'no cover' })).status).toBe(200);
  expect((await close('2031-01')).body.data).toMatchObject({ vat: '0', exempt: '50000', documents: 2 });
  const events = await app.platform.rows.find<{ name: string; after: Record<string, string> }>(
    'plugin::platform.event',
    (query, column) => void query.where(column('subjectType'), TAX_MONTH),
  );
  expect(events.map(({ name, after }) => [name, after.vat])).toEqual([
    ['tax_month.closed', '70000'],
    ['tax_month.reopened', '70000'],
    ['tax_month.closed', '0'],
  ]);
});

test('what is missing is named, and closed without only when that is said', async () => {
  const buyer = await company();
  const service = await issue(app, buyer.id, [line()]);
  await app.platform.rows.update(SETTING, [
    { id: (await app.platform.settings.read(SETTING)).id, slipRequired: false },
  ]);
  const sent = await buyer.member.post(`/api/billing/invoices/${service.documentId}/payments`, { method: 'promptpay' });
  expect(sent.status).toBe(201);
  const slip = sent.body.data as { documentId: string };
  await clockTo('2031-03-02T03:00:00Z');
  const { missing } = await month('2031-02');
  expect(missing).toEqual([
    expect.objectContaining({ what: 'to_verify', documentId: slip.documentId, number: service.number }),
  ]);
  expect(refused(await close('2031-02'))).toEqual([409, 'tax_month.something_missing']);
  expect((await close('2031-02', clerk, { despite: true })).status).toBe(200);
  // Verified later, its money is of a closed month.
  const verified = await clerk.post(`/billing/payments/${slip.documentId}/verify`, { receivedOn: '2031-02-28' });
  expect(verified.status).toBe(200);
  const late = (await clerk.get('/billing/tax-invoices?filters[taxPointOn][$eq]=2031-02-28')).body.data;
  expect(late).toEqual([expect.objectContaining({ taxDate: '2031-03-02' })]);
});

test('documents issued at the moment of closing are in its figures, or dated today', async () => {
  const buyers = await Promise.all(Array.from({ length: 4 }, () => company()));
  const invoices = await Promise.all(
    buyers.flatMap((buyer) => [1, 2, 3].map(async () => ({ buyer, invoice: await issue(app, buyer.id, [line()]) }))),
  );
  await clockTo('2031-04-01T03:00:00Z');
  const payOne = ({ buyer, invoice }: (typeof invoices)[number]) =>
    clerk.post('/billing/payments', {
      ...{ customer: buyer.documentId, method: 'cash', amount: String(invoice.total), receivedOn: '2031-03-31' },
      allocations: [{ invoice: invoice.documentId, amount: String(invoice.total) }],
    });
  const before = invoices.slice(0, 5).map(payOne);
  const closings = [1, 2].map(() => close('2031-03', clerk, { despite: true }));
  const answers = await Promise.all([...before, ...closings, ...invoices.slice(5).map(payOne)]);
  expect(answers.map((one) => one.status).filter((status) => status >= 500)).toEqual([]);
  const states = answers.slice(5, 7).map((one) => one.status);
  expect(states.sort()).toEqual([200, 409]);

  const dated = await app.platform.rows.find<{ taxDate: string; taxPointOn: string | null; tax: bigint }>(
    TAX_INVOICE,
    (query, column) =>
      void query.whereIn(
        column('customer'),
        buyers.map((buyer) => buyer.id),
      ),
  );
  expect(dated).toHaveLength(12);
  const inMonth = dated.filter((one) => one.taxDate === '2031-03-31');
  const after = dated.filter((one) => one.taxDate === '2031-04-01' && one.taxPointOn === '2031-03-31');
  expect(inMonth.length + after.length).toBe(12);
  const { vat, late } = await month('2031-03');
  const verified = 70_000n;
  expect(BigInt(vat)).toBe(verified + 70_000n * BigInt(inMonth.length));
  expect(late.documents).toBe(after.length);
});
