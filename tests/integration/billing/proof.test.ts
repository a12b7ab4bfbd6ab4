import { type App, bootApp, type Member, type Staff } from '../../support/app';
import { createTampering } from '../../support/tamper';
import { companyMember, customerOf, issue, line, proofOf } from './support';

/** Each check of the books is shown to find what it is there for, and nothing else. */
let app: App;
let clerk: Staff;
let owner: Staff;
let member: Member;
let customer: { id: number; documentId: string };
let books: ReturnType<typeof createTampering>;

beforeAll(async () => {
  app = await bootApp();
  owner = await app.staff();
  clerk = await app.staff('billing');
  member = await companyMember(app);
  customer = await customerOf(app, member);
  books = createTampering(app, (check) => /^(billing\.|platform\.number)/.test(check));
});
afterAll(() => app?.close());
// What was tampered with is undone, what was done through the doors adds up.
afterEach(async () => expect(await proofOf(app)).toEqual([]));

const BILLING = 'plugin::billing.';
const SERIES = 'plugin::platform.number-series';
type Row = { id: number; documentId: string } & Record<string, unknown>;

const asked = async (
  answer: PromiseLike<{ status: number; body: { data: never } }>,
): Promise<Record<string, never>> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.data;
};
const post = (path: string, body: object = {}) => asked(clerk.post(path, body) as never);
const rowsOf = (name: string, where: Record<string, unknown> = {}): Promise<Row[]> =>
  app.platform.rows.find<Row>(`${BILLING}${name}`, (query, column) => {
    for (const [attribute, value] of Object.entries(where)) void query.where(column(attribute), value as never);
  });
async function rowOf(name: string, where: Record<string, unknown> = {}): Promise<Row> {
  const row = (await rowsOf(name, where)).at(-1);
  if (!row) throw new Error(`no ${name}`);
  return row;
}
const plus = (row: Row, attribute: string, more: bigint): bigint => BigInt(row[attribute] as bigint) + more;
const pay = (amount: string, invoice: string) =>
  post('/billing/payments', {
    ...{ customer: customer.documentId, method: 'cash', amount, receivedOn: app.platform.clock.today() },
    allocations: [{ invoice, amount }],
  });

/** Changes a row of billing in a piece that is rolled back: the proof names these checks, and no other. */
async function finds(
  checks: string | string[],
  name: string,
  row: Row,
  change: Record<string, unknown>,
): Promise<void> {
  await books.undone([`${BILLING}${name}`], async () => {
    await app.platform.rows.update(`${BILLING}${name}`, [{ id: row.id, ...change }]);
    expect(await books.names()).toEqual([checks].flat());
  });
}

test('invoices, payments, allocations and tax documents', async () => {
  const invoice = await issue(app, customer.id, [line()]);
  await pay('1070000', invoice.documentId);
  const open = await issue(app, customer.id, [line()]);
  await issue(app, customer.id, [line()]);
  const stored = await rowOf('invoice', { id: open.id });
  await finds('billing.open_unlike_allocations', 'invoice', stored, { amountDue: plus(stored, 'amountDue', -1n) });
  await finds('billing.invoice_unlike_lines', 'invoice', stored, {
    ...{ net: plus(stored, 'net', 1n), total: plus(stored, 'total', 1n), amountDue: plus(stored, 'amountDue', 1n) },
  });
  await finds('billing.payment_overdrawn', 'payment', await rowOf('payment'), { amount: 1_069_999n });
  const part = await rowOf('allocation-line');
  await finds('billing.allocation_unlike_lines', 'allocation-line', part, { amount: plus(part, 'amount', -1n) });
  const document = await rowOf('tax-invoice');
  await finds('billing.tax_invoice_unlike_lines', 'tax-invoice', document, {
    ...{ net: plus(document, 'net', 1n), total: plus(document, 'total', 1n) },
  });
  // A service that is paid, without a tax invoice that stands: none, or too little.
  await finds('billing.line_unlike_tax_points', 'tax-invoice', document, { state: 'cancelled' });
  await books.undone([`${BILLING}tax-invoice`], async () => {
    await app.platform.rows.update(`${BILLING}tax-invoice`, [{ id: document.id, state: 'cancelled' }]);
    const [one] = await books.found();
    expect([one?.documentId, one?.params]).toMatchObject([
      invoice.documentId,
      { number: invoice.number, paid: { amount: '1070000' }, taxed: { amount: '0' } },
    ]);
  });
});

