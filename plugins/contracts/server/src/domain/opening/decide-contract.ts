import {
  addDays,
  badInput,
  compareDates,
  conflict,
  isRefusal,
  notFound,
  parseQuantity,
  type CivilDate,
  type Refusal,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Decided, SaidRow } from '@sanya/strapi-plugin-platform/kit';
import { checkLine, checkStart, type ContractLineFacts } from '../contract';
import { type Period, periodsOf } from '../schedule';
import { checkTerm } from '../term';
import type { ContractSaid } from './read-contract';

/** What is there already of a contract that a file tells of. */
export interface KnownContract {
  customer: number;
  startsOn: CivilDate | null;
}

export interface KnownProduct {
  id: number;
  name: string;
  kind: 'goods' | 'service';
  unit: string | null;
  taxCategory: string;
  incomeKind: string | null;
}

export interface ContractImportFacts {
  today: CivilDate;
  /** Who is meant, by code and by tax id: row ids. */
  customerOf: (said: ContractSaid) => { byCode?: number; byTaxId?: number };
  products: ReadonlyMap<string, KnownProduct>;
  contracts: ReadonlyMap<string, KnownContract>;
  /** Numbers that our own series would still give, with what it has counted. */
  ahead: ReadonlyMap<string, bigint>;
}

type Line = Omit<ContractLineFacts, 'contract' | 'position' | 'prices' | 'startsOn' | 'endsOn'>;

/** A line as it is taken over, with the periods that were billed before. */
export interface OpeningLine {
  line: Line;
  billed: readonly Period[];
  used: bigint;
}

/** A contract of the books before, as it is taken over. */
export interface OpeningContract {
  number: string;
  customer: number;
  startsOn: CivilDate;
  endsOn: CivilDate | null;
  termMonths: number | null;
  noticeDays: number;
  poNumber: string | null;
  pricesIncludeTax: boolean;
  lines: readonly OpeningLine[];
}

/** Of one contract each row says the same. */
const OF_CONTRACT = [
  ...(['customerCode', 'taxId', 'branchCode', 'startsOn', 'endsOn', 'termMonths', 'noticeDays'] as const),
  ...(['poNumber', 'pricesIncludeTax'] as const),
];
/** More than anybody billed of one line: the cycle or the first day is mistyped. */
const MOST_PERIODS = 1_300;

function customerOf(said: ContractSaid, facts: ContractImportFacts): number {
  const { byCode, byTaxId } = facts.customerOf(said);
  if (byCode !== undefined && byTaxId !== undefined && byCode !== byTaxId) {
    throw conflict('contract_import.customer_contrary', { field: 'customerCode' });
  }
  const customer = (said.customerCode === undefined ? undefined : byCode) ?? byTaxId;
  if (customer === undefined || (said.customerCode !== undefined && byCode === undefined)) {
    const params = { customer: said.customerCode ?? said.taxId ?? '' };
    throw notFound('contract_import.customer_unknown', { field: 'customerCode', params });
  }
  return customer;
}

/** The periods before the first that was not billed: that day is the first of one, or the contract was billed to its end. */
function billedBefore(said: ContractSaid): Period[] {
  const { startsOn, endsOn = null, nextOn, alignment, cycleUnit: unit, cycleCount: count } = said;
  const billed: Period[] = [];
  if (endsOn !== null && compareDates(nextOn, addDays(endsOn, 1)) > 0) {
    throw badInput('contract_import.next_after_end', { field: 'nextOn', params: { ends: endsOn } });
  }
  const terms = { startsOn, endsOn, alignment, cycle: { unit, count }, whileSuspended: 'keep' as const };
  for (const period of periodsOf(terms, [])) {
    if (compareDates(period.start, nextOn) === 0) return billed;
    if (compareDates(period.start, nextOn) > 0) {
      const before = billed.at(-1)?.start ?? period.start;
      throw badInput('contract_import.no_period_starts', {
        ...{ field: 'nextOn', params: { next: nextOn, before, after: period.start } },
      });
    }
    if (billed.length >= MOST_PERIODS) {
      throw badInput('contract_import.too_many_periods', { field: 'cycle', params: { most: MOST_PERIODS } });
    }
    billed.push(period);
  }
  if (endsOn !== null && compareDates(nextOn, endsOn) > 0) return billed;
  const before = billed.at(-1)?.start ?? startsOn;
  const after = endsOn === null ? startsOn : addDays(endsOn, 1);
  throw badInput('contract_import.no_period_starts', { field: 'nextOn', params: { next: nextOn, before, after } });
}

