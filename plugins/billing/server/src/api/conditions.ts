import { ownRows, type Tools } from '@sanya/strapi-plugin-platform/kit';

const CRM_SETTING = 'plugin::crm.setting';

export const OWN_INVOICES = 'plugin::billing.documents-of-own-customers';
export const OWN_INVOICE_LINES = 'plugin::billing.invoice-lines-of-own-customers';
export const OWN_CREDIT_NOTE_LINES = 'plugin::billing.credit-note-lines-of-own-customers';
export const OWN_DEBIT_NOTE_LINES = 'plugin::billing.debit-note-lines-of-own-customers';

/** Whoever sees only the customers they look after sees only those customers' documents. */
const own = ownRows({
  'documents-of-own-customers': 'customer.owner',
  'invoice-lines-of-own-customers': 'invoice.customer.owner',
  'credit-note-lines-of-own-customers': 'creditNote.customer.owner',
  'debit-note-lines-of-own-customers': 'debitNote.customer.owner',
});
export const { conditions } = own;

export const decideVisibility = ({ platform }: Tools): void =>
  own.openBy(async () => (await platform.settings.read<{ salesSee: string }>(CRM_SETTING)).salesSee === 'all');
