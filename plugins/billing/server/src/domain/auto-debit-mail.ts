import { type CivilDate, formatDate, formatMoney, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { cardText } from './payment-method';

interface Reader {
  name: string;
  company: string;
  language: Language;
  /** Address of the shop; empty where it has none. */
  site: string;
}

interface MailedCard {
  brand: string;
  lastFour: string;
  expiryMonth: number;
  expiryYear: number;
}

const shared = (card: MailedCard, { name, company }: Reader) => ({ customer: name, company, card: cardText(card) });

interface MailedInvoice {
  number: string;
  documentId: string;
  amountDue: bigint;
  currency: string;
  dueDate: CivilDate;
}

const ofInvoice = (invoice: MailedInvoice, { language, site }: Reader) => ({
  number: invoice.number,
  amount: formatMoney(invoice.amountDue, invoice.currency),
  currency: invoice.currency,
  dueDate: formatDate(invoice.dueDate, language),
  link: site === '' ? '' : `${site}/invoices/${invoice.documentId}`,
});

/** What the mail says that goes ahead of a charge: how much of which card, and on which day. */
export const debitMailData = (
  card: MailedCard,
  invoice: MailedInvoice,
  on: CivilDate,
  reader: Reader,
): Record<string, unknown> => ({
  ...shared(card, reader),
  ...ofInvoice(invoice, reader),
  lastFour: card.lastFour,
  day: formatDate(on, reader.language),
});

/** What the mail about a card that could not be charged says: of which invoice, and where it is paid otherwise. */
export const declinedMailData = (
  card: MailedCard,
  invoice: MailedInvoice,
  reader: Reader,
): Record<string, unknown> => ({ ...shared(card, reader), ...ofInvoice(invoice, reader) });

/** What the mail about a card that is over soon says. */
export const endingMailData = (card: MailedCard, reader: Reader): Record<string, unknown> => ({
  ...shared(card, reader),
  expiry: `${String(card.expiryMonth).padStart(2, '0')}/${card.expiryYear}`,
  link: reader.site === '' ? '' : `${reader.site}/account`,
});
