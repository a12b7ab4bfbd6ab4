import type { MoneyParam } from '@sanya/strapi-plugin-platform/kernel';

/** Of slips. */
type SlipMark =
  | 'qr_missing'
  | 'qr_unreadable'
  | 'qr_foreign'
  | 'qr_damaged'
  | 'used_before'
  | 'same_reference'
  | 'dated_before';

/** Of card payments and of what gateways tell. */
type GatewayMark =
  | 'other_amount'
  | 'other_currency'
  | 'other_payment'
  | 'sent_back'
  | 'refused'
  | 'unknown_payment'
  | 'paid_after_all'
  | 'disputed'
  | 'dispute_lost_kept'
  | 'sent_back_kept'
  | 'refund_returned';

/** What staff should see before they take a payment, or what a gateway told. Words: `mark.<code>`. */
export interface Mark {
  code: SlipMark | 'unlike_due' | GatewayMark;
  /** Amounts as `MoneyParam`, dates as `YYYY-MM-DD`. */
  params: Record<string, string | MoneyParam>;
}
