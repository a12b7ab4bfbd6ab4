/** What the bookkeeper has an account for; the settings say its code. */
export const LEDGERS = [
  ...(['cash', 'bank', 'receivable', 'withholding', 'deposits', 'customer_credit', 'output_vat', 'undue_vat'] as const),
  ...(['sales_goods', 'sales_services', 'returns', 'deductions', 'differences', 'bad_debts'] as const),
  'opening_balances',
  ...(['bank_fees', 'discounts', 'retentions'] as const),
] as const;
export type Ledger = (typeof LEDGERS)[number];

/** Kinds of what customers deduct: without an account of their own they are booked as other deductions. */
export const KINDS_OF_DEDUCTIONS: readonly Ledger[] = ['bank_fees', 'discounts', 'retentions'];

/** The code of an account as the settings say it. */
export const accountOf = (accounts: Readonly<Partial<Record<Ledger, string>>>, ledger: Ledger): string =>
  accounts[ledger] || (KINDS_OF_DEDUCTIONS.includes(ledger) ? accounts.deductions : undefined) || '';

interface Posting {
  ledger: Ledger;
  side: 'debit' | 'credit';
  /** Which amount of the document. */
  amount: string;
}

const debit = (ledger: Ledger, amount: string): Posting => ({ ledger, side: 'debit', amount });
const credit = (ledger: Ledger, amount: string): Posting => ({ ledger, side: 'credit', amount });

/** The same the other way round: what is undone. */
const undone = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ side, ...posting }) => ({ ...posting, side: side === 'debit' ? 'credit' : 'debit' }));

const invoice = [
  debit('receivable', 'total'),
  credit('sales_goods', 'goods'),
  credit('sales_services', 'services'),
  credit('deposits', 'deposit'),
  // Due when its tax document is issued (s.78, s.78/1): until then it waits.
  credit('undue_vat', 'tax'),
];
/** What was owed when the books were opened. VAT whose tax point is still to come waits, as in the books before. */
const opening = [
  debit('receivable', 'total'),
  credit('opening_balances', 'carried'),
  // A deposit that was held is owed back or worked for; its VAT, where it was taxed, was paid by the books before.
  credit('deposits', 'deposit'),
  credit('undue_vat', 'undueTax'),
];
const openingMoney = [debit('opening_balances', 'amount'), credit('customer_credit', 'amount')];
const payment = [debit('cash', 'cash'), debit('bank', 'bank'), credit('customer_credit', 'amount')];
const settled = [
  debit('customer_credit', 'money'),
  debit('withholding', 'withheld'),
  debit('deductions', 'deduction'),
  debit('bank_fees', 'bankFee'),
  debit('discounts', 'discount'),
  debit('retentions', 'retention'),
  debit('differences', 'difference'),
  debit('deposits', 'deposit'),
  // The final invoice carries the VAT of all of it; that of the deposit was due when it came.
  debit('undue_vat', 'depositTax'),
  credit('receivable', 'amount'),
];
const givenUp = [debit('bad_debts', 'amount'), credit('receivable', 'amount')];

/** What each document posts, of its own amounts. Debits equal credits wherever the document adds up. */
export const POSTINGS = {
  opening,
  opening_void: undone(opening),
  opening_money: openingMoney,
  opening_money_reversed: undone(openingMoney),
  invoice,
  invoice_void: undone(invoice),
  tax_invoice: [debit('undue_vat', 'tax'), credit('output_vat', 'tax')],
  debit_note: [debit('undue_vat', 'tax'), credit('output_vat', 'tax')],
  credit_note: [
    debit('returns', 'returned'),
    debit('deposits', 'deposit'),
    debit('output_vat', 'taxedTax'),
    debit('undue_vat', 'untaxedTax'),
    credit('customer_credit', 'total'),
  ],
  payment,
  payment_reversed: undone(payment),
  settlement: settled,
  settlement_undone: undone(settled),
  refund: [debit('customer_credit', 'amount'), credit('bank', 'amount')],
  write_off: givenUp,
  write_off_undone: undone(givenUp),
} as const satisfies Record<string, readonly Posting[]>;

export type JournalSource = keyof typeof POSTINGS;
export const SOURCES = Object.keys(POSTINGS) as JournalSource[];

export interface JournalLine {
  ledger: Ledger;
  debit: bigint;
  credit: bigint;
}

/** The lines of one document; of amounts that are none there is no line. */
export const linesOf = (source: JournalSource, amounts: Readonly<Record<string, bigint>>): JournalLine[] =>
  POSTINGS[source].flatMap(({ ledger, side, amount }: Posting) => {
    const value = amounts[amount] ?? 0n;
    if (value === 0n) return [];
    return [{ ledger, debit: side === 'debit' ? value : 0n, credit: side === 'credit' ? value : 0n }];
  });
