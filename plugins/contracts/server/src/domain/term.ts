import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import { LONGEST_TERM } from './contract';
import { checkRenewalTerms, type RenewalTermsWish } from './renewal-terms';

/** For how long something is promised, and how it goes on after that. */
export interface Term {
  /** It ends after so many months; null: when it is given up. */
  termMonths: number | null;
  noticeDays: number;
  /** It goes on by itself unless somebody says otherwise in time. */
  autoRenew: boolean;
  /** What further terms cost; null: as until now. */
  renewalTable: RenewalTermsWish | null;
}

const LONGEST_NOTICE = 366;

/** Refuses a term that cannot be kept. */
export function checkTerm({ termMonths, noticeDays, autoRenew, renewalTable }: Term): void {
  if (termMonths !== null && !(termMonths >= 1 && termMonths <= LONGEST_TERM)) {
    throw badInput('contract.months', { field: 'termMonths', params: { most: LONGEST_TERM } });
  }
  if (!(noticeDays >= 0 && noticeDays <= LONGEST_NOTICE)) {
    throw badInput('contract.notice_days', { field: 'noticeDays', params: { most: LONGEST_NOTICE } });
  }
  if (renewalTable) checkRenewalTerms(renewalTable, 'renewal');
  if ((autoRenew || renewalTable) && termMonths === null) throw badInput('renewal.no_term', { field: 'termMonths' });
}
