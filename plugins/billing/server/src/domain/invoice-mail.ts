import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { type Buyer, type Seller, sellerName } from './parties';

/** What the mail of an invoice says. */
export interface MailedInvoice {
  id: number;
  documentId: string;
  number: string;
  customer: number;
  currency: string;
  issuedOn: string;
  dueDate: string;
  total: bigint;
  seller: Seller;
  lines: readonly { description: string; total: bigint }[];
}

export const invoiceMailData = (
  invoice: Omit<MailedInvoice, 'customer'>,
  buyer: Pick<Buyer, 'name' | 'language'>,
): Record<string, unknown> => ({
  customer: buyer.name,
  company: sellerName(invoice.seller, buyer.language),
  number: invoice.number,
  total: formatMoney(invoice.total, invoice.currency),
  currency: invoice.currency,
  issuedOn: formatDate(invoice.issuedOn, buyer.language),
  dueDate: formatDate(invoice.dueDate, buyer.language),
  lines: invoice.lines.map(({ description, total }) => ({
    description,
    total: formatMoney(total, invoice.currency),
  })),
});

/** The mail of an invoice with the invoice as PDF, in the customer's language. `key` makes it happen once. */
export const invoiceMail = (invoice: MailedInvoice, buyer: Buyer & { email: string }, key: string): NewDelivery => ({
  template: 'invoice-mail',
  to: buyer.email,
  language: buyer.language,
  customer: invoice.customer,
  data: invoiceMailData(invoice, buyer),
  documents: [{ kind: 'invoice', id: invoice.id }],
  about: { type: INVOICE, documentId: invoice.documentId, name: invoice.number },
  key,
});
