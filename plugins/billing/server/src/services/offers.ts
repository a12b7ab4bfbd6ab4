import type { Platform } from '@sanya/strapi-plugin-platform/kit';

/** Of invoices, by row id, those that only offer something: whoever pays one takes it, and until then nobody owes it. */
export type Offering = (invoices: readonly number[]) => Promise<readonly number[]>;

const known = new WeakMap<Platform, Offering[]>();

/** A later plugin issues invoices that are only offers. */
export const offeredBy = (platform: Platform, offering: Offering): void =>
  void known.set(platform, [...(known.get(platform) ?? []), offering]);

/** Those among these for which nobody is asked, and no card is charged. */
export async function offersAmong(platform: Platform, invoices: readonly number[]): Promise<Set<number>> {
  const offers = new Set<number>();
  if (invoices.length === 0) return offers;
  for (const offering of known.get(platform) ?? []) for (const id of await offering(invoices)) offers.add(id);
  return offers;
}
