import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_SETTING } from '../content-types/types';
import type { TaxTerms } from '../domain/product';

interface BillingSetting {
  taxCategories: {
    code: string;
    name: Record<Language, string>;
    treatment: string;
    rates: { from: string }[];
  }[];
  incomeKinds: { kind: string; ppm: number }[];
}

/** The tax categories that can be billed today, and the kinds of income, as billing's settings have them. */
export async function billingTerms({ platform }: Pick<Tools, 'platform'>) {
  const setting = await platform.settings.read<BillingSetting>(BILLING_SETTING);
  const today = platform.clock.today();
  return {
    categories: setting.taxCategories.filter(
      ({ treatment, rates }) => treatment !== 'rated' || rates.some((rate) => rate.from <= today),
    ),
    incomeKinds: setting.incomeKinds,
  };
}

export async function taxTerms(tools: Pick<Tools, 'platform'>): Promise<TaxTerms> {
  const { categories, incomeKinds } = await billingTerms(tools);
  return { taxCategories: categories.map((one) => one.code), incomeKinds: incomeKinds.map((one) => one.kind) };
}
