import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';

interface Customers {
  blockDeletionWhen(reason: string, types: readonly string[]): void;
}

/** Whom a contract promises something cannot be deleted. */
export function keepCustomersOfContracts({ strapi }: Pick<Tools, 'strapi'>): void {
  const customers = strapi.plugin('crm').service('customers') as Customers;
  customers.blockDeletionWhen('customer.has_contracts', [CONTRACT]);
}
