import { broken } from '@sanya/strapi-plugin-platform/kernel';
import type { Activation } from './activation';
import { checkLineTerms, type ContractLineFacts } from './contract';
import { type CycleUnit, monthsOf } from './cycle';
import { checkTerm, type Term } from './term';

type LinePart = Pick<ContractLineFacts, 'leadDays' | 'whileSuspended' | 'feeKind' | 'feeValue'>;

/** What is promised with whatever is sold: its contract begins, lasts and goes on like that. */
export interface ContractTerms extends Term, LinePart {
  /** What it waits for. */
  activation: Activation;
  entitlements: NonNullable<ContractLineFacts['entitlements']> | null;
}

/** The same as it is said with a product, or with one price of it. Row ids. */
export interface SaidTerms extends ContractTerms {
  product: number;
  price: number | null;
}

/** Where nothing is said: it begins when it is paid, and lasts until somebody gives it up. */
export const USUAL_TERMS: ContractTerms = {
  ...{ activation: 'payment', termMonths: null, noticeDays: 0, autoRenew: false, renewalTable: null },
  ...{ leadDays: 0, whileSuspended: 'keep', feeKind: 'none', feeValue: 0n, entitlements: null },
};

/**
 * Refuses what cannot be promised with a product: an order names no day on which its contract begins, and a fixed price of
 * a whole term would be the same however much was bought.
 */
export function checkContractTerms(terms: ContractTerms): void {
  if (terms.activation === 'date') throw broken('contract_terms.no_day', { field: 'activation' });
  checkTerm(terms);
  if (terms.renewalTable?.basis === 'fixed') throw broken('contract_terms.fixed_table', { field: 'renewal' });
  checkLineTerms(terms, '');
}

/** The terms of what was sold: those of its price, else those of its product. */
export function termsOfSold(
  { product, price }: { product: number | null; price: number | null },
  said: readonly SaidTerms[],
): ContractTerms {
  const own = said.filter((terms) => terms.product === product);
  return (
    (price === null ? undefined : own.find((terms) => terms.price === price)) ??
    own.find((terms) => terms.price === null) ??
    USUAL_TERMS
  );
}

/**
 * The terms of what stands in several lines, one for each step of its price, but for the first of them: what it entitles
 * to and a fixed fee are for all of it together.
 */
export const termsOfFurtherPart = (terms: ContractTerms): ContractTerms => ({
  ...terms,
  entitlements: null,
  ...(terms.feeKind === 'fixed' ? { feeKind: 'none' as const, feeValue: 0n } : {}),
});

/** What one contract says for all of its lines. */
export type Agreement = Term & Pick<ContractTerms, 'activation'>;

/** A term is whole periods: what is sold by the year is promised for years. */
const inWholePeriods = (termMonths: number, unit: CycleUnit): number => {
  const months = monthsOf({ unit, count: 1 }) ?? 1;
  return Math.ceil(termMonths / months) * months;
};

/** What of the terms is said of the contract, of something that is billed by the unit. */
export const agreementOf = (
  { activation, termMonths, noticeDays, autoRenew, renewalTable }: ContractTerms,
  unit: CycleUnit,
): Agreement => ({
  ...{ activation, noticeDays, autoRenew, renewalTable },
  termMonths: termMonths === null ? null : inWholePeriods(termMonths, unit),
});

/** The same for agreements that one contract can keep together. */
export const agreementKey = ({ activation, termMonths, noticeDays, autoRenew, renewalTable }: Agreement): string =>
  JSON.stringify([
    ...[activation, termMonths, noticeDays, autoRenew],
    renewalTable && [renewalTable.basis, renewalTable.ratesPpm ?? renewalTable.amounts],
  ]);
