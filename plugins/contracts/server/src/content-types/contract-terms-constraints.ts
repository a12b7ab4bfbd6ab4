import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_TERMS } from './types';

export const contractTermsConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: CONTRACT_TERMS, relation: 'product' },
  { kind: 'restrict', type: CONTRACT_TERMS, relation: 'price' },
  {
    kind: 'check',
    type: CONTRACT_TERMS,
    name: 'contracts_terms_of_product',
    condition: '{product} is not null',
    code: 'contract_terms.product_missing',
  },
  {
    kind: 'unique',
    type: CONTRACT_TERMS,
    name: 'contracts_terms_product',
    columns: ['product'],
    when: '{price} is null',
    code: 'contract_terms.taken',
  },
  {
    kind: 'unique',
    type: CONTRACT_TERMS,
    name: 'contracts_terms_price',
    columns: ['price'],
    when: '{price} is not null',
    code: 'contract_terms.taken',
  },
];
