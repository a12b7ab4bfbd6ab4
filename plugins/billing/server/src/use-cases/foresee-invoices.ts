import { isRefusal, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { InvoiceAmounts } from '../domain/invoice-amounts';
import type { InvoiceDraft } from '../domain/invoice-draft';
import { planInvoice } from '../domain/issue-invoice';
import { readCustomers } from '../stores/parties';
import { carryFees } from './dunning/carry-fees';
import { factsOfDrafts } from './facts-of-drafts';

/** What would become of a draft: its amounts, or why it is refused. */
export type Foreseen = { amounts: InvoiceAmounts; refusal: undefined } | { amounts: undefined; refusal: Refusal };

/** What issuing drafts today would make of each of them, with the late fees that wait: reads alone, and locks nothing. */
export async function foreseeInvoices(platform: Platform, drafts: readonly InvoiceDraft[]): Promise<Foreseen[]> {
  if (drafts.length === 0) return [];
  const facts = await factsOfDrafts(platform, drafts, readCustomers);
  const carried = await carryFees(platform, drafts, facts);
  return carried.drafts.map((draft): Foreseen => {
    try {
      return { amounts: planInvoice(draft, facts).amounts, refusal: undefined };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { amounts: undefined, refusal: error };
    }
  });
}
