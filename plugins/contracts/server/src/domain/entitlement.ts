import { badInput, broken, formatQuantity, min, sum } from '@sanya/strapi-plugin-platform/kernel';

export const ENTITLEMENT_UNITS = ['visit', 'hour', 'case'] as const;
export type EntitlementUnit = (typeof ENTITLEMENT_UNITS)[number];

/** `expire` is what a term leaves behind and the next does not take over. */
export const ENTRY_KINDS = ['grant', 'top_up', 'give_back', 'use', 'expire'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of the ledger: thousandths, above zero; the kind says whether they come or go. */
export interface Entry {
  kind: EntryKind;
  quantity: bigint;
}

const COMES: ReadonlySet<EntryKind> = new Set<EntryKind>(['grant', 'top_up', 'give_back']);

export const signed = ({ kind, quantity }: Entry): bigint => (COMES.has(kind) ? quantity : -quantity);

/** What is left: the sum, whatever the order. */
export const balanceOf = (entries: readonly Entry[]): bigint => sum(entries.map(signed));

/** How much of what is left at the end of a term the next takes over: nothing, all, or at most so much. */
export type CarryOver = { carries: 'none' } | { carries: 'all' } | { carries: 'at_most'; most: bigint };

/** What becomes of the rest when a term ends, and of the grant of the next. Quantities of zero make no entry. */
export function closeTerm(left: bigint, carryOver: CarryOver, nextGrant: bigint): Entry[] {
  const rest = left > 0n ? left : 0n;
  const carried = carryOver.carries === 'all' ? rest : carryOver.carries === 'none' ? 0n : min(rest, carryOver.most);
  const entries: Entry[] = [
    { kind: 'expire', quantity: rest - carried },
    { kind: 'grant', quantity: nextGrant },
  ];
  return entries.filter(({ quantity }) => quantity > 0n);
}

/** The entry of a use. Refuses more than is left. */
export function use(entries: readonly Entry[], quantity: bigint): Entry {
  if (quantity <= 0n) throw badInput('entitlement.quantity_not_positive', { field: 'quantity' });
  const left = balanceOf(entries);
  if (quantity > left) {
    throw broken('entitlement.too_little_left', { field: 'quantity', params: { left: formatQuantity(left) } });
  }
  return { kind: 'use', quantity };
}

/** The entry that gives back what was used. Refuses more than was used and not given back. */
export function giveBack(entries: readonly Entry[], quantity: bigint): Entry {
  if (quantity <= 0n) throw badInput('entitlement.quantity_not_positive', { field: 'quantity' });
  const of = (kind: EntryKind): bigint =>
    sum(entries.filter((entry) => entry.kind === kind).map((entry) => entry.quantity));
  const used = of('use') - of('give_back');
  if (quantity > used) {
    throw broken('entitlement.not_used', { field: 'quantity', params: { used: formatQuantity(used) } });
  }
  return { kind: 'give_back', quantity };
}
