import { z } from 'zod';
import { day, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { certificateLife, taxInvoiceLife, taxMonthLife } from '../domain/lives';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** Who buys, as it is frozen with a document. */
const buyer = z
  .strictObject({
    kind: z.enum(['person', 'organisation', 'government']),
    name: text,
    nameEn: perhaps,
    taxId: perhaps,
    branchCode: perhaps,
    vatRegistered: z.boolean(),
    /** Line by line. */
    address: z.array(text),
    phone: perhaps,
    email: perhaps,
    language: z.enum(['th', 'en']),
  })
  .meta({ id: 'DocumentBuyer' });

/** A tax invoice as actions answer it. */
export const taxInvoice = z.strictObject({
  id: whole,
  documentId: text,
  number: text,
  state: z.enum(taxInvoiceLife.states),
  kind: z.enum(['tax_invoice', 'receipt_tax_invoice']),
  abbreviated: z.boolean(),
  currency: text,
  taxDate: day,
  issuedOn: day,
  net: money,
  tax: money,
  total: money,
  buyer,
  /** Why it was replaced, or what it replaces. */
  reason: perhaps,
  cancelReason: perhaps,
});

/** What a tax invoice issued early would tax. */
export const leftToTax = z.strictObject({
  currency: text,
  taxDate: day,
  net: money,
  tax: money,
  total: money,
  lines: z.array(z.strictObject({ line: text, description: text, net: money, tax: money, total: money })),
});

const figures = {
  documents: whole,
  /** Rated sales before VAT; zero-rated and exempt stand apart. */
  value: money,
  vat: money,
  zero: money,
  exempt: money,
};

export const taxMonth = z
  .strictObject({
    month,
    /** Null: it was never closed. */
    documentId: perhaps,
    state: z.enum(taxMonthLife.states),
    /** A month that is not over cannot be closed. */
    over: z.boolean(),
    ...figures,
    currency: text,
    closedAt: instant.nullable(),
    closedBy: perhaps,
    reopenedAt: instant.nullable(),
    reopenReason: perhaps,
    /** Documents of tax points in it that bear a later day, and how many of them no additional return has taken up. */
    late: z.strictObject({ documents: whole, tax: money, waiting: whole }),
  })
  .meta({ id: 'TaxMonthFigures' });

export const wholeTaxMonth = z.strictObject({
  ...taxMonth.shape,
  /** The head office is 00000. */
  branches: z.array(z.strictObject({ branch: text, ...figures })),
  missing: z.array(
    z.strictObject({
      /** Paid, but on no tax invoice; said to be paid, and nobody has looked. */
      what: z.enum(['untaxed', 'to_verify']),
      type: text,
      documentId: text,
      number: text,
      line: text,
      currency: text,
      amount: money,
    }),
  ),
});

export const additionalReturn = z.strictObject({ documentId: text, additionalReturnOn: day });

/** A withholding certificate as actions answer it. */
export const certificate = z.strictObject({
  id: whole,
  documentId: text,
  state: z.enum(certificateLife.states),
  currency: text,
  paidOn: day,
  taxYear: whole,
  /** What our books say was withheld, and of what. */
  amount: money,
  base: money,
  /** What stands on the paper, where that is another amount. */
  statedAmount: money.nullable(),
  book: perhaps,
  number: perhaps,
  certifiedOn: day.nullable(),
  receivedOn: day.nullable(),
  checkedAt: instant.nullable(),
  checkNote: perhaps,
  disputeReason: perhaps,
  chasedOn: day.nullable(),
});

export const receivedCertificates = z.strictObject({ received: whole });

/** What customers owe in certificates, by how many days ago it was withheld. */
export const pendingCertificates = z.array(
  z.strictObject({
    /** Document id. */
    customer: text,
    name: text,
    email: perhaps,
    certificates: whole,
    amount: money,
    oldest: day,
    current: money,
    past30: money,
    past60: money,
    past90: money,
    chasedOn: day.nullable(),
  }),
);

export const chasedCustomers = z.array(
  z.strictObject({
    /** Document id. */
    customer: text,
    name: text,
    /** `sent`, or why nobody was asked. */
    outcome: z.enum(['sent', 'nothing_pending', 'asked_lately', 'no_address']),
  }),
);
