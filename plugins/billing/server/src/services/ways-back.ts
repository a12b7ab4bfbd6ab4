import { isRefusal, type Refusal, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { reportedByInvoice } from '../domain/tax-rates';
import { type WayBack, wayBack } from '../domain/way-back';
import type { InvoiceFacts } from '../domain/settlement';
import { letGoOn } from '../stores/allocations';
import { loadCorrections } from '../stores/corrections';
import { loadInvoices } from '../stores/invoice-facts';
import { moneyOn } from '../stores/refunds';
import { readRules } from '../stores/settings';
import { closedMonths } from '../stores/tax-months';

/** How an invoice is taken back, and what of its money that concerns. Minor units. */
export interface InvoiceWayBack extends Ref {
  number: string;
  customer: number;
  currency: string;
  total: bigint;
  amountDue: bigint;
  /** Undefined where only a person can put it right, for the reason beside it. */
  way: WayBack | undefined;
  refusal: Refusal | undefined;
  /** What was settled of it: it becomes the customer's credit again, or goes back. */
  settled: bigint;
  /** What of that is money, which alone can go back. */
  refundable: bigint;
}

function decided(decide: () => WayBack): Pick<InvoiceWayBack, 'way' | 'refusal'> {
  try {
    return { way: decide(), refusal: undefined };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { way: undefined, refusal: error };
  }
}

/** How each of these invoices would be taken back as it stands; a constant number of statements. */
export async function waysBack(platform: Platform, ids: readonly number[]): Promise<InvoiceWayBack[]> {
  if (ids.length === 0) return [];
  const invoices = [...(await loadInvoices(platform, ids)).values()];
  const corrections = new Map(
    (await loadCorrections(platform, invoices)).map(({ invoice, credited }) => [
      invoice.id,
      sum(credited.map(({ total }) => total)),
    ]),
  );
  const touched = invoices.filter(({ amountDue, total }) => amountDue !== total).map(({ id }) => id);
  const letGo = await letGoOn(platform, touched);
  const money = await moneyOn(platform, touched);
  const isReported = reportedByInvoice((await readRules(platform)).categories);
  const closed = await closedMonths(
    platform,
    invoices.filter(isReported).map(({ issuedOn }) => issuedOn),
  );
  return invoices.map((invoice: InvoiceFacts) => {
    const { id, documentId, number, customer, currency, total, amountDue } = invoice;
    return {
      ...{ id, documentId, number, customer, currency, total, amountDue },
      settled: total - amountDue,
      refundable: money.get(id) ?? 0n,
      ...decided(() =>
        wayBack(invoice, {
          credited: corrections.get(id) ?? 0n,
          letGo: letGo.get(id) ?? 0n,
          reported: isReported(invoice),
          closedMonths: closed,
        }),
      ),
    };
  });
}
