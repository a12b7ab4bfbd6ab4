import { type App, bootApp, type Staff } from '../../support/app';
import { said, textOf } from '../../support/pdf';
import { companyMember, customerOf, goods, invoicing, issue, line, proofOf } from '../billing/support';
import { type Answer, cells, reportOf, turnTo } from './support';

let app: App;
let clerk: Staff;
let books: Staff;
let keeper: Staff;
let a: { id: number; documentId: string };
let b: { id: number; documentId: string };
let numbers: Record<'early' | 'credited' | 'first' | 'mixed' | 'reversed' | 'second', string>;

const YEAR = { from: '2027-01-01', to: '2027-12-31' };
const JANUARY = { from: '2027-01-01', to: '2027-01-31' };
const FEBRUARY = { from: '2027-02-01', to: '2027-02-28' };

async function done<T>(asked: PromiseLike<{ status: number; body: { data: T; error?: unknown } }>): Promise<T> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}
const pay = (customer: string, amount: string, more: object) =>
  done<{ documentId: string; taxInvoices: { number: string }[] }>(
    clerk.post('/billing/payments', { customer, method: 'bank_transfer', amount, ...more }),
  );

/**
 * Two customers and seven documents: a service paid with 3 % withheld, one taxed early and credited whole a month later,
 * goods with an exempt part paid in cash, and a payment that came back.
 */
beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  books = await app.staff('accountant');
  keeper = await app.staff();
  a = await customerOf(app, await companyMember(app));
  b = await customerOf(app, await app.member({ name: '=สมใจ, ดีงาม' }));

  await turnTo(app, keeper, '2027-01-05T03:00:00Z');
  const first = await issue(app, a.id, [line()], { dueDate: '2027-01-20' });
  const early = await issue(app, a.id, [line({ unitPrice: 333_333n })], { dueDate: '2027-01-20' });
  await turnTo(app, keeper, '2027-01-10T03:00:00Z');
  const paid = await pay(a.documentId, '1040000', {
    receivedOn: '2027-01-10',
    allocations: [{ invoice: first.documentId, amount: '1040000', withheld: '30000' }],
  });
  await turnTo(app, keeper, '2027-01-12T03:00:00Z');
  const taxed = await done<{ number: string }>(
    clerk.post('/billing/tax-invoices', { invoice: early.documentId, reason: 'asked for' }),
  );
  const mixed = await issue(
    app,
    b.id,
    [goods({ unitPrice: 10_000n }), goods({ description: 'Book', unitPrice: 50_000n, taxCategory: 'exempt' })],
    { dueDate: '2027-01-31' },
  );
  const cash = await pay(b.documentId, '60700', {
    method: 'cash',
    receivedOn: '2027-01-12',
    allocations: [{ invoice: mixed.documentId, amount: '60700' }],
  });
  await turnTo(app, keeper, '2027-01-25T03:00:00Z');
  const second = await issue(app, b.id, [line({ unitPrice: 20_000n })], { dueDate: '2027-01-25' });
  const bounced = await pay(b.documentId, '21400', {
    method: 'cheque',
    receivedOn: '2027-01-25',
    allocations: [{ invoice: second.documentId, amount: '21400' }],
  });
  await turnTo(app, keeper, '2027-01-28T03:00:00Z');
  await done(clerk.post(`/billing/payments/${bounced.documentId}/reverse`, { reason: 'no cover' }));
  await turnTo(app, keeper, '2027-02-02T03:00:00Z');
  const note = await done<{ creditNotes?: { number: string }[]; number?: string }>(
    clerk.post(`/billing/invoices/${early.documentId}/credit-notes`, {
      reason: 'ended',
      cause: 'service_not_rendered',
    }),
  );
  const [credit] = await app.platform.rows.find<{ number: string }>('plugin::billing.credit-note', () => undefined);
  expect(note).toBeDefined();
  numbers = {
    first: paid.taxInvoices[0]?.number ?? '',
    early: taxed.number ?? '',
    mixed: cash.taxInvoices[0]?.number ?? '',
    reversed: bounced.taxInvoices[0]?.number ?? '',
    credited: credit?.number ?? '',
    second: second.number ?? '',
  };
  expect(await proofOf(app)).toEqual([]);
}, 120_000);
afterAll(() => app?.close());

