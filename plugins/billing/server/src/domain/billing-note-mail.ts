import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE } from '../content-types/types';
import { type Buyer, type Seller, sellerName } from './parties';

export interface MailedBillingNote {
  id: number;
  documentId: string;
  number: string;
  customer: number;
  currency: string;
  billedOn: string;
  payOn: string;
  total: bigint;
  seller: Seller;
  lines: readonly { invoiceNumber: string; open: bigint }[];
}

export const billingNoteMailData = (
  note: MailedBillingNote,
  buyer: Pick<Buyer, 'name' | 'language'>,
): Record<string, unknown> => ({
  customer: buyer.name,
  company: sellerName(note.seller, buyer.language),
  number: note.number,
  total: formatMoney(note.total, note.currency),
  currency: note.currency,
  billedOn: formatDate(note.billedOn, buyer.language),
  payOn: formatDate(note.payOn, buyer.language),
  invoices: note.lines.map(({ invoiceNumber, open }) => ({
    number: invoiceNumber,
    open: formatMoney(open, note.currency),
  })),
});

/** The mail of a billing note with the note as PDF, in the customer's language. `key` makes it happen once. */
export const billingNoteMail = (
  note: MailedBillingNote,
  buyer: Buyer & { email: string },
  key: string,
): NewDelivery => ({
  template: 'billing-note-mail',
  to: buyer.email,
  language: buyer.language,
  customer: note.customer,
  data: billingNoteMailData(note, buyer),
  documents: [{ kind: 'billing-note', id: note.id }],
  about: { type: BILLING_NOTE, documentId: note.documentId, name: note.number },
  key,
});