test('notes that correct an invoice', async () => {
  const invoice = await issue(app, customer.id, [line(), line({ unitPrice: 500_000n })]);
  await post('/billing/tax-invoices', { invoice: invoice.documentId, reason: 'early' });
  const [first] = await rowsOf('invoice-line', { invoice: invoice.id });
  await post(`/billing/invoices/${invoice.documentId}/debit-notes`, {
    ...{ reason: 'too little', lines: [{ line: first?.documentId, amount: '10700' }] },
  });
  await post(`/billing/invoices/${invoice.documentId}/credit-notes`, { reason: 'all of it' });
  const note = await rowOf('credit-note');
  await finds('billing.note_unlike_lines', 'credit-note', note, { taxedNet: plus(note, 'taxedNet', 1n) });
  const debit = await rowOf('debit-note');
  await finds('billing.note_unlike_lines', 'debit-note', debit, { taxedTax: plus(debit, 'taxedTax', -1n) });
  const [credited] = await rowsOf('credit-note-line', { creditNote: note.id });
  if (!credited) throw new Error('no line');
  await finds('billing.line_overcredited', 'credit-note-line', credited, { quantity: plus(credited, 'quantity', 1n) });

  const document = await rowOf('tax-invoice', { invoice: invoice.id });
  const [taxed] = await rowsOf('tax-invoice-line', { taxInvoice: document.id });
  if (!taxed) throw new Error('no line');
  await books.undone([`${BILLING}tax-invoice`, `${BILLING}tax-invoice-line`], async () => {
    const { rows } = app.platform;
    await rows.update(`${BILLING}tax-invoice`, [{ id: document.id, tax: plus(document, 'tax', -1n) }]);
    await rows.update(`${BILLING}tax-invoice-line`, [{ id: taxed.id, tax: plus(taxed, 'tax', -1n) }]);
    expect(await books.names()).toEqual(['billing.tax_invoice_overcredited']);
  });
  const laid = await rowOf('allocation', { creditNote: note.id });
  await finds('billing.credit_note_overdrawn', 'allocation', laid, { credit: plus(laid, 'credit', 1n) });
  const other = await issue(app, customer.id, [line()]);
  await finds('billing.debit_note_unlike_invoice', 'debit-note', debit, { payable: other.id });
});

test('cheques, deposits and statements of the bank', async () => {
  const today = app.platform.clock.today();
  const cheque = { bank: 'KBANK', number: '1234567', date: today, amount: '5000' };
  await post('/billing/cheques', { ...cheque, customer: customer.documentId });
  await finds('billing.cheque_unlike_payment', 'cheque', await rowOf('cheque'), { state: 'cleared' });

  const deposit = await post('/billing/deposits', {
    ...{ customer: customer.documentId, kind: 'advance', description: 'ติดตั้งระบบ', amount: '300000' },
  });
  const { documentId, number } = deposit.invoice as unknown as { documentId: string; number: string };
  await pay('321000', documentId);
  const final = await issue(app, customer.id, [line()]);
  await post(`/billing/deposits/${deposit.documentId}/apply`, { invoice: final.documentId });
  const used = (await rowsOf('allocation')).filter((one) => one.deposit !== null).at(-1);
  if (!used) throw new Error('nothing applied');
  await books.undone([`${BILLING}allocation`], async () => {
    await app.platform.rows.update(`${BILLING}allocation`, [{ id: used.id, amount: plus(used, 'amount', 1n) }]);
    const found = await books.found();
    expect(found.map(({ check }) => check)).toContain('billing.deposit_overused');
    expect(found.find(({ check }) => check === 'billing.deposit_overused')).toMatchObject({
      ...{ documentId: deposit.documentId, params: { number, paid: { amount: '321000' } } },
    });
  });

  const [year, month, day] = today.split('-');
  const csv = [
    'เลขที่บัญชี,111-1-11111-1',
    'วันที่,เวลา,รายการ,ถอนเงิน (บาท),ฝากเงิน (บาท),ยอดคงเหลือ (บาท),รายละเอียด',
    `${day}/${month}/${Number(year) + 543},10:00,รับโอนเงิน,,"123.45","123.45","เงินฝาก"`,
  ].join('\n');
  await asked(
    app.http
      .post('/billing/statements')
      .set('Authorization', `Bearer ${clerk.token}`)
      .attach('file', Buffer.from(csv), 'statement.csv') as never,
  );
  await finds('billing.statement_line_unpaid', 'statement-line', await rowOf('statement-line'), { state: 'applied' });
  const statement = await rowOf('bank-statement');
  await finds('billing.statement_unlike_balance', 'bank-statement', statement, {
    closing: plus(statement, 'closing', 1n),
  });
});

/** The counter of invoices of this year, and the two latest that it numbered. */
async function counted() {
  const year = app.platform.clock.today().slice(0, 4);
  const [series] = await app.platform.rows.find<Row & { counter: bigint }>(
    SERIES,
    (query, column) => void query.where(column('seriesKey'), `invoice||${year}`),
  );
  const invoices = (await rowsOf('invoice')).sort((a, b) => b.id - a.id);
  const [last, before] = invoices as (Row & { number: string })[];
  if (!series || !last || !before) throw new Error('nothing counted');
  return { series, last, before, since: `${year}-01-01` };
}

