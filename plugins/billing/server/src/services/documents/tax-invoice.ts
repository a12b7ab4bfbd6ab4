import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import {
  type DocumentKind,
  type DocumentModel,
  footOf,
  type Platform,
  type Print,
} from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, RECEIPT, TAX_INVOICE } from '../../content-types/types';
import {
  type FrozenReceipt,
  type FrozenTaxInvoice,
  numberOf,
  readFrozenReceipts,
  readFrozenTaxInvoice,
  receivedOnOf,
} from '../../stores/frozen';
import { deductionNote } from '../../domain/deduction';
import { EARLY_DISCOUNT } from '../../domain/early-payment';
import { refuseTakenOver } from '../../domain/tax-document';
import { depositsOn } from '../../stores/deposits';
import { buyerParty, type Pen, penOf, printMarks, sellerParty, taxLines, taxTotals } from './shared';

interface Around {
  /** The receipt that is one document with it. */
  receipt: FrozenReceipt | undefined;
  invoiceNumber: string;
  replaced: string;
  /** The day of the money. */
  receivedOn: string | null;
  print: Print | undefined;
  deposits: Awaited<ReturnType<typeof depositsOn>>;
}

/** The receipt half of a document whose payment was reversed is cancelled; what stays is a tax invoice. */
const isBoth = (document: FrozenTaxInvoice, receipt: FrozenReceipt | undefined): boolean =>
  document.kind === 'receipt_tax_invoice' && (receipt?.state === 'issued' || document.state !== 'issued');

function titleOf(document: FrozenTaxInvoice, receipt: FrozenReceipt | undefined): string {
  const both = isBoth(document, receipt);
  if (document.abbreviated) return both ? 'paper.receipt_abbreviated' : 'paper.abbreviated_tax_invoice';
  return both ? 'paper.receipt_tax_invoice' : 'paper.tax_invoice';
}

/** What a substitute says of itself (s.86/12). */
const substituteNotes = (print: Print | undefined, { say, language }: Pen): string[] =>
  print?.substitute
    ? [
        say('paper.substitute_note', {
          times: print.substitute.times,
          date: formatDate(print.substitute.on, language),
          reason: print.substitute.reason,
        }),
      ]
    : [];

/** How the money came, and when where that is another day: on receipts, plain or in one with the tax invoice. */
const moneyFacts = (
  receipt: FrozenReceipt,
  { say, language }: Pen,
  receivedOn: string | null,
): { label: string; value: string }[] => [
  ...(receivedOn !== null && receivedOn !== receipt.issuedOn
    ? [{ label: say('paper.received_on'), value: formatDate(receivedOn, language) }]
    : []),
  { label: say('paper.method'), value: say(`payment.method_${receipt.method}`) },
  ...(receipt.reference
    ? [
        {
          label: say(receipt.method === 'cheque' ? 'paper.cheque_number' : 'paper.reference'),
          value: [receipt.bank, receipt.reference].filter(Boolean).join(' '),
        },
      ]
    : []),
];

/** What was deducted, by its kind; in words of its own where it is none of ours. */
function deductionTotals({ deduction, deductions }: FrozenReceipt, { say, money }: Pen) {
  if (deduction === 0n) return [];
  if (deductions === null) return [{ label: say('paper.deduction'), value: money(deduction) }];
  return deductions.map(({ kind, reason, amount }) => {
    const label = say(reason === EARLY_DISCOUNT ? 'paper.deduction_early' : `paper.deduction_${kind}`);
    const note = reason === EARLY_DISCOUNT ? null : deductionNote(reason);
    return { label: note === null ? label : `${label} (${note})`, value: money(amount) };
  });
}

/** What was withheld and deducted, and the money that came. */
function moneyTotals(receipt: FrozenReceipt, pen: Pen): { label: string; value: string }[] {
  const { say, money } = pen;
  const { withheld, deduction, amount } = receipt;
  if (withheld === 0n && deduction === 0n) return [];
  return [
    ...(withheld > 0n ? [{ label: say('paper.withheld'), value: money(withheld) }] : []),
    ...deductionTotals(receipt, pen),
    { label: say('paper.received'), value: money(amount - withheld - deduction) },
  ];
}

/** An abbreviated tax invoice (s.86/6) gives prices with VAT inside; a full one (s.86/4) gives the VAT apart. */
const linesOf = (document: FrozenTaxInvoice, pen: Pen): DocumentModel['lines'] =>
  document.abbreviated
    ? taxLines(
        pen,
        document.lines.map((line) => ({ ...line, net: line.total })),
      )
    : taxLines(pen, document.lines);

const totalsOf = (document: FrozenTaxInvoice, pen: Pen): DocumentModel['totals'] =>
  document.abbreviated
    ? [
        {
          label: pen.say('paper.total'),
          value: pen.money(document.total),
          strong: true,
        },
      ]
    : taxTotals(pen, document, document.lines, () => true);

/**
 * On paper the original, a copy or a substitute; a PDF by mail or download is no electronic tax invoice, which s.3 ter
 * would have signed.
 */
