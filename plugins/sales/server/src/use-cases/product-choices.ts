import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { productStore } from '../stores/products';
import { invoicing } from './invoicing';
import type { SalesSetting } from './price-baskets';
import { billingTerms } from './tax-terms';

const ANY_AMOUNT = 100_00n;

/** What a product can be given: the groups in use, today's tax categories with their rates, the kinds of income. */
export async function productChoices({ strapi, platform }: Tools) {
  const { categories, incomeKinds } = await billingTerms({ platform });
  const { pricesIncludeTax } = await platform.settings.read<SalesSetting>(SETTING);
  const { rates } = await invoicing(strapi).plan({
    currency: await platform.currency.own(),
    pricesIncludeTax: false,
    lines: categories.map(({ code }) => ({
      ...{ sourceLine: null, description: code, kind: 'service', quantity: 1000n, unit: '', derivation: {} },
      ...{ unitPrice: ANY_AMOUNT, discount: 0n, taxCategory: code, incomeKind: null },
    })),
  });
  return {
    pricesIncludeTax,
    groups: await productStore(platform.rows).groups(),
    taxCategories: categories.map(({ code, name }) => ({
      ...{ code, name },
      ratePpm: rates.find((rate) => rate.taxCategory === code)?.ratePpm ?? 0,
    })),
    incomeKinds: incomeKinds.map(({ kind, ppm }) => ({ kind, withholdingPpm: ppm })),
  };
}
