import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { type ContractValues, perhaps, PPM_A_PERCENT, tableOf } from './contract-values';
import type { Contract } from './types';

/** How a running contract goes on, as it is typed. */
export type RenewalTermsValues = Pick<
  ContractValues,
  'autoRenew' | 'renewalBasis' | 'renewalRows' | 'noticeDays' | 'billedTogether' | 'note'
>;

export const percentsOf = (ratesPpm: readonly number[] = []): string =>
  ratesPpm.map((rate) => String(rate / PPM_A_PERCENT)).join(', ');

/** As it stands. */
export const typedRenewalTerms = ({ renewalTerms, currency, ...contract }: Contract): RenewalTermsValues => ({
  ...{ autoRenew: contract.autoRenew, renewalBasis: renewalTerms?.basis ?? 'as_now' },
  renewalRows:
    renewalTerms?.basis === 'fixed'
      ? (renewalTerms.amounts ?? []).map((amount) => formatMoney(amount, currency)).join('; ')
      : percentsOf(renewalTerms?.ratesPpm),
  ...{ noticeDays: String(contract.noticeDays), billedTogether: contract.billedTogether, note: contract.note ?? '' },
});

/** What cannot even be sent: the field, and the word that says so. */
export function wrongRenewalTerms(values: RenewalTermsValues): { field: string; word: string } | undefined {
  if (Number.isNaN(perhaps(values.noticeDays) ?? 0)) return { field: 'noticeDays', word: 'contract.not_whole' };
  return tableOf(values) === undefined ? { field: 'renewal', word: 'contract.no_table' } : undefined;
}

/** As the door takes it; what goes on until it is given up is not renewed. */
export const renewalTermsDraft = (values: RenewalTermsValues, { termMonths }: Pick<Contract, 'termMonths'>) => ({
  ...(termMonths === null ? {} : { renewal: { auto: values.autoRenew, table: tableOf(values) ?? null } }),
  ...{ noticeDays: perhaps(values.noticeDays) ?? 0, billedTogether: values.billedTogether, note: values.note },
});
