import type { Page } from 'playwright-core';
import type { Desk } from './panel';

export interface ChequeWritten {
  /** As it is typed, in baht. */
  amount: string;
  number: string;
  date: string;
  /** What the customer withheld of each invoice, in the order of the page. */
  withheld: readonly string[];
}

/** Fills the page of receiving money with a cheque, less what the customer withholds; it adds up. */
export async function writeCheque(
  desk: Desk,
  page: Page,
  { amount, number, date, withheld }: ChequeWritten,
): Promise<void> {
  const { field, choose, said } = desk;
  await field('amount').fill(amount);
  await choose('Method', 'Cheque');
  await field('bank').fill('KBANK');
  await field('bankBranch').fill('ท่าแพ');
  await field('number').fill(number);
  await field('chequeDate').fill(date);
  const fields = page.getByLabel(/^Withheld INV/);
  for (const [index, part] of withheld.entries()) await fields.nth(index).fill(part);
  await said('It adds up.');
}

/** Takes a cheque that is due to the bank. */
export async function depositCheque({ open, mark, button, send, said }: Desk, number: string): Promise<void> {
  await open('cheques?state=received');
  await mark(new RegExp(number));
  await button('Take to the bank').click();
  await send('Take to the bank');
  await said(/on the way to the bank/);
}

/** The bank has made good the cheque whose page is open. */
export async function clearCheque({ button, send, said }: Desk): Promise<void> {
  await button('Cleared').click();
  await send('Cleared');
  await said(/money now, with/);
}
