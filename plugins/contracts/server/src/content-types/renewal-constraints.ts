import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, DECLINE_REASON, RENEWAL, RENEWAL_NOTICE } from './types';

const restrict = (type: string, ...relations: string[]): Constraint[] =>
  relations.map((relation) => ({ kind: 'restrict', type, relation }));

const UNDECIDED = "{state} in ('open', 'noticed', 'offered')";

export const renewalConstraints: readonly Constraint[] = [
  ...restrict(RENEWAL, 'contract', 'invoice', 'reason', 'successor'),
  ...restrict(RENEWAL_NOTICE, 'renewal'),
  ...restrict(CONTRACT, 'predecessor'),
  {
    // A term is renewed once, however often it is paid, pressed or retried.
    kind: 'unique',
    type: RENEWAL,
    name: 'contracts_renewals_term',
    columns: ['contract', 'term'],
    code: 'renewal.decided',
  },
  {
    kind: 'unique',
    type: RENEWAL,
    name: 'contracts_renewals_invoice',
    columns: ['invoice'],
    when: '{invoice} is not null',
    code: 'renewal.decided',
  },
  {
    kind: 'unique',
    type: RENEWAL_NOTICE,
    name: 'contracts_renewal_notices_number',
    columns: ['renewal', 'number'],
    code: 'renewal.noticed_already',
  },
  {
    kind: 'unique',
    type: DECLINE_REASON,
    name: 'contracts_decline_reasons_code',
    columns: ['code'],
    code: 'renewal.reason_taken',
  },
  {
    kind: 'check',
    type: RENEWAL,
    name: 'contracts_renewals_decided',
    condition: `(${UNDECIDED}) or {decidedOn} is not null`,
    code: 'renewal.decided',
  },
  {
    kind: 'freeze',
    type: RENEWAL,
    when: "{state} in ('renewed', 'won_back')",
    columns: ['state', 'contract', 'term', 'startsOn', 'endsOn', 'price', 'decidedOn'],
  },
  { kind: 'freeze', type: RENEWAL_NOTICE, columns: ['renewal', 'number', 'sentOn', 'daysLeft'] },
  { kind: 'index', type: RENEWAL, name: 'contracts_renewals_state', columns: ['state', 'termEndsOn'] },
  {
    kind: 'index',
    type: RENEWAL,
    name: 'contracts_renewals_notices',
    columns: ['nextNoticeOn'],
    when: `${UNDECIDED} and {nextNoticeOn} is not null`,
  },
  {
    kind: 'index',
    type: RENEWAL,
    name: 'contracts_renewals_offers',
    columns: ['nextOfferOn'],
    when: `${UNDECIDED} and {nextOfferOn} is not null`,
  },
  {
    kind: 'index',
    type: RENEWAL,
    name: 'contracts_renewals_offers_end',
    columns: ['offerEndsOn'],
    when: "{state} = 'lapsed' and {offerEndsOn} is not null",
  },
  { kind: 'index', type: RENEWAL, name: 'contracts_renewals_decided_on', columns: ['decidedOn'] },
];