/** What the documents themselves add up to. */
const sumOf = async (uid: string, keep: (row: Record<string, unknown>) => boolean, field: string): Promise<bigint> =>
  (await app.platform.rows.find<Record<string, bigint>>(uid, () => undefined))
    .filter(keep)
    .reduce((sum, row) => sum + (row[field] ?? 0n), 0n);

describe('sales', () => {
  test('invoiced less credited, by month, to the satang', async () => {
    const report = await reportOf(books, 'sales', YEAR);
    expect(cells(report, 'month', 'invoices', 'notes', 'invoiced', 'credited', 'net', 'tax', 'total')).toEqual([
      ['2027-01', 4, 0, '1413333', '0', '1413333', '95433', '1508766'],
      ['2027-02', 0, 1, '0', '-333333', '-333333', '-23333', '-356666'],
    ]);
    expect(report.totals).toEqual({
      invoices: 4,
      notes: 1,
      invoiced: '1413333',
      credited: '-333333',
      net: '1080000',
      tax: '72100',
      total: '1152100',
    });
    expect(report.plot?.points).toEqual([
      { label: '2027-01', values: { net: '1413333', tax: '95433' } },
      { label: '2027-02', values: { net: '-333333', tax: '-23333' } },
    ]);
  });

  test('every way of grouping adds up to the same', async () => {
    const { totals } = await reportOf(books, 'sales', YEAR);
    for (const by of ['day', 'branch', 'customer', 'kind']) {
      const report = await reportOf(books, 'sales', { ...YEAR, by });
      expect([by, report.totals.net, report.totals.tax]).toEqual([by, totals.net, totals.tax]);
    }
    expect(cells(await reportOf(books, 'sales', { ...YEAR, by: 'kind' }), 'kind', 'net')).toEqual([
      ['Goods', '60000'],
      ['Services', '1020000'],
    ]);
    expect(cells(await reportOf(books, 'sales', { ...YEAR, by: 'day' }), 'on', 'total')).toEqual([
      ['2027-01-05', '1426666'],
      ['2027-01-12', '60700'],
      ['2027-01-25', '21400'],
      ['2027-02-02', '-356666'],
    ]);
    const ofOne = await reportOf(books, 'sales', { ...YEAR, by: 'customer', customer: b.documentId });
    expect(cells(ofOne, 'customer', 'total')).toEqual([['=สมใจ, ดีงาม', '82100']]);
    expect((await reportOf(books, 'sales', { ...YEAR, branch: 'head-office' })).totals).toEqual(totals);
    expect((await reportOf(books, 'sales', { ...YEAR, currency: 'USD' })).rows).toEqual([]);
  });

  test('a period is held against the one before and the year before', async () => {
    const february = await reportOf(books, 'sales', { ...FEBRUARY, compare: 'previous' });
    expect(february.comparison?.period).toEqual(JANUARY);
    expect([february.totals.total, february.comparison?.totals.total]).toEqual(['-356666', '1508766']);
    const year = await reportOf(books, 'sales', { from: '2028-01-01', to: '2028-12-31', compare: 'year' });
    expect(year.comparison?.period).toEqual(YEAR);
    expect([year.totals.total, year.comparison?.totals.total]).toEqual(['0', '1152100']);
    expect(year.plot?.before).toHaveLength(2);
  });
});

test('money in by method and day: what came back is not in it', async () => {
  const report = await reportOf(books, 'money-in', YEAR);
  expect(cells(report, 'on', 'method', 'payments', 'amount', 'withheld')).toEqual([
    ['2027-01-10', 'Bank transfer', 1, '1040000', '30000'],
    ['2027-01-12', 'Cash', 1, '60700', '0'],
  ]);
  expect(report.totals).toEqual({ payments: 2, amount: '1100700', withheld: '30000', deduction: '0' });
  for (const by of ['day', 'month', 'method', 'customer']) {
    expect((await reportOf(books, 'money-in', { ...YEAR, by })).totals).toEqual(report.totals);
  }
});

