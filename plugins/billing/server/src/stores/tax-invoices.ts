import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TAX_INVOICE, TAX_INVOICE_LINE } from '../content-types/types';
import { documentSums } from '../domain/settlement';
import type { PlannedTaxInvoice } from '../domain/tax-document';

export interface WrittenTaxInvoice extends Ref {
  number: string;
  plan: PlannedTaxInvoice;
}

/** Writes tax invoices with their lines; numbers in the order of the plans. */
export async function writeTaxInvoices(
  platform: Platform,
  plans: readonly PlannedTaxInvoice[],
  numbers: readonly string[],
): Promise<WrittenTaxInvoice[]> {
  if (plans.length === 0) return [];
  const { rows, clock } = platform;
  const at = clock.now();
  const today = clock.today();
  const refs = await rows.insert(
    TAX_INVOICE,
    plans.map((plan, index) => ({
      number: numbers[index],
      state: 'issued',
      kind: plan.kind,
      cause: plan.cause,
      abbreviated: plan.abbreviated,
      customer: plan.invoice.customer,
      branch: plan.invoice.branch,
      invoice: plan.invoice.id,
      payment: plan.payment,
      replaces: plan.replaces,
      currency: plan.invoice.currency,
      taxDate: plan.taxDate,
      taxPointOn: plan.taxPointOn,
      takenOverOn: plan.takenOverOn ?? null,
      issuedOn: plan.takenOverOn === undefined ? today : plan.taxDate,
      issuedAt: at,
      ...documentSums(plan.lines),
      seller: plan.seller,
      buyer: plan.buyer,
      reason: plan.reason,
    })),
  );
  await rows.insert(
    TAX_INVOICE_LINE,
    plans.flatMap((plan, index) =>
      plan.lines.flatMap((taxed, place) => {
        const line = plan.invoice.lines.find((one) => one.id === taxed.line);
        if (!line) return [];
        return [
          {
            taxInvoice: refs[index]?.id,
            invoiceLine: line.id,
            position: place + 1,
            kind: line.kind,
            description: line.description,
            quantity: plan.quantities?.get(line.id) ?? (taxed.total === line.total ? line.quantity : null),
            unit: line.unit,
            taxCategory: line.taxCategory,
            ratePpm: taxed.ratePpm,
            net: taxed.net,
            tax: taxed.tax,
            total: taxed.total,
          },
        ];
      }),
    ),
  );
  return plans.map((plan, index) => ({
    id: refs[index]?.id ?? 0,
    documentId: refs[index]?.documentId ?? '',
    number: numbers[index] ?? '',
    plan,
  }));
}

/** Ends tax invoices without touching what they say: `replaced` or `cancelled`. Their numbers stay. */
export const endTaxInvoices = (
  platform: Platform,
  ended: readonly { id: number; state: 'replaced' | 'cancelled'; reason: string }[],
): Promise<number> =>
  platform.rows.update(
    TAX_INVOICE,
    ended.map(({ id, state, reason }) => ({ id, state, cancelledAt: platform.clock.now(), cancelReason: reason })),
  );
