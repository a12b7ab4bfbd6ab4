import { type EventFacts, registerSubject } from '@sanya/strapi-plugin-platform/ui';
import { gatewayName } from './ui/gateway-words';
import { useSendInvoices } from './use-send-invoices';

const reason = { label: 'field.reason' };
/** What a gateway says, or somebody wrote. */
const failed = { ...reason, words: 'fail' };
const total = { label: 'field.total', as: 'money' } as const;
const note: EventFacts = {
  total,
  offset: { label: 'note.offset', as: 'money' },
  payable: { label: 'field.invoice' },
};

/** How billing shows its things: their pages, what a timeline tells of them, and the content manager beside them. */
export function registerSubjects(): void {
  registerSubject('plugin::billing.invoice', {
    page: (id) => `/plugins/billing/invoices/${id}`,
    facts: {
      state: { label: 'field.state', words: 'state' },
      amountDue: { label: 'field.due_amount', as: 'money' },
      total,
      dueDate: { label: 'field.due_date', as: 'date' },
      creditNote: { label: 'subject.credit-note' },
      debitNote: { label: 'subject.debit-note' },
      to: { label: 'field.sent_to' },
      reason,
    },
    beside: () => import('./content/invoice'),
    many: { label: 'billing.do.send_many', permission: 'plugin::billing.invoice.send', useDeed: useSendInvoices },
  });
  registerSubject('plugin::billing.payment', {
    page: (id) => `/plugins/billing/payments/${id}`,
    facts: {
      state: { label: 'field.state', words: 'payment' },
      amount: { label: 'payments.amount', as: 'money' },
      method: { label: 'field.method', words: 'method' },
      withheld: { label: 'field.withheld', as: 'money' },
      deduction: { label: 'field.deduction', as: 'money' },
      unallocated: { label: 'account.credit', as: 'money' },
      receivedOn: { label: 'field.received_on', as: 'date' },
      reason: failed,
    },
    beside: () => import('./content/payment'),
  });
  registerSubject('plugin::billing.payment-method', {
    facts: { card: { label: 'saved_card.card' }, gateway: { label: 'payments.gateway', name: gatewayName } },
  });
  registerSubject('plugin::billing.gateway-event', { page: () => '/plugins/billing/payments/gateways' });
  registerSubject('plugin::billing.receipt', {
    page: (id) => `/plugins/billing/tax-invoices/receipts/${id}`,
    facts: { amount: { label: 'payments.amount', as: 'money' }, invoice: { label: 'field.invoice' } },
  });
  registerSubject('plugin::billing.tax-invoice', {
    page: (id) => `/plugins/billing/tax-invoices/${id}`,
    facts: {
      invoice: { label: 'field.invoice' },
      taxDate: { label: 'field.tax_date', as: 'date' },
      cause: { label: 'field.tax_cause', words: 'tax_cause' },
    },
  });
  registerSubject('plugin::billing.credit-note', {
    page: (id) => `/plugins/billing/tax-invoices/credit-notes/${id}`,
    facts: note,
    words: { state: 'document' },
  });
  registerSubject('plugin::billing.debit-note', {
    page: (id) => `/plugins/billing/tax-invoices/debit-notes/${id}`,
    facts: note,
  });
  registerSubject('plugin::billing.withholding-certificate', {
    page: (id) => `/plugins/billing/certificates/${id}`,
    facts: {
      amount: { label: 'field.withheld', as: 'money' },
      stated: { label: 'certificate.stated', as: 'money' },
      number: { label: 'certificate.number' },
      reason,
    },
  });
  registerSubject('plugin::billing.billing-note', {
    page: (id) => `/plugins/billing/billing-notes/${id}`,
    facts: {
      total,
      billedOn: { label: 'billing_note.billed_on', as: 'date' },
      payOn: { label: 'billing_note.pay_on', as: 'date' },
      to: { label: 'field.sent_to' },
      reason,
    },
  });
  registerSubject('plugin::billing.cheque', {
    page: (id) => `/plugins/billing/cheques/${id}`,
    facts: {
      state: { label: 'field.state', words: 'cheque_state' },
      amount: { label: 'payments.amount', as: 'money' },
      chequeDate: { label: 'cheque.date', as: 'date' },
      reason,
    },
  });
  registerSubject('plugin::billing.deposit', {
    page: (id) => `/plugins/billing/deposits/${id}`,
    facts: {
      kind: { label: 'deposit.kind', words: 'deposit_kind' },
      total,
      amount: { label: 'payments.amount', as: 'money' },
      invoice: { label: 'field.invoice' },
      reason,
    },
  });
  registerSubject('plugin::billing.tax-month', {
    page: () => '/plugins/billing/tax-months',
    facts: {
      documents: { label: 'tax_month.documents' },
      value: { label: 'tax_month.value', as: 'money' },
      vat: { label: 'tax_month.vat', as: 'money' },
      reason,
    },
  });
  registerSubject('plugin::billing.refund', {
    page: (id) => `/plugins/billing/refunds/${id}`,
    facts: {
      state: { label: 'field.state', words: 'refund' },
      amount: { label: 'payments.amount', as: 'money' },
      sentOn: { label: 'refunds.sent_on', as: 'date' },
      reference: { label: 'refunds.reference' },
      reason,
    },
  });
  registerSubject('plugin::billing.bank-statement', {
    page: (id) => `/plugins/billing/statements/${id}`,
    facts: { lines: { label: 'statements.lines' } },
  });
  registerSubject('plugin::billing.setting', { page: () => '/settings/sanya-billing' });
}
