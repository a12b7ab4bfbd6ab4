import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import { hardNotices } from './notices';

/** An invoice as those read it who suspend or end what it bills. */
export interface DunnedStanding extends Ref {
  number: string;
  state: string;
  customer: number;
  dueDate: CivilDate;
  amountDue: bigint;
  currency: string;
}

export const invoiceStates = (platform: Platform, invoices: readonly number[]): Promise<DunnedStanding[]> =>
  platform.rows.byIds<Omit<DunnedStanding, keyof Ref>>(INVOICE, invoices, {
    fields: ['number', 'state', 'customer', 'dueDate', 'amountDue', 'currency'],
  });

/** What is still owed: of what was given up the debt stays. */
export interface Owed {
  givenUpToo?: boolean;
}

/** Of these invoices those that are still owed and for which the service was suspended or ended. */
export async function stillHard(
  platform: Platform,
  invoices: readonly number[],
  { givenUpToo = false }: Owed = {},
): Promise<(DunnedStanding & { action: 'suspend' | 'terminate' })[]> {
  const hard = await hardNotices(platform, invoices);
  const ended = new Set(hard.filter(({ action }) => action === 'terminate').map(({ invoice }) => invoice));
  const found = await invoiceStates(platform, [...new Set(hard.map(({ invoice }) => invoice))]);
  return found
    .filter(({ state, amountDue }) => (state === 'open' || (givenUpToo && state === 'uncollectible')) && amountDue > 0n)
    .map((invoice) => ({ ...invoice, action: ended.has(invoice.id) ? 'terminate' : 'suspend' }));
}
