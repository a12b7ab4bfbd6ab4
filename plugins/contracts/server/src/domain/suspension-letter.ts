import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** What is owed when a service is suspended, as its letter names it: plain JSON. */
export interface LetterDebt {
  number: string;
  dueDate: CivilDate;
  /** Minor units. */
  amountDue: string;
  currency: string;
}

/** A letter about a service that was suspended for debt, as it stood that day. */
export interface SuspensionLetter {
  /** Who writes and who is written to, as billing names them. */
  seller: unknown;
  buyer: unknown;
  debts: readonly LetterDebt[];
  /** What the customer has no right to until it is paid. */
  services: readonly string[];
}

/** Invoices as people say them in a sentence. */
export const numbersOf = (debts: readonly Pick<LetterDebt, 'number'>[]): string =>
  debts.map(({ number }) => number).join(', ');