describe('receivables by age', () => {
  const AGES = ['current', 'past30', 'past60', 'past90', 'older', 'open'];
  const on = async (to: string) => cells(await reportOf(books, 'receivables', { to }), ...AGES);

  test('an invoice grows older at the right days', async () => {
    // Of the second customer 214.00 is open since the cheque came back, due 25 January.
    const open = async (to: string) =>
      cells(await reportOf(books, 'receivables', { to, customer: b.documentId }), ...AGES);
    const at = (place: number) => [AGES.map((_, index) => (index === place || index === 5 ? '21400' : '0'))];
    expect(await open('2027-02-24')).toEqual(at(1));
    expect(await open('2027-02-25')).toEqual(at(2));
    expect(await open('2027-03-26')).toEqual(at(2));
    expect(await open('2027-03-27')).toEqual(at(3));
    expect(await open('2027-04-25')).toEqual(at(3));
    expect(await open('2027-04-26')).toEqual(at(4));
  });

  test('as of a day in the past it says what was owed then', async () => {
    expect(await on('2027-01-04')).toEqual([]);
    expect(await on('2027-01-05')).toEqual([['1426666', '0', '0', '0', '0', '1426666']]);
    expect(await on('2027-01-20')).toEqual([['356666', '0', '0', '0', '0', '356666']]);
    expect(await on('2027-01-21')).toEqual([['0', '356666', '0', '0', '0', '356666']]);
    // Before the cheque came back its invoice was paid; what it owes again was due that day.
    const both = async (to: string) => (await reportOf(books, 'receivables', { to })).totals.open;
    expect(await both('2027-01-25')).toBe('356666');
    expect(await both('2027-01-28')).toBe('378066');
    expect(await both('2027-02-02')).toBe('21400');
    const byInvoice = await reportOf(books, 'receivables', { to: '2027-02-02', by: 'invoice', compare: 'previous' });
    expect(cells(byInvoice, 'number', 'due', 'open')).toEqual([[numbers.second, '2027-01-25', '21400']]);
    expect(byInvoice.comparison?.period.to).toBe('2027-01-02');
  });

  test('what was given up was owed until that day, and again from the day it is asked for again', async () => {
    const lost = await issue(app, b.id, [line({ unitPrice: 1_000n })], { dueDate: '2027-02-10' });
    const openOf = async (to: string) => {
      const report = await reportOf(books, 'receivables', { to, by: 'invoice' });
      return cells(report, 'number', 'open').find(([number]) => number === lost.number)?.[1];
    };
    await turnTo(app, keeper, '2027-02-05T03:00:00Z');
    await done(clerk.post(`/billing/invoices/${lost.documentId}/write-off`, { reason: 'moved away' }));
    expect([await openOf('2027-02-04'), await openOf('2027-02-05')]).toEqual(['1070', undefined]);
    await turnTo(app, keeper, '2027-02-08T03:00:00Z');
    await done(clerk.post(`/billing/invoices/${lost.documentId}/reopen`, { reason: 'found again' }));
    const days = ['2027-02-04', '2027-02-05', '2027-02-07', '2027-02-08'];
    expect(await Promise.all(days.map(openOf))).toEqual(['1070', undefined, undefined, '1070']);
    // Nothing of it stands in the figures that others ask for.
    await done(clerk.post(`/billing/invoices/${lost.documentId}/void`, { reason: 'by mistake' }));
  });
});

