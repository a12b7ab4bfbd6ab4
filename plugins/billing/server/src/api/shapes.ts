import { z } from 'zod';
import { daysBetween, isCivilDate, isTaxId } from '@sanya/strapi-plugin-platform/kernel';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { DEDUCTIONS } from '../domain/deduction';

const line = (most: number) => z.string().trim().max(most);
export const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
/** Minor units as text; a whole number is read too. */
export const minorUnits = z
  .union([z.string().regex(/^\d{1,15}$/), z.int().min(0).max(999_999_999_999_999)])
  .transform(BigInt)
  .meta({ format: 'minor-units' });
/** Quantity as a decimal string. */
export const quantity = z.union([
  z.string().regex(/^\d{1,9}(\.\d{1,3})?$/),
  z.int().min(1).max(999_999_999).transform(String),
]);
const currency = z.string().regex(/^[A-Z]{3}$/);
const reason = line(500).min(1);

export const nothing = z.strictObject({});
export const inLanguage = z.object({ lang: z.enum(['th', 'en']).optional() });
export const printedInLanguage = inLanguage.extend({ printing: documentId.optional() });
export const print = z.strictObject({ mark: z.enum(['original', 'copy']).optional() });
export const because = z.strictObject({ reason });
export const seen = z.strictObject({ note: reason });
export const maybeBecause = z.strictObject({ reason: reason.optional() });

export const refundAccount = z.strictObject({
  bank: line(60).min(1),
  number: z
    .string()
    .trim()
    .regex(/^[\d\s-]{6,30}$/),
  name: line(200).min(1),
});

/** The buyer as it should be named; what is not given stays as the customer is kept. */
export const replacement = because.extend({
  buyer: z
    .strictObject({
      name: line(200).min(1).optional(),
      nameEn: line(200).nullable().optional(),
      taxId: z
        .string()
        .refine(isTaxId, { params: { code: 'tax_invoice.tax_id_wrong' } })
        .nullable()
        .optional(),
      branchCode: z
        .string()
        .regex(/^\d{5}$/)
        .nullable()
        .optional(),
      address: z.array(line(200).min(1)).min(1).max(6).optional(),
    })
    .optional(),
});

const withholdingKind = z.strictObject({
  kind: line(40),
  base: minorUnits.optional(),
  ratePpm: z.int().min(0).max(1_000_000).optional(),
  amount: minorUnits.optional(),
});

export const submission = z.strictObject({
  method: z.enum(['bank_transfer', 'promptpay', 'card', 'cash', 'cheque']),
  amount: minorUnits.optional(),
  slip: documentId.optional(),
  /** What the gateway's script made of the card: `pm_…`, `tokn_…`. */
  card: z
    .string()
    .regex(/^(pm|tokn)_[A-Za-z0-9_]{1,100}$/)
    .optional(),
  /** Where the payer's bank sends them back to. */
  returnUrl: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^\s<>"]+$/)
    .optional(),
  withholding: z.strictObject({ kinds: z.array(withholdingKind).max(20).optional() }).optional(),
  /** Instead of `card`: one of the payer's own that the gateway keeps. */
  paymentMethod: documentId.optional(),
  /** The payer agrees that the gateway keeps the card for later. */
  saveCard: z.boolean().optional(),
  /** And that it is charged by itself, from now on, when something is due. */
  autoDebit: z.boolean().optional(),
});

export const autoDebitConsent = z.strictObject({
  /** By staff: what the member said to it, how and when. */
  consent: reason.optional(),
});

export const cardCharge = z.strictObject({
  paymentMethod: documentId,
  amount: minorUnits.optional(),
  /** What the member said to it, how and when: it is kept with the payment. */
  consent: reason,
});

/** Without a kind it is the one that the reason names; any other reason is one of its own. */
const deduction = z
  .strictObject({ amount: minorUnits, reason: line(300).min(1).optional(), kind: z.enum(DEDUCTIONS).optional() })
  .refine(({ reason, kind }) => reason !== undefined || (kind !== undefined && kind !== 'other'), { path: ['reason'] });

export const recording = z.strictObject({
  customer: documentId,
  method: z.enum(['cash', 'bank_transfer', 'promptpay', 'cheque', 'card', 'other']),
  amount: minorUnits,
  /** The company's own where it is not said. */
  currency: currency.optional(),
  receivedOn: civilDate,
  bank: line(60).nullish(),
  reference: line(100).nullish(),
  note: line(500).nullish(),
  allocations: z
    .array(
      z.strictObject({
        invoice: documentId,
        amount: minorUnits,
        withheld: minorUnits.optional(),
        deduction: deduction.optional(),
      }),
    )
    .max(200)
    .optional(),
});

export const verification = z.strictObject({
  amount: minorUnits.optional(),
  receivedOn: civilDate.optional(),
  bank: line(60).nullish(),
  reference: line(100).nullish(),
});

export const invoiceDraft = z.strictObject({
  customer: documentId,
  branch: documentId.nullish(),
  /** The company's own where it is not said. */
  currency: currency.optional(),
  issuedOn: civilDate.optional(),
  dueDate: civilDate.optional(),
  poNumber: line(60).nullish(),
  pricesIncludeTax: z.boolean().default(false),
  note: line(2000).nullish(),
  lines: z
    .array(
      z.strictObject({
        description: line(300).min(1),
        details: line(2000).nullish(),
        kind: z.enum(['goods', 'service']).default('service'),
        quantity,
        unit: line(40).default(''),
        unitPrice: minorUnits,
        discount: minorUnits.optional(),
        taxCategory: line(40).default('standard'),
        incomeKind: line(40).nullish(),
      }),
    )
    .min(1)
    .max(1000),
});

export const creditTerms = z.strictObject({
  creditTermsDays: z.int().min(0).max(365),
  creditLimit: minorUnits.nullable(),
});

export const refundRequest = z.strictObject({
  amount: minorUnits.optional(),
  reason,
  account: refundAccount.optional(),
});

export const refundSending = z.strictObject({
  reference: line(100).min(1),
  sentOn: civilDate.optional(),
  account: refundAccount.optional(),
});

export const earlyTaxInvoice = z.strictObject({ invoice: documentId, reason: reason.optional() });
export const severalInvoices = z.strictObject({ invoices: z.array(documentId).min(1).max(100) });
export const creditUse = z.strictObject({ invoices: z.array(documentId).max(200).optional() });

const LONGEST_DAYS = 366;

const isPeriod = (from: string, to: string): boolean => from <= to && daysBetween(from, to) <= LONGEST_DAYS;

/** Days from one to the other, both in it. */
export const period = z
  .strictObject({ from: civilDate, to: civilDate })
  // This is asked too when one of them is no date, which has been refused already.
  .refine(({ from, to }) => !isCivilDate(from) || !isCivilDate(to) || isPeriod(from, to), {
    path: ['to'],
    params: { code: 'billing.period_invalid', max: LONGEST_DAYS },
  });
