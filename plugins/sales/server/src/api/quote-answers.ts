import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../content-types/types';
import type { QuoteDoor } from '../domain/quote';
import { quotesStore } from '../stores/quotes';
import { acceptQuotes } from '../use-cases/quotes/accept-quotes';
import { declineQuotes } from '../use-cases/quotes/decline-quotes';
import { acceptedQuote, quote } from './answers';
import { viewOf } from './quote-actions';
import { acceptInput, declineInput } from './quote-shapes';
import { orderView } from './views';

/** Who answers at which door, by the name that was given, else the one that is known. */
async function answerOf({ platform, caller }: Pick<Call<unknown>, 'platform' | 'caller'>, name?: string) {
  const via: QuoteDoor = caller.kind === 'member' ? 'storefront' : 'staff';
  if (name) return { via, name };
  const known = via === 'storefront' ? await quotesStore(platform.rows).memberName(caller.userId ?? 0) : undefined;
  return { via, name: known ?? caller.name };
}

export const quoteAnswers = [
  defineAction({
    name: 'acceptQuote',
    summary: 'Accept a quote: it becomes an order at the prices it promised',
    subject: QUOTE,
    storefront: { method: 'POST', path: '/quotes/:id/accept', who: 'member' },
    staff: { method: 'POST', path: '/quotes/:id/accept', permission: 'quote.accept' },
    input: acceptInput,
    output: acceptedQuote,
    run: async (call) => {
      const { name, ...terms } = call.input;
      const answer = await answerOf(call, name);
      const [accepted] = await acceptQuotes(call, [{ id: call.subject.id, ...answer, ...terms }]);
      const view = await viewOf(call.platform, call.subject.id);
      return accepted && view && { ...view, order: orderView(accepted.placed, accepted.placed) };
    },
  }),
  defineAction({
    name: 'declineQuote',
    summary: 'Decline a quote, or give up a request',
    subject: QUOTE,
    storefront: { method: 'POST', path: '/quotes/:id/decline', who: 'member' },
    staff: { method: 'POST', path: '/quotes/:id/decline', permission: 'quote.decline' },
    input: declineInput,
    output: quote,
    run: async (call) => {
      const answer = await answerOf(call);
      await declineQuotes(call, [{ id: call.subject.id, ...answer, reason: call.input.reason || null }]);
      return viewOf(call.platform, call.subject.id);
    },
  }),
];