const marksOf = (
  document: FrozenTaxInvoice,
  receipt: FrozenReceipt | undefined,
  print: Print | undefined,
  pen: Pen,
) => [...printMarks(print, pen), ...(isBoth(document, receipt) ? [pen.say('paper.set')] : [])];

function modelOf(
  document: FrozenTaxInvoice,
  { receipt, invoiceNumber, replaced, receivedOn, print, deposits }: Around,
  pen: Pen,
): DocumentModel {
  const { language, say } = pen;
  const standing = receipt?.state === 'issued' ? receipt : undefined;
  return {
    language,
    currency: document.currency,
    title: say(titleOf(document, receipt)),
    marks: marksOf(document, receipt, print, pen),
    ...(document.state === 'issued' ? {} : { watermark: say(`paper.${document.state}`) }),
    seller: sellerParty(document.seller, pen),
    buyer: buyerParty(document.buyer, pen),
    facts: [
      { label: say('paper.number'), value: document.number },
      { label: say('paper.issued_on'), value: formatDate(document.taxDate, language) },
      { label: say('paper.invoice_number'), value: invoiceNumber },
      ...(standing ? moneyFacts(standing, pen, receivedOn) : []),
    ],
    lines: linesOf(document, pen),
    totals: [...totalsOf(document, pen), ...(standing ? moneyTotals(standing, pen) : [])],
    amountInWords: String(document.total),
    notes: [
      ...(replaced ? [say('paper.replaces', { number: replaced })] : []),
      ...(document.abbreviated && document.tax > 0n ? [say('paper.prices_include_tax')] : []),
      ...deposits.map(({ number, amount, tax }) =>
        say('paper.taxed_with_deposit', { number, net: pen.money(amount - tax), tax: pen.money(tax) }),
      ),
      ...substituteNotes(print, pen),
      ...(print ? [] : [say('paper.not_the_original')]),
    ],
    signatures: [say(standing ? 'paper.collector' : 'paper.issuer')],
  };
}

async function load(platform: Platform, document: FrozenTaxInvoice, language: 'th' | 'en', print?: Print) {
  const [receipt] = await readFrozenReceipts(platform, 'taxInvoice', document.id);
  const around = {
    receipt,
    invoiceNumber: await numberOf(platform, INVOICE, document.invoice),
    replaced: await numberOf(platform, TAX_INVOICE, document.replaces),
    receivedOn: await receivedOnOf(platform, receipt),
    print,
    deposits: await depositsOn(platform, document.invoice),
  };
  return { name: document.number, model: modelOf(document, around, penOf(platform, language, document.currency)) };
}

export const taxInvoiceDocument = (platform: Platform): DocumentKind => ({
  kind: 'tax-invoice',
  subject: TAX_INVOICE,
  foot: footOf('tax-invoice'),
  async load(id, language, print) {
    const document = await readFrozenTaxInvoice(platform, id);
    if (!document) throw notFound('tax_invoice.unknown');
    refuseTakenOver(document);
    return load(platform, document, language, print);
  },
});

function receiptModel(
  receipt: FrozenReceipt,
  receivedOn: string | null,
  pen: Pen,
  print: Print | undefined,
): DocumentModel {
  const { language, say, money } = pen;
  return {
    language,
    currency: receipt.currency,
    title: say('paper.receipt'),
    marks: printMarks(print, pen),
    ...(receipt.state === 'cancelled' ? { watermark: say('paper.cancelled') } : {}),
    seller: sellerParty(receipt.seller, pen),
    buyer: buyerParty(receipt.buyer, pen),
    facts: [
      { label: say('paper.number'), value: receipt.number },
      { label: say('paper.issued_on'), value: formatDate(receipt.issuedOn, language) },
      ...(receipt.invoiceNumber ? [{ label: say('paper.invoice_number'), value: receipt.invoiceNumber }] : []),
      ...moneyFacts(receipt, pen, receivedOn),
    ],
    lines: receipt.items.map((item) => ({
      description: item.description,
      quantity: '–',
      unitPrice: '–',
      amount: money(item.amount),
    })),
    totals: [{ label: say('paper.total'), value: money(receipt.amount), strong: true }, ...moneyTotals(receipt, pen)],
    amountInWords: String(receipt.amount),
    notes: [],
    signatures: [say('paper.collector')],
  };
}

/** A receipt; where it is one document with a tax invoice, that document. */
export const receiptDocument = (platform: Platform): DocumentKind => ({
  kind: 'receipt',
  subject: RECEIPT,
  foot: footOf('receipt'),
  async load(id, language, print) {
    const [receipt] = await readFrozenReceipts(platform, 'id', id);
    if (!receipt) throw notFound('receipt.unknown');
    const document = receipt.taxInvoice === null ? undefined : await readFrozenTaxInvoice(platform, receipt.taxInvoice);
    if (document) return load(platform, document, language, print);
    const pen = penOf(platform, language, receipt.currency);
    return { name: receipt.number, model: receiptModel(receipt, await receivedOnOf(platform, receipt), pen, print) };
  },
});
