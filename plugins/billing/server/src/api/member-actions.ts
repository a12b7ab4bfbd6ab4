import { badInput, broken, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, fileAnswer, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INVOICE, PAYMENT } from '../content-types/types';
import type { PayerKind } from '../domain/withholding';
import { earlyOff } from '../domain/early-payment';
import { cardText } from '../domain/payment-method';
import { proposalFor } from '../domain/settlement';
import { takesMoney } from '../domain/takes-money';
import { explainInvoice } from '../services/explanations';
import { paymentPaper } from '../services/payment-papers';
import { cardOptions, paymentOptions } from '../services/payment-options';
import { readAccount } from '../stores/accounts';
import { loadInvoices } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';
import { chargedCards } from '../use-cases/agree-auto-debit';
import { startCardPayment } from '../use-cases/start-card-payment';
import { submitPayments } from '../use-cases/submit-payments';
import {
  account as accountShape,
  explanation,
  paymentOptions as optionsShape,
  startedPayment as startedShape,
} from './answers';
import { printedDocumentAction } from './document-action';
import { savedCardOf } from './saved-card-of';
import { inLanguage, nothing, submission } from './shapes';
import { paymentView } from './views';

/** The card that a customer has charged by itself. */
async function autoDebitOf(platform: Platform, customer: number) {
  const cards = await chargedCards(platform, [customer]);
  const card = cards.find(({ declinedAt }) => declinedAt === null) ?? cards[0];
  if (!card?.autoDebitSince) return null;
  const { documentId, autoDebitSince: since, declinedAt } = card;
  return { paymentMethod: documentId, card: cardText(card), since, declinedAt };
}

const accountOf = async (platform: Platform, customer: number) => {
  const account = await readAccount(platform, customer, platform.clock.today());
  const [terms] = await platform.rows.byIds<{ creditTermsDays: number; creditLimit: bigint | null }>(
    CUSTOMER,
    [customer],
    { fields: ['creditTermsDays', 'creditLimit'] },
  );
  return {
    ...account,
    currency: await platform.currency.own(),
    autoDebit: await autoDebitOf(platform, customer),
    terms: { creditTermsDays: terms?.creditTermsDays ?? 0, creditLimit: terms?.creditLimit ?? null },
  };
};

/** How the open amount can be paid, with a picture of the QR code, and what a company is to withhold. */
async function optionsOf(platform: Platform, id: number) {
  const rules = await readRules(platform);
  const invoice = (await loadInvoices(platform, [id])).get(id);
  if (!invoice || !takesMoney(invoice.state)) return [];
  const [customer] = await platform.rows.byIds<{ kind: PayerKind }>(CUSTOMER, [invoice.customer], { fields: ['kind'] });
  const early = earlyOff(invoice, platform.clock.today());
  const amount = invoice.amountDue - early;
  const { earlyUntil: until } = invoice;
  const earlyPayment = early > 0n && until !== null ? { discount: early, until } : null;
  const withholding = proposalFor(invoice, invoice.amountDue, customer?.kind ?? 'person', rules);
  const { toDataURL } = await import('qrcode');
  const cards = cardOptions(rules, amount, (gateway) => platform.gateway.wired(gateway).secret);
  return Promise.all(
    [...paymentOptions(rules, amount, invoice.number), ...cards].map(async (option) =>
      option.method === 'promptpay'
        ? { ...option, qr: await toDataURL(option.payload, { margin: 1, width: 360 }), earlyPayment, withholding }
        : { ...option, earlyPayment, withholding },
    ),
  );
}

/** Far above what anybody pays by hand; a script that tries cards or slips is stopped. */
const PAYMENTS_A_MINUTE = 30;

