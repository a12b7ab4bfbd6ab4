import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import {
  CONTACT,
  CUSTOMER,
  CUSTOMER_CLASS,
  CUSTOMER_DISTINCTION,
  CUSTOMER_IMPORT,
  CUSTOMER_IMPORT_ROW,
  CUSTOMER_MERGE,
  FORM,
  FORM_SUBMISSION,
  SETTING,
  TASK,
} from '../content-types/types';
import { OWN_CONTACTS, OWN_CUSTOMERS, OWN_TASKS } from './conditions';

/** Customers are written through the actions alone, so nobody but the super admin has the content manager's rights to. */
export const grants: readonly Grant[] = [
  {
    roles: [
      ...['owner', 'sales-lead', 'billing', 'accountant', 'storekeeper', 'service-manager', 'dispatcher'],
      ...['support-lead', 'support-agent', 'marketing'],
    ] as Grant['roles'],
    actions: ['customer.read'],
    types: [
      { uid: CUSTOMER, can: ['read'] },
      { uid: CONTACT, can: ['read'] },
      { uid: CUSTOMER_CLASS, can: ['read'] },
    ],
  },
  {
    roles: ['sales'],
    actions: ['customer.read', 'customer.create', 'customer.update', 'contact.edit'],
    types: [
      { uid: CUSTOMER, can: ['read'], conditions: [OWN_CUSTOMERS] },
      { uid: CONTACT, can: ['read'], conditions: [OWN_CONTACTS] },
      { uid: CUSTOMER_CLASS, can: ['read'] },
    ],
  },
  {
    roles: ['owner', 'sales-lead'],
    actions: [
      ...['customer.create', 'customer.update', 'customer.close', 'customer.credit', 'customer.assign'],
      ...['customer.approve', 'customer.merge', 'contact.edit', 'contact.move'],
    ],
    types: [
      { uid: CUSTOMER_CLASS, can: ['create', 'update', 'delete'] },
      { uid: CUSTOMER_DISTINCTION, can: ['read'] },
      { uid: CUSTOMER_MERGE, can: ['read'] },
    ],
  },
  { roles: ['billing'], actions: ['customer.create', 'customer.update', 'customer.credit', 'contact.edit'] },
  {
    roles: ['owner', 'billing'],
    actions: ['customer.import'],
    types: [
      { uid: CUSTOMER_IMPORT, can: ['read'] },
      { uid: CUSTOMER_IMPORT_ROW, can: ['read'] },
    ],
  },
  {
    roles: ['service-manager', 'dispatcher', 'support-lead', 'support-agent'],
    actions: ['contact.edit'],
  },
  {
    roles: ['owner', 'sales-lead', 'sales', 'support-lead', 'support-agent', 'marketing'],
    types: [
      { uid: FORM, can: ['read'] },
      { uid: FORM_SUBMISSION, can: ['read'] },
    ],
  },
  { roles: ['owner', 'sales-lead', 'sales', 'support-lead', 'support-agent'], actions: ['form.answer'] },
  { roles: ['owner', 'sales-lead', 'marketing'], actions: ['form.edit'] },
  {
    roles: ['owner', 'sales-lead', 'billing', 'service-manager', 'dispatcher', 'support-lead', 'support-agent'],
    actions: ['task.do'],
    types: [{ uid: TASK, can: ['read'] }],
  },
  { roles: ['sales'], actions: ['task.do'], types: [{ uid: TASK, can: ['read'], conditions: [OWN_TASKS] }] },
  {
    roles: ['owner'],
    actions: ['customer.delete'],
    types: [{ uid: SETTING, can: ['read', 'update'] }],
  },
];
