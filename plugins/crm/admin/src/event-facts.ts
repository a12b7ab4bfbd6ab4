import type { EventFacts } from '@sanya/strapi-plugin-platform/ui';

/** What a timeline tells of the events of a customer. */
export const customerFacts: EventFacts = {
  state: { label: 'field.state', words: 'state' },
  kind: { label: 'field.kind', words: 'kind' },
  name: { label: 'field.name' },
  nameEn: { label: 'field.name_en' },
  taxId: { label: 'field.tax_id' },
  branchCode: { label: 'field.branch' },
  vatRegistered: { label: 'field.vat_registered', as: 'flag' },
  poRequired: { label: 'field.po_required', as: 'flag' },
  supplier: { label: 'field.supplier', as: 'flag' },
  phone: { label: 'field.phone' },
  email: { label: 'field.email' },
  billingAddress: { label: 'field.billing_address', as: 'thing' },
  shippingAddress: { label: 'field.shipping_address', as: 'thing' },
  class: { label: 'field.class', as: 'thing' },
  owner: { label: 'field.owner', as: 'thing' },
  creditTermsDays: { label: 'field.terms_days' },
  creditLimit: { label: 'field.limit', as: 'money' },
  earlyPayment: { label: 'field.early_payment' },
  note: { label: 'field.note' },
};

export const contactFacts: EventFacts = {
  name: { label: 'field.name_person' },
  position: { label: 'field.position' },
  type: { label: 'field.contact_type', words: 'contact_type' },
  state: { label: 'field.state', words: 'state' },
  phone: { label: 'field.phone' },
  email: { label: 'field.email' },
  customer: { label: 'subject.customer' },
  note: { label: 'field.note' },
};

export const formFacts: EventFacts = {
  state: { label: 'field.state', words: 'form_state' },
  name: { label: 'field.name' },
  code: { label: 'field.code' },
  purpose: { label: 'forms.purpose', words: 'purpose' },
  fields: { label: 'forms.fields' },
};

export const submissionFacts: EventFacts = {
  state: { label: 'field.state', words: 'submission_state' },
  form: { label: 'submissions.form' },
  purpose: { label: 'forms.purpose', words: 'purpose' },
  name: { label: 'field.name_person' },
  phone: { label: 'field.phone' },
  email: { label: 'field.email' },
  note: { label: 'field.note' },
};

export const taskFacts: EventFacts = {
  state: { label: 'field.state', words: 'task_state' },
  kind: { label: 'field.kind', words: 'task_kind' },
  about: { label: 'tasks.what' },
  dueOn: { label: 'tasks.due', as: 'date' },
  outcome: { label: 'tasks.outcome', words: 'outcome' },
  promisedOn: { label: 'tasks.until', as: 'date' },
  note: { label: 'field.note' },
};
