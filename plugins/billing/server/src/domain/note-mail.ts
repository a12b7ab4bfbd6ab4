import { formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery } from '@sanya/strapi-plugin-platform/kit';
import { type Buyer, type Seller, sellerName } from './parties';

/** What the mail of a note that corrects an invoice says. */
export interface MailedNote {
  template: 'credit-note-mail' | 'debit-note-mail';
  /** uid of the note. */
  type: string;
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

type Said = 'number' | 'currency' | 'issuedOn' | 'total' | 'reason' | 'seller' | 'invoice' | 'more';

export const noteMailData = (
  note: Pick<MailedNote, Said>,
  buyer: Pick<Buyer, 'name' | 'language'>,
): Record<string, unknown> => ({
  customer: buyer.name,
  company: sellerName(note.seller, buyer.language),
  number: note.number,
  invoice: note.invoice,
  issuedOn: formatDate(note.issuedOn, buyer.language),
  total: formatMoney(note.total, note.currency),
  currency: note.currency,
  reason: note.reason,
  ...note.more,
});

/** The mail of a note with its papers, in the customer's language; none where there is no address. */
export const noteMail = (note: MailedNote, buyer: Buyer): NewDelivery[] =>
  buyer.email
    ? [
        {
          template: note.template,
          to: buyer.email,
          language: buyer.language,
          customer: note.customer,
          data: noteMailData(note, buyer),
          documents: note.documents,
          about: { type: note.type, documentId: note.documentId, name: note.number },
          key: `note:${note.documentId}`,
        },
      ]
    : [];
