import { conflict, sameData } from '@sanya/strapi-plugin-platform/kernel';
import type { CustomerDraft, CustomerFacts, CustomerState } from './customer';

/** What of the one that goes the one that stays can take over; the tax id comes with its branch. */
export const MERGE_FIELDS = [
  ...(['kind', 'name', 'nameEn', 'taxId', 'vatRegistered', 'poRequired', 'wantsPaper', 'supplier', 'phone'] as const),
  ...(['email', 'billingAddress', 'shippingAddress', 'language', 'class', 'creditTermsDays', 'creditLimit'] as const),
  ...(['earlyPayment', 'invoices', 'owner', 'note'] as const),
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Those that need the right to set credit. */
export const CREDIT_FIELDS: readonly MergeField[] = ['creditTermsDays', 'creditLimit', 'earlyPayment'];

interface Party {
  id: number;
  code: string;
  name: string;
  state: CustomerState;
  currency: string;
}

/** Says why two customers cannot become one. */
export function refuseMerge(survivor: Party, merged: Party): void {
  if (survivor.id === merged.id) throw conflict('merge.itself', { field: 'other' });
  if (survivor.state !== 'active') throw conflict('merge.survivor_closed', { params: { customer: survivor.name } });
  if (survivor.currency !== merged.currency) {
    throw conflict('merge.other_currency', {
      field: 'other',
      params: { survivor: survivor.currency, merged: merged.currency },
    });
  }
}

/** What the survivor is to say from now on. */
export function taken(from: CustomerFacts, fields: readonly MergeField[]): Partial<CustomerDraft> {
  const names = fields.flatMap((field) => (field === 'taxId' ? (['taxId', 'branchCode'] as const) : [field]));
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<CustomerDraft>;
}

/** The facts that a change names, as the log keeps them. */
export const named = (facts: CustomerFacts, change: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(change).map((name) => {
      const value = facts[name as keyof CustomerFacts];
      return [name, typeof value === 'bigint' ? value.toString() : (value ?? null)];
    }),
  );

/** What gives the survivor back its own words: all that still stands as the merge left it. */
export function givenBack(
  now: CustomerFacts,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Partial<CustomerDraft> {
  const untouched = Object.keys(before).filter((name) => sameData(now[name as keyof CustomerFacts], after[name]));
  return Object.fromEntries(
    untouched.map((name) => {
      const value = before[name];
      return [name, name === 'creditLimit' && value !== null ? BigInt(String(value)) : value];
    }),
  ) as Partial<CustomerDraft>;
}
