import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import { readEmail, readName } from './customer';
import { readPhone } from './phone';

export const CONTACT_TYPES = ['general', 'billing', 'purchasing', 'technical', 'management'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** A person to talk to at a customer. `priority` 1 is asked first, 9 last. */
export interface ContactFacts {
  name: string;
  position: string | null;
  email: string | null;
  phone: string | null;
  type: ContactType;
  priority: number;
  state: 'active' | 'inactive';
  note: string | null;
}

export type ContactDraft = Pick<ContactFacts, 'name'> & Partial<ContactFacts>;

const LAST_PRIORITY = 9;

/** A draft as it will be stored. 400 with the field for what cannot be. */
export function completeContact(draft: ContactDraft): ContactFacts {
  const priority = draft.priority ?? 1;
  if (!Number.isInteger(priority) || priority < 1 || priority > LAST_PRIORITY) {
    throw badInput('contact.priority_invalid', { field: 'priority', params: { last: LAST_PRIORITY } });
  }
  return {
    name: readName(draft.name, 'name'),
    position: draft.position?.trim() || null,
    email: readEmail(draft.email, 'email'),
    phone: readPhone(draft.phone, 'phone'),
    type: draft.type ?? 'general',
    priority,
    state: draft.state ?? 'active',
    note: draft.note?.trim() || null,
  };
}

/** The contact with a change put in; what the change does not name stays. */
export const changeContact = (facts: ContactFacts, change: Partial<ContactDraft>): ContactFacts =>
  completeContact({
    ...facts,
    ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<ContactDraft>),
  });
