import { formatQuantity, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { type Columns, readCells, wordsFor } from '@sanya/strapi-plugin-platform/kit';
import type { CycleUnit } from '../cycle';
import type { EntitledPer, EntitlementUnit, KeptEntitlement } from '../entitlement';
import type { BilledIn } from '../periods-due';
import type { Alignment } from '../schedule';
import type { Field } from './columns';

/** What a row says of a contract that ran in the books before: plain JSON. */
export interface ContractSaid {
  number: string;
  customerCode?: string;
  taxId?: string;
  branchCode?: string;
  startsOn: string;
  endsOn?: string;
  termMonths?: number;
  noticeDays: number;
  poNumber?: string;
  pricesIncludeTax: boolean;
  description?: string;
  sku?: string;
  quantity: string;
  unit?: string;
  /** Minor units. */
  unitPrice: string;
  cycleUnit: CycleUnit;
  cycleCount: number;
  alignment: Alignment;
  billedIn: BilledIn;
  leadDays: number;
  minimumMonths?: number;
  /** First day of the first period that was not billed there. */
  nextOn: string;
  entitlement?: Omit<KeptEntitlement, 'from'>;
  /** Of the entitlement, in the period that runs. */
  used?: string;
}

/** How a paper writes a customer's tax id and branch, as they are kept. */
export type IdentityOf = (said: { taxId: string; branch: string }) => { taxId?: string; branchCode?: string };

const CYCLES = wordsFor({
  day: ['days', 'daily', 'วัน'],
  week: ['weeks', 'weekly', 'สัปดาห์'],
  month: ['months', 'monthly', 'เดือน', 'รายเดือน'],
  quarter: ['quarters', 'quarterly', 'ไตรมาส', 'รายไตรมาส'],
  half_year: ['half-year', 'half year', 'half-yearly', 'ครึ่งปี'],
  year: ['years', 'yearly', 'annual', 'annually', 'ปี', 'รายปี'],
});
const ALIGNMENTS = wordsFor({
  anniversary: ['first day', 'start', 'วันเริ่ม', 'วันเริ่มสัญญา'],
  calendar: ['by the calendar', 'ปฏิทิน', 'ตามปฏิทิน'],
});
const BILLED = wordsFor({
  advance: ['in advance', 'ล่วงหน้า'],
  arrears: ['in arrears', 'หลังใช้บริการ', 'สิ้นงวด'],
});
const UNITS = wordsFor({
  visit: ['visits', 'ครั้ง', 'เข้าบริการ'],
  hour: ['hours', 'ชั่วโมง'],
  case: ['cases', 'เรื่อง'],
});
const PER = wordsFor({
  period: ['งวด', 'ต่องวด'],
  year: ['ปี', 'ต่อปี'],
  term: ['สัญญา', 'อายุสัญญา', 'ต่ออายุสัญญา'],
});
const ALL = new Set(['all', 'ทั้งหมด']);
const LONGEST: Partial<Record<Field, number>> = { number: 60, poNumber: 60, unit: 40, sku: 60 };

type Reader = ReturnType<typeof readCells<Field>>;

/** A number above zero (or zero where that says something), as a decimal of at most three places. */
function quantityIn({ text, wrong }: Reader, field: Field): string | undefined {
  const said = text(field).replaceAll(',', '');
  if (said === '') return undefined;
  const value = parseQuantity(said);
  if (value === undefined || value < 0n) throw wrong('no_quantity', field);
  return formatQuantity(value);
}

function entitlementIn(reader: Reader): Pick<ContractSaid, 'entitlement' | 'used'> {
  const { text, word, wrong } = reader;
  const unit = word('entitled', UNITS) as EntitlementUnit | undefined;
  const quantity = quantityIn(reader, 'entitledQuantity');
  const used = quantityIn(reader, 'used');
  if (unit === undefined) {
    if (quantity !== undefined || used !== undefined) throw wrong('missing', 'entitled');
    return {};
  }
  if (quantity === undefined) throw wrong('missing', 'entitledQuantity');
  const per = (word('entitledPer', PER) ?? 'year') as EntitledPer;
  const isAll = ALL.has(text('carriedMost').toLowerCase());
  const most = isAll ? undefined : quantityIn(reader, 'carriedMost');
  const carries = isAll ? 'all' : most === undefined || most === '0' ? 'none' : 'at_most';
  return {
    entitlement: {
      ...{ unit, quantity, per, carries, carriedMonths: null },
      most: carries === 'at_most' ? (most ?? null) : null,
    },
    ...(used === undefined || used === '0' ? {} : { used }),
  };
}

/** `2 years` says how many of what. */
function cycleIn({ text, wrong }: Reader): Pick<ContractSaid, 'cycleUnit' | 'cycleCount'> {
  const match = /^(?:every\s+|ทุก\s*)?(\d{1,3})?\s*(.*)$/i.exec(text('cycle'));
  const cycleUnit = CYCLES.get((match?.[2] ?? '').toLowerCase()) as CycleUnit | undefined;
  if (text('cycle') === '') throw wrong('missing', 'cycle');
  if (cycleUnit === undefined) throw wrong('no_such_word', 'cycle');
  return { cycleUnit, cycleCount: Number(match?.[1] ?? 1) };
}

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readContract(
  cells: readonly string[],
  columns: Columns<Field>,
  { currency, identityOf }: { currency: string; identityOf: IdentityOf },
): ContractSaid {
  const reader = readCells(cells, columns, { area: 'contract_import', longest: LONGEST });
  const { text, word, yes, date, amount, whole, wrong } = reader;
  const need = <Value>(value: Value | undefined, field: Field): Value => {
    if (value === undefined) throw wrong('missing', field);
    return value;
  };
  const maybe = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
  const number = need(text('number') || undefined, 'number');
  const { taxId, branchCode } = identityOf({ taxId: text('taxId'), branch: text('branchCode') });
  const customerCode = text('customerCode') || undefined;
  if (customerCode === undefined && taxId === undefined) throw wrong('missing', 'customerCode');
  const [description, sku] = [text('description') || undefined, text('sku') || undefined];
  if (description === undefined && sku === undefined) throw wrong('missing', 'description');
  return {
    ...{ number, startsOn: need(date('startsOn'), 'startsOn') },
    ...{ ...maybe('customerCode', customerCode), ...maybe('taxId', taxId), ...maybe('branchCode', branchCode) },
    ...{ ...maybe('endsOn', date('endsOn')), ...maybe('termMonths', whole('termMonths')) },
    ...{ noticeDays: whole('noticeDays') ?? 0, ...maybe('poNumber', text('poNumber') || undefined) },
    ...{ ...maybe('description', description), ...maybe('sku', sku), ...maybe('unit', text('unit') || undefined) },
    pricesIncludeTax: yes('pricesIncludeTax') ?? false,
    quantity: quantityIn(reader, 'quantity') ?? '1',
    unitPrice: String(need(amount('unitPrice', currency), 'unitPrice')),
    ...cycleIn(reader),
    alignment: (word('alignment', ALIGNMENTS) ?? 'anniversary') as Alignment,
    billedIn: (word('billedIn', BILLED) ?? 'advance') as BilledIn,
    ...{ leadDays: whole('leadDays') ?? 0, ...maybe('minimumMonths', whole('minimumMonths')) },
    nextOn: need(date('nextOn'), 'nextOn'),
    ...entitlementIn(reader),
  };
}
