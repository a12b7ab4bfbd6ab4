import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import type { InvoiceDraft } from '../domain/invoice-draft';
import { planInvoice } from '../domain/issue-invoice';
import { writeDrafts } from '../stores/drafts';
import { factsOfDrafts } from './facts-of-drafts';

/**
 * Staff draft invoices: all of them, or none. What could not be issued today is refused now, while somebody sits before
 * it; amounts and number come when it is issued.
 */
export const draftInvoices = (platform: Platform, drafts: readonly InvoiceDraft[]): Promise<Ref[]> =>
  platform.transaction(async () => {
    if (drafts.length === 0) return [];
    const facts = await factsOfDrafts(platform, drafts);

    const planned = drafts.map((draft) => planInvoice(draft, facts));

    const refs = await writeDrafts(platform, drafts);
    await platform.events.record(
      refs.map((ref, index) => ({
        name: 'invoice.drafted',
        subject: { type: INVOICE, ...ref },
        customer: drafts[index]?.customer,
        after: { state: 'draft', total: planned[index]?.amounts.total, currency: drafts[index]?.currency },
      })),
    );
    return refs;
  });
