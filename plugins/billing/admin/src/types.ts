import type { BillingDoors } from './doors';

export interface Customer {
  documentId: string;
  code: string;
  name: string;
  kind: 'person' | 'organisation' | 'government';
  taxId: string | null;
}

export interface Buyer {
  name: string;
  taxId: string | null;
  branchCode: string | null;
  address: string[];
}

/** Amounts are minor units as text. */
export interface Invoice {
  documentId: string;
  number: string | null;
  state: 'draft' | 'open' | 'paid' | 'discarded' | 'void' | 'uncollectible';
  currency: string;
  issuedOn: string | null;
  /** Of the books before, from that day on ours. */
  takenOverOn: string | null;
  dueDate: string | null;
  /** The last day on which the discount for paying early may be deducted. */
  earlyUntil: string | null;
  earlyDiscount: string | null;
  /** Where they were asked for. */
  creditNotes?: { state: string; total: string }[];
  poNumber: string | null;
  sourceType: string | null;
  sourceDocumentId: string | null;
  sourceNumber: string | null;
  note: string | null;
  net: string;
  tax: string;
  total: string;
  amountDue: string;
  voidReason: string | null;
  buyer: Buyer | null;
  customer?: Customer | null;
}

export interface InvoiceLine {
  documentId: string;
  position: number;
  description: string;
  kind: 'goods' | 'service';
  details: string | null;
  /** Thousandths, as text. */
  quantity: string;
  unit: string | null;
  unitPrice: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
}

export interface Mark {
  code: string;
  params: Record<string, string | { amount: string; currency: string }>;
}

/** What a payment gateway told of its own accord. */
export interface GatewayEvent {
  documentId: string;
  gateway: string;
  kind: string;
  state: string;
  chargeId: string | null;
  receivedAt: string;
  problem: Mark | null;
  note: string | null;
  payment?: Payment | null;
}

export interface Payment {
  documentId: string;
  state: string;
  method: string;
  currency: string;
  amount: string;
  withheld: string;
  deduction: string;
  receivedOn: string | null;
  takenOverOn: string | null;
  submittedAt: string | null;
  bank: string | null;
  reference: string | null;
  gateway: string | null;
  chargeId: string | null;
  fee: string | null;
  failReason: string | null;
  /** Which try it is of those that are made by themselves. */
  debitAttempt: number | null;
  debitRetryOn: string | null;
  marks: Mark[] | null;
  note: string | null;
  rejectReason: string | null;
  reverseReason: string | null;
  reversedOn: string | null;
  customer?: Customer | null;
  invoice?: Invoice | null;
  slip?: { documentId: string } | null;
}

type RefundAnswer = BillingDoors['POST /billing/refunds/:id/confirm']['answers'];
export type RefundAccount = NonNullable<RefundAnswer['account']>;

export type RefundCharge = BillingDoors['GET /billing/refunds/:id/charges']['answers'][number];

/** As the list of refunds and the page of one read it. */
export interface Refund extends Omit<RefundAnswer, 'id'> {
  customer?: Customer | null;
  payment?: Pick<Payment, 'documentId' | 'reference'> | null;
  creditNote?: { documentId: string; number: string | null } | null;
}

export interface Allocation {
  documentId: string;
  allocatedOn: string;
  currency: string;
  amount: string;
  cash: string;
  withheld: string;
  deduction: string;
  deductionReason: string | null;
  deductionKind: 'bank_fee' | 'discount' | 'retention' | 'other' | null;
  credit: string;
  writeOff: string;
  undone: boolean;
  payment?: Pick<Payment, 'documentId' | 'method'> | null;
  invoice?: Pick<Invoice, 'documentId' | 'number'> | null;
  creditNote?: { documentId: string; number: string | null } | null;
}

export interface Numbered {
  documentId: string;
  number: string;
  state: string;
  currency: string;
  issuedOn: string | null;
  total?: string;
  amount?: string;
}

/** A tax invoice, or a receipt. */
export interface TaxPaper extends Numbered {
  kind: 'tax_invoice' | 'receipt_tax_invoice' | 'receipt';
  taxDate?: string | null;
  taxPointOn?: string | null;
  additionalReturnOn?: string | null;
  net?: string;
  tax?: string;
  cancelReason: string | null;
  buyer: Buyer | null;
  customer?: Customer | null;
  invoice?: Pick<Invoice, 'documentId' | 'number'> | null;
  replaces?: { documentId: string; number: string } | null;
  /** Of a receipt that is one paper with it. */
  taxInvoice?: { documentId: string; number: string } | null;
}
