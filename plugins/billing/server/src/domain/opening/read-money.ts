import { type Columns, readCells, wordsFor } from '@sanya/strapi-plugin-platform/kit';
import type { DepositKind } from '../deposit';
import type { BillingRules } from '../rules';
import type { MoneyField } from './money-columns';
import { type IdentityOf, readParty } from './read-party';
import { categoryWords, type RowSaid } from './read-row';

/** What the books before held of a customer's money. */
export type Held = DepositKind | 'credit';

/** What a row says: a deposit as the paper that it stands on, customer credit as the money that was over. */
export interface MoneySaid extends RowSaid {
  held: Held;
}

export interface MoneyReading {
  rules: Pick<BillingRules, 'currency' | 'categories' | 'securityTaxCategory'>;
  identityOf: IdentityOf;
}

const KINDS = wordsFor({
  advance: ['deposit', 'prepayment', 'มัดจำ', 'เงินมัดจำ', 'เงินรับล่วงหน้า', 'รับล่วงหน้า'],
  security: ['security deposit', 'ประกัน', 'เงินประกัน'],
  credit: ['customer credit', 'overpayment', 'over-payment', 'เครดิต', 'เครดิตลูกค้า', 'รับเกิน', 'เงินรับเกิน'],
});
const LONGEST: Partial<Record<MoneyField, number>> = { reference: 60, taxNumber: 60, description: 250 };

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readMoney(
  cells: readonly string[],
  columns: Columns<MoneyField>,
  { rules, identityOf }: MoneyReading,
): MoneySaid {
  const reader = readCells(cells, columns, { area: 'opening_money', longest: LONGEST });
  const { text, word, yes, date, amount, wrong } = reader;
  const number = text('reference');
  if (number === '') throw wrong('missing', 'reference');
  const kind = word('held', KINDS) as 'advance' | 'security' | 'credit' | undefined;
  if (kind === undefined) throw wrong('missing', 'held');
  const open = amount('amount', rules.currency);
  if (open === undefined) throw wrong('missing', 'amount');
  if (open === 0n) throw wrong('nothing_held', 'amount');
  const issuedOn = date('issuedOn');
  if (issuedOn === undefined) throw wrong('missing', 'issuedOn');
  const taxNumber = text('taxNumber') || undefined;
  const documented = yes('documented') ?? (taxNumber === undefined ? undefined : true);
  // Whether its VAT was accounted for decides whether it is taxed here: nobody guesses that.
  if (kind === 'advance' && documented === undefined) throw wrong('missing', 'documented');
  if (kind !== 'advance' && documented)
    throw wrong('vat_of_none', taxNumber === undefined ? 'documented' : 'taxNumber');
  if (!documented && taxNumber !== undefined) throw wrong('tax_number_of_none', 'taxNumber');
  const standard = rules.categories.find(({ treatment }) => treatment === 'rated')?.code ?? '';
  const category = word('taxCategory', categoryWords(rules)) ?? standard;
  const taxDate = date('taxDate');
  return {
    ...{ number, issuedOn, open: String(open), kind: 'service', incomeKind: null, documented: documented === true },
    held: kind === 'advance' && !documented ? 'untaxed_advance' : kind,
    taxCategory: documented ? category : rules.securityTaxCategory,
    description: text('description'),
    ...readParty(reader, identityOf),
    ...(taxNumber && { taxNumber }),
    ...(taxDate && { taxDate }),
  };
}
