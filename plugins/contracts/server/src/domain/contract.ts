import { badInput, broken, compareDates, extend, min, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Activation } from './activation';
import type { ContractState } from './contract-machine';
import { type BillingCycle, type CycleUnit, lastDayAfterMonths, MOST_UNITS } from './cycle';
import type { LeavingFee } from './ending';
import { checkEntitlements, type KeptEntitlement, readEntitlement } from './entitlement';
import type { Interval } from './intervals';
import { type BilledIn, type LineTerms, nextBillOn } from './periods-due';
import type { KeptTiers } from './price-tiers';
import type { CouponPart, PriceVersion } from './price-versions';
import type { RenewalTerms } from './renewal-terms';
import type { Alignment, SuspensionPolicy } from './schedule';

export interface ContractFacts {
  number: string | null;
  serviceId: string | null;
  /** Since when it goes on here, with the number of the books before; null: made here. */
  takenOverOn: CivilDate | null;
  state: ContractState;
  /** Row ids. */
  customer: number;
  order: number | null;
  /** What it was made from. */
  invoice: number | null;
  /** That invoice asks for the first period of each line. */
  firstPeriodBilled: boolean;
  activation: Activation;
  /** The day that was agreed, before which nothing begins. */
  agreedStart: CivilDate | null;
  startsOn: CivilDate | null;
  /** The last day on which something of it is tried: its first bill comes after that. */
  trialUntil: CivilDate | null;
  termMonths: number | null;
  endsOn: CivilDate | null;
  noticeDays: number;
  /** Since when it is known that it will end. */
  noticeGivenOn: CivilDate | null;
  /** It goes on by itself unless somebody says otherwise in time. */
  autoRenew: boolean;
  /** Number of the term that runs: 1 is the first that is paid, 0 a free one before it. */
  term: number;
  /** What a further term costs; null: as until now. */
  renewalTerms: RenewalTerms | null;
  /** The contract that was over, of which this one is the return. */
  predecessor: number | null;
  /** Which service was agreed in it; null: what is usual for the class of its customer. */
  serviceLevel: number | null;
  currency: string;
  pricesIncludeTax: boolean;
  /** On one invoice with the customer's other contracts that are billed so. */
  billedTogether: boolean;
  poNumber: string | null;
  note: string | null;
  nextBillOn: CivilDate | null;
  /** What was undone is not billed by the clock before that day. */
  heldUntil?: CivilDate | null;
  problem: string | null;
  parkedAt: string | null;
  activatedAt: string | null;
  endedAt: string | null;
  cancelledAt: string | null;
  endReason: string | null;
}

/** A price version as a line keeps it: plain JSON. */
export interface KeptPrice {
  from: CivilDate;
  unitPrice: string;
  quantity: string;
  discount: string;
  coupons?: readonly { code: string; amount: string }[];
  tiers?: KeptTiers;
  /** Number of the period with which it begins, as long as its line has not begun; 1 is the first. */
  period?: number;
}

export const FEE_KINDS = ['none', 'fixed', 'percent', 'months'] as const;

export interface ContractLineFacts {
  contract: number;
  position: number;
  product: number | null;
  installedItem: number | null;
  orderLine: number | null;
  /** Which line it is of the invoice that the contract was made from. */
  invoicePosition: number | null;
  description: string;
  details: string | null;
  kind: 'goods' | 'service';
  unit: string | null;
  quantity: bigint;
  unitPrice: bigint;
  discount: bigint;
  prices: readonly KeptPrice[];
  taxCategory: string;
  incomeKind: string | null;
  cycleUnit: CycleUnit;
  cycleCount: number;
  billedIn: BilledIn;
  alignment: Alignment;
  leadDays: number;
  whileSuspended: SuspensionPolicy;
  minimumMonths: number | null;
  feeKind: (typeof FEE_KINDS)[number];
  /** Minor units, ppm or months, by its kind. */
  feeValue: bigint;
  /** It begins so many days after its contract: until then it is tried, and nothing is asked for it. */
  trialDays?: number | null;
  /** What it entitles to, by number; null or absent: to nothing that is counted. */
  entitlements?: readonly KeptEntitlement[] | null;
  /** The day on which something is next granted, or expires. */
  entitlementsDueOn?: CivilDate | null;
  startsOn: CivilDate | null;
  /** The day before its first where it never was: what it was to take over from goes on. */
  endsOn: CivilDate | null;
  /** Row id of the line that it takes over from. */
  predecessor?: number | null;
  /** Where it goes on with the periods of that line: the day from which they are counted. */
  countedFrom?: CivilDate | null;
  /** Where it goes on with the minimum term of that line: the day from which it is counted. */
  minimumFrom?: CivilDate | null;
  /** Row id of the invoice of the fee for lowering what went before. */
  feeInvoice?: number | null;
}

