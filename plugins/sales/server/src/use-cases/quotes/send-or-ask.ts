import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../../content-types/types';
import { discountBeyond } from '../order-questions';
import { lockQuotes } from './lock-quotes';
import { planSendings, type SendQuote, sendQuotes } from './send-quotes';

/**
 * Sends drafts, and asks about those that take more off than whoever sends them may give: these stay drafts until it is
 * granted, and then go out as they were to be sent. A change meanwhile takes the question back.
 */
export const sendOrAsk = async (tools: Tools, wishes: readonly SendQuote[]): Promise<void> => {
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockQuotes(
      tools,
      wishes.map(({ id }) => id),
    );
    await planSendings(tools, locked, wishes);
    const free: SendQuote[] = [];
    for (const [index, { quote, lines, customer }] of locked.entries()) {
      const wish = wishes[index];
      if (!wish) continue;
      const beyond = await discountBeyond(tools, { currency: quote.currency, lines });
      if (!beyond) {
        free.push(wish);
        continue;
      }
      await platform.approvals.ask([
        {
          kind: 'discount',
          subject: { type: QUOTE, id: quote.id, documentId: quote.documentId, name: quote.number ?? customer.name },
          customer: { id: quote.customer, name: customer.name },
          words: [{ code: 'approval.discount.quote_asked', params: { ...beyond, customer: customer.name } }],
          amount: quote.total,
          currency: quote.currency,
          reason: quote.internalNote,
          payload: { mail: wish.mail, salesPerson: wish.salesPerson },
        },
      ]);
    }
    if (free.length > 0) await sendQuotes(tools, free);
  });
};
