import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** Rated and zero-rated sales stand on tax invoices; exempt and outside ones never do. */
export type Treatment = 'rated' | 'zero' | 'exempt' | 'outside';

/** A tax category with its dated rates, as the settings keep it. */
export interface TaxCategory {
  code: string;
  name: { th: string; en: string };
  treatment: Treatment;
  /** The rate from a day on, in ppm. */
  rates: readonly { from: CivilDate; ppm: number }[];
}

/** From when to when the seller is registered for VAT; null is open. `from` null: never registered. */
export interface Registration {
  from: CivilDate | null;
  to: CivilDate | null;
}

/** What a category means on one day. */
export interface RateOn {
  treatment: Treatment;
  ppm: number;
}

export const isRegistered = ({ from, to }: Registration, on: CivilDate): boolean =>
  from !== null && from <= on && (to === null || on <= to);

/**
 * The rate of a category on a day; undefined for an unknown category, or one that has no rate yet on that day. A seller
 * who is not registered charges no VAT: whatever is sold is outside it.
 */
export function rateOn(
  categories: readonly TaxCategory[],
  registration: Registration,
  code: string,
  on: CivilDate,
): RateOn | undefined {
  const category = categories.find((one) => one.code === code);
  if (!category) return undefined;
  if (!isRegistered(registration, on)) return { treatment: 'outside', ppm: 0 };
  if (category.treatment !== 'rated') return { treatment: category.treatment, ppm: 0 };
  const [rate] = category.rates.filter((one) => one.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1));
  return rate && { treatment: 'rated', ppm: rate.ppm };
}

/** Whether sales of that treatment stand on tax invoices and in the output VAT report. */
export const isTaxable = (treatment: Treatment): boolean => treatment === 'rated' || treatment === 'zero';

/** Exempt sales have no tax document: they are reported by their invoice. */
export function reportedByInvoice(
  categories: readonly TaxCategory[],
): (invoice: { lines: readonly { taxCategory: string }[] }) => boolean {
  const exempt = new Set(categories.filter(({ treatment }) => treatment === 'exempt').map(({ code }) => code));
  return ({ lines }) => lines.some(({ taxCategory }) => exempt.has(taxCategory));
}
