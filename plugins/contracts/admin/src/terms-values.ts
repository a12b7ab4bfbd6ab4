import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import { type Activation, ACTIVATIONS } from '../../server/src/domain/activation';
import { USUAL_TERMS } from '../../server/src/domain/contract-terms';
import type { SuspensionPolicy } from '../../server/src/domain/schedule';
import {
  type ContractValues,
  percentOf,
  perhaps,
  PPM_A_PERCENT,
  RENEWAL_CHOICES,
  tableOf,
  whole,
} from './contract-values';
import { entitlementDrafts, type EntitlementValues, typedEntitlement, wrongEntitlement } from './entitlement-values';
import { percentsOf } from './renewal-terms-values';
import type { TermsOfProduct } from './types';

export type FeeKind = TermsOfProduct['feeKind'];

/** What is promised with a product, as it is typed. */
export interface TermsValues extends Pick<ContractValues, 'autoRenew' | 'renewalBasis' | 'renewalRows'> {
  activation: Activation;
  termMonths: string;
  noticeDays: string;
  leadDays: string;
  whileSuspended: SuspensionPolicy;
  feeKind: FeeKind;
  feeValue: string;
  entitlements: EntitlementValues[];
}

/** An order names no day. */
export const BEGINNINGS_OF_ORDERS = ACTIVATIONS.filter((one) => one !== 'date');
/** A fixed amount would be the same however much is bought. */
export const RENEWALS_OF_PRODUCTS = RENEWAL_CHOICES.filter((one) => one !== 'fixed');

/** A fee as it is typed and read. */
export function typedFee(
  { feeKind, feeValue }: Pick<TermsOfProduct, 'feeKind' | 'feeValue'>,
  currency: string,
): string {
  if (feeKind === 'none') return '';
  if (feeKind === 'fixed') return formatMoney(feeValue, currency);
  return feeKind === 'percent' ? String(Number(feeValue) / PPM_A_PERCENT) : feeValue;
}

/** In minor units, ppm or months, by its kind; undefined where it cannot be read. */
function feeOf({ feeKind, feeValue }: TermsValues, currency: string): string | undefined {
  const typed = feeValue.trim();
  if (feeKind === 'none') return '0';
  if (feeKind === 'fixed') return parseMoney(typed, currency)?.toString();
  if (feeKind === 'percent') return percentOf(typed)?.toString();
  return Number.isNaN(whole(typed)) ? undefined : String(whole(typed));
}

/** What stands there already; as is usual where nothing does. */
export const typedTerms = (terms: TermsOfProduct | undefined, currency: string): TermsValues => {
  const kept = terms ?? { ...USUAL_TERMS, feeValue: '0' };
  return {
    ...{ activation: kept.activation, termMonths: kept.termMonths === null ? '' : String(kept.termMonths) },
    ...{ noticeDays: String(kept.noticeDays), leadDays: String(kept.leadDays), autoRenew: kept.autoRenew },
    renewalBasis: kept.renewalTable?.basis ?? 'as_now',
    renewalRows: percentsOf(kept.renewalTable?.ratesPpm),
    ...{ whileSuspended: kept.whileSuspended, feeKind: kept.feeKind, feeValue: typedFee(kept, currency) },
    entitlements: (kept.entitlements ?? []).map(typedEntitlement),
  };
};

/** What cannot even be sent: the field, and the word that says so. */
export function wrongTerms(values: TermsValues, currency: string): { field: string; word: string } | undefined {
  for (const name of ['termMonths', 'noticeDays', 'leadDays'] as const) {
    if (Number.isNaN(perhaps(values[name]) ?? 0)) return { field: name, word: 'contract.not_whole' };
  }
  if (tableOf(values) === undefined) return { field: 'renewal', word: 'contract.no_table' };
  if (feeOf(values, currency) === undefined) return { field: 'feeValue', word: 'terms.no_fee' };
  return wrongEntitlement(values.entitlements, '');
}

/** The form as the door takes it. What lasts until it is ended does not go on after a term. */
export const termsDraft = (values: TermsValues, currency: string) => {
  const termMonths = perhaps(values.termMonths);
  return {
    ...{ activation: values.activation, termMonths, noticeDays: perhaps(values.noticeDays) ?? 0 },
    ...(termMonths === null ? {} : { renewal: { auto: values.autoRenew, table: tableOf(values) ?? null } }),
    ...{ leadDays: perhaps(values.leadDays) ?? 0, whileSuspended: values.whileSuspended },
    fee: { kind: values.feeKind, value: feeOf(values, currency) ?? '0' },
    entitlements: entitlementDrafts(values.entitlements),
  };
};
