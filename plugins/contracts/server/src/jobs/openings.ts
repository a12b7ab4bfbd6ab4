import { importJob, type Job, tidyImports, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractFile } from '../use-cases/opening/contract-file';

/** Contracts of the books before are taken over file by file; the rows of files are forgotten in time. */
export function openingJobs({ strapi, platform }: Tools): Job[] {
  const contracts = contractFile(strapi);
  return [
    importJob('contracts.import-contracts', platform, contracts),
    tidyImports('contracts.tidy-imports', platform, [contracts]),
  ];
}
