import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery } from '@sanya/strapi-plugin-platform/kit';
import type { Buyer, Seller } from './parties';

/** What the mail of a note that corrects an invoice says. */
export interface MailedNote {
  template: 'credit-note-mail' | 'debit-note-mail';
  documentId: string;
  number: string;
  customer: number;
  currency: string;
  issuedOn: string;
  total: bigint;
  reason: string;
  seller: Seller;
  /** The invoice it corrects. */
  invoice: string;
  documents: NonNullable<NewDelivery['documents']>;
  /** What only one of the two mails says. */
  more: Record<string, string>;
}

/** The mail of a note with its papers, in the customer's language; none where there is no address. */
export const noteMail = (note: MailedNote, buyer: Buyer): NewDelivery[] =>
  buyer.email
    ? [
        {
          template: note.template,
          to: buyer.email,
          language: buyer.language,
          customer: note.customer,
          data: {
            customer: buyer.name,
            company: buyer.language === 'en' ? (note.seller.nameEn ?? note.seller.name) : note.seller.name,
            number: note.number,
            invoice: note.invoice,
            issuedOn: formatDate(note.issuedOn, buyer.language),
            total: formatMoney(note.total, note.currency),
            currency: note.currency,
            reason: note.reason,
            ...note.more,
          },
          documents: note.documents,
          key: `note:${note.documentId}`,
        },
      ]
    : [];
