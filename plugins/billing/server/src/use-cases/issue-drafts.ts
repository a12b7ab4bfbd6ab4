import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { invoiceLife } from '../domain/lives';
import { invoiceOwners } from '../stores/invoice-facts';
import { loadDrafts } from '../stores/drafts';
import { lockCustomers } from '../stores/parties';
import { issueInvoices, type IssuedInvoice } from './issue-invoices';

/**
 * Issues invoices that staff have drafted, in the order asked, each once: a second number would be a gap. Amounts and
 * rates are those of the day of issue.
 */
export const issueDrafts = (platform: Platform, wanted: readonly number[]): Promise<IssuedInvoice[]> =>
  platform.transaction(async () => {
    const ids = [...new Set(wanted)];
    await lockCustomers(platform, (await invoiceOwners(platform, ids)).filter(Boolean));
    const drafts = new Map((await loadDrafts(platform, ids)).map((one) => [one.draft.row.id, one]));
    return issueInvoices(
      platform,
      ids.map((id) => {
        const stored = drafts.get(id);
        if (!stored) throw notFound('invoice.unknown');
        move(invoiceLife, stored.state as 'draft', 'issue');
        return stored.draft;
      }),
    );
  });
