import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const RENEWAL_STATES = ['open', 'noticed', 'offered', 'renewed', 'declined', 'lapsed', 'won_back'] as const;
export type RenewalState = (typeof RENEWAL_STATES)[number];

/** Nobody has said yet what becomes of it. */
export const UNDECIDED: readonly RenewalState[] = ['open', 'noticed', 'offered'];

export const RENEWAL_VERBS = ['notice', 'offer', 'renew', 'decline', 'lapse', 'win_back'] as const;
export type RenewalVerb = (typeof RENEWAL_VERBS)[number];

/** What becomes of a contract whose term is about to end. */
export const renewalMachine = machine<RenewalState, RenewalVerb>({
  type: 'renewal',
  states: RENEWAL_STATES,
  initial: ['open'],
  transitions: [
    { verb: 'notice', from: ['open'], to: 'noticed' },
    // Offered again when it was priced anew.
    { verb: 'offer', from: ['open', 'noticed', 'offered'], to: 'offered' },
    // Early too, and by those who had declined and think better of it before the end.
    { verb: 'renew', from: ['open', 'noticed', 'offered', 'declined'], to: 'renewed' },
    { verb: 'decline', from: ['open', 'noticed', 'offered'], to: 'declined' },
    { verb: 'lapse', from: ['open', 'noticed', 'offered'], to: 'lapsed' },
    { verb: 'win_back', from: ['lapsed'], to: 'won_back' },
  ],
});
