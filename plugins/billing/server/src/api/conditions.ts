import type { Condition, Tools } from '@sanya/strapi-plugin-platform/kit';

const CRM_SETTING = 'plugin::crm.setting';

export const OWN_INVOICES = 'plugin::billing.documents-of-own-customers';
export const OWN_INVOICE_LINES = 'plugin::billing.invoice-lines-of-own-customers';
export const OWN_CREDIT_NOTE_LINES = 'plugin::billing.credit-note-lines-of-own-customers';
export const OWN_DEBIT_NOTE_LINES = 'plugin::billing.debit-note-lines-of-own-customers';

/** Conditions are declared before there is a Strapi to ask: the plugin gives them the setting when it is registered. */
const settings: { salesSeeAll: () => Promise<boolean> } = { salesSeeAll: async () => false };

export function decideVisibility({ platform }: Tools): void {
  settings.salesSeeAll = async () =>
    (await platform.settings.read<{ salesSee: string }>(CRM_SETTING)).salesSee === 'all';
}

const ofOwnCustomers = (name: string, path: string): Condition => ({
  name,
  handler: async (user) => (await settings.salesSeeAll()) || { [path]: user.id },
});

/** Whoever sees only the customers they look after sees only those customers' documents. */
export const conditions: readonly Condition[] = [
  ofOwnCustomers('documents-of-own-customers', 'customer.owner'),
  ofOwnCustomers('invoice-lines-of-own-customers', 'invoice.customer.owner'),
  ofOwnCustomers('credit-note-lines-of-own-customers', 'creditNote.customer.owner'),
  ofOwnCustomers('debit-note-lines-of-own-customers', 'debitNote.customer.owner'),
];
