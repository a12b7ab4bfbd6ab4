import type { Core } from '@strapi/types';
import type { Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref } from '@sanya/strapi-plugin-platform/kit';

/** Where a unit price comes from; of a tier, from which decimal quantity on it holds. Minor units as text. */
export type PriceFrom =
  | { origin: 'contract'; name: string }
  | { origin: 'tier'; name: string; from: string; listPrice: string; base: string };

/** What contracts ask of billing: the part of its face that is used here. Money in minor units, quantities in thousandths. */
export interface InvoiceDraftLine {
  /** Document id of the contract line. */
  sourceLine: string | null;
  description: string;
  details?: string | null;
  kind: 'goods' | 'service';
  quantity: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  incomeKind: string | null;
  derivation: {
    price?: PriceFrom;
    period?: { from: string; to: string };
    proration?: { whole: string; days: number; ofDays: number };
    discounts?: { cause: 'manual' | 'coupon' | 'volume' | 'billed_before'; name?: string; amount: string }[];
  };
}

export interface InvoiceDraft {
  customer: number;
  branch: number | null;
  currency: string;
  /** By the customer's terms when absent. */
  dueDate?: string;
  /** False: no mail of its own. */
  send?: boolean;
  poNumber?: string;
  /** Of a fee for what was sold before: it names the purchase order of that, or none as that did. */
  corrects?: boolean;
  pricesIncludeTax: boolean;
  source: { type: string; id: number; documentId: string; number?: string } | null;
  /** Late fees that wait for the customer's next invoice stand on it. */
  takesFees?: boolean;
  /** What all of the contract comes to that it is a part of, as its prices are. */
  agreedTotal?: bigint;
  /** What the customer has over pays it at once, where billing's settings say so. */
  takesCredit?: boolean;
  lines: InvoiceDraftLine[];
}

export interface IssuedInvoice extends Ref {
  number: string;
  state: string;
  net: bigint;
  total: bigint;
}

export interface CreditWish {
  invoice: number;
  reason: string;
  /** Lawful cause (s.82/10). */
  cause: string;
  /** None: whole. */
  lines?: readonly { line: number; amount: bigint }[];
  /** None: the open amount of the invoice first, the rest is customer credit. */
  settle?: readonly { how: 'offset' | 'credit' | 'refund' }[];
}

/** How an invoice is taken back, or why only a person can do it. Minor units. */
export interface InvoiceWayBack extends Ref {
  number: string;
  customer: number;
  currency: string;
  total: bigint;
  amountDue: bigint;
  way: 'void' | 'credit' | undefined;
  refusal: Refusal | undefined;
  settled: bigint;
  refundable: bigint;
}

export interface Invoicing {
  /** What `issue` would make of each today, or why it would refuse it. */
  foresee(
    drafts: readonly InvoiceDraft[],
  ): Promise<({ amounts: { total: bigint }; refusal: undefined } | { amounts: undefined; refusal: Refusal })[]>;
  issue(drafts: readonly InvoiceDraft[]): Promise<IssuedInvoice[]>;
  void(ids: readonly number[], reason: string): Promise<unknown>;
  /** Which of these nothing has come of yet. */
  voidable(ids: readonly number[]): Promise<number[]>;
  waysBack(invoices: readonly number[]): Promise<InvoiceWayBack[]>;
  /** How much of their lines can still be credited, VAT included; by row id of the line. */
  creditableLeft(invoices: readonly number[]): Promise<{ line: number; left: bigint }[]>;
  credit(wishes: readonly CreditWish[]): Promise<(Ref & { number: string })[]>;
  /** A condition in SQL, true of an invoice, by an expression of its row id, that only offers something: nobody owes it. */
  offeredBy(offering: (invoice: string) => string): void;
}

export const invoicing = (strapi: Core.Strapi): Invoicing => strapi.plugin('billing').service('invoicing') as Invoicing;
