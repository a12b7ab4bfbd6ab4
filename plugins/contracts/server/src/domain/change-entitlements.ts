import type { ContractLineFacts } from './contract';
import type { SaidTerms } from './contract-terms';
import { termsOfSold } from './contract-terms';
import { asAgreed, type KeptEntitlement } from './entitlement';
import { afterOf } from './price-tiers';

/** A quantity that reaches into further tiers stands in a line for each, and entitles once: in the first of them. */
const isFurtherPart = ({ prices }: Pick<ContractLineFacts, 'prices'>): boolean => {
  const tiers = prices.at(-1)?.tiers;
  return tiers !== undefined && afterOf(tiers) > 0n;
};

/**
 * What a line entitles to that becomes another product, or has another price of its own: what is said with that. What was
 * agreed with the customer alone, where neither product says anything, goes on.
 * @returns undefined: what was agreed before goes on
 */
export function changedEntitlements(
  holds: Pick<ContractLineFacts, 'product' | 'prices'>,
  target: { product: number | null; price: number | null },
  said: readonly SaidTerms[],
): readonly KeptEntitlement[] | undefined {
  if (isFurtherPart(holds)) return undefined;
  const own = termsOfSold(target, said);
  const before = said.filter(({ product }) => product === holds.product);
  if (holds.product === target.product && before.every(({ price }) => price === null)) return undefined;
  if (!own.entitlements?.length && !before.some(({ entitlements }) => entitlements?.length)) return undefined;
  return (own.entitlements ?? []).map((one) => ({ ...asAgreed(one), from: null, changedTo: one.quantity }));
}

/** Both entitle to the same, whenever it was agreed. */
export const isSameEntitlement = (one: KeptEntitlement | undefined, other: KeptEntitlement | undefined): boolean => {
  const keyOf = (kept: KeptEntitlement) => [
    ...[kept.unit, kept.quantity, kept.per, kept.carries, kept.most, kept.carriedMonths],
  ];
  return JSON.stringify(one && keyOf(one)) === JSON.stringify(other && keyOf(other));
};
