import { next } from '@sanya/strapi-plugin-platform/kernel';
import { invoiceLife, type InvoiceState } from './lives';

/** Whether money may be laid on an invoice: on what is given up too, should it ever come. */
export const takesMoney = (state: InvoiceState): boolean => next(invoiceLife, state, 'settle') !== undefined;

/** What is given up, or only offered, takes money only where it is named: unnamed money goes to what is still asked for. */
export const takesUnnamed = (invoice: { id: number; state: InvoiceState }, offers: ReadonlySet<number>): boolean =>
  invoice.state === 'open' && !offers.has(invoice.id);
