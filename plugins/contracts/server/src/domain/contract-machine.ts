import { machine } from '@sanya/strapi-plugin-platform/kernel';

export const CONTRACT_STATES = ['draft', 'awaiting_start', 'active', 'ended', 'cancelled'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

export const CONTRACT_VERBS = ['agree', 'activate', 'end', 'cancel'] as const;
export type ContractVerb = (typeof CONTRACT_VERBS)[number];

/** The life of a contract. That it is suspended, or that notice was given, are dated facts beside it. */
export const contractMachine = machine<ContractState, ContractVerb>({
  type: 'contract',
  states: CONTRACT_STATES,
  initial: ['draft', 'awaiting_start'],
  transitions: [
    { verb: 'agree', from: ['draft'], to: 'awaiting_start' },
    { verb: 'activate', from: ['awaiting_start'], to: 'active' },
    { verb: 'end', from: ['active'], to: 'ended' },
    { verb: 'cancel', from: ['draft', 'awaiting_start'], to: 'cancelled' },
  ],
});
