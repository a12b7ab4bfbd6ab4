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

/** What the mail about a card that could not be charged says: of which invoice, and where it is paid otherwise. */
export const declinedMailData = (
  card: MailedCard,
  invoice: { number: string; documentId: string; amountDue: bigint; currency: string; dueDate: CivilDate },
  reader: Reader,
): Record<string, unknown> => ({
  ...shared(card, reader),
  number: invoice.number,
  amount: formatMoney(invoice.amountDue, invoice.currency),
  currency: invoice.currency,
  dueDate: formatDate(invoice.dueDate, reader.language),
  link: reader.site === '' ? '' : `${reader.site}/invoices/${invoice.documentId}`,
});

/** What the mail about a card that is over soon says. */
export const endingMailData = (card: MailedCard, reader: Reader): Record<string, unknown> => ({
  ...shared(card, reader),
  expiry: `${String(card.expiryMonth).padStart(2, '0')}/${card.expiryYear}`,
  link: reader.site === '' ? '' : `${reader.site}/account`,
});
