import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Call, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { BRANCH } from '../../content-types/types';
import { type OpeningFacts, taxNumberOf } from '../../domain/opening/decide-opening';
import type { RowSaid } from '../../domain/opening/read-row';
import { MOST_DAYS_BACK } from '../../domain/past-days';
import { numberedInvoices, standingTaxNumbers } from '../../stores/openings';
import { readRules } from '../../stores/settings';

/** What billing asks of crm: who a paper of the books before means. */
export interface CustomerNames {
  named(
    names: readonly { code?: string; taxId?: string; branchCode?: string }[],
  ): Promise<{ byCode?: Ref; byTaxId?: Ref }[]>;
  readIdentity(said: { taxId: string; branch: string }): { taxId?: string; branchCode?: string };
}

/** Asked for when a file is read: crm may not be there yet while plugins are put together. */
export const customersOf = (strapi: Call<unknown>['strapi']) => (): CustomerNames =>
  strapi.plugin('crm').service('customers') as CustomerNames;

const nameOf = ({ customerCode, taxId, branchCode }: RowSaid) => ({
  ...(customerCode === undefined ? {} : { code: customerCode }),
  ...(taxId === undefined ? {} : { taxId }),
  ...(branchCode === undefined ? {} : { branchCode }),
});

/** All that decides what becomes of invoices of the books before, in a constant number of statements. */
export async function openingFacts(
  platform: Platform,
  customers: CustomerNames,
  said: readonly RowSaid[],
  openingDay: string,
): Promise<OpeningFacts> {
  const names = [...new Map(said.map((one) => [JSON.stringify(nameOf(one)), nameOf(one)]))];
  const found = await customers.named(names.map(([, name]) => name));
  const byName = new Map(names.map(([key], index) => [key, found[index]]));
  const branches = await platform.rows.find<{ code: string }>(BRANCH, () => undefined, { fields: ['code'] });
  const numbers = [...new Set(said.map(({ number }) => number))];
  const since = addDays(platform.clock.today(), -MOST_DAYS_BACK);
  return {
    openingDay,
    rules: await readRules(platform),
    customerOf: (one) => {
      const { byCode, byTaxId } = byName.get(JSON.stringify(nameOf(one))) ?? {};
      return { byCode: byCode?.id, byTaxId: byTaxId?.id };
    },
    branches: new Map(branches.map(({ id, code }) => [code, id])),
    invoices: await numberedInvoices(platform, numbers),
    taxNumbers: await standingTaxNumbers(
      platform,
      said.flatMap((one) => (one.documented ? [taxNumberOf(one)] : [])),
    ),
    ahead: await platform.numbers.ahead('invoice', numbers, since),
  };
}
