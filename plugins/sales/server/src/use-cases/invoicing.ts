import type { Core } from '@strapi/types';
import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref } from '@sanya/strapi-plugin-platform/kit';
import type { LineDerivation } from '../domain/sale';

/** What sales asks of billing: the part of its face that is used here. Money in minor units, quantities in thousandths. */
export interface InvoiceDraftLine {
  /** Document id of the order line. */
  sourceLine: string | null;
  description: string;
  details?: string;
  kind: 'goods' | 'service';
  quantity: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  incomeKind: string | null;
  derivation: Partial<LineDerivation>;
}

export interface InvoiceDraft {
  customer: number;
  branch: number | null;
  currency: string;
  poNumber?: string;
  pricesIncludeTax: boolean;
  source: { type: string; id: number; documentId: string; number?: string } | null;
  lines: InvoiceDraftLine[];
  /** What it comes to with all that recurs, as the prices are; absent: as the invoice. */
  agreedTotal?: bigint;
  /** False: no mail of its own, the order's confirmation brings it. */
  send?: boolean;
}

export interface PlannedInvoice {
  lines: { net: bigint; tax: bigint; total: bigint }[];
  rates: { taxCategory: string; ratePpm: number }[];
  net: bigint;
  tax: bigint;
  total: bigint;
}

export interface IssuedInvoice extends Ref {
  number: string;
  state: string;
  total: bigint;
  amountDue: bigint;
  dueDate: CivilDate;
}

export interface HandOver {
  invoice: number;
  on: CivilDate;
  lines: { sourceLine: string; quantity: bigint }[];
}

/** Where a part of a credit goes. */
export interface SettleWish {
  how: 'offset' | 'credit' | 'refund';
  amount?: bigint;
}

export interface CreditWish {
  invoice: number;
  reason: string;
  /** Lawful cause (s.82/10). */
  cause: string;
  lines: readonly { line: number; quantity?: bigint; amount?: bigint }[];
  settle?: readonly SettleWish[];
}

/** What a credit note takes off which line of an invoice. */
export interface CreditedPlan {
  total: bigint;
  lines: readonly { line: { id: number }; net: bigint; tax: bigint; total: bigint }[];
}

export interface Invoicing {
  /** What a draft would come to today; writes nothing. */
  plan(draft: Pick<InvoiceDraft, 'lines' | 'currency' | 'pricesIncludeTax'>): Promise<PlannedInvoice>;
  issue(drafts: readonly InvoiceDraft[]): Promise<IssuedInvoice[]>;
  void(ids: readonly number[], reason: string): Promise<unknown>;
  /** Credits lines by quantity: never above what is left of them; each wish another invoice. */
  credit(wishes: readonly CreditWish[]): Promise<(Ref & { number: string; plan: CreditedPlan })[]>;
  handOver(handOvers: readonly HandOver[]): Promise<(Ref & { number: string; invoice: number })[]>;
}

export const invoicing = (strapi: Core.Strapi): Invoicing => strapi.plugin('billing').service('invoicing') as Invoicing;
