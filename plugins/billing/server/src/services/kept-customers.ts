import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE, PAYMENT } from '../content-types/types';

interface Customers {
  blockDeletionWhen(reason: string, types: readonly string[]): void;
}

/** Whom the books name cannot be deleted from under them. The database refuses it too; here it is said in words. */
export function keepCustomersOfBooks({ strapi }: Pick<Tools, 'strapi'>): void {
  const customers = strapi.plugin('crm').service('customers') as Customers;
  customers.blockDeletionWhen('customer.has_books', [INVOICE, PAYMENT, CREDIT_NOTE]);
}
