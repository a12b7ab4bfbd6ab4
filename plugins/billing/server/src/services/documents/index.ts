import type { DocumentKind, Tools } from '@sanya/strapi-plugin-platform/kit';
import { billingNoteDocument } from './billing-note';
import { chequeDepositDocument } from './cheque-deposit';
import { creditNoteDocument } from './credit-note';
import { debitNoteDocument } from './debit-note';
import { dunningNoticeDocument } from './dunning-notice';
import { invoiceDocument } from './invoice';
import { refundDocument } from './refund';
import { statementDocument } from './statement';
import { receiptDocument, taxInvoiceDocument } from './tax-invoice';

export const documents = ({ platform }: Tools): readonly DocumentKind[] => [
  invoiceDocument(platform),
  receiptDocument(platform),
  taxInvoiceDocument(platform),
  creditNoteDocument(platform),
  debitNoteDocument(platform),
  refundDocument(platform),
  billingNoteDocument(platform),
  chequeDepositDocument(platform),
  dunningNoticeDocument(platform),
  statementDocument(platform),
];
