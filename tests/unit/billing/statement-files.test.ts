import { nameKey } from '../../../plugins/platform/kernel/src';
import { readAmount, readDay } from '../../../plugins/billing/server/src/domain/statements/cells';
import { parseCsv } from '../../../plugins/platform/server/src/sheets/csv';
import { decodeText } from '../../../plugins/platform/server/src/sheets/decode-text';
import { mappedLayout, recogniseLayout } from '../../../plugins/billing/server/src/domain/statements/layouts';
import { lineKeys } from '../../../plugins/billing/server/src/domain/statements/line-keys';
import { compareNames, payerIn } from '../../../plugins/billing/server/src/domain/statements/payers';
import { readStatement } from '../../../plugins/billing/server/src/domain/statements/read-statement';
import { referencesIn } from '../../../plugins/billing/server/src/domain/statements/references';

const TODAY = '2026-02-10';

const read = (text: string) => {
  const rows = parseCsv(text);
  const layout = recogniseLayout(rows);
  if (!layout) throw new Error('no layout');
  return { layout, ...readStatement(rows, layout, 'THB', TODAY) };
};

const KBANK = `"ธนาคารกสิกรไทย"
"ชื่อบัญชี","บริษัท ตัวอย่าง จำกัด"
"เลขที่บัญชีเงินฝาก","123-4-56789-0"
"รอบระหว่างวันที่","01/02/2569 - 05/02/2569"

"วันที่","เวลา/วันที่มีผล","รายการ","ถอนเงิน (บาท)","ฝากเงิน (บาท)","ยอดคงเหลือ (บาท)","ช่องทาง","รายละเอียด"
"01/02/2569","","ยอดยกมา","","","10,000.00","",""
"02/02/2569","09:15","รับโอนเงิน","","10,700.00","20,700.00","K PLUS","จาก SCB X4321 บจก. เชียงใหม่การค้า++"
"03/02/2569","10:00","โอนเงิน","1,200.50","","19,499.50","K PLUS",""
"","","รวม","1,200.50","10,700.00","","",""
`;

test('a statement of KBank in Thai with Buddhist years, a letterhead and a foot', () => {
  const statement = read(KBANK);
  expect(statement.layout.bank).toBe('kbank');
  expect(statement).toMatchObject({
    ...{ account: '1234567890', opening: 1_000_000n, closing: 1_949_950n, continuous: true, buddhist: true },
    problems: [],
    lines: [
      { row: 8, date: '2026-02-02', time: '09:15', amount: 1_070_000n, balance: 2_070_000n },
      { row: 9, date: '2026-02-03', amount: -120_050n },
    ],
  });
  expect(statement.lines[0]?.description).toBe('รับโอนเงิน จาก SCB X4321 บจก. เชียงใหม่การค้า++ K PLUS');
  expect(payerIn(statement.lines[0]?.description ?? '')).toEqual({ account: 'SCB4321', name: 'บจก. เชียงใหม่การค้า' });
});

test('the same in TIS-620, and what is no text', () => {
  const bytes = Uint8Array.from(KBANK, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code - 0x0e00 + 0xa0;
  });
  expect(decodeText(bytes)).toEqual({ text: KBANK, encoding: 'windows-874' });
  expect(decodeText(new TextEncoder().encode(`\ufeff${KBANK}`))).toEqual({ text: KBANK, encoding: 'utf-8' });
  expect(decodeText(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBeUndefined();
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0xff, 0xfe, 0x81]))).toBeUndefined();
});

test('a statement of SCB: debit and credit amounts, the account in a column, the newest line first', () => {
  const statement = read(
    [
      'Account Number,Date,Time,Transaction Code,Channel,Cheque Number,Debit Amount,Credit Amount,Balance Sign,Balance Amount,Description',
      '="4171234567",04/02/2026,14:30:00,X1,ENET,,0.00,"5,350.00",+,"5,250.00",PromptPay x9876 นาย สมชาย ใจดี',
      '="4171234567",03/02/2026,08:01:00,C1,BR,00012345,100.00,0.00,-,100.00,Cheque',
    ].join('\r\n'),
  );
  expect(statement.layout.bank).toBe('scb');
  expect(statement).toMatchObject({ account: '4171234567', continuous: true, opening: 0n, closing: 525_000n });
  expect(statement.lines.map(({ amount, balance }) => [amount, balance])).toEqual([
    [-10_000n, -10_000n],
    [535_000n, 525_000n],
  ]);
  expect(statement.lines[0]?.reference).toBe('00012345');
});

test('a statement of Bangkok Bank: names of months, years of two digits, tabs', () => {
  const statement = read(
    [
      'Bangkok Bank\tAccount No. 123-4-56789-0',
      'Tran Date\tParticulars\tChq.No.\tWithdrawal\tDeposit\tBalance\tVia',
      '1 ก.พ. 69\tTRF FR OTH BK\t\t\t 1,000.00\t1,000.00\tmPhone',
      '02-Feb-26\tSERVICE FEE\t\t(15.00)\t\t985.00\tBR',
    ].join('\n'),
  );
  expect(statement.layout.bank).toBe('bbl');
  expect(statement.lines.map(({ date, amount }) => [date, amount])).toEqual([
    ['2026-02-01', 100_000n],
    ['2026-02-02', -1_500n],
  ]);
});

