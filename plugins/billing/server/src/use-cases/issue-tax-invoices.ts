import { badInput, isCivilDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { addAt, type TaxedLine } from '../domain/coverage';
import { type HandedLine, planEarly, planHandOver } from '../domain/hand-over';
import type { BillingRules } from '../domain/rules';
import type { InvoiceFacts } from '../domain/settlement';
import { refuseClosed } from '../domain/tax-month';
import { isAbbreviated, type PlannedTaxInvoice, refuseIncompleteSeller } from '../domain/tax-document';
import { writeHandedOver } from '../stores/invoice-facts';
import { readSellers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { closedMonths, holdTaxMonths } from '../stores/tax-months';
import { writeTaxInvoices, type WrittenTaxInvoice } from '../stores/tax-invoices';
import { taxInvoiceIssued } from './document-payments';
import { invoicesUnderLock, type LockedInvoices } from './invoices-under-lock';

export interface HandOver {
  /** Row id. */
  invoice: number;
  on: string;
  lines: readonly HandedLine[];
}

type Draft = Pick<PlannedTaxInvoice, 'cause' | 'invoice' | 'taxDate' | 'lines' | 'quantities' | 'reason'>;

/** Numbers, rows and events of tax invoices that no payment made. */
async function issue(
  platform: Platform,
  drafts: readonly Draft[],
  { customers }: LockedInvoices,
  rules: BillingRules,
): Promise<WrittenTaxInvoice[]> {
  if (drafts.length === 0) return [];
  const sellerOf = await readSellers(
    platform,
    drafts.map((draft) => draft.invoice.branch),
  );
  const plans = drafts.map((draft): PlannedTaxInvoice => {
    const buyer = customers.get(draft.invoice.customer)?.buyer;
    if (!buyer) throw notFound('invoice.customer_unknown');
    const seller = sellerOf(draft.invoice.branch);
    refuseIncompleteSeller(seller);
    return {
      kind: 'tax_invoice',
      payment: null,
      replaces: null,
      taxPointOn: null,
      ...draft,
      seller,
      buyer,
      abbreviated: isAbbreviated(buyer, rules.retail),
    };
  });
  const numbers = await platform.numbers.take(
    plans.map((plan) => ({ series: 'tax-invoice', branch: plan.invoice.branch, date: plan.taxDate })),
  );
  const written = await writeTaxInvoices(platform, plans, numbers);
  await platform.events.record(written.map(taxInvoiceIssued));
  return written;
}

/**
 * Goods were handed over: remembers how much, and issues the tax invoices of what is not taxed yet. What was credited
 * outside of tax documents is corrected already: nothing of it is taxed any more.
 */
export const handOver = (platform: Platform, handOvers: readonly HandOver[]): Promise<WrittenTaxInvoice[]> =>
  platform.transaction(async () => {
    const locked = await invoicesUnderLock(
      platform,
      handOvers.map((one) => one.invoice),
    );
    const rules = await readRules(platform);
    const days = handOvers.flatMap(({ on }) => (isCivilDate(on) ? [on] : []));
    const closed = await closedMonths(platform, days);
    const invoices = new Map(locked.invoices.map((invoice) => [invoice.id, invoice]));
    const drafts: Draft[] = [];
    const handed = new Map<number, bigint>();
    for (const { invoice: id, on, lines } of handOvers) {
      const invoice = invoices.get(id);
      if (!invoice) throw notFound('invoice.unknown');
      if (!isCivilDate(on)) throw badInput('invoice.date_wrong', { field: 'on', params: { date: on } });
      refuseClosed(closed, on, 'on');
      const plan = planHandOver(invoice, lines, on, rules);
      plan.handed.forEach((line) => handed.set(line.id, line.handedOver));
      invoices.set(id, afterHandOver(invoice, plan.handed, plan.taxed));
      if (plan.taxed.length === 0) continue;
      const { taxed, quantities } = plan;
      drafts.push({ cause: 'hand_over', invoice, taxDate: on, lines: taxed, quantities, reason: null });
    }
    await writeHandedOver(
      platform,
      [...handed].map(([id, handedOver]) => ({ id, handedOver })),
    );
    return issue(platform, drafts, locked, rules);
  });

function afterHandOver(
  invoice: InvoiceFacts,
  handed: readonly { id: number; handedOver: bigint }[],
  taxed: readonly TaxedLine[],
): InvoiceFacts {
  return {
    ...invoice,
    lines: invoice.lines.map((line) => {
      const documented = taxed.find((one) => one.line === line.id);
      return {
        ...line,
        handedOver: handed.find((one) => one.id === line.id)?.handedOver ?? line.handedOver,
        taxed: line.taxed + (documented?.total ?? 0n),
        taxedAt: documented ? addAt(line.taxedAt, documented) : line.taxedAt,
      };
    }),
  };
}

/** Staff issue the tax invoice of open invoices before payment or hand-over: the VAT is due now. */
export const issueEarly = (
  platform: Platform,
  ids: readonly number[],
  reason: string | null,
): Promise<WrittenTaxInvoice[]> =>
  platform.transaction(async () => {
    const locked = await invoicesUnderLock(platform, ids);
    const rules = await readRules(platform);
    await holdTaxMonths(platform);
    const today = platform.clock.today();
    const drafts = locked.invoices.map(
      (invoice): Draft => ({
        cause: 'early',
        invoice,
        taxDate: today,
        lines: planEarly(invoice, today, rules),
        reason,
      }),
    );
    return issue(platform, drafts, locked, rules);
  });
