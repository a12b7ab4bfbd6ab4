import { formatDate, formatMoney, type Language, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { TemplateSource, Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  BILLING_NOTE,
  CREDIT_NOTE,
  CUSTOMER_STATEMENT,
  DEBIT_NOTE,
  DUNNING_NOTICE,
  INVOICE,
  PAYMENT,
  RECEIPT,
} from '../content-types/types';
import { billingNoteMailData } from '../domain/billing-note-mail';
import { statementMailData } from '../domain/customer-statement';
import { invoiceMailData } from '../domain/invoice-mail';
import { noteMailData } from '../domain/note-mail';
import type { Buyer } from '../domain/parties';
import { paymentMailData, rejectionMailData } from '../domain/payment-mail';
import { linesOfNotes, loadBillingNotes } from '../stores/billing-notes';
import { sentStatement } from '../stores/customer-statements';
import { numberOf, readFrozenInvoices, readFrozenReceipts } from '../stores/frozen';
import { type FrozenNote, readFrozenCreditNote, readFrozenDebitNote } from '../stores/frozen-notes';
import { customerName } from '../stores/parties';
import { dunningMailOf } from './dunning-mail';
import { dunningTemplates } from './dunning-templates';
import { loadPayments, rejectReasonOf } from '../stores/payments';

/** What staff see the mails of billing with while they edit them. */
export function templateSources({ platform }: Tools): TemplateSource[] {
  const as = (buyer: Buyer, language: Language): Buyer => ({ ...buyer, language });

  async function note(frozen: FrozenNote, language: Language, more: Record<string, string>) {
    const invoice = await numberOf(platform, INVOICE, frozen.invoice);
    const said = { ...frozen, reason: frozen.reason ?? '', invoice, more };
    return noteMailData(said, as(frozen.buyer, language));
  }

  return [
    {
      templates: ['invoice-mail'],
      type: INVOICE,
      names: ['number'],
      where: { state: { $in: ['open', 'paid', 'uncollectible'] } },
      async dataOf(id, language) {
        const [invoice] = await readFrozenInvoices(platform, [id]);
        return invoice && invoiceMailData(invoice, as(invoice.buyer, language));
      },
    },
    {
      templates: ['billing-note-mail'],
      type: BILLING_NOTE,
      names: ['number'],
      async dataOf(id, language) {
        const [found] = await loadBillingNotes(platform, [id]);
        return (
          found &&
          billingNoteMailData({ ...found, lines: await linesOfNotes(platform, [id]) }, as(found.buyer, language))
        );
      },
    },
    {
      templates: ['statement-mail'],
      type: CUSTOMER_STATEMENT,
      names: ['toDay', 'sentTo'],
      async dataOf(id, language) {
        const sent = await sentStatement(platform, id);
        return sent && statementMailData(sent.content, language);
      },
    },
    {
      templates: ['payment-received'],
      type: RECEIPT,
      names: ['number'],
      async dataOf(id, language) {
        const [one] = await readFrozenReceipts(platform, 'id', id);
        const [payment] = one?.payment ? await loadPayments(platform, [one.payment]) : [];
        if (!one || !payment) return undefined;
        const receipts = await readFrozenReceipts(platform, 'payment', payment.id);
        return paymentMailData(payment, receipts, one.issuedOn, as(one.buyer, language));
      },
    },
    {
      templates: ['payment-rejected'],
      type: PAYMENT,
      names: ['receivedOn', 'reference'],
      where: { state: 'rejected' },
      async dataOf(id) {
        const [payment] = await loadPayments(platform, [id]);
        if (!payment) return undefined;
        const invoice = await numberOf(platform, INVOICE, payment.invoice);
        const name = await customerName(platform, payment.customer);
        return rejectionMailData(payment, invoice, await rejectReasonOf(platform, id), name);
      },
    },
    {
      templates: ['credit-note-mail'],
      type: CREDIT_NOTE,
      names: ['number'],
      where: { state: 'issued' },
      async dataOf(id, language) {
        const frozen = await readFrozenCreditNote(platform, id);
        if (!frozen) return undefined;
        const credit = sum(
          (frozen.settle ?? []).filter(({ how }) => how === 'credit').map(({ amount }) => BigInt(amount)),
        );
        return note(frozen, language, { credit: credit > 0n ? formatMoney(credit, frozen.currency) : '' });
      },
    },
    {
      templates: ['debit-note-mail'],
      type: DEBIT_NOTE,
      names: ['number'],
      where: { state: 'issued' },
      async dataOf(id, language) {
        const frozen = await readFrozenDebitNote(platform, id);
        const [payable] = frozen ? await readFrozenInvoices(platform, [frozen.payable]) : [];
        if (!frozen || !payable) return undefined;
        const dueDate = formatDate(payable.dueDate, language);
        return note(frozen, language, { payable: payable.number, dueDate });
      },
    },
    {
      templates: dunningTemplates.map(({ code }) => code),
      type: DUNNING_NOTICE,
      names: ['number'],
      where: { leads: { $eq: true } },
      dataOf: (id, language) => dunningMailOf(platform, id, language),
    },
  ];
}
