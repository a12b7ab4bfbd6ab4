import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';

/** How many invoices of each of these customers are paid. */
export async function paidInvoices({ rows }: Platform, customers: readonly number[]): Promise<Map<number, number>> {
  if (customers.length === 0) return new Map();
  const column = (attribute: string): string => `"${rows.column(INVOICE, attribute)}"`;
  const found = await rows.ask<{ customer: number | string; count: number | string }>(
    `select ${column('customer')} as customer, count(*) as count from "${rows.table(INVOICE)}"
     where ${column('state')} = 'paid' and ${column('customer')} in (${customers.map(() => '?').join(', ')})
     group by ${column('customer')}`,
    [...customers],
  );
  return new Map(found.map(({ customer, count }) => [Number(customer), Number(count)]));
}
