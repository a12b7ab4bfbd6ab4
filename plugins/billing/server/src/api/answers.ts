import { z } from 'zod';
import { day, decimal, GATEWAYS, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { gatewayEventLife, invoiceLife, paymentLife } from '../domain/lives';
import { paymentMethodLife } from '../domain/payment-method';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();

/** An invoice as actions answer it. */
export const invoice = z.strictObject({
  id: whole,
  documentId: text,
  number: perhaps,
  state: z.enum(invoiceLife.states),
  currency: text,
  issuedOn: day.nullable(),
  dueDate: day.nullable(),
  net: money,
  tax: money,
  total: money,
  amountDue: money,
  voidReason: perhaps,
  /** Asked for, where somebody else has to grant it first. */
  approval: z.strictObject({ documentId: text }).optional(),
});

const withheld = z
  .strictObject({
    kind: text,
    /** Price before VAT. */
    base: money,
    ratePpm: whole,
    amount: money,
  })
  .meta({ id: 'Withheld' });

/** A payment as actions answer it. */
export const payment = z
  .strictObject({
    id: whole,
    documentId: text,
    state: z.enum(paymentLife.states),
    method: z.enum(['cash', 'bank_transfer', 'promptpay', 'cheque', 'card', 'other']),
    currency: text,
    amount: money,
    withheld: money,
    deduction: money,
    withholding: z.array(withheld).nullable(),
    receivedOn: day.nullable(),
    bank: perhaps,
    reference: perhaps,
    gateway: perhaps,
    /** The gateway's id of the charge. */
    chargeId: perhaps,
    failReason: perhaps,
    rejectReason: perhaps,
    reverseReason: perhaps,
    submittedAt: instant.nullable(),
    succeededAt: instant.nullable(),
  })
  .meta({ id: 'Payment' });

/** A card that a gateway keeps: what may be shown of it. */
export const paymentMethod = z
  .strictObject({
    documentId: text,
    state: z.enum(paymentMethodLife.states),
    gateway: text,
    brand: text,
    lastFour: text,
    expiryMonth: whole,
    expiryYear: whole,
    isDefault: z.boolean(),
    consentedAt: instant.nullable(),
    /** Since when what is due is charged to it by itself; null: it is not. */
    autoDebitSince: instant.nullable(),
    /** When it was refused for good, and the gateway's word for it. */
    declinedAt: instant.nullable(),
    declineReason: perhaps,
    removedAt: instant.nullable(),
  })
  .meta({ id: 'PaymentMethod' });

/** A payment that was begun. A card may want more of the payer before it is charged. */
export const startedPayment = z.strictObject({
  ...payment.shape,
  /** Where the payer's bank wants to see them. */
  redirectUrl: perhaps.optional(),
  /** With it the gateway's script in the payer's browser goes on. */
  clientSecret: perhaps.optional(),
});

/** What a gateway told, as staff see it once they have dealt with it. */
export const gatewayEvent = z
  .strictObject({ documentId: text, state: z.enum(gatewayEventLife.states), note: perhaps })
  .meta({ id: 'CheckedGatewayEvent' });

/** A gateway wants to know only that its message came. */
export const taken = z.strictObject({ received: z.literal(true) });

const numbered = z.strictObject({ id: whole, documentId: text, number: text });

/** With the documents that it made. */
export const settledPayment = z.strictObject({
  ...payment.shape,
  receipts: z.array(numbered),
  taxInvoices: z.array(numbered),
});

export const earlyTaxInvoiceAnswer = numbered;
export const sent = z.strictObject({ to: text });
/** Which were sent, and which could not be, and why. */
export const sentTogether = z.strictObject({
  sent: z.array(z.strictObject({ documentId: text, number: perhaps, to: text })),
  left: z.array(z.strictObject({ documentId: text, number: perhaps, code: text, message: text })),
});

/** How a customer stands: every figure in minor units of `currency`. */
export const account = z
  .strictObject({
    /** What is due, less what the customer has over. */
    balance: money,
    due: money,
    /** What invoices only offer: owed by nobody before somebody takes it, and not due. */
    offered: money,
    /** Document ids of those. */
    offers: z.array(text),
    overdue: money,
    /** Paid or credited and not laid on an invoice. */
    credit: money,
    /** Asked to be paid back, and on its way. */
    refunding: money,
    openInvoices: whole,
    oldestDueDate: day.nullable(),
    /** Withheld tax whose certificate is still to come. */
    certificatesPending: money,
    /** What of it cheques in hand will pay once they are good. */
    chequesInHand: money,
    /** Deposits that are held: neither used nor given back. */
    deposits: money,
    /** How many cheques ever bounced. */
    chequesBounced: whole,
    currency: text,
    /** The card to which what is due is charged by itself; null: none. */
    autoDebit: z
      .strictObject({
        paymentMethod: text,
        card: text,
        since: instant,
        /** It was refused for good: another card is wanted. */
        declinedAt: instant.nullable(),
      })
      .nullable(),
    terms: z
      .strictObject({
        creditTermsDays: whole,
        /** Null: none set. */
        creditLimit: money.nullable(),
      })
      .meta({ id: 'CreditTerms' }),
  })
  .meta({ id: 'BillingAccount' });

const payable = {
  /** All that is due, less what may be deducted today. */
  amount: money,
  currency: text,
  /** What may be deducted by who pays all of it by that day, and has been of `amount`. */
  earlyPayment: z.strictObject({ discount: money, until: day }).meta({ id: 'EarlyPayment' }).nullable(),
  withholding: z.array(withheld),
};

/** How an invoice can be paid, and what a company is to withhold of it. */
export const paymentOptions = z.array(
  z.discriminatedUnion('method', [
    z
      .strictObject({ method: z.literal('promptpay'), payload: text, qr: text, ...payable })
      .meta({ id: 'PromptPayOption' }),
    z
      .strictObject({
        method: z.literal('bank_transfer'),
        accounts: z.array(
          z.strictObject({ bank: text, branch: text.optional(), number: text, name: text }).meta({ id: 'BankAccount' }),
        ),
        ...payable,
      })
      .meta({ id: 'BankTransferOption' }),
    z
      .strictObject({ method: z.literal('card'), gateway: z.enum(GATEWAYS), publicKey: text, ...payable })
      .meta({ id: 'CardOption' }),
  ]),
);

/** Why each line costs what it costs. */
export const explanation = z.array(
  z
    .strictObject({
      documentId: text,
      position: whole,
      description: text,
      total: money,
      sentences: z.array(text),
      /** Whether evaluating what was kept gives the amount on the invoice. */
      agrees: z.boolean(),
    })
    .meta({ id: 'LineExplanation' }),
);

export const received = z.array(z.strictObject({ on: day, currency: text, amount: money, payments: whole }));

export const printing = z.strictObject({
  documentId: text,
  number: text,
  mark: z.enum(['original', 'copy', 'substitute']),
  printedAt: instant,
  printedBy: text,
  /** Where the sheet is fetched. */
  document: text,
});

export const appliedCredit = z.strictObject({
  applied: money,
  invoices: z.array(
    z.strictObject({ documentId: text, number: text, amountDue: money, state: z.enum(invoiceLife.states) }),
  ),
});

/** What one tax document said, what was right, and the difference. */
const original = z.strictObject({
  kind: z.enum(['tax_invoice', 'debit_note']),
  document: whole,
  number: text,
  taxDate: day,
  issued: money,
  value: money,
  right: money,
  difference: money,
  tax: money,
});

const note = {
  id: whole,
  documentId: text,
  number: text,
  state: z.literal('issued'),
  /** When its cause arose; `late` where it was issued after the month that follows. */
  happenedOn: day,
  late: z.boolean(),
  net: money,
  tax: money,
  total: money,
  currency: text,
  originals: z.array(original),
};

export const creditNoteAnswer = z.strictObject({
  ...note,
  /** Taken off the invoice itself. */
  offset: money,
  /** Kept as the customer's credit. */
  credit: money,
  /** Asked to be paid back. */
  refund: money,
  settle: z.array(
    z.strictObject({
      how: z.enum(['credit', 'offset', 'refund']),
      amount: money,
      invoice: z.strictObject({ documentId: text, number: text }).optional(),
    }),
  ),
});

/** A cancelled credit note, and its invoice with what is owed again. */
export const cancelledCreditNote = z.strictObject({
  id: whole,
  documentId: text,
  number: text,
  state: z.literal('cancelled'),
  currency: text,
  invoice: z.strictObject({ documentId: text, number: text, state: text, amountDue: money }),
});

export const debitNoteAnswer = z.strictObject({
  ...note,
  invoice: z.strictObject({ documentId: text, number: text, total: money, amountDue: money, dueDate: day }),
});

/** What of an invoice can still be credited, line by line; amounts include VAT. */
export const creditable = z.strictObject({
  currency: text,
  amountDue: money,
  left: money,
  lines: z.array(
    z.strictObject({
      /** Document id. */
      line: text,
      description: text,
      kind: z.enum(['goods', 'service']),
      unit: perhaps,
      quantity: decimal,
      total: money,
      left: money,
      leftQuantity: decimal,
      /** What of it stands on tax documents. */
      taxed: money,
    }),
  ),
});
