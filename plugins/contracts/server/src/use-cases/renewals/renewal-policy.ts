import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../../content-types/types';
import { type NoticePolicy, readNoticeDays } from '../../domain/renewal-notices';

interface ContractSetting {
  renewalNotices: string;
  renewalEvery: number;
  renewalOfferDays: number;
  winBackDays: number;
  renewalMailTo: string | null;
}

export interface RenewalPolicy extends NoticePolicy {
  /** Days before the end on which the invoice of the next term is made; 0: by hand. */
  offerDays: number;
  /** Days after the end for which the offer may still be paid. */
  winBackDays: number;
  /** Who is told where nobody looks after a customer. */
  mailTo: string | null;
}

export async function readRenewalPolicy({ platform }: Pick<Tools, 'platform'>): Promise<RenewalPolicy> {
  const setting = await platform.settings.read<ContractSetting>(SETTING);
  return {
    days: readNoticeDays(setting.renewalNotices),
    every: setting.renewalEvery,
    offerDays: setting.renewalOfferDays,
    winBackDays: setting.winBackDays,
    mailTo: setting.renewalMailTo,
  };
}
