import { broken, conflict, formatDate, formatMoney, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
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
  earlyUntil: string | null;
  earlyDiscount: bigint | null;
  total: bigint;
  amountDue: bigint;
  seller: Seller;
  lines: readonly { description: string; total: bigint }[];
}

const SENT_IN: readonly string[] = ['open', 'paid', 'uncollectible'];

/** Why an invoice cannot be sent; undefined where it can. */
export function whyNotSent(
  { number, state }: { number: string | null; state: string },
  buyer: Pick<Buyer, 'name' | 'email'> | undefined,
): Refusal | undefined {
  if (!SENT_IN.includes(state)) return conflict('invoice.not_to_send', { params: { invoice: number ?? '', state } });
  if (!buyer?.email) return broken('invoice.no_address', { params: { customer: buyer?.name ?? '' } });
  return undefined;
}

export const invoiceMailData = (
  invoice: Omit<MailedInvoice, 'customer'>,
  buyer: Pick<Buyer, 'name' | 'language'>,
): Record<string, unknown> => ({
  customer: buyer.name,
  company: sellerName(invoice.seller, buyer.language),
  number: invoice.number,
  total: formatMoney(invoice.total, invoice.currency),
  paid: invoice.amountDue === invoice.total ? '' : formatMoney(invoice.total - invoice.amountDue, invoice.currency),
  due: invoice.amountDue === 0n ? '' : formatMoney(invoice.amountDue, invoice.currency),
  currency: invoice.currency,
  issuedOn: formatDate(invoice.issuedOn, buyer.language),
  dueDate: formatDate(invoice.dueDate, buyer.language),
  earlyUntil: invoice.earlyUntil === null ? '' : formatDate(invoice.earlyUntil, buyer.language),
  earlyDiscount: formatMoney(invoice.earlyDiscount ?? 0n, invoice.currency),
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
