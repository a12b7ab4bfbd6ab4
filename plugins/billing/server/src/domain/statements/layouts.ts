import type { DateOrder } from './cells';
import type { SheetRow } from '@sanya/strapi-plugin-platform/kit';

/** What a column of a statement says. */
export const ROLES = [
  'date',
  'time',
  'deposit',
  'withdrawal',
  'amount',
  'balance',
  'balanceSign',
  'description',
  'details',
  'channel',
  'reference',
  'payerName',
  'payerAccount',
  'account',
] as const;
export type Role = (typeof ROLES)[number];

export type Bank = 'kbank' | 'scb' | 'bbl';

/** Columns by what they say, for a statement of no known layout. */
export interface Mapping {
  /** Headings as the file has them. */
  columns: Partial<Record<Role, string>>;
  dateOrder: DateOrder;
}

export interface Layout {
  bank: Bank | null;
  /** Number of the row with the headings. */
  headerRow: number;
  header: readonly string[];
  /** Place of each column. */
  columns: Partial<Record<Role, number>>;
  dateOrder: DateOrder;
}

/** Headings as banks write them, without case, spaces, points and what stands in brackets. */
const HEADINGS: Record<Role, readonly string[]> = {
  date: words(
    'date trandate transdate transactiondate txndate postdate postingdate วันที่ วันที่ทำรายการ วันที่รายการ วันเดือนปี',
  ),
  time: words('time trantime timeeffdate timeeffectivedate transactiontime เวลา เวลาวันที่มีผล เวลาทำรายการ'),
  deposit: words(
    'deposit deposits depositamount credit creditamount cr ฝากเงิน ฝาก เงินฝาก เครดิต จำนวนเงินฝาก เงินเข้า รับเข้า',
  ),
  withdrawal: words(
    'withdrawal withdrawals withdrawalamount debit debitamount dr ถอนเงิน ถอน เงินถอน เดบิต จำนวนเงินถอน เงินออก จ่ายออก',
  ),
  amount: words('amount transactionamount จำนวนเงิน จำนวน ยอดเงิน'),
  balance: words(
    'balance balanceamount outstandingbalance ledgerbalance runningbalance ยอดคงเหลือ ยอดเงินคงเหลือ คงเหลือ',
  ),
  balanceSign: words('balancesign เครื่องหมายยอดคงเหลือ'),
  description: words('description descriptions particulars transaction transactiontype รายการ คำอธิบาย ประเภทรายการ'),
  details: words('detail details remark remarks note notes memo รายละเอียด หมายเหตุ บันทึกช่วยจำ'),
  channel: words('channel via terminalno ช่องทาง ช่องทางทำรายการ ช่องทางการทำรายการ'),
  reference: words(
    'reference referenceno referencenumber ref refno ref1 chequeno chequenumber chqno เลขที่อ้างอิง หมายเลขอ้างอิง อ้างอิง เลขที่เช็ค เช็ค',
  ),
  payerName: words('payer payername sendername from fromname ชื่อผู้โอน ผู้โอน ชื่อผู้ชำระ จากชื่อบัญชี'),
  payerAccount: words('payeraccount senderaccount fromaccount บัญชีผู้โอน จากบัญชี เลขที่บัญชีผู้โอน'),
  account: words('accountnumber accountno เลขที่บัญชี เลขบัญชี'),
};

/** Headings by which each bank is told from the others. */
const SIGNS: Record<Bank, readonly string[]> = {
  kbank: words('timeeffdate timeeffectivedate เวลาวันที่มีผล outstandingbalance descriptions ถอนเงิน ฝากเงิน'),
  scb: words('debitamount creditamount balancesign transactioncode รหัสรายการ เดบิต เครดิต ยอดเงินคงเหลือ'),
  bbl: words('trandate transdate particulars chqno via terminalno ถอน ฝาก'),
};

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

export const headingKey = (text: string): string =>
  text
    .replace(/\(.*?\)/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9\u0E00-\u0E7F]/g, '');

/** The heading stands among the first rows; what is above it is the bank's letterhead. */
const SEARCHED_ROWS = 60;

const usable = (columns: Layout['columns']): boolean =>
  columns.date !== undefined && (columns.deposit !== undefined || columns.amount !== undefined);

function columnsOf(keys: readonly string[]): Layout['columns'] {
  const columns: Layout['columns'] = {};
  for (const role of ROLES) {
    const place = keys.findIndex((key) => HEADINGS[role].includes(key));
    if (place >= 0) columns[role] = place;
  }
  return columns;
}

function bankOf(keys: readonly string[]): Bank | null {
  const counted = (Object.keys(SIGNS) as Bank[]).map((bank) => ({
    bank,
    signs: keys.filter((key) => SIGNS[bank].includes(key)).length,
  }));
  const [best, next] = counted.sort((a, b) => b.signs - a.signs);
  return best && best.signs > 0 && best.signs > (next?.signs ?? 0) ? best.bank : null;
}

/** The layout of a statement by its headings; undefined where no row has those that are needed. */
export function recogniseLayout(rows: readonly SheetRow[]): Layout | undefined {
  for (const { row, cells } of rows.slice(0, SEARCHED_ROWS)) {
    const keys = cells.map(headingKey);
    const columns = columnsOf(keys);
    if (usable(columns)) return { bank: bankOf(keys), headerRow: row, header: cells, columns, dateOrder: 'dmy' };
  }
  return undefined;
}

/** The layout that somebody mapped, where a row has all of its headings. */
export function mappedLayout(rows: readonly SheetRow[], mapping: Mapping): Layout | undefined {
  const wanted = ROLES.flatMap((role) => {
    const heading = mapping.columns[role];
    return heading === undefined ? [] : [{ role, key: headingKey(heading) }];
  });
  for (const { row, cells } of rows.slice(0, SEARCHED_ROWS)) {
    const keys = cells.map(headingKey);
    const columns: Layout['columns'] = {};
    for (const { role, key } of wanted) {
      const place = keys.indexOf(key);
      if (place >= 0) columns[role] = place;
    }
    if (Object.keys(columns).length === wanted.length && usable(columns)) {
      return { bank: null, headerRow: row, header: cells, columns, dateOrder: mapping.dateOrder };
    }
  }
  return undefined;
}

/** The rows that may hold the headings: for whoever maps them by hand, the one with most words. */
export function likelyHeader(rows: readonly SheetRow[]): SheetRow | undefined {
  const filled = ({ cells }: SheetRow): number => cells.filter((cell) => /[^\d\s.,:/+-]/.test(cell)).length;
  return rows
    .slice(0, SEARCHED_ROWS)
    .reduce<SheetRow | undefined>((best, row) => (filled(row) > (best ? filled(best) : 1) ? row : best), undefined);
}