describe('output VAT', () => {
  test('documents in order, numbered by branch and month; what came back stands with zero', async () => {
    const report = await reportOf(books, 'output-vat', YEAR);
    const shown = cells(report, 'row', 'on', 'number', 'value', 'vat', 'zero', 'exempt', 'remark', 'reference');
    const exempt = shown.find((row) => row[7] === 'Exempt');
    expect(shown).toEqual([
      [1, '2027-01-10', numbers.first, '1000000', '70000', '0', '0', '', ''],
      [2, '2027-01-12', numbers.mixed, '10000', '700', '0', '0', '', ''],
      [3, '2027-01-12', numbers.early, '333333', '23333', '0', '0', '', ''],
      [4, '2027-01-25', numbers.reversed, '0', '0', '0', '0', 'Cancelled', ''],
      [5, '2027-01-12', exempt?.[2], '0', '0', '0', '50000', 'Exempt', ''],
      [1, '2027-02-02', numbers.credited, '-333333', '-23333', '0', '0', 'Credits', numbers.early],
    ]);
    const [company, person] = report.rows;
    expect([company?.buyer, company?.buyerBranch, String(company?.taxId).length]).toEqual([
      'บริษัท เชียงใหม่การค้า จำกัด',
      '00000',
      13,
    ]);
    expect([person?.buyer, person?.taxId, person?.buyerBranch, person?.branch]).toEqual([
      '=สมใจ, ดีงาม',
      '',
      '',
      '00000',
    ]);
  });

  test('equals the sum of the documents, and month by month the same', async () => {
    const { totals } = await reportOf(books, 'output-vat', YEAR);
    const stands = (row: Record<string, unknown>): boolean => row.state === 'issued';
    const taxed = await sumOf('plugin::billing.tax-invoice', stands, 'tax');
    const credited = await sumOf('plugin::billing.credit-note', stands, 'taxedTax');
    const value = await sumOf('plugin::billing.tax-invoice', stands, 'net');
    const creditedValue = await sumOf('plugin::billing.credit-note', stands, 'taxedNet');
    expect(totals).toEqual({
      value: String(value - creditedValue),
      vat: String(taxed - credited),
      zero: '0',
      exempt: '50000',
    });
    expect(totals.vat).toBe('70700');
    const monthly = await reportOf(books, 'output-vat', { ...YEAR, by: 'month' });
    expect(cells(monthly, 'branch', 'month', 'documents', 'value', 'vat')).toEqual([
      ['00000', '2027-01', 5, '1343333', '94033'],
      ['00000', '2027-02', 1, '-333333', '-23333'],
    ]);
    expect(monthly.totals).toEqual({ documents: 6, ...totals });
  });

  test('a debit note adds to the month it was issued in, and names what it corrects', async () => {
    const { rows } = app.platform;
    const [taxed] = await rows.find<{ invoice: number }>(
      'plugin::billing.tax-invoice',
      (query, column) => void query.where(column('number'), numbers.first),
    );
    const [own] = await rows.find('plugin::billing.invoice-line', (query, column) => {
      void query.where(column('invoice'), taxed?.invoice ?? 0);
    });
    const before = (await reportOf(books, 'output-vat', FEBRUARY)).totals;
    await expect(
      app.platform.transaction(async () => {
        const [note] = await invoicing(app).debit([
          {
            ...{ invoice: taxed?.invoice ?? 0, reason: 'charged too little', cause: 'price_too_low' },
            lines: [{ line: own?.id ?? 0, amount: 21_400n }],
          },
        ]);
        const report = await readInside('output-vat', FEBRUARY);
        const about = cells(report, 'row', 'on', 'number', 'document', 'value', 'vat', 'remark', 'reference');
        expect(about).toContainEqual([
          ...[2, app.platform.clock.today(), note?.number, 'Debit note', '20000', '1400', 'Debits', numbers.first],
        ]);
        expect(report.totals).toEqual({ ...before, value: '-313333', vat: '-21933' });
        throw new Error('as it was');
      }),
    ).rejects.toThrow('as it was');
  });

  test('a replaced tax invoice and its successor name each other, and count once', async () => {
    const { rows } = app.platform;
    const [old] = await rows.find<Record<string, unknown>>(
      'plugin::billing.tax-invoice',
      (query, column) => void query.where(column('number'), numbers.first),
    );
    const before = (await reportOf(books, 'output-vat', JANUARY)).totals;
    await expect(
      app.platform.transaction(async () => {
        const { id, documentId: _, ...copy } = old as Record<string, unknown> & { id: number };
        const [next] = await rows.insert('plugin::billing.tax-invoice', [
          { ...copy, number: 'TX-NEW', cause: 'replacement', replaces: id },
        ]);
        const lines = await rows.find<Record<string, unknown>>(
          'plugin::billing.tax-invoice-line',
          (query, column) => void query.where(column('taxInvoice'), id),
        );
        await rows.insert(
          'plugin::billing.tax-invoice-line',
          lines.map(({ id: _id, documentId: __, ...one }) => ({ ...one, taxInvoice: next?.id })),
        );
        await rows.update('plugin::billing.tax-invoice', [{ id, state: 'replaced' }]);
        const report = await readInside('output-vat', JANUARY);
        const about = cells(report, 'number', 'vat', 'remark', 'reference');
        expect(about).toContainEqual([numbers.first, '0', 'Replaced by', 'TX-NEW']);
        expect(about).toContainEqual(['TX-NEW', '70000', 'Replaces', numbers.first]);
        expect(report.totals).toEqual(before);
        throw new Error('as it was');
      }),
    ).rejects.toThrow('as it was');
  });
});

