import { badInput, moneyParam, type MoneyParam, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import { type Columns, readCells, wordsFor } from '@sanya/strapi-plugin-platform/kit';
import type { BillingRules } from '../rules';
import type { Field } from './columns';
import { type IdentityOf, readParty } from './read-party';

/** What a row says: one part of an invoice of the books before. Amounts in minor units as text: rows are kept as JSON. */
export interface RowSaid {
  number: string;
  customerCode?: string;
  taxId?: string;
  branchCode?: string;
  issuedOn: string;
  dueDate?: string;
  /** What is still owed, with VAT. */
  open: string;
  description: string;
  kind: 'goods' | 'service';
  taxCategory: string;
  incomeKind: string | null;
  /** Whether the books before have issued the tax invoice of it. */
  documented: boolean;
  taxNumber?: string;
  taxDate?: string;
  poNumber?: string;
  /** Code of the branch of ours that issued it. */
  ourBranch?: string;
}

export interface Reading {
  rules: Pick<BillingRules, 'currency' | 'categories' | 'withholding'>;
  identityOf: IdentityOf;
}

const KINDS = wordsFor({ goods: ['สินค้า', 'product', 'products'], service: ['บริการ', 'services'] });
const INCOME: Record<string, string> = {
  ค่าบริการ: 'service',
  ค่าเช่า: 'rent',
  ค่าโฆษณา: 'advertising',
  ค่าขนส่ง: 'transport',
};
const LONGEST: Partial<Record<Field, number>> = { number: 60, description: 300, poNumber: 60, taxNumber: 60 };

/** Sales of services are withheld from unless the file says otherwise; goods are not. */
const incomeKindOf = (said: string, kind: RowSaid['kind']): string | null => {
  if (said === '') return kind === 'service' ? 'service' : null;
  return /^(none|no|-|0|ไม่มี|ไม่หัก)$/i.test(said) ? null : (INCOME[said] ?? said.toLowerCase());
};

/** Tax categories by their codes and names. */
export const categoryWords = ({ categories }: Pick<BillingRules, 'categories'>) =>
  wordsFor(Object.fromEntries(categories.map(({ code, name }) => [code, [name.th, name.en]])));

/** Refuses a row whose amounts do not add up. */
function refuseUnlike(total: bigint | undefined, paid: bigint | undefined, open: bigint, currency: string): void {
  if (total === undefined || total - (paid ?? total - open) === open) return;
  const money = (amount: bigint): MoneyParam => moneyParam(amount, currency);
  const params = {
    total: money(total),
    paid: money(paid ?? 0n),
    open: money(open),
    expected: money(total - (paid ?? 0n)),
  };
  throw badInput('opening_import.not_adding_up', { field: 'open', params });
}

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readRow(cells: readonly string[], columns: Columns<Field>, { rules, identityOf }: Reading): RowSaid {
  const reader = readCells(cells, columns, { area: 'opening_import', longest: LONGEST });
  const { text, word, yes, date, amount, wrong } = reader;
  const { currency } = rules;
  const missing = (field: Field): Refusal => wrong('missing', field);
  const number = text('number');
  if (number === '') throw missing('number');
  const issuedOn = date('issuedOn');
  if (issuedOn === undefined) throw missing('issuedOn');
  const dueDate = date('dueDate');
  const [total, paid, open] = [amount('total', currency), amount('paid', currency), amount('open', currency)];
  if (open === undefined) throw missing('open');
  if (open === 0n) throw wrong('nothing_open', 'open');
  refuseUnlike(total, paid, open, currency);
  if (total !== undefined && open > total) throw wrong('more_than_total', 'open');
  const kind = word('kind', KINDS) as RowSaid['kind'] | undefined;
  if (kind === undefined) throw missing('kind');
  const standard = rules.categories.find(({ treatment }) => treatment === 'rated')?.code ?? '';
  const taxCategory = word('taxCategory', categoryWords(rules)) ?? standard;
  const incomeKind = incomeKindOf(text('incomeKind'), kind);
  if (incomeKind !== null && !rules.withholding.kinds.some((one) => one.kind === incomeKind)) {
    throw wrong('no_such_word', 'incomeKind');
  }
  const party = readParty(reader, identityOf);
  const taxNumber = text('taxNumber') || undefined;
  const documented = yes('documented') ?? (kind === 'goods' || taxNumber !== undefined);
  if (!documented && taxNumber !== undefined) throw wrong('tax_number_of_none', 'taxNumber');
  const taxDate = date('taxDate');
  return {
    ...{ number, issuedOn, open: String(open), kind, taxCategory, incomeKind, documented },
    description: text('description'),
    ...party,
    ...(dueDate && { dueDate }),
    ...(taxNumber && { taxNumber }),
    ...(taxDate && { taxDate }),
    ...(text('poNumber') && { poNumber: text('poNumber') }),
  };
}
