import { importJob, type Job, tidyImports, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { moneyFile } from '../use-cases/opening/money-file';
import { customersOf } from '../use-cases/opening/opening-facts';
import { openingFile } from '../use-cases/opening/opening-file';

/** What the books before owed and held is carried out file by file; their rows are forgotten in time. */
export function openingJobs({ strapi, platform }: Tools): Job[] {
  const [invoices, money] = [openingFile(customersOf(strapi)), moneyFile(customersOf(strapi))];
  return [
    importJob('billing.import-openings', platform, invoices),
    importJob('billing.import-opening-money', platform, money),
    tidyImports('billing.tidy-imports', platform, [invoices, money]),
  ];
}