/** The same report inside a transaction that is rolled back. */
async function readInside(code: string, period: { from: string; to: string }): Promise<Answer> {
  const { readReport } = await import('../../../plugins/reports/server/src/use-cases/read-report');
  const caller = { ...app.platform.caller(), language: 'en' as const, can: () => true };
  return (await readReport(app.platform, caller, code, period, { page: 1, pageSize: 100 })) as unknown as Answer;
}

test('tax withheld from us, by document, customer, kind and state', async () => {
  const report = await reportOf(books, 'withheld', YEAR);
  expect(cells(report, 'on', 'customer', 'base', 'withheld', 'state', 'receivedOn')).toEqual([
    ['2027-01-10', 'บริษัท เชียงใหม่การค้า จำกัด', '1000000', '30000', 'Still to come', null],
  ]);
  for (const by of ['customer', 'kind', 'state']) {
    expect((await reportOf(books, 'withheld', { ...YEAR, by })).totals).toEqual({
      certificates: 1,
      base: '1000000',
      withheld: '30000',
      ...(by === 'kind' ? {} : { stated: '0' }),
    });
  }
  expect(cells(await reportOf(books, 'withheld', { ...YEAR, by: 'kind' }), 'income')).toEqual([
    ['Services and hire of work'],
  ]);
});

describe('statement of account', () => {
  test('runs from what was owed to what is owed, and ends where the account stands', async () => {
    const january = await reportOf(books, 'statement', { ...JANUARY, customer: a.documentId });
    expect(cells(january, 'on', 'entry', 'debit', 'credit', 'balance')).toEqual([
      ['2027-01-01', 'Brought forward', '0', '0', '0'],
      ['2027-01-05', 'Invoice', '1070000', '0', '1070000'],
      ['2027-01-05', 'Invoice', '356666', '0', '1426666'],
      ['2027-01-10', 'Payment', '0', '1040000', '386666'],
      ['2027-01-10', 'Tax withheld', '0', '30000', '356666'],
      ['2027-01-31', 'Balance', '0', '0', '356666'],
    ]);
    expect(january.totals).toEqual({ debit: '1426666', credit: '1070000' });
    const february = await reportOf(books, 'statement', { ...FEBRUARY, customer: a.documentId });
    expect(cells(february, 'entry', 'balance')).toEqual([
      ['Brought forward', '356666'],
      ['Credit note', '0'],
      ['Balance', '0'],
    ]);
  });

  test('a payment that came back stands twice', async () => {
    const report = await reportOf(books, 'statement', { ...YEAR, customer: b.documentId });
    expect(cells(report, 'entry', 'debit', 'credit', 'balance').slice(-4)).toEqual([
      ['Invoice', '21400', '0', '21400'],
      ['Payment', '0', '21400', '0'],
      ['Payment reversed', '21400', '0', '21400'],
      ['Balance', '0', '0', '21400'],
    ]);
    for (const customer of [a, b]) {
      const account = await books.get(`/billing/customers/${customer.documentId}/account`);
      const { rows } = await reportOf(books, 'statement', { ...YEAR, customer: customer.documentId });
      expect(rows.at(-1)?.balance).toBe(account.body.data.balance);
    }
  });
});

