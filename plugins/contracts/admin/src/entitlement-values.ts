import type { EntitledPer, EntitlementUnit, KeptEntitlement } from '../../server/src/domain/entitlement';

/** What a line entitles to of one unit, as it is typed. */
export interface EntitlementValues {
  unit: EntitlementUnit;
  quantity: string;
  per: EntitledPer;
  carries: KeptEntitlement['carries'];
  most: string;
  carriedMonths: string;
}

export const NEW_ENTITLEMENT: EntitlementValues = {
  ...{ unit: 'visit', quantity: '', per: 'year', carries: 'none', most: '', carriedMonths: '' },
};

export const typedEntitlement = (kept: Omit<KeptEntitlement, 'from'>): EntitlementValues => ({
  ...{ unit: kept.unit, quantity: kept.quantity, per: kept.per, carries: kept.carries, most: kept.most ?? '' },
  carriedMonths: kept.carriedMonths === null ? '' : String(kept.carriedMonths),
});

const DECIMAL = /^\d{1,9}(\.\d{1,3})?$/;
const WHOLE = /^\d{1,4}$/;

/** What cannot even be sent: the field, and the word that says so. */
export function wrongEntitlement(
  values: readonly EntitlementValues[],
  at: string,
): { field: string; word: string } | undefined {
  for (const [index, { quantity, carries, most, carriedMonths }] of values.entries()) {
    const field = (name: string): string => `${at}entitlements.${index}.${name}`;
    if (!DECIMAL.test(quantity.trim())) return { field: field('quantity'), word: 'entitlement.no_quantity' };
    if (carries === 'at_most' && !DECIMAL.test(most.trim())) {
      return { field: field('most'), word: 'entitlement.no_quantity' };
    }
    if (carries !== 'none' && carriedMonths.trim() !== '' && !WHOLE.test(carriedMonths.trim())) {
      return { field: field('carriedMonths'), word: 'contract.not_whole' };
    }
  }
  return undefined;
}

/** As the door takes them. What is not carried over has neither a limit nor an end. */
export const entitlementDrafts = (values: readonly EntitlementValues[]) =>
  values.map(({ unit, quantity, per, carries, most, carriedMonths }) => ({
    ...{ unit, quantity: quantity.trim(), per, carries },
    ...(carries === 'at_most' ? { most: most.trim() } : {}),
    carriedMonths: carries === 'none' || carriedMonths.trim() === '' ? null : Number(carriedMonths.trim()),
  }));
