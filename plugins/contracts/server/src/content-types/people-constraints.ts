import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_PERSON } from './types';

export const peopleConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: CONTRACT_PERSON, relation: 'contract' },
  {
    kind: 'unique',
    type: CONTRACT_PERSON,
    name: 'contracts_people_person',
    columns: ['contract', 'person'],
    code: 'contract_people.twice',
  },
];