test('a zero-rated sale stands on a tax document without VAT, and apart in the report; the report is the sum of them', async () => {
  const MARCH = { from: '2027-03-01', to: '2027-03-31' };
  await turnTo(app, keeper, '2027-03-05T03:00:00Z');
  const abroad = await issue(app, a.id, [line({ taxCategory: 'zero', unitPrice: 800_000n })]);
  const mixed = await issue(app, a.id, [line({ taxCategory: 'zero', unitPrice: 30_000n }), line()]);
  expect([abroad.total, mixed.total]).toEqual([800_000n, 1_100_000n]);
  await pay(a.documentId, '800000', {
    receivedOn: '2027-03-05',
    allocations: [{ invoice: abroad.documentId, amount: '800000' }],
  });
  const both = { invoice: mixed.documentId, amount: '1100000' };
  await pay(a.documentId, '1100000', { receivedOn: '2027-03-05', allocations: [both] });
  const documents = (await books.get('/billing/tax-invoices?filters[taxDate][$gte]=2027-03-01&sort=id:asc')).body.data;
  expect(documents.map(({ kind, net, tax, total }: Record<string, string>) => [kind, net, tax, total])).toEqual([
    ['receipt_tax_invoice', '800000', '0', '800000'],
    ['receipt_tax_invoice', '1030000', '70000', '1100000'],
  ]);
  const report = await reportOf(books, 'output-vat', MARCH);
  expect(cells(report, 'row', 'number', 'value', 'vat', 'zero', 'exempt')).toEqual([
    [1, documents[0].number, '0', '0', '800000', '0'],
    [2, documents[1].number, '1000000', '70000', '30000', '0'],
  ]);
  expect(report.totals).toEqual({ value: '1000000', vat: '70000', zero: '830000', exempt: '0' });
  const monthly = await reportOf(books, 'output-vat', { ...MARCH, by: 'month' });
  expect(cells(monthly, 'documents', 'value', 'vat', 'zero', 'exempt')).toEqual([
    [2, '1000000', '70000', '830000', '0'],
  ]);
  expect((await books.get('/billing/tax-months/2027-03')).body.data).toMatchObject({
    ...{ documents: 2, value: '1000000', vat: '70000', zero: '830000' },
  });
  for (const [lang, words] of [
    ['th', ['ภาษีมูลค่าเพิ่ม 0 %', '8,000.00']],
    ['en', ['VAT 0 %', '8,000.00']],
  ] as const) {
    const paper = await clerk.get(`/billing/tax-invoices/${documents[0].documentId}/document?lang=${lang}`).buffer();
    const text = await textOf(paper.body as Buffer);
    for (const word of words) expect(text).toContain(said(word));
  }
  // What corrects it names the rate as it does: of what was taxed, and not of what never was.
  const note = async (of: string, kind: 'credit-notes' | 'debit-notes', body: object) => {
    const [{ documentId: id }] = (await books.get(`/billing/invoice-lines?filters[invoice][documentId]=${of}`)).body
      .data;
    const answer = await clerk.post(`/billing/invoices/${of}/${kind}`, {
      reason: 'แก้ราคา',
      ...body,
      lines: [{ line: id, amount: '10700' }],
    });
    expect(answer.body.error).toBeUndefined();
    return answer.body.data.documentId as string;
  };
  const papers = [
    `credit-notes/${await note(abroad.documentId, 'credit-notes', { cause: 'price_wrong', settle: [{ how: 'credit' }] })}`,
    `debit-notes/${await note(abroad.documentId, 'debit-notes', { cause: 'price_too_low' })}`,
  ];
  for (const path of papers) {
    for (const [lang, word] of [
      ['th', 'ภาษีมูลค่าเพิ่ม 0 %'],
      ['en', 'VAT 0 %'],
    ] as const) {
      const paper = await clerk.get(`/billing/${path}/document?lang=${lang}`).buffer();
      expect(await textOf(paper.body as Buffer)).toContain(said(word));
    }
  }
  const exempt = await issue(app, a.id, [line({ taxCategory: 'exempt', unitPrice: 50_000n })]);
  const untaxed = await note(exempt.documentId, 'credit-notes', {
    cause: 'price_wrong',
    settle: [{ how: 'offset' }],
  });
  const paper = await clerk.get(`/billing/credit-notes/${untaxed}/document?lang=en`).buffer();
  expect(await textOf(paper.body as Buffer)).not.toContain(said('VAT 0 %'));
  expect(await proofOf(app)).toEqual([]);
});
