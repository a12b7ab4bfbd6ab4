import { formatDate, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  type DocumentKind,
  type DocumentModel,
  footOf,
  type Platform,
  type Print,
} from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../../content-types/types';
import type { BillingRules } from '../../domain/rules';
import { proposeWithholding, withheldTotal } from '../../domain/withholding';
import { type FrozenInvoice, readFrozenInvoices } from '../../stores/frozen';
import { depositsOn } from '../../stores/deposits';
import { readRules } from '../../stores/settings';
import { payloadFor } from '../payment-options';
import { buyerParty, type Pen, penOf, printMarks, quantityText, sellerParty, taxTotals } from './shared';

const WATERMARKS: Record<string, string> = { void: 'paper.void', draft: 'paper.draft', discarded: 'paper.void' };

/** What the payer is to withhold when the whole invoice is paid at once, as a hint. */
function withholdingHint(invoice: FrozenInvoice, rules: BillingRules, pen: Pen): string[] {
  const proposal = proposeWithholding(
    invoice.buyer.kind,
    rules.withholding,
    invoice.lines.map(({ incomeKind, net, total }) => ({ incomeKind, net, total, part: total })),
    invoice.agreedTotal,
  );
  const withheld = withheldTotal(proposal);
  if (withheld === 0n) return [];
  return [
    pen.say('paper.withholding_hint', { withheld: pen.money(withheld), net: pen.money(invoice.total - withheld) }),
  ];
}

/** What paying early is worth, as the invoice promised it. */
const earlyHint = ({ earlyUntil, earlyDiscount }: FrozenInvoice, { say, money, language }: Pen): string[] =>
  earlyUntil !== null && earlyDiscount
    ? [say('paper.early_payment', { until: formatDate(earlyUntil, language), discount: money(earlyDiscount) })]
    : [];

const accounts = (rules: BillingRules, pen: Pen): string[] =>
  rules.bankAccounts.map((account) =>
    pen.say('paper.bank_account', {
      bank: account.bank,
      branch: account.branch ?? '',
      number: account.number,
      name: account.name,
    }),
  );

type Deposits = Awaited<ReturnType<typeof depositsOn>>;

/** The full value less the advances that were taxed before. */
function depositTotals(invoice: FrozenInvoice, deposits: Deposits, { say, money }: Pen): DocumentModel['totals'] {
  if (deposits.length === 0) return [];
  const left = invoice.total - sum(deposits.map(({ amount }) => amount));
  return [
    ...deposits.map(({ number, amount, tax }) => ({
      label: say('paper.less_deposit', { number, tax: money(tax) }),
      value: money(-amount),
    })),
    { label: say('paper.after_deposit'), value: money(left), strong: true },
  ];
}

interface Around {
  rules: BillingRules;
  deposits: Deposits;
  print: Print | undefined;
}

function modelOf(invoice: FrozenInvoice, { rules, deposits, print }: Around, pen: Pen): DocumentModel {
  const { language, say, money } = pen;
  const payload = invoice.state === 'open' ? payloadFor(rules, invoice.amountDue, invoice.number) : undefined;
  const watermark = WATERMARKS[invoice.state];
  return {
    language,
    currency: invoice.currency,
    title: say('paper.invoice'),
    marks: printMarks(print, pen),
    ...(watermark ? { watermark: say(watermark) } : {}),
    seller: sellerParty(invoice.seller, pen),
    buyer: buyerParty(invoice.buyer, pen),
    facts: [
      { label: say('paper.number'), value: invoice.number },
      { label: say('paper.issued_on'), value: formatDate(invoice.issuedOn, language) },
      { label: say('paper.due_date'), value: formatDate(invoice.dueDate, language) },
      ...(invoice.poNumber ? [{ label: say('paper.po_number'), value: invoice.poNumber }] : []),
      ...(invoice.sourceNumber ? [{ label: say('paper.source'), value: invoice.sourceNumber }] : []),
    ],
    lines: invoice.lines.map((line) => ({
      description: line.description,
      ...(line.details ? { details: line.details } : {}),
      quantity: quantityText(line.quantity, line.unit),
      unitPrice: money(line.unitPrice),
      ...(line.discount > 0n ? { discount: money(line.discount) } : {}),
      amount: money(invoice.pricesIncludeTax ? line.total : line.net),
    })),
    totals: [...taxTotals(pen, invoice, invoice.lines), ...depositTotals(invoice, deposits, pen)],
    amountInWords: String(invoice.total),
    notes: [
      ...(invoice.note ? [invoice.note] : []),
      ...(invoice.pricesIncludeTax && invoice.tax > 0n ? [say('paper.prices_include_tax')] : []),
      ...accounts(rules, pen),
      ...earlyHint(invoice, pen),
      ...withholdingHint(invoice, rules, pen),
    ],
    ...(payload ? { qr: { payload, caption: say('paper.promptpay', { amount: money(invoice.amountDue) }) } } : {}),
    signatures: [say('paper.issuer'), say('paper.receiver')],
  };
}

/** The invoice. It never bears the words of a tax invoice: until its tax point it is none. */
export const invoiceDocument = (platform: Platform): DocumentKind => ({
  kind: 'invoice',
  subject: INVOICE,
  foot: footOf('invoice'),
  async load(id, language, print) {
    const [invoice] = await readFrozenInvoices(platform, [id]);
    if (!invoice?.number) throw notFound('invoice.no_document');
    const rules = await readRules(platform);
    const deposits = await depositsOn(platform, id);
    const pen = penOf(platform, language, invoice.currency);
    return {
      ...{ name: invoice.number, model: modelOf(invoice, { rules, deposits, print }, pen) },
      said: { dueDate: formatDate(invoice.dueDate, language) },
    };
  },
});
