import { type App, bootApp, type Staff } from '../../support/app';
import { pagesOf, said } from '../../support/pdf';
import { companyMember, customerOf, issue, line, proofOf } from './support';

let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app.close());
afterEach(async () => expect(await proofOf(app)).toEqual([]));

interface Waiting {
  kind: string;
  documentId: string;
  number: string;
  customer: string;
}
const refused = (answer: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  answer.status,
  answer.body.error?.details?.code,
];
const queue = async (): Promise<Waiting[]> => (await clerk.get('/billing/print-queue')).body.data;
const print = (documents: readonly Waiting[], copies?: number) =>
  clerk.post('/billing/print-queue/print', {
    documents: documents.map(({ kind, documentId }) => ({ kind, id: documentId })),
    ...(copies === undefined ? {} : { copies }),
  });
const pages = async (url: string): Promise<string[]> => pagesOf((await clerk.get(url).buffer()).body as Buffer);

/** A company with an invoice that is paid with too much: invoice, receipt and tax invoice in one, receipt of the rest. */
async function papers(language: 'th' | 'en', wantsPaper = true) {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  expect((await clerk.put(`/crm/customers/${customer.documentId}`, { wantsPaper, language })).status).toBe(200);
  const invoice = await issue(app, customer.id, [line()]);
  const paid = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount: String(invoice.total + 5_000n) },
    receivedOn: app.platform.clock.today(),
  });
  expect(paid.status).toBe(201);
  return { member, customer };
}

test('what customers want on paper waits once, and is printed as original and copies in one file with envelopes', async () => {
  const thai = await papers('th');
  const english = await papers('en');
  await papers('th', false);
  const waiting = await queue();
  const kinds = (customer: string) => waiting.filter((one) => one.customer === customer).map((one) => one.kind);
  expect(kinds(thai.customer.documentId).sort()).toEqual(['invoice', 'receipt', 'tax-invoice']);
  expect(waiting).toHaveLength(6);

  const done = await print(waiting, 2);
  expect([done.status, done.body.data.sheets]).toEqual([201, 18]);
  expect(await queue()).toEqual([]);
  const texts = await pages(done.body.data.document);
  expect(texts).toHaveLength(18);
  const marks = (index: number) => texts.slice(index * 3, index * 3 + 3);
  waiting.forEach(({ number, customer }, index) => {
    const [original, ...copies] = marks(index);
    const [word, again] =
      customer === thai.customer.documentId ? [said('ต้นฉบับ'), said('สำเนา')] : ['Original', 'Copy'];
    expect(original).toContain(number);
    expect(original).toContain(word);
    for (const copy of copies) {
      expect(copy).toContain(number);
      expect(copy).toContain(again);
      expect(copy).not.toContain(word);
    }
  });
  const both = waiting.findIndex((one) => one.kind === 'tax-invoice' && one.customer === thai.customer.documentId);
  expect(marks(both)[0]).toContain(said('เอกสารออกเป็นชุด'));
  expect(texts.join('')).not.toContain(said('ไม่ใช่ต้นฉบับใบกำกับภาษี'));
  // The same sheets as often as the printer needs them.
  expect(await pages(done.body.data.document)).toEqual(texts);

  const envelopes = await pages(done.body.data.envelopes);
  expect(envelopes).toHaveLength(2);
  for (const envelope of envelopes) {
    expect(envelope).toContain(said('บริษัท เชียงใหม่การค้า จำกัด'));
    expect(envelope).toContain(said('1 ถนนนิมมานเหมินท์'));
  }
  expect(english.member).toBeDefined();
});

test('two who print the same at once print it once; what no longer stands and what is not theirs to print is refused', async () => {
  const { customer, member } = await papers('th');
  const waiting = (await queue()).filter((one) => one.customer === customer.documentId);
  const answers = await Promise.all([print(waiting), print(waiting), print(waiting)]);
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
  const late = answers.find((one) => one.status === 409);
  expect(late && refused(late)).toEqual([409, 'tax_invoice.original_printed']);
  // Elsewhere it is a copy from now on.
  const [taxInvoice] = waiting.filter((one) => one.kind === 'tax-invoice');
  expect((await clerk.post(`/billing/tax-invoices/${taxInvoice?.documentId}/print`)).body.data.mark).toBe('copy');

  const [first] = waiting;
  expect(refused(await print([first as Waiting, first as Waiting]))).toEqual([400, 'print.twice']);
  expect(refused(await print([{ ...(first as Waiting), kind: 'credit-note' }]))).toEqual([404, 'print.unknown']);
  expect((await print([])).status).toBe(400);
  expect((await print([first as Waiting], 9)).status).toBe(400);
  expect((await clerk.get('/billing/print-batches/nosuchbatch/document')).status).toBe(404);
  expect((await (await app.staff('sales')).get('/billing/print-queue')).status).toBe(403);
  expect((await member.get('/api/billing/print-queue')).status).toBe(404);

  const voided = await issue(app, customer.id, [line()]);
  expect((await clerk.post(`/billing/invoices/${voided.documentId}/void`, { reason: 'x' })).status).toBe(200);
  expect(await queue()).toEqual([]);
  const gone = { ...(first as Waiting), kind: 'invoice', documentId: voided.documentId };
  expect(refused(await print([gone]))).toEqual([409, 'print.not_standing']);
});

