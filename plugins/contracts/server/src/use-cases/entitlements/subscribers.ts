import type { Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { settleEntitlements } from './settle-entitlements';

/** Whatever begins, moves or ends the periods of a contract. */
const MOVES = [
  ...['contract.activated', 'contract.suspended', 'contract.resumed', 'contract.changed', 'contract.notice_given'],
  ...['contract.renewed', 'contract.lapsed', 'contract.won_back', 'contract.ended'],
];

/** What contracts entitle to is granted, carried over and lost in the transaction that began, renewed or ended them. */
export const entitlementSubscribers = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.settle-entitlements',
    on: MOVES,
    when: 'within',
    handle: (events) => settleEntitlements(tools, [...new Set(events.map(({ subject }) => subject.id))]),
  },
];
