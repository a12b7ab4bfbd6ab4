import { badInput, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { TaxCategory } from './tax-rates';

/**
 * Refuses a change of what tax already was: a category that is there keeps its code and treatment, and a rate that has
 * begun stays; a new rate begins after today. `today` is the business date. Pure.
 */
export function refuseChangedPast(before: readonly TaxCategory[], after: readonly TaxCategory[], today: string): void {
  for (const past of before) {
    const index = after.findIndex((one) => one.code === past.code);
    const now = after[index];
    if (!now) {
      throw conflict('billing_setting.category_kept', { field: 'taxCategories', params: { category: past.code } });
    }
    const at = `taxCategories.${index}`;
    if (now.treatment !== past.treatment) {
      throw conflict('billing_setting.treatment_fixed', { field: `${at}.treatment`, params: { category: past.code } });
    }
    const begun = past.rates.filter((rate) => rate.from <= today);
    const changed = begun.find((rate) => !now.rates.some((one) => one.from === rate.from && one.ppm === rate.ppm));
    if (changed) {
      throw conflict('billing_setting.rate_fixed', { field: `${at}.rates`, params: { from: changed.from } });
    }
    const early = now.rates.findIndex((rate) => rate.from <= today && !begun.some((one) => one.from === rate.from));
    if (early >= 0) throw badInput('billing_setting.rate_too_early', { field: `${at}.rates.${early}.from` });
  }
}
