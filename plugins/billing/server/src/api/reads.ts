import type { Read } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  ALLOCATION_LINE,
  BANK_STATEMENT,
  BILLING_NOTE,
  BILLING_NOTE_LINE,
  BILLING_ARRANGEMENT,
  CERTIFICATE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  PAYER_ACCOUNT,
  PAYMENT,
  PRINTING,
  RECEIPT,
  REFUND,
  STATEMENT_LAYOUT,
  STATEMENT_LINE,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';

const NOT_DRAFT = { state: { $notIn: ['draft', 'discarded'] } };
const member = { storefront: 'member', staff: true } as const;

/** Members see their own documents; drafts are the office's. */
export const reads: readonly Read[] = [
  { type: INVOICE, path: '/invoices', ...member, where: NOT_DRAFT },
  { type: INVOICE_LINE, path: '/invoice-lines', ...member, where: { issued: true } },
  { type: PAYMENT, path: '/payments', ...member },
  { type: ALLOCATION, path: '/allocations', ...member },
  { type: RECEIPT, path: '/receipts', ...member },
  { type: TAX_INVOICE, path: '/tax-invoices', ...member },
  { type: TAX_INVOICE_LINE, path: '/tax-invoice-lines', ...member },
  { type: CREDIT_NOTE, path: '/credit-notes', ...member, where: NOT_DRAFT },
  { type: CREDIT_NOTE_LINE, path: '/credit-note-lines', ...member },
  { type: DEBIT_NOTE, path: '/debit-notes', ...member, where: NOT_DRAFT },
  { type: DEBIT_NOTE_LINE, path: '/debit-note-lines', ...member },
  { type: BILLING_NOTE, path: '/billing-notes', ...member },
  { type: BILLING_NOTE_LINE, path: '/billing-note-lines', ...member },
  { type: REFUND, path: '/refunds', ...member },
  { type: CERTIFICATE, path: '/certificates', ...member },
  { type: BANK_STATEMENT, path: '/statements', staff: true },
  { type: STATEMENT_LINE, path: '/statement-lines', staff: true },
  { type: STATEMENT_LAYOUT, path: '/statement-layouts', staff: true },
];

/** Path from a row to the customer whose it is. */
export const owners: Record<string, string> = {
  [INVOICE]: 'customer',
  [INVOICE_LINE]: 'invoice.customer',
  [PAYMENT]: 'customer',
  [ALLOCATION]: 'customer',
  [ALLOCATION_LINE]: 'allocation.customer',
  [PRINTING]: 'customer',
  [RECEIPT]: 'customer',
  [TAX_INVOICE]: 'customer',
  [TAX_INVOICE_LINE]: 'taxInvoice.customer',
  [CREDIT_NOTE]: 'customer',
  [CREDIT_NOTE_LINE]: 'creditNote.customer',
  [DEBIT_NOTE]: 'customer',
  [DEBIT_NOTE_LINE]: 'debitNote.customer',
  [BILLING_ARRANGEMENT]: 'customer',
  [BILLING_NOTE]: 'customer',
  [BILLING_NOTE_LINE]: 'billingNote.customer',
  [REFUND]: 'customer',
  [CERTIFICATE]: 'customer',
  [PAYER_ACCOUNT]: 'customer',
};
