import type { MoneyParam } from '@sanya/strapi-plugin-platform/kernel';

/** What staff should see before they take a payment, or what a gateway told. Words: `mark.<code>`. */
const MARK_CODES = [
  // Of slips.
  ...['qr_missing', 'qr_unreadable', 'qr_foreign', 'qr_damaged', 'used_before', 'same_reference', 'dated_before'],
  // Of what was said beside the slip.
  ...['unlike_due'],
  // Of card payments and of what gateways tell.
  ...['other_amount', 'other_currency', 'other_payment', 'sent_back', 'refused', 'unknown_payment', 'paid_after_all'],
  ...['disputed', 'dispute_lost_kept', 'sent_back_kept'],
] as const;

export interface Mark {
  code: (typeof MARK_CODES)[number];
  /** Amounts as `MoneyParam`, dates as `YYYY-MM-DD`. */
  params: Record<string, string | MoneyParam>;
}