/** A paid invoice that is credited and charged more; its papers wait, with the invoice over the difference. */
async function corrected() {
  const { member, customer } = await papers('th');
  const [invoice] = await app.platform.rows.find<{ documentId: string }>(
    'plugin::billing.invoice',
    (query, column) => void query.where(column('customer'), customer.id),
  );
  const { lines } = (await clerk.get(`/billing/invoices/${invoice?.documentId}/creditable`)).body.data;
  const note = async (path: string) => {
    const body = { reason: 'x', lines: [{ line: lines[0].line, amount: '10700' }] };
    const answer = await clerk.post(`/billing/invoices/${invoice?.documentId}/${path}`, body);
    expect(answer.status).toBe(201);
    return `/billing/${path}/${answer.body.data.documentId}`;
  };
  return { member, customer, credit: await note('credit-notes'), debit: await note('debit-notes') };
}

test('a credit note and a debit note are printed as an original once, in the queue or by themselves, then as copies', async () => {
  const { member, customer, credit, debit } = await corrected();
  const ofCustomer = async () => (await queue()).filter((one) => one.customer === customer.documentId);
  const notes = (await ofCustomer()).filter((one) => one.kind.endsWith('-note'));
  expect(notes.map((one) => one.kind).sort()).toEqual(['credit-note', 'debit-note']);
  const [creditNote] = notes.filter((one) => one.kind === 'credit-note');
  const [debitNote] = notes.filter((one) => one.kind === 'debit-note');

  // By itself first, then the queue has it no longer.
  const alone = await clerk.post(`${credit}/print`, {});
  expect([alone.status, alone.body.data.mark, alone.body.data.number]).toEqual([201, 'original', creditNote?.number]);
  const [original] = await pages(`${alone.body.data.document}&lang=th`);
  expect(original).toContain(said('ใบลดหนี้'));
  expect(original).toContain(said('ต้นฉบับ'));
  expect((await ofCustomer()).map((one) => one.kind)).not.toContain('credit-note');
  expect(refused(await print([creditNote as Waiting]))).toEqual([409, 'tax_invoice.original_printed']);
  expect(refused(await clerk.post(`${credit}/print`, { mark: 'original' }))).toEqual([
    409,
    'tax_invoice.original_printed',
  ]);
  const again = await clerk.post(`${credit}/print`, {});
  expect(again.body.data.mark).toBe('copy');
  const [copy] = await pages(`${again.body.data.document}&lang=th`);
  expect(copy).toContain(said('สำเนา'));
  expect(copy).not.toContain(said('ต้นฉบับ'));

  // From the queue first, and by itself it is a copy.
  expect((await print([debitNote as Waiting], 0)).status).toBe(201);
  const late = await clerk.post(`${debit}/print`, {});
  expect(late.body.data.mark).toBe('copy');
  const [sheet] = await pages(`${late.body.data.document}&lang=th`);
  expect(sheet).toContain(said('ใบเพิ่มหนี้'));
  expect(sheet).toContain(said('สำเนา'));

  // A sheet is of one document, and for staff who print.
  const strange = await clerk.get(`${debit}/document?printing=${alone.body.data.documentId}`);
  expect(refused(strange)).toEqual([404, 'tax_invoice.printing_unknown']);
  expect((await member.get(`/api${alone.body.data.document}`)).status).toBe(404);
  expect((await (await app.staff('accountant')).post(`${credit}/print`, {})).status).toBe(403);
});

test('a plain receipt and an invoice have an original, too; a receipt in one with a tax invoice has that of it', async () => {
  const { customer } = await papers('en');
  const waiting = (await queue()).filter((one) => one.customer === customer.documentId);
  for (const kind of ['receipt', 'invoice']) {
    const [one] = waiting.filter((other) => other.kind === kind);
    const marks = [];
    for (let times = 0; times < 2; times++) {
      marks.push((await clerk.post(`/billing/${kind}s/${one?.documentId}/print`, {})).body.data.mark);
    }
    expect([kind, marks]).toEqual([kind, ['original', 'copy']]);
  }
  const [both] = await app.platform.rows.find<{ documentId: string; number: string }>(
    'plugin::billing.receipt',
    (query, column) => void query.where(column('customer'), customer.id).whereNotNull(column('taxInvoice')),
  );
  expect(refused(await clerk.post(`/billing/receipts/${both?.documentId}/print`, {}))).toEqual([
    409,
    'print.is_tax_invoice',
  ]);
  const asReceipt = { kind: 'receipt', documentId: both?.documentId ?? '', number: both?.number ?? '', customer: '' };
  expect(refused(await print([asReceipt]))).toEqual([409, 'print.is_tax_invoice']);

  const draft = await clerk.post('/billing/invoices', {
    customer: customer.documentId,
    lines: [{ description: 'x', quantity: '1', unitPrice: '100000' }],
  });
  expect(refused(await clerk.post(`/billing/invoices/${draft.body.data.documentId}/print`, {}))).toEqual([
    404,
    'print.unknown',
  ]);
});
