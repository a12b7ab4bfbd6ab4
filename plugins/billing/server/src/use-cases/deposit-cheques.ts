import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { deposited } from '../domain/cheque';
import { updateCheques } from '../stores/cheques';
import { readRules } from '../stores/settings';
import { chequeEvent, lockedCheques } from './locked-cheques';

export interface ChequeDeposit {
  /** Row ids. */
  cheques: readonly number[];
  on: string;
  /** Number of one of the company's own bank accounts. */
  account?: string;
}

/** Cheques are taken to the bank together: all of them, or none. The slip lists them. */
export const depositCheques = (
  platform: Platform,
  { cheques: ids, on, account: number }: ChequeDeposit,
): Promise<{ depositSlip: string; cheques: number; first: string }> =>
  platform.transaction(async () => {
    const { cheques } = await lockedCheques(platform, ids);
    const { bankAccounts } = await readRules(platform);
    const account = number === undefined ? null : bankAccounts.find((one) => one.number === number);
    if (account === undefined) throw badInput('cheque.account_unknown', { field: 'account' });
    const today = platform.clock.today();
    const states = cheques.map((cheque) => deposited(cheque, on, today));
    const first = cheques[0]?.documentId ?? '';
    const depositSlip = `${first}${Date.parse(platform.clock.now()).toString(36)}`.slice(0, 60);
    await updateCheques(
      platform,
      cheques.map(({ id }, index) => ({
        ...{ id, state: states[index], depositedOn: on, depositSlip, depositAccount: account },
      })),
    );
    await platform.events.record(cheques.map((cheque) => chequeEvent(cheque, 'deposited', { on })));
    return { depositSlip, cheques: cheques.length, first };
  });
