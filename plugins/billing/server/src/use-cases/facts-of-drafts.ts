import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { InvoiceDraft } from '../domain/invoice-draft';
import type { IssueFacts } from '../domain/issue-invoice';
import { readBillingDays } from '../stores/billing-days';
import { lockCustomers, readSellers } from '../stores/parties';
import { readRules } from '../stores/settings';

/** All that decides what becomes of drafts, in a constant number of statements; their customers are locked first. */
export const factsOfDrafts = async (
  platform: Platform,
  drafts: readonly InvoiceDraft[],
  customersOf = lockCustomers,
): Promise<IssueFacts> => ({
  customers: await customersOf(
    platform,
    drafts.map((draft) => draft.customer),
  ),
  sellerOf: await readSellers(
    platform,
    drafts.map((draft) => draft.branch),
  ),
  rules: await readRules(platform),
  days: await readBillingDays(
    platform,
    drafts.map((draft) => draft.customer),
  ),
  today: platform.clock.today(),
});