const keepCoupon = ({ code, amount }: CouponPart) => ({ code, amount: String(amount) });
const readCoupon = ({ code, amount }: { code: string; amount: string }): CouponPart => ({
  code,
  amount: BigInt(amount),
});

export const keepPrice = ({ from, unitPrice, quantity, discount, coupons, tiers }: PriceVersion): KeptPrice => ({
  from,
  unitPrice: String(unitPrice),
  quantity: String(quantity),
  discount: String(discount),
  ...(coupons?.length ? { coupons: coupons.map(keepCoupon) } : {}),
  ...(tiers ? { tiers } : {}),
});

export const readPrice = ({ from, unitPrice, quantity, discount, coupons, tiers }: KeptPrice): PriceVersion => ({
  from,
  unitPrice: BigInt(unitPrice),
  quantity: BigInt(quantity),
  discount: BigInt(discount),
  ...(coupons ? { coupons: coupons.map(readCoupon) } : {}),
  ...(tiers ? { tiers } : {}),
});

/** The price holds from before any beginning: a contract may begin on another day than was agreed. */
export const SINCE_EVER: CivilDate = '0001-01-01';

/** What of a line says when it is billed, and how much. */
export type BilledLine = Pick<
  ContractLineFacts,
  | 'startsOn'
  | 'endsOn'
  | 'cycleUnit'
  | 'cycleCount'
  | 'alignment'
  | 'whileSuspended'
  | 'billedIn'
  | 'leadDays'
  | 'prices'
  | 'countedFrom'
  | 'predecessor'
>;

/** What was agreed for a line, as the calculations read it; undefined while it has not begun. */
export function termsOf(line: BilledLine): LineTerms | undefined {
  if (line.startsOn === null) return undefined;
  return {
    startsOn: line.startsOn,
    endsOn: line.endsOn,
    cycle: { unit: line.cycleUnit, count: line.cycleCount },
    alignment: line.alignment,
    whileSuspended: line.whileSuspended,
    billedIn: line.billedIn,
    leadDays: line.leadDays,
    prices: line.prices.map(readPrice),
    ...(line.countedFrom ? { countedFrom: line.countedFrom } : {}),
    ...(line.predecessor ? { follows: true } : {}),
  };
}

export function feeOf({ feeKind, feeValue }: Pick<ContractLineFacts, 'feeKind' | 'feeValue'>): LeavingFee {
  switch (feeKind) {
    case 'none':
      return { kind: 'none' };
    case 'fixed':
      return { kind: 'fixed', amount: feeValue };
    case 'percent':
      return { kind: 'percent', ppm: Number(feeValue) };
    case 'months':
      return { kind: 'months', months: Number(feeValue) };
  }
}

export const minimumUntil = ({
  startsOn,
  minimumMonths,
  minimumFrom,
}: Pick<ContractLineFacts, 'startsOn' | 'minimumMonths' | 'minimumFrom'>): CivilDate | null =>
  startsOn === null || minimumMonths === null ? null : lastDayAfterMonths(minimumFrom ?? startsOn, minimumMonths);

