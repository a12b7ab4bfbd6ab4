import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { CustomerFacts } from '../domain/issue-invoice';
import type { InvoiceFacts } from '../domain/settlement';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';

export interface LockedInvoices {
  customers: Map<number, CustomerFacts>;
  /** In the order asked, each once. */
  invoices: InvoiceFacts[];
}

/** Invoices read under the lock of their customers: nothing of theirs moves until the transaction ends. */
export async function invoicesUnderLock(platform: Platform, ids: readonly number[]): Promise<LockedInvoices> {
  const customers = await lockCustomers(platform, await invoiceOwners(platform, ids));
  const found = await loadInvoices(platform, ids);
  const invoices = [...new Set(ids)].map((id) => {
    const invoice = found.get(id);
    if (!invoice) throw notFound('invoice.unknown');
    return invoice;
  });
  return { customers, invoices };
}