function lineOf(said: ContractSaid, { products, today }: ContractImportFacts): OpeningLine {
  const product = said.sku === undefined ? undefined : products.get(said.sku);
  if (said.sku !== undefined && !product) {
    throw notFound('contract_import.product_unknown', { field: 'sku', params: { sku: said.sku } });
  }
  const entitlement = said.entitlement;
  const used = parseQuantity(said.used ?? '0') ?? 0n;
  if (entitlement && used > (parseQuantity(entitlement.quantity) ?? 0n)) {
    throw badInput('contract_import.used_too_much', { field: 'used', params: { most: entitlement.quantity } });
  }
  const line: Line = {
    ...{ product: product?.id ?? null, installedItem: null, orderLine: null, invoicePosition: null },
    ...{ description: said.description ?? product?.name ?? '', details: null, kind: product?.kind ?? 'service' },
    ...{ unit: said.unit ?? product?.unit ?? null, quantity: parseQuantity(said.quantity) ?? 0n },
    ...{ unitPrice: BigInt(said.unitPrice), discount: 0n, taxCategory: product?.taxCategory ?? 'standard' },
    ...{ incomeKind: product?.incomeKind ?? null, cycleUnit: said.cycleUnit, cycleCount: said.cycleCount },
    ...{ billedIn: said.billedIn, alignment: said.alignment, leadDays: said.leadDays, whileSuspended: 'keep' },
    ...{ minimumMonths: said.minimumMonths ?? null, feeKind: 'none', feeValue: 0n },
    // What periods before this one granted and used up, the books before know.
    entitlements: entitlement ? [{ ...entitlement, from: today }] : null,
  };
  checkLine(line, '');
  return { line, billed: billedBefore(said), used };
}

/** Whom a contract is with; undefined where it was taken over before. */
function newCustomer(said: ContractSaid, facts: ContractImportFacts): number | undefined {
  const { number, startsOn, endsOn, termMonths = null, noticeDays } = said;
  const customer = customerOf(said, facts);
  const known = facts.contracts.get(number);
  if (known) {
    if (known.customer === customer && known.startsOn === startsOn) return undefined;
    throw conflict('contract_import.taken_over_otherwise', { field: 'number', params: { number } });
  }
  const last = facts.ahead.get(number);
  if (last !== undefined) {
    const params = { number, last: String(last) };
    throw conflict('contract_import.number_ahead', { field: 'number', params });
  }
  checkStart(startsOn, 'startsOn');
  checkTerm({ termMonths, noticeDays, autoRenew: false, renewalTable: null });
  if (compareDates(startsOn, facts.today) > 0) {
    throw badInput('contract_import.not_begun', { field: 'startsOn', params: { date: startsOn } });
  }
  if (endsOn !== undefined && compareDates(endsOn, facts.today) < 0) {
    throw badInput('contract_import.over', { field: 'endsOn', params: { date: endsOn } });
  }
  return customer;
}

/** A row that contradicts an earlier one of its contract, or repeats it. */
function refuseUnlike(one: SaidRow<ContractSaid>, before: readonly SaidRow<ContractSaid>[]): void {
  for (const { row, said } of before) {
    if (OF_CONTRACT.some((name) => said[name] !== one.said[name])) {
      throw badInput('contract_import.contrary', { field: 'number', params: { row } });
    }
    if (JSON.stringify(said) === JSON.stringify(one.said)) {
      throw badInput('contract_import.twice', { field: 'number', params: { row } });
    }
  }
}

/** Rows of one contract: all of them are taken over, or none. */
export function decideContract(
  rows: readonly SaidRow<ContractSaid>[],
  facts: ContractImportFacts,
): Decided<OpeningContract> {
  const told = (outcome: string, refusalOf: (row: number) => Refusal | undefined = () => undefined) =>
    rows.map(({ row }) => ({ row, outcome, refusal: refusalOf(row) }));
  const [first] = rows;
  if (!first) return { rows: [] };
  let at = first.row;
  try {
    rows.forEach((one, index) => {
      at = one.row;
      refuseUnlike(one, rows.slice(0, index));
    });
    at = first.row;
    const customer = newCustomer(first.said, facts);
    if (customer === undefined) return { rows: told('unchanged') };
    const lines = rows.map(({ row, said }) => {
      at = row;
      return lineOf(said, facts);
    });
    const { number, startsOn, endsOn, termMonths, noticeDays, poNumber, pricesIncludeTax } = first.said;
    const contract: OpeningContract = {
      ...{ number, customer, startsOn, endsOn: endsOn ?? null, termMonths: termMonths ?? null, noticeDays },
      ...{ poNumber: poNumber ?? null, pricesIncludeTax, lines },
    };
    return { rows: told('new_contract'), work: contract };
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    const beside = badInput('contract_import.with_row', { field: 'number', params: { row: at } });
    return { rows: told('wrong', (row) => (row === at ? refusal : beside)) };
  }
}
