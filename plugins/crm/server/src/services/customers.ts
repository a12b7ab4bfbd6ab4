import type { Core } from '@strapi/types';
import { platform, type Ref } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { addressLines } from '../domain/address';
import type { CustomerFacts, CustomerState } from '../domain/customer';
import { readIdentity } from '../domain/import/identity';
import { type CustomerRow, customerStore } from '../stores/customers';
import { type CustomerName, namedCustomers } from '../stores/known-customers';
import { type FoundCustomer, searchCustomers, type SearchQuestion } from '../stores/search';
import {
  type CreatedCustomer,
  createCustomers,
  type DuplicateRule,
  type NewCustomer,
} from '../use-cases/create-customers';
import type { DeletionBlocker } from '../use-cases/delete-customers';
import { type CustomerChange, updateCustomers } from '../use-cases/update-customers';

/** What a document keeps of a customer. Address lines as printed; money in minor units of `currency`. */
export interface CustomerSnapshot extends Ref, Omit<CustomerFacts, 'nameKey' | 'note' | 'class'> {
  code: string;
  state: CustomerState;
  addressLines: readonly string[];
  /** Where goods go: the shipping address, else the billing address. */
  shippingLines: readonly string[];
}

/** crm's face to later plugins and to the host. */
export interface CustomerService {
  /** In no promised order; what is not there is left out. */
  byIds(ids: readonly number[]): Promise<CustomerSnapshot[]>;
  /** The same, locked until the transaction under way ends: the first lock of whatever moves their money or goods. */
  lock(ids: readonly number[]): Promise<CustomerSnapshot[]>;
  search(question: SearchQuestion): Promise<{ found: FoundCustomer[]; total: number; capped: boolean }>;
  createCustomers(drafts: readonly NewCustomer[]): Promise<CreatedCustomer[]>;
  /** The same as staff enter them: with those who may be the same, or refused for them, as the settings say. */
  enterCustomers(drafts: readonly NewCustomer[]): Promise<CreatedCustomer[]>;
  /** What a change does not name stays. */
  update(changes: readonly CustomerChange[]): Promise<unknown>;
  /** Who a paper of other books means, in the order asked: by code, theirs or ours, and by tax id and branch. */
  named(names: readonly CustomerName[]): Promise<{ byCode?: CustomerSnapshot; byTaxId?: CustomerSnapshot }[]>;
  /** How such a paper writes tax ids and branches, as they are kept. */
  readIdentity(said: { taxId: string; branch: string }): Pick<CustomerName, 'taxId' | 'branchCode'>;
  /** Nothing was billed yet and the company counts in another currency: so do all credit limits. */
  countIn(currency: string): Promise<void>;
  /**
   * Whom rows of these types name as their `customer` stays; `reason` is a message code that says what the customer has.
   */
  blockDeletionWhen(reason: string, types: readonly string[]): void;
  blockers(): readonly DeletionBlocker[];
}

function snapshot({
  nameKey: _key,
  note: _note,
  class: _class,
  mergedInto: _into,
  ...row
}: CustomerRow): CustomerSnapshot {
  return {
    ...row,
    addressLines: addressLines(row.billingAddress),
    shippingLines: addressLines(row.shippingAddress ?? row.billingAddress),
  };
}

export function customers({ strapi }: { strapi: Core.Strapi }): CustomerService {
  const blockers = new Map<string, DeletionBlocker>();
  const store = () => customerStore(platform(strapi));
  return {
    byIds: async (ids) => (await store().byIds(ids)).map(snapshot),
    lock: async (ids) => (await store().lock(ids)).map(snapshot),
    search: (question) => searchCustomers(strapi, question),
    createCustomers: (drafts) => createCustomers({ platform: platform(strapi) }, drafts),
    async enterCustomers(drafts) {
      const face = platform(strapi);
      const { duplicateRule } = await face.settings.read<{ duplicateRule: DuplicateRule }>(SETTING);
      return createCustomers({ platform: face }, drafts, duplicateRule);
    },
    update: (changes) => updateCustomers({ platform: platform(strapi) }, changes),
    named: async (names) =>
      (await namedCustomers(platform(strapi), names)).map(({ byCode, byTaxId }) => ({
        byCode: byCode && snapshot(byCode),
        byTaxId: byTaxId && snapshot(byTaxId),
      })),
    readIdentity,
    countIn: (currency) => store().countIn(currency),
    blockDeletionWhen(reason, types) {
      blockers.set(reason, { reason, of: (ids) => store().namedIn(types, ids) });
    },
    blockers: () => [...blockers.values()],
  };
}

export const blockersOf = (strapi: Core.Strapi): readonly DeletionBlocker[] =>
  (strapi.plugin('crm').service('customers') as CustomerService).blockers();
