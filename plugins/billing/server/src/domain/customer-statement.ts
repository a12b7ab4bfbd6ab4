import { badInput, formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { type Buyer, type Seller, sellerName } from './parties';

/** How long invoices are past due: not yet, to 30, 60, 90 days, and longer. */
export const AGES = ['current', 'past30', 'past60', 'past90', 'older'] as const;
export type Age = (typeof AGES)[number];

export interface StatementPeriod {
  from: string;
  to: string;
}

/** What changed what a customer owes; amounts in minor units as text, so that it can be kept as it is. */
export interface StatementEntry {
  on: string;
  entry: string;
  number: string;
  debit: string;
  credit: string;
  balance: string;
}

/** A customer's statement of account with everything that stands on the paper. */
export interface CustomerStatement extends StatementPeriod {
  /** The customer's own number. */
  code: string;
  currency: string;
  /** The day on which it was made. */
  madeOn: string;
  opening: string;
  closing: string;
  entries: readonly StatementEntry[];
  ageing: Readonly<Record<Age, string>>;
  seller: Seller;
  buyer: Buyer;
}

/** Up to today and from the first of that month, where nothing else is said. */
export function statementPeriod({ from, to }: Partial<StatementPeriod>, today: string): StatementPeriod {
  const last = to ?? today;
  const first = from ?? `${last.slice(0, 8)}01`;
  if (first > last)
    throw badInput('customer_statement.from_after_to', { field: 'from', params: { from: first, to: last } });
  return { from: first, to: last };
}

export const statementMailData = (
  { buyer, seller, currency, from, to, closing }: CustomerStatement,
  language = buyer.language,
): Record<string, unknown> => ({
  customer: buyer.name,
  company: sellerName(seller, language),
  from: formatDate(from, language),
  to: formatDate(to, language),
  balance: formatMoney(BigInt(closing), currency),
  owes: BigInt(closing) > 0n,
  currency,
});
