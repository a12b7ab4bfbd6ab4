import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, CUSTOMER_CLASS } from './types';

export const constraints: readonly Constraint[] = [
  { kind: 'unique', type: CUSTOMER, name: 'crm_customers_code', columns: ['code'], code: 'customer.code_taken' },
  {
    kind: 'unique',
    type: CUSTOMER,
    name: 'crm_customers_tax_id',
    columns: ['taxId', 'branchCode'],
    when: "{taxId} is not null and {state} = 'active'",
    code: 'customer.duplicate_tax_id',
  },
  { kind: 'index', type: CUSTOMER, name: 'crm_customers_name_key', columns: ['nameKey'] },
  { kind: 'index', type: CUSTOMER, name: 'crm_customers_phone', columns: ['phone'] },
  { kind: 'index', type: CUSTOMER, name: 'crm_customers_email', columns: ['email'] },
  { kind: 'index', type: CUSTOMER, name: 'crm_customers_owner', columns: ['owner'] },
  {
    kind: 'check',
    type: CUSTOMER,
    name: 'crm_customers_terms',
    condition: '{creditTermsDays} >= 0',
    code: 'customer.terms_invalid',
  },
  {
    kind: 'check',
    type: CUSTOMER,
    name: 'crm_customers_limit',
    condition: '{creditLimit} is null or {creditLimit} >= 0',
    code: 'customer.credit_limit_invalid',
  },
  {
    kind: 'unique',
    type: CUSTOMER_CLASS,
    name: 'crm_customer_classes_code',
    columns: ['code'],
    code: 'customer_class.code_taken',
  },
  { kind: 'restrict', type: CUSTOMER, relation: 'class' },
  { kind: 'restrict', type: CONTACT, relation: 'customer' },
  {
    kind: 'unique',
    type: CONTACT,
    name: 'crm_contacts_user',
    columns: ['user'],
    when: '{user} is not null',
    code: 'contact.user_taken',
  },
];
