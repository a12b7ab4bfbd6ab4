import { type App, bootApp, type Staff } from '../../support/app';
import { companyMember, customerOf, goods, issue, line, proofOf } from './support';

/** The journal of a busy day: debits equal credits, and each account says what the books say. */
let app: App;
let clerk: Staff;

beforeAll(async () => {
  app = await bootApp();
  clerk = await app.staff('billing');
});
afterAll(() => app?.close());

interface Row {
  on: string;
  source: string;
  number: string;
  account: string;
  debit: string;
  credit: string;
}
const sumOf = (rows: readonly Row[], side: 'debit' | 'credit', account?: string): bigint =>
  rows.filter((row) => !account || row.account === account).reduce((total, row) => total + BigInt(row[side]), 0n);
const balanceOf = (rows: readonly Row[], account: string): bigint =>
  sumOf(rows, 'debit', account) - sumOf(rows, 'credit', account);

test('invoices, receipts, withholding, notes, write-offs, refunds and deposits balance, by line and by account', async () => {
  const member = await companyMember(app);
  const customer = await customerOf(app, member);
  const today = app.platform.clock.today();
  const post = async (path: string, body: object) => {
    const answer = await clerk.post(`/billing/${path}`, body);
    expect([path, answer.body.error]).toEqual([path, undefined]);
    return answer.body.data;
  };
  const pay = (amount: string, method = 'bank_transfer', allocations?: object[]) =>
    post('payments', { customer: customer.documentId, method, amount, receivedOn: today, allocations });

  const service = await issue(app, customer.id, [line({ unitPrice: 1_000_000n })]);
  await pay('1040000', 'cash', [{ invoice: service.documentId, amount: '1040000', withheld: '30000' }]);
  const mixed = await issue(app, customer.id, [goods({ unitPrice: 200_000n }), line({ unitPrice: 100_000n })]);
  // 3,210.00 less 10.00 for the bank, and 0.50 given up.
  await pay('319950', 'bank_transfer', [
    { invoice: mixed.documentId, amount: '319950', deduction: { amount: '1000', reason: 'ค่าธรรมเนียม' } },
  ]);
  const credited = await issue(app, customer.id, [line({ unitPrice: 50_000n })]);
  await pay('53500', 'bank_transfer', [{ invoice: credited.documentId, amount: '53500' }]);
  const account = { bank: 'KBANK', number: '123-4-56789-0', name: 'บริษัท เชียงใหม่การค้า จำกัด' };
  await post(`invoices/${credited.documentId}/credit-notes`, {
    ...{ reason: 'ไม่ได้ให้บริการ', cause: 'service_not_rendered', settle: [{ how: 'refund' }], account },
  });
  const [refund] = (await clerk.get('/billing/refunds')).body.data;
  await post(`refunds/${refund.documentId}/send`, { reference: 'OUT-1' });
  const wrong = await issue(app, customer.id, [line({ unitPrice: 70_000n })]);
  await post(`invoices/${wrong.documentId}/void`, { reason: 'ผิด' });
  const lost = await issue(app, customer.id, [line({ unitPrice: 90_000n })]);
  await post(`invoices/${lost.documentId}/write-off`, { reason: 'ปิดกิจการ' });
  const undone = await issue(app, customer.id, [line({ unitPrice: 40_000n })]);
  const payment = await pay('42800', 'cash', [{ invoice: undone.documentId, amount: '42800' }]);
  await post(`payments/${payment.documentId}/reverse`, { reason: 'ผิดลูกค้า' });
  const deposit = await post('deposits', {
    ...{ customer: customer.documentId, kind: 'advance', description: 'งานติดตั้ง', amount: '300000' },
  });
  await pay('321000', 'bank_transfer', [{ invoice: deposit.invoice.documentId, amount: '321000' }]);
  const final = await issue(app, customer.id, [line({ unitPrice: 1_000_000n })]);
  await post(`deposits/${deposit.documentId}/apply`, { invoice: final.documentId, amount: '100000' });
  await pay('5000');

  const read = async (by: string) => {
    const answer = await clerk.get(
      `/reports/reports/journal?from=${today}&to=${today}&by=${by}&pagination[pageSize]=200`,
    );
    expect(answer.body.error).toBeUndefined();
    return answer.body.data.rows as Row[];
  };
  const rows = await read('line');
  // Each document balances by itself.
  const documents = new Map<string, bigint>();
  for (const { source, number, debit, credit } of rows) {
    const key = `${source} ${number}`;
    documents.set(key, (documents.get(key) ?? 0n) + BigInt(debit) - BigInt(credit));
  }
  expect([...documents].filter(([, left]) => left !== 0n)).toEqual([]);
  expect(sumOf(rows, 'debit')).toBe(sumOf(rows, 'credit'));
  expect(sumOf(rows, 'debit') > 0n).toBe(true);

  const owed = (await member.get('/api/billing/account')).body.data;
  // What was given up is owed no longer as far as the journal goes.
  expect(balanceOf(rows, '1130')).toBe(BigInt(owed.due));
  expect(-balanceOf(rows, '2130')).toBe(BigInt(owed.credit));
  expect(balanceOf(rows, '1150')).toBe(30_000n);
  expect(balanceOf(rows, '5310')).toBe(1000n);
  expect(balanceOf(rows, '5320')).toBe(50n);
  expect(balanceOf(rows, '5330')).toBe(96_300n);
  expect(balanceOf(rows, '1110')).toBe(1_040_000n);
  expect(balanceOf(rows, '1120')).toBe(319_950n + 53_500n - 53_500n + 321_000n + 5000n);
  // 3,000.00 came; of 1,000.00 laid on the final invoice 65.42 are VAT.
  expect(-balanceOf(rows, '2140')).toBe(300_000n - 93_458n);
  expect(-balanceOf(rows, '4110')).toBe(200_000n);
  const vat = (await clerk.get(`/reports/reports/output-vat?from=${today}&to=${today}&by=month`)).body.data.rows;
  expect(-balanceOf(rows, '2150')).toBe(BigInt(vat[0].vat));

  const accounts = await read('account');
  for (const { account: code, debit, credit } of accounts) {
    expect([code, debit, credit]).toEqual([
      code,
      String(sumOf(rows, 'debit', code)),
      String(sumOf(rows, 'credit', code)),
    ]);
  }
  const file = await clerk.get(`/reports/reports/journal/file?from=${today}&to=${today}&by=line&format=csv`);
  expect([file.status, file.text.split('\n').length > rows.length]).toEqual([200, true]);
  const yesterday = await clerk.get(`/reports/reports/journal?from=2020-01-01&to=2020-01-31`);
  expect(yesterday.body.data.rows).toEqual([]);
  expect((await (await app.staff('sales')).get(`/reports/reports/journal?from=${today}&to=${today}`)).status).toBe(403);
  expect(await proofOf(app)).toEqual([]);
});
