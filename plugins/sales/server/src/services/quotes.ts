import type { Core } from '@strapi/types';
import { platform, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { acceptQuotes, type AcceptQuote } from '../use-cases/quotes/accept-quotes';
import { changeQuotes, type QuoteChange } from '../use-cases/quotes/change-quotes';
import { declineQuotes, type DeclineQuote } from '../use-cases/quotes/decline-quotes';
import { draftQuotes, type QuoteDraft } from '../use-cases/quotes/draft-quotes';
import { reviseQuotes } from '../use-cases/quotes/revise-quotes';
import { sendQuotes, type SendQuote } from '../use-cases/quotes/send-quotes';

/** The life of quotes for later plugins and the host: each takes a list and is one transaction. */
export const quotes = ({ strapi }: { strapi: Core.Strapi }) => {
  const tools = (): Tools => ({ strapi, platform: platform(strapi) });
  return {
    draft: (drafts: readonly QuoteDraft[]) => draftQuotes(tools(), drafts),
    change: (changes: readonly QuoteChange[]) => changeQuotes(tools(), changes),
    send: (wishes: readonly SendQuote[]) => sendQuotes(tools(), wishes),
    revise: (ids: readonly number[]) => reviseQuotes(tools(), ids),
    accept: (wishes: readonly AcceptQuote[]) => acceptQuotes(tools(), wishes),
    decline: (wishes: readonly DeclineQuote[]) => declineQuotes(tools(), wishes),
  };
};