/** Whatever is said to have begun before is mistyped. */
export const EARLIEST_START: CivilDate = '1900-01-01';

export function checkStart(on: CivilDate, field: string): void {
  if (compareDates(on, EARLIEST_START) < 0) {
    throw badInput('contract.starts_too_early', { field, params: { earliest: EARLIEST_START } });
  }
}

export const LONGEST_TERM = 600;
export const LONGEST_LEAD = 366;
const WHOLE_PPM = 1_000_000n;

const between = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function checkCycle({ unit, count }: BillingCycle, at: string): void {
  if (!between(count, 1, MOST_UNITS)) {
    throw badInput('contract.cycle_count', { field: `${at}cycle.count`, params: { most: MOST_UNITS, unit } });
  }
}

/** What of a line says how it is kept, whatever is sold in it. */
export type LineTermsWish = Pick<
  ContractLineFacts,
  'leadDays' | 'whileSuspended' | 'feeKind' | 'feeValue' | 'entitlements'
>;

/** Refuses terms that no line can have. */
export function checkLineTerms({ leadDays, feeKind, feeValue, entitlements }: LineTermsWish, at: string): void {
  if (!between(leadDays, 0, LONGEST_LEAD)) {
    throw badInput('contract.lead_days', { field: `${at}leadDays`, params: { most: LONGEST_LEAD } });
  }
  const most = feeKind === 'percent' ? WHOLE_PPM : feeKind === 'months' ? BigInt(LONGEST_TERM) : feeValue;
  if (feeValue < 0n || feeValue !== min(feeValue, most)) {
    throw badInput('contract.fee_out_of_range', { field: `${at}feeValue` });
  }
  checkEntitlements((entitlements ?? []).map(readEntitlement), at);
}

type LineWish = Omit<ContractLineFacts, 'contract' | 'position' | 'prices' | 'startsOn' | 'endsOn'>;

/** Refuses terms of a line that cannot be kept. */
export function checkLine(line: LineWish, at: string): void {
  checkCycle({ unit: line.cycleUnit, count: line.cycleCount }, at);
  if (line.quantity <= 0n) throw badInput('contract.quantity_not_positive', { field: `${at}quantity` });
  if (line.unitPrice < 0n) throw badInput('contract.price_negative', { field: `${at}unitPrice` });
  if (line.discount < 0n || line.discount > extend(line.unitPrice, line.quantity)) {
    throw badInput('contract.discount_out_of_range', { field: `${at}discount` });
  }
  checkLineTerms(line, at);
  if (line.billedIn === 'arrears' && line.leadDays > 0) {
    throw broken('contract.lead_in_arrears', { field: `${at}leadDays` });
  }
  if (line.alignment === 'calendar' && line.whileSuspended === 'shift') {
    throw broken('contract.calendar_shifts', { field: `${at}whileSuspended` });
  }
  if (line.minimumMonths !== null && !between(line.minimumMonths, 1, LONGEST_TERM)) {
    throw badInput('contract.months', { field: `${at}minimumMonths`, params: { most: LONGEST_TERM } });
  }
}

export const isHeld = ({ heldUntil }: Pick<ContractFacts, 'heldUntil'>, today: CivilDate): boolean =>
  compareDates(heldUntil ?? today, today) > 0;

interface Billed {
  suspensions: readonly Interval[];
  /** Numbers of the periods that were billed, by row id of the line. */
  billed: ReadonlyMap<number, ReadonlySet<number>>;
}

const NONE: ReadonlySet<number> = new Set();

/** The day on which a contract next has something to be billed: that of the first of its lines. */
export function contractNextBillOn(
  lines: readonly (BilledLine & { id: number })[],
  { suspensions, billed }: Billed,
): CivilDate | null {
  const days = lines.flatMap((line) => {
    const terms = termsOf(line);
    const on = terms && nextBillOn(terms, { suspensions, billed: billed.get(line.id) ?? NONE });
    return on ?? [];
  });
  return days.sort(compareDates)[0] ?? null;
}
