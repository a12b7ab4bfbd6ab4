import {
  badInput,
  compareDates,
  conflict,
  isRefusal,
  notFound,
  type Refusal,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Decided, SaidRow } from '@sanya/strapi-plugin-platform/kit';
import { planLines } from '../issue-invoice';
import type { BillingRules } from '../rules';
import type { RowSaid } from './read-row';

/** What is there of an invoice that a file tells of. */
export interface KnownInvoice {
  customer: number;
  issuedOn: string;
  total: bigint;
  /** Null: it is one of our own. */
  takenOverOn: string | null;
}

export interface OpeningFacts {
  openingDay: string;
  rules: BillingRules;
  /** Who is meant, by code and by tax id: row ids. */
  customerOf: (said: RowSaid) => { byCode?: number; byTaxId?: number };
  /** Row id of a branch of ours by its code. */
  branches: ReadonlyMap<string, number>;
  invoices: ReadonlyMap<string, KnownInvoice>;
  /** Numbers of standing tax invoices. */
  taxNumbers: ReadonlySet<string>;
  /** Numbers that our own series would still give, with what it has counted. */
  ahead: ReadonlyMap<string, bigint>;
}

/** An invoice of the books before, as it is taken over. */
export interface OpeningInvoice {
  number: string;
  customer: number;
  branch: number | null;
  issuedOn: string;
  dueDate: string | null;
  poNumber: string | null;
  lines: readonly RowSaid[];
}

/** Of one invoice each row says the same. */
const OF_INVOICE = [
  ...(['customerCode', 'taxId', 'branchCode', 'issuedOn', 'dueDate', 'poNumber', 'ourBranch'] as const),
];

export const taxNumberOf = (line: RowSaid): string => line.taxNumber ?? line.number;
export const taxDateOf = (line: RowSaid): string => line.taxDate ?? line.issuedOn;

export function customerOf(said: RowSaid, facts: OpeningFacts): number {
  const { byCode, byTaxId } = facts.customerOf(said);
  if (byCode !== undefined && byTaxId !== undefined && byCode !== byTaxId) {
    throw conflict('opening_import.customer_contrary', { field: 'customerCode' });
  }
  const customer = (said.customerCode === undefined ? undefined : byCode) ?? byTaxId;
  const isUnknown = customer === undefined || (said.customerCode !== undefined && byCode === undefined);
  if (isUnknown) {
    throw notFound('opening_import.customer_unknown', {
      field: 'customerCode',
      params: { customer: said.customerCode ?? said.taxId ?? '' },
    });
  }
  return customer;
}

export function refuseDates({ issuedOn, dueDate, documented, taxDate }: RowSaid, { openingDay }: OpeningFacts): void {
  const params = { date: issuedOn, day: openingDay };
  if (compareDates(issuedOn, openingDay) > 0) {
    throw badInput('opening_import.after_opening_day', { field: 'issuedOn', params });
  }
  if (dueDate !== undefined && compareDates(dueDate, issuedOn) < 0) {
    throw badInput('invoice.due_before_issue', { field: 'dueDate' });
  }
  if (documented && taxDate !== undefined && compareDates(taxDate, openingDay) > 0) {
    throw badInput('opening_import.after_opening_day', { field: 'taxDate', params: { ...params, date: taxDate } });
  }
}

/** A row that contradicts an earlier one of its invoice, or repeats it. */
function refuseUnlike(one: SaidRow<RowSaid>, before: readonly SaidRow<RowSaid>[]): void {
  for (const { row, said } of before) {
    if (OF_INVOICE.some((name) => said[name] !== one.said[name])) {
      throw badInput('opening_import.contrary', { field: 'number', params: { row } });
    }
    if (JSON.stringify(said) === JSON.stringify(one.said)) {
      throw badInput('opening_import.twice', { field: 'number', params: { row } });
    }
  }
}

/** What is taken over of an invoice, with VAT as it was on its day. Refuses what cannot be billed. */
export const planOpeningLines = (lines: readonly RowSaid[], issuedOn: string, rules: BillingRules) =>
  planLines(
    {
      ...{ currency: rules.currency, pricesIncludeTax: true },
      lines: lines.map(({ description, kind, open, taxCategory, incomeKind }) => ({
        ...{ sourceLine: null, description, kind, quantity: 1000n, unit: '' },
        ...{ unitPrice: BigInt(open), discount: 0n, taxCategory, incomeKind },
      })),
    },
    rules,
    issuedOn,
  );

/** The invoice that its lines tell of; undefined where it was taken over before, as they say it. */
export function invoiceOf(lines: readonly RowSaid[], facts: OpeningFacts): OpeningInvoice | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const { number, issuedOn, dueDate, poNumber, ourBranch } = first;
  const customer = customerOf(first, facts);
  lines.forEach((line) => refuseDates(line, facts));
  const branch = ourBranch === undefined ? null : facts.branches.get(ourBranch);
  if (branch === undefined) throw badInput('branch.unknown', { field: 'ourBranch' });
  planOpeningLines(lines, issuedOn, facts.rules);
  const total = sum(lines.map(({ open }) => BigInt(open)));
  const known = facts.invoices.get(number);
  if (known) {
    if (known.takenOverOn === null) throw conflict('invoice.number_taken', { field: 'number' });
    const isSame = known.customer === customer && known.issuedOn === issuedOn && known.total === total;
    if (!isSame) throw conflict('opening_import.taken_over_otherwise', { field: 'number', params: { number } });
    return undefined;
  }
  const last = facts.ahead.get(number);
  if (last !== undefined) {
    throw conflict('opening_import.number_ahead', { field: 'number', params: { number, last: String(last) } });
  }
  const taxed = lines.find((line) => line.documented && facts.taxNumbers.has(taxNumberOf(line)));
  if (taxed) throw conflict('tax_invoice.number_taken', { field: 'taxNumber' });
  return { number, customer, branch, issuedOn, dueDate: dueDate ?? null, poNumber: poNumber ?? null, lines };
}

/** Rows of one invoice: all of them are taken over, or none. */
export function decideOpening(rows: readonly SaidRow<RowSaid>[], facts: OpeningFacts): Decided<OpeningInvoice> {
  const amounts = new Map(rows.map(({ row, said }) => [row, BigInt(said.open)]));
  const told = (outcome: string, refusalOf: (row: number) => Refusal | undefined = () => undefined) =>
    rows.map(({ row }) => ({ row, outcome, refusal: refusalOf(row), columns: { amount: amounts.get(row) ?? null } }));
  let at = rows[0]?.row;
  try {
    rows.forEach((one, index) => {
      at = one.row;
      refuseUnlike(one, rows.slice(0, index));
    });
    at = rows[0]?.row;
    const invoice = invoiceOf(
      rows.map(({ said }) => said),
      facts,
    );
    return invoice ? { rows: told('new_invoice'), work: invoice } : { rows: told('unchanged') };
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    const beside = badInput('opening_import.with_row', { field: 'number', params: { row: at ?? 0 } });
    return { rows: told('wrong', (row) => (row === at ? refusal : beside)) };
  }
}
