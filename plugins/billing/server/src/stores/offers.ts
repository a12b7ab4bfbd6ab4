import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';

/**
 * A condition in SQL, true of an invoice that only offers something: whoever pays it takes it, and until then nobody owes
 * it. `invoice` is an expression that names its row id.
 */
export type Offering = (invoice: string) => string;

const known = new WeakMap<Platform, Offering[]>();

/** A later plugin issues invoices that are only offers. */
export const offeredBy = (platform: Platform, offering: Offering): void =>
  void known.set(platform, [...(known.get(platform) ?? []), offering]);

/** True of an invoice, named by an expression of its row id, that nobody owes. */
export const isOffered = (platform: Platform, invoice: string): string => {
  const offerings = known.get(platform) ?? [];
  return offerings.length === 0 ? '1 = 0' : `(${offerings.map((offering) => offering(invoice)).join(' or ')})`;
};

/** True of an invoice that is no offer, in a query of invoices by the name of their table. */
export const isOwed = (platform: Platform): string =>
  `not ${isOffered(platform, `"${platform.rows.table(INVOICE)}".id`)}`;

/** As many row ids as a statement takes on either database. */
const ID_CHUNK = 10_000;

/** Those among these that nobody owes: nobody is asked for them, no card is charged, and no money goes there unnamed. */
export async function offersAmong(platform: Platform, invoices: readonly number[]): Promise<Set<number>> {
  const { rows } = platform;
  const offers = new Set<number>();
  if (!known.has(platform)) return offers;
  for (let from = 0; from < invoices.length; from += ID_CHUNK) {
    const found = await rows.find(
      INVOICE,
      (query, column) =>
        void query
          .whereIn(column('id'), invoices.slice(from, from + ID_CHUNK))
          .whereRaw(isOffered(platform, `"${rows.table(INVOICE)}".id`)),
      { fields: [] },
    );
    for (const { id } of found) offers.add(id);
  }
  return offers;
}
