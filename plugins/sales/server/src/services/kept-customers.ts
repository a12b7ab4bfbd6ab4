import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, QUOTE } from '../content-types/types';

interface Customers {
  blockDeletionWhen(reason: string, types: readonly string[]): void;
}

/** Who ordered, or was quoted a price, cannot be deleted. */
export function keepCustomersOfOrders({ strapi }: Pick<Tools, 'strapi'>): void {
  const customers = strapi.plugin('crm').service('customers') as Customers;
  customers.blockDeletionWhen('customer.has_orders', [ORDER, QUOTE]);
}
