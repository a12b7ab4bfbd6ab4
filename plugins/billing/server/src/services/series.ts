import type { NumberedDocuments, SeriesSeed } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE, CREDIT_NOTE, DEBIT_NOTE, INVOICE, RECEIPT, REFUND, TAX_INVOICE } from '../content-types/types';

const on = (type: string, when?: string): NumberedDocuments => ({ type, attribute: 'number', when });
/** What bears a number of the books before was not counted here. */
const COUNTED_HERE = '{takenOverOn} is null';

/** The numbers of billing, and what bears them. A receipt that is a tax invoice too has one number for both. */
export const series: readonly SeriesSeed[] = [
  {
    code: 'invoice',
    name: { th: 'ใบแจ้งหนี้', en: 'Invoices' },
    words: ['Invoice'],
    pattern: 'INV-{BBBB}-{N:6}',
    documents: on(INVOICE, COUNTED_HERE),
  },
  {
    code: 'receipt',
    name: { th: 'ใบเสร็จรับเงิน/ใบกำกับภาษี', en: 'Receipts' },
    words: [
      'Receipt',
      'Receipt/Tax invoice',
      'Tax invoice/Receipt',
      'ใบเสร็จรับเงิน',
      'ใบเสร็จ',
      'ใบกำกับภาษี/ใบเสร็จรับเงิน',
    ],
    pattern: 'RC-{BBBB}-{N:6}',
    documents: on(RECEIPT),
  },
  {
    code: 'tax-invoice',
    name: { th: 'ใบกำกับภาษี', en: 'Tax invoices' },
    words: ['Tax invoice'],
    pattern: 'TX-{BBBB}-{N:6}',
    documents: on(TAX_INVOICE, `{kind} = 'tax_invoice' and ${COUNTED_HERE}`),
  },
  {
    code: 'credit-note',
    name: { th: 'ใบลดหนี้', en: 'Credit notes' },
    words: ['Credit note'],
    pattern: 'CN-{BBBB}-{N:6}',
    documents: on(CREDIT_NOTE),
  },
  {
    code: 'billing-note',
    name: { th: 'ใบวางบิล', en: 'Billing notes' },
    words: ['Billing note', 'ใบรับวางบิล'],
    pattern: 'BN-{BBBB}-{N:6}',
    companyWide: true,
    documents: on(BILLING_NOTE),
  },
  {
    code: 'refund',
    name: { th: 'ใบแจ้งการคืนเงิน', en: 'Refunds' },
    words: ['Refund', 'Refund note', 'ใบคืนเงิน'],
    pattern: 'RF-{BBBB}-{N:6}',
    companyWide: true,
    documents: on(REFUND),
  },
  {
    code: 'debit-note',
    name: { th: 'ใบเพิ่มหนี้', en: 'Debit notes' },
    words: ['Debit note'],
    pattern: 'DN-{BBBB}-{N:6}',
    documents: on(DEBIT_NOTE),
  },
];
