import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { billingNoteConstraints } from './billing-note-constraints';
import { chequeConstraints } from './cheque-constraints';
import { correctionConstraints } from './correction-constraints';
import { dunningConstraints } from './dunning-constraints';
import { openingConstraints } from './opening-constraints';
import { gatewayConstraints } from './gateway-constraints';
import { depositConstraints } from './deposit-constraints';
import { freezes } from './freezes';
import { printingConstraints } from './printing-constraints';
import { taxMonthConstraints } from './tax-month-constraints';
import { refundConstraints } from './refund-constraints';
import { statementConstraints } from './statement-constraints';
import {
  ALLOCATION,
  CERTIFICATE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  INVOICE,
  INVOICE_LINE,
  PAYMENT,
  RECEIPT,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from './types';

const restricts: readonly Constraint[] = [
  ...[INVOICE, PAYMENT, TAX_INVOICE, RECEIPT, CREDIT_NOTE, ALLOCATION, CERTIFICATE].map(
    (type): Constraint => ({ kind: 'restrict', type, relation: 'customer' }),
  ),
  ...[INVOICE, TAX_INVOICE, RECEIPT, CREDIT_NOTE].map(
    (type): Constraint => ({ kind: 'restrict', type, relation: 'branch' }),
  ),
  ...[INVOICE_LINE, PAYMENT, TAX_INVOICE, RECEIPT, CREDIT_NOTE, ALLOCATION].map(
    (type): Constraint => ({ kind: 'restrict', type, relation: 'invoice' }),
  ),
  { kind: 'restrict', type: ALLOCATION, relation: 'payment' },
  { kind: 'restrict', type: ALLOCATION, relation: 'creditNote' },
  { kind: 'restrict', type: RECEIPT, relation: 'payment' },
  { kind: 'restrict', type: RECEIPT, relation: 'taxInvoice' },
  { kind: 'restrict', type: CERTIFICATE, relation: 'payment' },
  { kind: 'restrict', type: TAX_INVOICE_LINE, relation: 'taxInvoice' },
  { kind: 'restrict', type: TAX_INVOICE_LINE, relation: 'invoiceLine' },
  { kind: 'restrict', type: CREDIT_NOTE_LINE, relation: 'creditNote' },
];

/**
 * Money that came in once counts once: the same slip, bank reference or gateway event is never a second payment. What
 * was reversed does not count: money recorded on the wrong customer is recorded again on the right one.
 */
const uniques: readonly Constraint[] = [
  {
    kind: 'unique',
    type: INVOICE,
    name: 'billing_invoices_number',
    columns: ['number'],
    // What was taken over wrongly and voided may be taken over again.
    when: "{number} is not null and ({takenOverOn} is null or {state} <> 'void')",
    code: 'invoice.number_taken',
  },
  {
    kind: 'unique',
    type: TAX_INVOICE,
    name: 'billing_tax_invoices_number',
    columns: ['number'],
    when: "{takenOverOn} is null or {state} <> 'cancelled'",
    code: 'tax_invoice.number_taken',
  },
  { kind: 'unique', type: RECEIPT, name: 'billing_receipts_number', columns: ['number'], code: 'receipt.number_taken' },
  {
    kind: 'unique',
    type: CREDIT_NOTE,
    name: 'billing_credit_notes_number',
    columns: ['number'],
    when: '{number} is not null',
    code: 'credit_note.number_taken',
  },
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_slip',
    columns: ['slipHash'],
    when: "{slipHash} is not null and {state} not in ('rejected', 'failed', 'reversed')",
    code: 'payment.slip_used',
  },
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_reference',
    columns: ['referenceKey'],
    when: "{referenceKey} is not null and {state} not in ('rejected', 'failed', 'reversed')",
    code: 'payment.reference_used',
  },
  {
    kind: 'unique',
    type: CERTIFICATE,
    name: 'billing_certificates_payment',
    columns: ['payment'],
    code: 'certificate.payment_taken',
  },
];

