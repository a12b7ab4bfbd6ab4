import type { Core } from '@strapi/types';
import { platform as platformOf } from '@sanya/strapi-plugin-platform/kit';
import { closeTaxMonth, type TaxMonthDetail } from '../use-cases/tax-months';

/** Tax months, for the host: each of them closed as it stands, with whatever is missing in it. */
export const taxPapers = ({ strapi }: { strapi: Core.Strapi }) => ({
  async closeMonths(months: readonly string[]): Promise<TaxMonthDetail[]> {
    const platform = platformOf(strapi);
    return platform.transaction(async () => {
      const closed: TaxMonthDetail[] = [];
      for (const month of [...months].sort()) closed.push(await closeTaxMonth(platform, month, true));
      return closed;
    });
  },
});
