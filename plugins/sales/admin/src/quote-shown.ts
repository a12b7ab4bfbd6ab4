import { isExpired, quoteName } from '../../server/src/domain/quote';
import { QUOTE_STATES } from '../../server/src/domain/quote-machine';
import type { Quote } from './quote-types';

/** How a quote stands today: what only time changes, and what a member asked for, beside its state. */
export const STANDINGS = ['requested', 'draft', 'sent', 'expired', 'ordered', 'declined', 'superseded'] as const;
export type Standing = (typeof STANDINGS)[number] | 'accepted';

export function standingOf(quote: Pick<Quote, 'state' | 'validUntil' | 'requestedOn'>, today: string): Standing {
  if (quote.state === 'draft' && quote.requestedOn !== null) return 'requested';
  return isExpired(quote, today) ? 'expired' : quote.state;
}

/** The rows that stand so, as the door is asked for them. */
export function filterOf(standing: string, today: string): object {
  if (standing === 'requested') return { state: 'draft', requestedOn: { $notNull: true } };
  if (standing === 'draft') return { state: 'draft', requestedOn: { $null: true } };
  if (standing === 'sent') return { state: 'sent', validUntil: { $gte: today } };
  if (standing === 'expired') return { state: 'sent', validUntil: { $lt: today } };
  return (QUOTE_STATES as readonly string[]).includes(standing) ? { state: standing } : {};
}

/** The badge whose colour says the same. */
export const BADGE: Record<Standing, string> = {
  ...{ requested: 'submitted', draft: 'draft', sent: 'open', expired: 'expired', accepted: 'confirmed' },
  ...{ ordered: 'paid', declined: 'rejected', superseded: 'closed' },
};

export const nameOf = (quote: Pick<Quote, 'number' | 'version'>, unnamed: string): string =>
  quoteName(quote) || unnamed;
