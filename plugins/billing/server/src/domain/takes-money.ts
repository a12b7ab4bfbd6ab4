import { next } from '@sanya/strapi-plugin-platform/kernel';
import { invoiceLife, type InvoiceState } from './lives';

/** Whether money may be laid on an invoice: on what is given up too, should it ever come. */
export const takesMoney = (state: InvoiceState): boolean => next(invoiceLife, state, 'settle') !== undefined;
