import {
  addDays,
  type CivilDate,
  formatDate,
  formatMoney,
  type Language,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import type { BankAccount } from '../rules';
import type { Threat } from './policy';

/** One invoice as the mail or letter of a contact names it. */
export interface ToldInvoice {
  number: string;
  dueDate: CivilDate;
  amountDue: bigint;
  currency: string;
  fee: bigint;
  /** It stands on the next invoice. */
  feeLater: boolean;
  warned: readonly Threat[];
}

export interface ToldWith {
  customer: string;
  company: string;
  language: Language;
  today: CivilDate;
  noticeDays: number;
  accounts: readonly BankAccount[];
  say: (code: string, params?: Record<string, string | number>) => string;
}

/** What will follow, and when at the earliest. */
export const warningOf = (warned: readonly Threat[], { language, today, noticeDays, say }: ToldWith): string =>
  warned
    .map((threat) => say(`dunning.warning_${threat}`, { on: formatDate(addDays(today, noticeDays), language) }))
    .join(' ');

/** What a dunning mail is told: all invoices that the customer is asked for today, and how to pay them. */
export function dunningMailData(told: readonly ToldInvoice[], context: ToldWith): Record<string, unknown> {
  const { customer, company, language, accounts } = context;
  const currency = told[0]?.currency ?? 'THB';
  const fee = sum(told.map((one) => one.fee));
  return {
    customer,
    company,
    currency,
    count: told.length,
    number: told[0]?.number ?? '',
    dueDate: told[0] ? formatDate(told[0].dueDate, language) : '',
    total: formatMoney(sum(told.map(({ amountDue }) => amountDue)), currency),
    fee: fee > 0n ? formatMoney(fee, currency) : '',
    feeLater: told.some((one) => one.feeLater),
    warning: warningOf([...new Set(told.flatMap(({ warned }) => warned))], context),
    invoices: told.map((one) => ({
      number: one.number,
      dueDate: formatDate(one.dueDate, language),
      amount: formatMoney(one.amountDue, currency),
    })),
    accounts: accounts.map(({ bank, number, name }) => ({ bank, number, name })),
  };
}