const indexes: readonly Constraint[] = [
  { kind: 'index', type: INVOICE, name: 'billing_invoices_state_due', columns: ['state', 'dueDate'] },
  { kind: 'index', type: INVOICE, name: 'billing_invoices_customer_state', columns: ['customer', 'state', 'dueDate'] },
  { kind: 'index', type: INVOICE, name: 'billing_invoices_issued_on', columns: ['issuedOn'] },
  { kind: 'index', type: INVOICE, name: 'billing_invoices_state_issued', columns: ['state', 'issuedOn'] },
  { kind: 'index', type: INVOICE, name: 'billing_invoices_beginnings', columns: ['number'], beginnings: true },
  { kind: 'index', type: INVOICE, name: 'billing_invoices_source', columns: ['sourceDocumentId'] },
  { kind: 'index', type: INVOICE_LINE, name: 'billing_invoice_lines_source', columns: ['sourceLine'] },
  { kind: 'index', type: PAYMENT, name: 'billing_payments_state', columns: ['state', 'submittedAt'] },
  { kind: 'index', type: PAYMENT, name: 'billing_payments_customer_state', columns: ['customer', 'state'] },
  { kind: 'index', type: PAYMENT, name: 'billing_payments_received_on', columns: ['receivedOn'] },
  { kind: 'index', type: TAX_INVOICE, name: 'billing_tax_invoices_tax_date', columns: ['taxDate', 'state'] },
  { kind: 'index', type: RECEIPT, name: 'billing_receipts_issued_on', columns: ['issuedOn'] },
  { kind: 'index', type: CERTIFICATE, name: 'billing_certificates_state', columns: ['state', 'paidOn'] },
  { kind: 'index', type: CERTIFICATE, name: 'billing_certificates_year', columns: ['taxYear', 'customer'] },
];

const checks: readonly Constraint[] = [
  {
    kind: 'check',
    type: CERTIFICATE,
    name: 'billing_certificates_received',
    condition:
      "{state} in ('pending', 'dropped') or ({number} is not null and {statedAmount} is not null and {statedAmount} > 0 and {receivedOn} is not null)",
    code: 'certificate.incomplete',
  },
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_final',
    condition:
      "(({state} in ('draft', 'discarded')) = ({number} is null)) and (({number} is null) = ({seller} is null)) and (({number} is null) = ({buyer} is null))",
    code: 'invoice.incomplete',
  },
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_due',
    condition: '{amountDue} >= 0 and {amountDue} <= {total} and {net} + {tax} = {total}',
    code: 'invoice.amount_due_wrong',
  },
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_early',
    condition:
      '{earlyDiscount} is null or {earlyDiscount} = 0 or ({earlyDiscount} > 0 and {earlyDiscount} <= {total} and {earlyUntil} is not null)',
    code: 'invoice.early_discount_wrong',
  },
  {
    kind: 'check',
    type: INVOICE,
    name: 'billing_invoices_paid',
    condition: "{state} <> 'paid' or {amountDue} = 0",
    code: 'invoice.amount_due_wrong',
  },
  {
    kind: 'check',
    type: INVOICE_LINE,
    name: 'billing_invoice_lines_amounts',
    condition:
      '{quantity} > 0 and {unitPrice} >= 0 and {discount} >= 0 and {handedOver} >= 0 and {handedOver} <= {quantity} and {net} + {tax} = {total}',
    code: 'invoice.line_wrong',
  },
  {
    kind: 'check',
    type: PAYMENT,
    name: 'billing_payments_amounts',
    condition: '{amount} >= 0 and {withheld} >= 0 and {deduction} >= 0 and {amount} + {withheld} + {deduction} > 0',
    code: 'payment.amount_wrong',
  },
  {
    kind: 'check',
    type: ALLOCATION,
    name: 'billing_allocations_parts',
    condition:
      '{amount} > 0 and {amount} = {cash} + {withheld} + {deduction} + {credit} + {deposited} + {writeOff} and {cash} >= 0 and {withheld} >= 0 and {deduction} >= 0 and {credit} >= 0 and {deposited} >= {depositedTax} and {depositedTax} >= 0 and {writeOff} >= 0',
    code: 'allocation.parts_wrong',
  },
  {
    kind: 'check',
    type: ALLOCATION,
    name: 'billing_allocations_source',
    condition:
      '(case when {payment} is null then 0 else 1 end) + (case when {creditNote} is null then 0 else 1 end) + (case when {deposit} is null then 0 else 1 end) = 1 and ({deposit} is null) = ({deposited} = 0)',
    code: 'allocation.source_wrong',
  },
];

export const constraints: readonly Constraint[] = [
  ...freezes,
  ...restricts,
  ...uniques,
  ...indexes,
  ...checks,
  ...billingNoteConstraints,
  ...chequeConstraints,
  ...correctionConstraints,
  ...depositConstraints,
  ...dunningConstraints,
  ...refundConstraints,
  ...statementConstraints,
  ...gatewayConstraints,
  ...taxMonthConstraints,
  ...printingConstraints,
  ...openingConstraints,
];
