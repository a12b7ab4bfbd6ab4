import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, issue, line, proofOf } from '../billing/support';
import { type Answer, cells, reportOf, turnTo } from './support';

let app: App;
let clerk: Staff;
let books: Staff;
let keeper: Staff;
let customer: { id: number; documentId: string };
let lamphun: string;
let nimman: string;

const YEAR = { from: '2027-01-01', to: '2027-12-31' };

async function branchOf(code: string, name: string): Promise<{ id: number; documentId: string }> {
  const made = await keeper.post('/content-manager/collection-types/plugin::platform.branch', { code, name });
  expect(made.status).toBe(201);
  const [row] = await app.platform.rows.byDocumentIds('plugin::platform.branch', [made.body.data.documentId]);
  if (!row) throw new Error('no branch');
  return { id: row.id, documentId: made.body.data.documentId };
}

async function pay(amount: string, receivedOn: string, allocations: object[], method = 'bank_transfer') {
  const answer = await clerk.post('/billing/payments', {
    ...{ customer: customer.documentId, method, amount, receivedOn, allocations },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data as { documentId: string };
}

/**
 * A branch in Lamphun and one in Nimman: a payment to each, one over both with tax withheld, a bank fee and something
 * over, part of which is laid on an invoice of Nimman afterwards, and one that came back.
 */
beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
  books = await app.staff('accountant');
  keeper = await app.staff();
  customer = await customerOf(app, await companyMember(app));
  await turnTo(app, keeper, '2027-01-05T03:00:00Z');
  const first = await branchOf('00001', 'ลำพูน');
  const second = await branchOf('00002', 'นิมมาน');
  [lamphun, nimman] = [first.documentId, second.documentId];
  const invoice = async (branch: number, unitPrice: bigint): Promise<string> =>
    (await issue(app, customer.id, [line({ unitPrice })], { branch })).documentId;
  const [a, b, c] = [
    await invoice(first.id, 1_000_000n),
    await invoice(first.id, 333_333n),
    await invoice(first.id, 500n),
  ];
  const [d, e] = [await invoice(second.id, 1_000_000n), await invoice(second.id, 20_000n)];

  await turnTo(app, keeper, '2027-02-05T03:00:00Z');
  await pay('1040000', '2027-01-10', [{ invoice: a, amount: '1040000', withheld: '30000' }]);
  await pay('21400', '2027-02-05', [{ invoice: e, amount: '21400' }], 'cash');
  await pay('1391566', '2027-02-05', [
    { invoice: b, amount: '346666', withheld: '10000' },
    { invoice: d, amount: '1039900', withheld: '30000', deduction: { amount: '100', reason: 'bank fee' } },
  ]);
  const back = await pay('535', '2027-02-05', [{ invoice: c, amount: '535' }], 'cash');
  expect((await clerk.post(`/billing/payments/${back.documentId}/reverse`, { reason: 'wrong' })).status).toBe(200);
  const later = await invoice(second.id, 2000n);
  const applied = await clerk.post(`/billing/customers/${customer.documentId}/use-credit`, { invoices: [later] });
  expect(applied.status).toBe(200);
  expect(await proofOf(app)).toEqual([]);
}, 120_000);
afterAll(() => app?.close());

const MONEY = ['amount', 'withheld', 'deduction'];
const TAX = ['base', 'withheld', 'stated'];

/** What the three parts of the company say of themselves, added up. */
async function added(code: string, by: string, keys: readonly string[]): Promise<string[]> {
  const parts: Answer[] = [];
  for (const branch of [lamphun, nimman, 'head-office'])
    parts.push(await reportOf(books, code, { ...YEAR, by, branch }));
  return keys.map((key) => String(parts.reduce((total, { totals }) => total + BigInt(totals[key] ?? 0), 0n)));
}

test('money in by branch: a payment is laid apart by what it settled, what settled nothing stands with the head office', async () => {
  const report = await reportOf(books, 'money-in', { ...YEAR, by: 'branch' });
  expect(cells(report, 'branch', 'branchName', 'payments', ...MONEY)).toEqual([
    ['00000', '', 1, '2860', '0', '0'],
    ['00001', 'ลำพูน', 2, '1386666', '40000', '0'],
    ['00002', 'นิมมาน', 2, '1063440', '30000', '100'],
  ]);
  // A payment over two branches counts in both: their number says nothing when it is added up.
  expect(report.totals).toEqual({ amount: '2452966', withheld: '70000', deduction: '100' });
  expect((await reportOf(books, 'money-in', YEAR)).totals).toEqual({ payments: 3, ...report.totals });
  expect(report.plot?.points).toContainEqual({ label: '00001', values: { amount: '1386666' } });
});

test('money in of one branch, however it is grouped; the branches add up to the whole', async () => {
  const days = await reportOf(books, 'money-in', { ...YEAR, branch: lamphun });
  expect(cells(days, 'on', 'method', 'payments', ...MONEY)).toEqual([
    ['2027-01-10', 'Bank transfer', 1, '1040000', '30000', '0'],
    ['2027-02-05', 'Bank transfer', 1, '346666', '10000', '0'],
  ]);
  const { totals } = await reportOf(books, 'money-in', YEAR);
  for (const by of ['day_method', 'day', 'month', 'method', 'branch', 'customer']) {
    expect([by, await added('money-in', by, MONEY)]).toEqual([by, MONEY.map((key) => totals[key])]);
  }
});

test('tax withheld by branch: a certificate over both is laid apart in proportion, to the satang', async () => {
  const report = await reportOf(books, 'withheld', { ...YEAR, by: 'branch' });
  expect(cells(report, 'branch', 'branchName', 'certificates', ...TAX)).toEqual([
    ['00001', 'ลำพูน', 2, '1333333', '40000', '0'],
    ['00002', 'นิมมาน', 1, '1000000', '30000', '0'],
  ]);
  const whole = await reportOf(books, 'withheld', YEAR);
  expect(whole.totals).toEqual(report.totals);
  expect(report.plot?.points).toContainEqual({ label: '00002', values: { withheld: '30000' } });

  const papers = await reportOf(books, 'withheld', { ...YEAR, branch: lamphun });
  expect(cells(papers, 'on', 'base', 'withheld')).toEqual([
    ['2027-01-10', '1000000', '30000'],
    ['2027-02-05', '333333', '10000'],
  ]);
  for (const by of ['document', 'month', 'branch', 'customer', 'state']) {
    expect([by, await added('withheld', by, TAX)]).toEqual([by, TAX.map((key) => whole.totals[key])]);
  }
  const kinds = ['base', 'withheld'];
  expect(await added('withheld', 'kind', kinds)).toEqual(kinds.map((key) => whole.totals[key]));
});

test('tax withheld by month is drawn', async () => {
  const report = await reportOf(books, 'withheld', { ...YEAR, by: 'month' });
  expect(cells(report, 'month', 'certificates', 'base', 'withheld')).toEqual([
    ['2027-01', 1, '1000000', '30000'],
    ['2027-02', 1, '1333333', '40000'],
  ]);
  expect(report.plot?.points).toEqual([
    { label: '2027-01', values: { withheld: '30000' } },
    { label: '2027-02', values: { withheld: '40000' } },
  ]);
});
