import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  BANK_STATEMENT,
  BILLING_NOTE,
  BILLING_NOTE_LINE,
  CERTIFICATE,
  CHEQUE,
  CHEQUE_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  DUNNING_EXEMPTION,
  DUNNING_NOTICE,
  DUNNING_POLICY,
  DUNNING_STEP,
  GATEWAY_EVENT,
  DEPOSIT,
  INVOICE,
  INVOICE_LINE,
  OPENING_IMPORT,
  OPENING_MONEY_IMPORT,
  OPENING_MONEY_IMPORT_ROW,
  OPENING_IMPORT_ROW,
  PAYER_ACCOUNT,
  PAYMENT,
  PAYMENT_METHOD,
  PROMISE_TO_PAY,
  RECEIPT,
  REFUND,
  SETTING,
  STATEMENT_LAYOUT,
  STATEMENT_LINE,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';
import { reports } from '../services/reports';
import { OWN_CREDIT_NOTE_LINES, OWN_DEBIT_NOTE_LINES, OWN_INVOICE_LINES, OWN_INVOICES } from './conditions';

const read = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read'] as const }));

const OWED = [INVOICE, INVOICE_LINE, CREDIT_NOTE, CREDIT_NOTE_LINE, DEBIT_NOTE, DEBIT_NOTE_LINE];
const PAID = [
  BILLING_NOTE,
  BILLING_NOTE_LINE,
  CHEQUE,
  CHEQUE_LINE,
  DEPOSIT,
  PAYMENT,
  PAYMENT_METHOD,
  GATEWAY_EVENT,
  REFUND,
  ALLOCATION,
  RECEIPT,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
  CERTIFICATE,
];
const DUNNED = [DUNNING_POLICY, DUNNING_STEP, DUNNING_NOTICE, PROMISE_TO_PAY, DUNNING_EXEMPTION];
const BANKED = [BANK_STATEMENT, STATEMENT_LINE, PAYER_ACCOUNT];
const ISSUING = ['invoice.draft', 'invoice.discard', 'invoice.issue', 'invoice.send', 'invoice.void'];
const GIVING_UP = ['invoice.write-off', 'invoice.reopen'];
const MONEY = [
  'billing-note.issue',
  'billing-note.cancel',
  'cheque.receive',
  'cheque.deposit',
  'cheque.clear',
  'cheque.bounce',
  'deposit.ask',
  'deposit.use',
  'deposit.end',
  'payment.record',
  'payment.verify',
  'payment.reverse',
  'payment.ask',
  'payment.charge-card',
  'payment-method.edit',
  'payment.check-event',
  'credit-note.issue',
  'credit-note.cancel',
  'debit-note.issue',
  'tax-invoice.issue-early',
  'tax-invoice.print',
  'tax-invoice.replace',
  'tax-invoice.substitute',
  'tax-invoice.cancel',
];
const STATEMENTS = ['statement.import', 'statement.apply'];
const REFUNDING = ['refund.request', 'refund.send', 'refund.confirm', 'refund.cancel'];
const CLOSING = ['tax-month.read', 'tax-month.close', 'certificate.receive', 'print-queue.print'];
const WRITING = ['account.send'];
const LOOKING = ['document.read', 'account.read'];
const REPORTS = reports.map((report) => report.permission);
/** What a lead of sales reads: what was sold and what is owed; not what came in, nor the books of tax. */
const SALES_REPORTS = ['report.sales', 'report.receivables', 'report.statement'];

export const grants: readonly Grant[] = [
  { roles: ['owner', 'billing', 'accountant'], actions: ['dunning.read'], types: read(...DUNNED) },
  { roles: ['owner'], actions: ['invoice.approve-fee-waiver'] },
  { roles: ['billing'], actions: ['dunning.set', 'dunning.act', 'dunning.waive'] },
  {
    roles: ['owner'],
    actions: [
      ...[...ISSUING, ...GIVING_UP, ...MONEY, ...STATEMENTS, ...REFUNDING, ...CLOSING, ...LOOKING, ...WRITING],
      ...[
        'received.read',
        'tax-month.reopen',
        'refund.approve',
        'invoice.approve-void',
        'invoice.approve-write-off',
        'credit.read',
        'credit.apply',
      ],
      ...['statement.read', ...REPORTS],
    ],
    types: [
      ...read(...OWED, ...PAID, ...BANKED),
      { uid: SETTING, can: ['read', 'update'] },
      { uid: STATEMENT_LAYOUT, can: ['read', 'create', 'update', 'delete'] },
    ],
  },
  {
    roles: ['billing'],
    actions: [
      ...[...ISSUING, ...GIVING_UP, ...MONEY, ...STATEMENTS, ...REFUNDING, ...CLOSING, ...LOOKING, ...WRITING],
      ...['received.read', 'credit.read', 'credit.apply', 'statement.read', ...REPORTS],
    ],
    types: [
      ...read(...OWED, ...PAID, ...BANKED),
      { uid: SETTING, can: ['read', 'update'] },
      { uid: STATEMENT_LAYOUT, can: ['read', 'create', 'update', 'delete'] },
    ],
  },
  {
    roles: ['owner', 'billing'],
    actions: ['opening.import'],
    types: read(OPENING_IMPORT, OPENING_IMPORT_ROW, OPENING_MONEY_IMPORT, OPENING_MONEY_IMPORT_ROW),
  },
  {
    roles: ['accountant'],
    actions: [...LOOKING, 'tax-month.read', 'received.read', 'credit.read', 'statement.read', ...REPORTS],
    types: read(...OWED, ...PAID, ...BANKED, STATEMENT_LAYOUT, SETTING),
  },
  {
    roles: ['sales-lead'],
    actions: [...LOOKING, 'credit.read', 'credit.apply', ...SALES_REPORTS],
    types: read(...OWED),
  },
  {
    roles: ['sales'],
    actions: [...LOOKING, 'credit.read'],
    types: [
      { uid: INVOICE, can: ['read'], conditions: [OWN_INVOICES] },
      { uid: INVOICE_LINE, can: ['read'], conditions: [OWN_INVOICE_LINES] },
      { uid: CREDIT_NOTE, can: ['read'], conditions: [OWN_INVOICES] },
      { uid: CREDIT_NOTE_LINE, can: ['read'], conditions: [OWN_CREDIT_NOTE_LINES] },
      { uid: DEBIT_NOTE, can: ['read'], conditions: [OWN_INVOICES] },
      { uid: DEBIT_NOTE_LINE, can: ['read'], conditions: [OWN_DEBIT_NOTE_LINES] },
    ],
  },
  // The service department drafts, discards, issues and sends; it never voids, credits or posts payments.
  {
    roles: ['service-manager'],
    actions: ['invoice.draft', 'invoice.discard', 'invoice.issue', 'invoice.send', ...LOOKING],
    types: read(...OWED),
  },
];
