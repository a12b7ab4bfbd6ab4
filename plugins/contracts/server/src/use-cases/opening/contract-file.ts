import type { Core } from '@strapi/types';
import { type ImportKind, importLife, type Platform, type Ref } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_IMPORT, CONTRACT_IMPORT_ROW } from '../../content-types/types';
import { type Field, HEADINGS } from '../../domain/opening/columns';
import { type ContractImportFacts, decideContract, type OpeningContract } from '../../domain/opening/decide-contract';
import { type ContractSaid, type IdentityOf, readContract } from '../../domain/opening/read-contract';
import { numberedContracts, productsOf } from '../../stores/openings';
import { CONTRACT_SERIES } from '../make-contracts';
import { takeOverContracts } from './take-over-contracts';

export const contractImportLife = importLife('contract-import');

/** What contracts ask of crm: whom a contract of the books before is with. */
interface CustomerNames {
  named(
    names: readonly { code?: string; taxId?: string; branchCode?: string }[],
  ): Promise<{ byCode?: Ref; byTaxId?: Ref }[]>;
  readIdentity: IdentityOf;
}

const nameOf = ({ customerCode, taxId, branchCode }: ContractSaid) => ({
  ...(customerCode === undefined ? {} : { code: customerCode }),
  ...(taxId === undefined ? {} : { taxId }),
  ...(branchCode === undefined ? {} : { branchCode }),
});

/** All that decides what becomes of contracts of the books before, in a constant number of statements. */
async function factsOf(
  platform: Platform,
  customers: CustomerNames,
  said: readonly ContractSaid[],
): Promise<ContractImportFacts> {
  const names = [...new Map(said.map((one) => [JSON.stringify(nameOf(one)), nameOf(one)]))];
  const found = await customers.named(names.map(([, name]) => name));
  const byName = new Map(names.map(([key], index) => [key, found[index]]));
  const numbers = [...new Set(said.map(({ number }) => number))];
  const today = platform.clock.today();
  return {
    today,
    customerOf: (one) => {
      const { byCode, byTaxId } = byName.get(JSON.stringify(nameOf(one))) ?? {};
      return { byCode: byCode?.id, byTaxId: byTaxId?.id };
    },
    products: await productsOf(
      platform,
      said.flatMap(({ sku }) => sku ?? []),
    ),
    contracts: await numberedContracts(platform, numbers),
    ahead: await platform.numbers.ahead(CONTRACT_SERIES, numbers, today),
  };
}

/** Files of contracts that ran in the books before. */
export const contractFile = (
  strapi: Core.Strapi,
): ImportKind<Field, ContractSaid, OpeningContract, Record<never, never>> => {
  // Asked for when a file is read: crm may not be there yet while plugins are put together.
  const customers = (): CustomerNames => strapi.plugin('crm').service('customers') as CustomerNames;
  return {
    ...{ area: 'contract_import', headings: HEADINGS, anchors: ['number'], together: true },
    ...{ type: CONTRACT_IMPORT, rowType: CONTRACT_IMPORT_ROW, event: 'contract-import' },
    ...{ life: contractImportLife, keyColumn: 'number', longestKey: 60, blank: {} },
    counts: { new_contract: 'newContracts', unchanged: 'unchanged', wrong: 'wrong' },
    async reader(platform) {
      const currency = await platform.currency.own();
      const identityOf = customers().readIdentity;
      return (cells, columns) => readContract(cells, columns, { currency, identityOf });
    },
    keyOf: ({ number }) => number,
    async decide(platform, groups) {
      const facts = await factsOf(
        platform,
        customers(),
        groups.flatMap((rows) => rows.map(({ said }) => said)),
      );
      return groups.map((rows) => decideContract(rows, facts));
    },
    write: (platform, works) => takeOverContracts({ strapi, platform }, works),
  };
};
