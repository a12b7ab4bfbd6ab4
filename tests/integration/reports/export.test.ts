import fs from 'node:fs';
import os from 'node:os';
import excel from 'exceljs';
import { type App, bootApp, type Staff } from '../../support/app';
import { customerOf, issue, line } from '../billing/support';
import { reportOf, turnTo } from './support';

let app: App;
let books: Staff;
const JANUARY = { from: '2027-01-01', to: '2027-01-31' };
const NAMES = ['=HYPERLINK("http://x.example")', '+66 81 234', '-5', '@sum', 'สมใจ, "ดีงาม"'];

beforeAll(async () => {
  app = await bootApp();
  books = await app.staff('accountant');
  await turnTo(app, await app.staff(), '2027-01-05T03:00:00Z');
  for (const [index, name] of NAMES.entries()) {
    const customer = await customerOf(app, await app.member({ name }));
    await issue(app, customer.id, [line({ unitPrice: BigInt(1_000_050 + index) })], { dueDate: '2027-01-20' });
  }
}, 120_000);
afterAll(() => app?.close());

const fileOf = async (code: string, query: Record<string, string>, language = 'en') => {
  const answer = await books
    .get(`/reports/reports/${code}/file`)
    .query(query)
    .set('Accept-Language', language)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  return { status: answer.status, headers: answer.headers as Record<string, string>, bytes: answer.body as Buffer };
};
const leftOver = (): string[] =>
  fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`sanya-report-${process.pid}-`));

test('CSV: Thai that Excel reads, amounts without thousands, and nothing that it would take for a formula', async () => {
  const { headers, bytes } = await fileOf('sales', { ...JANUARY, by: 'customer', format: 'csv' });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''Sales%202027-01-01%202027-01-31.csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString('utf8').split('\r\n');
  expect(lines[0]).toBe(
    'Customer,Invoices,Credit notes,Invoiced before VAT,Credited before VAT,Net before VAT,VAT,Total',
  );
  expect(lines.slice(1).sort()).toEqual(
    [
      '',
      `"'=HYPERLINK(""http://x.example"")",1,0,10000.50,0.00,10000.50,700.04,10700.54`,
      "'+66 81 234,1,0,10000.51,0.00,10000.51,700.04,10700.55",
      "'-5,1,0,10000.52,0.00,10000.52,700.04,10700.56",
      "'@sum,1,0,10000.53,0.00,10000.53,700.04,10700.57",
      '"สมใจ, ""ดีงาม""",1,0,10000.54,0.00,10000.54,700.04,10700.58',
    ].sort(),
  );
  const thai = await fileOf('sales', { ...JANUARY, format: 'csv' }, 'th');
  expect(thai.bytes.subarray(3).toString('utf8')).toMatch(/^เดือน,/);
});

test('XLSX: opened again, it holds the figures of the report as numbers, days as days, texts as texts', async () => {
  const report = await reportOf(books, 'receivables', { to: '2027-02-01', by: 'invoice' });
  const { headers, bytes } = await fileOf('receivables', { to: '2027-02-01', by: 'invoice', format: 'xlsx' });
  expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as never);
  const [sheet] = workbook.worksheets;
  expect(sheet?.name).toBe('Receivables by age');
  const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, index) =>
    report.columns.map((_column, place) => sheet?.getRow(index + 1).getCell(place + 1)),
  );
  expect(rows[0]?.[0]?.value).toBe('Receivables by age');
  expect(rows[1]?.[0]?.value).toBe('1 Feb 2027 · THB');
  expect(rows[3]?.map((cell) => cell?.value)).toEqual(report.columns.map((column) => column.title));
  const body = rows.slice(4, -1);
  expect(body).toHaveLength(NAMES.length);
  const place = (key: string): number => report.columns.findIndex((column) => column.key === key);
  body.forEach((row, index) => {
    const of = (key: string) => row[place(key)];
    const asked = report.rows[index] ?? {};
    expect(of('customer')?.value).toBe(asked.customer);
    expect(of('customer')?.type).toBe(excel.ValueType.String);
    expect(of('due')?.value).toEqual(new Date(`${asked.due}T00:00:00Z`));
    expect(of('past30')?.value).toBe(Number(asked.past30) / 100);
    expect(of('past30')?.numFmt).toBe('#,##0.00');
  });
  const totals = rows.at(-1);
  expect(totals?.[0]?.value).toBe('Total');
  expect(totals?.[place('open')]?.value).toBe(Number(report.totals.open) / 100);
  const thai = new excel.Workbook();
  await thai.xlsx.load(
    (await fileOf('receivables', { to: '2027-02-01', by: 'invoice', format: 'xlsx' }, 'th')).bytes as never,
  );
  expect(thai.worksheets[0]?.getCell('A2').value).toBe('1 ก.พ. 2570 · THB');
  expect(thai.worksheets[0]?.getRow(5).getCell(place('due') + 1).numFmt).toContain('$-1070000');
});

test('a report of nothing is a file all the same', async () => {
  const empty = { from: '2020-01-01', to: '2020-01-31' };
  const csv = await fileOf('output-vat', { ...empty, format: 'csv' });
  expect(csv.bytes.subarray(3).toString('utf8').split('\r\n')).toHaveLength(2);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await fileOf('output-vat', { ...empty, format: 'xlsx' })).bytes as never);
  expect(workbook.worksheets[0]?.rowCount).toBe(5);
});

test('a long report comes whole, in order, without filling the memory; nothing of it stays behind', async () => {
  const [first] = await app.platform.rows.find<Record<string, unknown>>('plugin::billing.invoice', () => undefined);
  const { id: _, documentId: __, ...copy } = first as Record<string, unknown>;
  const count = 20_000;
  await app.platform.transaction(() =>
    app.platform.rows.insert(
      'plugin::billing.invoice',
      Array.from({ length: count }, (_row, index) => ({
        ...copy,
        number: `L-${String(index).padStart(6, '0')}`,
        dueDate: '2027-01-19',
      })),
    ),
  );
  const query = { to: '2027-02-01', by: 'invoice' };
  const csv = await fileOf('receivables', { ...query, format: 'csv' });
  const numbers = csv.bytes
    .toString('utf8')
    .split('\r\n')
    .flatMap((row) => /L-\d{6}/.exec(row)?.[0] ?? []);
  expect(numbers).toHaveLength(count);
  expect(numbers).toEqual([...numbers].sort());
  const { totals, pagination } = await reportOf(books, 'receivables', query);
  expect(pagination.total).toBe(count + NAMES.length);

  global.gc?.();
  const before = process.memoryUsage().rss;
  const xlsx = await fileOf('receivables', { ...query, format: 'xlsx' });
  expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(xlsx.bytes as never);
  const sheet = workbook.worksheets[0];
  expect(sheet?.rowCount).toBe(count + NAMES.length + 5);
  expect(sheet?.getRow(sheet.rowCount).getCell(11).value).toBe(Number(totals.open) / 100);
  expect(leftOver()).toEqual([]);
});
