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

/** A web form, as staff see it. */
export type Form = CrmDoors['PUT /crm/forms/:id']['answers'];
export type FormPurpose = Form['purpose'];
export type FieldKind = Form['fields'][number]['kind'];

/** What somebody sent through a web form, as the list and its page read it. */
export interface Submission extends Omit<CrmDoors['POST /crm/form-submissions/:id/handle']['answers'], 'note'> {
  answers: readonly SubmissionAnswer[];
  note: string | null;
  handledBy: string | null;
  form?: { documentId: string; name: string } | null;
  customer?: { documentId: string; name: string } | null;
}

type Label = { th?: string; en?: string };

export interface SubmissionAnswer {
  key: string;
  kind: FieldKind;
  label: Label;
  value: string | boolean | readonly { product: string; quantity: string }[];
  choice?: Label;
}

type Answer = CrmDoors['POST /crm/tasks']['answers'];

/** Something that is to be done, as the list of tasks reads it. */
export interface Task extends Answer {
  customer?: { documentId: string; name: string; phone: string | null } | null;
  contact?: { name: string; phone: string | null } | null;
}
export type TaskOutcome = NonNullable<Task['outcome']>;
