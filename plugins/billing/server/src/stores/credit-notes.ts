import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE } from '../content-types/types';
import type { CreditPlan } from '../domain/credit-invoice';
import type { Buyer, Seller } from '../domain/parties';

export interface WrittenCreditNote extends Ref {
  number: string;
  plan: CreditPlan;
}

export interface NewCreditNote {
  plan: CreditPlan;
  number: string;
  seller: Seller;
  buyer: Buyer;
  cause: string;
  reason: string;
  settle: readonly { how: string; amount: bigint; invoice?: string }[];
}

export async function writeCreditNotes(
  platform: Platform,
  list: readonly NewCreditNote[],
): Promise<WrittenCreditNote[]> {
  const { rows, clock } = platform;
  const refs = await rows.insert(
    CREDIT_NOTE,
    list.map(({ plan, number, seller, buyer, cause, reason, settle }) => ({
      number,
      state: 'issued',
      customer: plan.invoice.customer,
      branch: plan.invoice.branch,
      invoice: plan.invoice.id,
      currency: plan.invoice.currency,
      issuedOn: clock.today(),
      issuedAt: clock.now(),
      cause,
      reason,
      net: plan.net,
      tax: plan.tax,
      total: plan.total,
      taxedNet: plan.taxedNet,
      taxedTax: plan.taxedTax,
      originals: plan.originals,
      settle,
      seller,
      buyer,
    })),
  );
  await rows.insert(
    CREDIT_NOTE_LINE,
    list.flatMap(({ plan }, index) =>
      plan.lines.map(({ line, document, ratePpm, quantity, net, tax, total }, place) => ({
        creditNote: refs[index]?.id,
        invoiceLine: line.id,
        taxInvoice: document?.kind === 'tax_invoice' ? document.id : null,
        debitNote: document?.kind === 'debit_note' ? document.id : null,
        position: place + 1,
        description: line.description,
        quantity,
        unit: line.unit,
        taxCategory: line.taxCategory,
        ratePpm,
        net,
        tax,
        total,
      })),
    ),
  );
  return list.map(({ plan, number }, index) => ({
    id: refs[index]?.id ?? 0,
    documentId: refs[index]?.documentId ?? '',
    number,
    plan,
  }));
}

/** Standing credit notes of customers: what of them no invoice has taken is customer credit. */
export const standingCreditNotes = (platform: Platform, customers: readonly number[]) =>
  platform.rows.find<{ customer: number; number: string; total: bigint; currency: string }>(
    CREDIT_NOTE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'issued')
        .orderBy(column('id')),
    { fields: ['customer', 'number', 'total', 'currency'] },
  );