test('rows that cannot be read are named with their reason; what follows is read on', () => {
  const statement = read(
    [
      'Date,Description,Deposit,Withdrawal,Balance',
      '2026-02-01,fine,100.00,,100.00',
      '31/02/2026,no such day,100.00,,200.00',
      '2026-02-03,sum in words,หนึ่งร้อย,,300.00',
      '2026-02-03,both,1.00,1.00,300.00',
      '2026-02-04,formula,=SUM(A1:A4),,300.00',
      ',merged,100.00,,400.00',
      '2027-02-04,ahead,100.00,,500.00',
      '2026-02-05,nothing,,,500.00',
      '2026-02-06,leap of the balance,50.00,,999.00',
    ].join('\n'),
  );
  expect(statement.problems.map(({ row, code }) => [row, code])).toEqual([
    [3, 'date_unreadable'],
    [4, 'amount_unreadable'],
    [5, 'both_amounts'],
    [6, 'amount_unreadable'],
    [7, 'date_missing'],
    [8, 'date_ahead'],
    [9, 'amount_missing'],
    [10, 'balance_unlike'],
  ]);
  expect(statement.lines.map(({ row }) => row)).toEqual([2, 10]);
  expect(statement.continuous).toBe(false);
});

test('other columns are mapped by hand', () => {
  const rows = parseCsv('Posted;Sum;Text\n02/03/2026;-10.00;x\n02/04/2026;20.50;y');
  expect(recogniseLayout(rows)).toBeUndefined();
  const layout = mappedLayout(rows, {
    columns: { date: 'posted', amount: 'Sum', description: 'Text' },
    dateOrder: 'mdy',
  });
  const { lines } = readStatement(rows, layout as NonNullable<typeof layout>, 'THB', '2026-12-31');
  expect(lines.map(({ date, amount }) => [date, amount])).toEqual([
    ['2026-02-03', -1_000n],
    ['2026-02-04', 2_050n],
  ]);
  expect(mappedLayout(rows, { columns: { date: 'Posted', amount: 'Gone' }, dateOrder: 'dmy' })).toBeUndefined();
});

test('amounts and days as they are written', () => {
  const amounts: [string, bigint | null | undefined][] = [
    ['1,070.00', 107_000n],
    ['+1,070.00', 107_000n],
    ['(1,070.00)', -107_000n],
    ['1,070.00-', -107_000n],
    ['1,070.00 CR', 107_000n],
    ['="1,070.00"', 107_000n],
    ['฿1,070', 107_000n],
    ['', null],
    ['-', null],
    ['1,07', undefined],
    ['=1+1', undefined],
    ['--5', undefined],
    ['1.005', undefined],
  ];
  for (const [text, value] of amounts) expect([text, readAmount(text, 'THB')]).toEqual([text, value]);
  const days: [string, string | undefined][] = [
    ['31/01/2026', '2026-01-31'],
    ['31/01/2569', '2026-01-31'],
    ['31-01-26', '2026-01-31'],
    ['31/01/69', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['2569-01-31', '2026-01-31'],
    ['31 ม.ค. 2569 14:05', '2026-01-31'],
    ['31 January 2026', '2026-01-31'],
    ['31/01/99', undefined],
    ['29/02/2026', undefined],
    ['yesterday', undefined],
  ];
  for (const [text, date] of days) expect([text, readDay(text, 'dmy', TODAY)?.date]).toEqual([text, date]);
});

test('names without titles and legal forms, cut off by the bank, in another script', () => {
  expect(nameKey('บริษัท เชียงใหม่การค้า จำกัด')).toBe(nameKey('บจก.เชียงใหม่การค้า'));
  expect(compareNames('บจก. เชียงใหม่การ', 'บริษัท เชียงใหม่การค้า จำกัด')).toBe('alike');
  expect(compareNames('MR. SOMCHAI JAIDEE', 'Somchai Jaidee')).toBe('alike');
  expect(compareNames('นาย สมชาย ใจดี', 'นาง สมหญิง ใจร้าย')).toBe('unlike');
  expect(compareNames('SOMCHAI', 'สมชาย')).toBe('unclear');
});

test('numbers of documents are found however they are spaced', () => {
  expect(referencesIn('pay inv 2569 000123 thanks', null)).toContain('INV2569000123');
  expect(referencesIn('INV-2569-000123')).toContain('INV2569000123');
  expect(referencesIn('โอนเงิน')).toEqual([]);
});

test('equal movements of one day stay as many as they are', () => {
  const line = { row: 2, date: '2026-02-01', time: null, amount: 50_000n, balance: null, description: 'x' };
  const same = { ...line, reference: null, payerName: null, payerAccount: null };
  expect(new Set(lineKeys([same, { ...same, row: 3 }])).size).toBe(2);
  expect(lineKeys([same])[0]).toBe(lineKeys([{ ...same, row: 9 }, same])[0]);
});
