import type { Platform } from '@sanya/strapi-plugin-platform/kit';

export interface Enclosure {
  /** Kind of the document, and row id of its subject. */
  kind: string;
  id: number;
}

/** Of invoices that are asked for, by row id: the papers that go with the mail. Within its transaction. */
export type Enclosing = (invoices: readonly number[]) => Promise<ReadonlyMap<number, readonly Enclosure[]>>;

const known = new WeakMap<Platform, Enclosing[]>();

/** A later plugin has papers that go with mails of dunning. */
export const encloseWith = (platform: Platform, enclosing: Enclosing): void =>
  void known.set(platform, [...(known.get(platform) ?? []), enclosing]);

export async function enclosuresOf(platform: Platform, invoices: readonly number[]): Promise<Map<number, Enclosure[]>> {
  const all = new Map<number, Enclosure[]>();
  if (invoices.length === 0) return all;
  for (const enclosing of known.get(platform) ?? []) {
    for (const [invoice, papers] of await enclosing(invoices)) {
      all.set(invoice, [...(all.get(invoice) ?? []), ...papers]);
    }
  }
  return all;
}
