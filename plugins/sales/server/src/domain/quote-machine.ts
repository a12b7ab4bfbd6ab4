import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const QUOTE_STATES = ['draft', 'sent', 'accepted', 'ordered', 'declined', 'superseded'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

export const QUOTE_VERBS = ['send', 'accept', 'order', 'decline', 'supersede'] as const;
export type QuoteVerb = (typeof QUOTE_VERBS)[number];

/** The life of one version of a quote. That its time is over, only the day tells. */
export const quoteMachine = machine<QuoteState, QuoteVerb>({
  type: 'quote',
  states: QUOTE_STATES,
  initial: ['draft'],
  transitions: [
    { verb: 'send', from: ['draft'], to: 'sent' },
    { verb: 'accept', from: ['sent'], to: 'accepted' },
    { verb: 'order', from: ['accepted'], to: 'ordered' },
    // A draft is declined where a request cannot be met, or nothing comes of it.
    { verb: 'decline', from: ['draft', 'sent'], to: 'declined' },
    { verb: 'supersede', from: ['sent'], to: 'superseded' },
  ],
});

/** States in which a version stands for its number: of each number one at most. */
export const STANDING_STATES: readonly QuoteState[] = ['draft', 'sent', 'accepted', 'ordered'];
