import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../../content-types/types';
import { planDecline, type QuoteDoor } from '../../domain/quote';
import { type QuoteRow, quotesStore } from '../../stores/quotes';
import { must } from '../must';
import { lockQuotes } from './lock-quotes';
import { quoteEvent } from './quote-events';

export interface DeclineQuote {
  /** Row id. */
  id: number;
  via: QuoteDoor;
  /** Who says so. */
  name: string;
  reason: string | null;
}

/** Declines quotes, by their customers or by staff on their behalf; a request is given up alike. */
export async function declineQuotes(tools: Tools, wishes: readonly DeclineQuote[]): Promise<QuoteRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockQuotes(
      tools,
      wishes.map(({ id }) => id),
    );
    const today = platform.clock.today();
    const declinedAt = platform.clock.now();
    const declined = wishes.map(({ via, name, reason }, index): QuoteRow => {
      const { quote } = must(locked[index]);
      const state = planDecline(quote, via === 'storefront' ? 'customer' : 'staff', today);
      return { ...quote, state, declinedAt, declineReason: reason, answeredBy: name, answeredVia: via };
    });
    await quotesStore(platform.rows).update(
      declined.map(({ id, state, declineReason, answeredBy, answeredVia }) => ({
        ...{ id, state, declinedAt, declineReason, answeredBy, answeredVia },
      })),
    );
    await platform.approvals.withdraw(
      QUOTE,
      declined.map(({ id }) => id),
    );
    await platform.events.record(
      declined.map(({ state, declineReason, answeredBy, answeredVia }, index) =>
        quoteEvent('quote.declined', must(locked[index]).quote, {
          ...{ state, reason: declineReason, by: answeredBy, via: answeredVia },
        }),
      ),
    );
    return declined;
  });
}
