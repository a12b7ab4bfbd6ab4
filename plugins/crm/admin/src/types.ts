import type { Address } from '../../server/src/domain/address';
import type { CrmDoors } from './doors';

export type { Address };

export interface CustomerClass {
  documentId: string;
  name: string;
  translations: { en?: { name?: string } } | null;
  defaultTermsDays: number;
}

type Answered = Omit<CrmDoors['PUT /crm/customers/:id']['answers'], 'billingAddress' | 'shippingAddress' | 'approval'>;

/** As the list of customers and the page of one read it. */
export interface Customer extends Answered {
  mergedInto?: { documentId: string; code: string; name: string } | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  class?: CustomerClass | null;
}

export type Kind = Customer['kind'];
export const KINDS: readonly Kind[] = ['organisation', 'person', 'government'];

export type Owner = CrmDoors['GET /crm/customer-owners']['answers'][number];

export type FoundCustomer = CrmDoors['GET /crm/customers/search']['answers']['customers'][number];

export type Contact = CrmDoors['PUT /crm/contacts/:id']['answers'];
export const CONTACT_TYPES: readonly Contact['type'][] = [
  'general',
  'billing',
  'purchasing',
  'technical',
  'management',
];

/** Who may be the same customer, and why. */
export type Duplicate = CrmDoors['GET /crm/customers/duplicates']['answers'][number];