test('a number that is missing, there twice or never given is named with its branch and period', async () => {
  const { rows } = app.platform;
  const { series, last, before, since } = await counted();
  const numbered = (counter: bigint): string => last.number.replace(/\d+$/, String(counter).padStart(6, '0'));
  const where = { branch: '00000', since };

  await books.undone([SERIES], async () => {
    await rows.update(SERIES, [{ id: series.id, counter: series.counter + 3n }]);
    expect(await books.found()).toMatchObject([
      {
        ...{ check: 'platform.number_missing', documentId: series.documentId },
        params: {
          ...{ ...where, count: '3', series: { words: ['series.invoice'] } },
          numbers: `${numbered(series.counter + 1n)}–${numbered(series.counter + 3n)}`,
        },
      },
    ]);
  });
  // One is lost and one is too many: as many as were counted.
  await books.undone([`${BILLING}invoice`], async () => {
    await rows.update(`${BILLING}invoice`, [{ id: before.id, number: numbered(series.counter + 9n) }]);
    expect(await books.found()).toMatchObject([
      { check: 'platform.number_missing', params: { ...where, count: '1', numbers: before.number } },
      { check: 'platform.number_not_given', documentId: before.documentId, params: { count: '1' } },
    ]);
    await rows.update(`${BILLING}invoice`, [{ id: before.id, number: 'X-1' }]);
    expect((await books.found()).map(({ params }) => params.numbers)).toEqual([before.number, 'X-1']);
  });
  await books.undone([`${BILLING}invoice`], async () => {
    await rows.update(`${BILLING}invoice`, [{ id: before.id, number: last.number.replace(/-0+(\d+)$/, '-$1') }]);
    expect(await books.found()).toMatchObject([
      { check: 'platform.number_missing', params: { ...where, numbers: before.number } },
      { check: 'platform.number_doubled', params: { ...where, count: '1', numbers: last.number } },
    ]);
  });
  await books.undone([`${BILLING}invoice`], async () => {
    await rows.update(`${BILLING}invoice`, [{ id: last.id, state: 'void' }]);
    expect(await books.names()).not.toContain('platform.number_missing');
  });
});

test('a pattern that is changed within the period, and a branch with its own, lose no number', async () => {
  const settle = (body: object) =>
    asked(owner.post('/platform/number-series', { series: 'invoice', ...body }) as never);
  const branch = await app.strapi.documents('plugin::platform.branch').create({
    data: { code: '00007', name: 'ลำพูน' } as never,
  });
  const draft = (more: object = {}) => ({
    ...{ customer: customer.documentId, ...more },
    lines: [{ description: 'Website care', quantity: '1', unitPrice: '100000' }],
  });
  const sell = async (more: object = {}): Promise<string> => {
    const drafted = await asked(owner.post('/billing/invoices', draft(more)) as never);
    const issued = await asked(owner.post(`/billing/invoices/${drafted.documentId}/issue`) as never);
    return issued.number as unknown as string;
  };
  const atBranch = { branch: branch.documentId };
  await sell(atBranch);
  await settle({ pattern: 'ใบ{BR}-{YY}{MM}/{N:4}' });
  await sell();
  expect(await sell(atBranch)).toMatch(/^ใบ00007-\d{4}\/0001$/);
  await settle({ ...atBranch, pattern: 'B{YYYY}-{N:3}-x' });
  expect(await sell(atBranch)).toMatch(/^B\d{4}-001-x$/);
  expect(await proofOf(app)).toEqual([]);
  await settle({ ...atBranch, pattern: null });
  await settle({ pattern: 'INV-{BBBB}-{N:6}' });
  await sell(atBranch);
  await sell();
  expect(await proofOf(app)).toEqual([]);

  // Of the branch's own numbers one is lost.
  const lost = (await rowsOf('invoice')).find(({ number }) => /-x$/.test(String(number)));
  if (!lost) throw new Error('no number of the branch');
  await books.undone([`${BILLING}invoice`], async () => {
    await app.platform.rows.update(`${BILLING}invoice`, [{ id: lost.id, number: 'lost' }]);
    const found = await books.found();
    expect(found.map(({ check }) => check)).toEqual(['platform.number_missing', 'platform.number_not_given']);
    expect(found[0]?.params).toMatchObject({ branch: '00007', count: '1' });
  });
});

test('every check of billing was seen to find something', () => {
  expect(books.registered().filter((check) => !books.seen.has(check))).toEqual([]);
  expect(books.registered().length).toBeGreaterThan(15);
});