export const memberActions = [
  defineAction({
    name: 'billingAccount',
    summary: 'How the member stands: balance, overdue, customer credit, terms',
    storefront: { method: 'GET', path: '/account', who: 'member' },
    graphql: 'query',
    writes: false,
    input: nothing,
    output: accountShape,
    run: ({ platform, caller }) => {
      if (!caller.customer) throw notFound('account.no_customer');
      return accountOf(platform, caller.customer.id);
    },
  }),
  defineAction({
    name: 'customerAccount',
    summary: 'How a customer stands: balance, overdue, customer credit, terms',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/account', permission: 'account.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: accountShape,
    run: ({ platform, subject }) => accountOf(platform, subject.id),
  }),
  defineAction({
    name: 'invoicePaymentOptions',
    summary: 'How an invoice can be paid: PromptPay with its QR code, bank accounts, card; what is to be withheld',
    subject: INVOICE,
    storefront: { method: 'GET', path: '/invoices/:id/payment-options', who: 'member' },
    staff: { method: 'GET', path: '/invoices/:id/payment-options', permission: 'document.read' },
    graphql: 'query',
    writes: false,
    input: nothing,
    output: optionsShape,
    run: ({ platform, subject }) => optionsOf(platform, subject.id),
  }),
  defineAction({
    name: 'explainInvoice',
    summary: 'Why each line of an invoice costs what it costs, in sentences',
    subject: INVOICE,
    storefront: { method: 'GET', path: '/invoices/:id/explanation', who: 'member' },
    staff: { method: 'GET', path: '/invoices/:id/explanation', permission: 'document.read' },
    graphql: 'query',
    writes: false,
    input: inLanguage,
    output: explanation,
    run: ({ platform, subject, input, caller }) => explainInvoice(platform, subject.id, input.lang ?? caller.language),
  }),
  defineAction({
    name: 'payInvoice',
    summary: 'Pay an invoice by card, or say that it was paid by transfer or PromptPay: then somebody verifies it',
    subject: INVOICE,
    storefront: { method: 'POST', path: '/invoices/:id/payments', who: 'member', limitPerMinute: PAYMENTS_A_MINUTE },
    input: submission,
    output: startedShape,
    status: 201,
    // A gateway is asked, or a picture read, between transactions.
    ownTransactions: true,
    run: async ({ platform, subject, input }) => {
      const { method, card, returnUrl, paymentMethod, saveCard, autoDebit, ...rest } = input;
      if (method === 'card') {
        if (autoDebit && saveCard !== true) throw badInput('payment_method.agreed_unsaved', { field: 'autoDebit' });
        const saved = paymentMethod === undefined ? {} : { paymentMethod: await savedCardOf(platform, paymentMethod) };
        const wish = { ...rest, card, returnUrl, saveCard, autoDebit, ...saved, invoice: subject.id };
        const started = await startCardPayment(platform, wish);
        const { redirectUrl, clientSecret } = started;
        const view = await paymentView(platform, started.payment);
        return view && { ...view, redirectUrl, clientSecret };
      }
      if (method !== 'bank_transfer' && method !== 'promptpay') {
        throw broken('payment.method_unavailable', { field: 'method', params: { method } });
      }
      const [payment] = await submitPayments(platform, [{ ...rest, method, invoice: subject.id }]);
      return paymentView(platform, payment?.id ?? 0);
    },
  }),
  printedDocumentAction(
    'invoiceDocument',
    'The invoice as PDF; for staff the sheet of a printing',
    'invoice',
    '/invoices',
  ),
  defineAction({
    name: 'paymentDocument',
    summary: 'What a payment was receipted with, as PDF: one after the other where it settled several invoices',
    subject: PAYMENT,
    storefront: { method: 'GET', path: '/payments/:id/document', who: 'member', limitPerMinute: 60 },
    staff: { method: 'GET', path: '/payments/:id/document', permission: 'document.read' },
    graphql: 'none',
    writes: false,
    input: inLanguage,
    output: fileAnswer,
    run: (call) => paymentPaper(call, call.subject.id),
  }),
  printedDocumentAction(
    'receiptDocument',
    'The receipt as PDF; for staff the sheet of a printing',
    'receipt',
    '/receipts',
  ),
  printedDocumentAction(
    'taxInvoiceDocument',
    'The tax invoice as PDF: as a file, which is not the original; for staff the sheet of a printing',
    'tax-invoice',
    '/tax-invoices',
  ),
  printedDocumentAction(
    'creditNoteDocument',
    'The credit note as PDF; for staff the sheet of a printing',
    'credit-note',
    '/credit-notes',
  ),
  printedDocumentAction(
    'debitNoteDocument',
    'The debit note as PDF; for staff the sheet of a printing',
    'debit-note',
    '/debit-notes',
  ),
];
