import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT } from '../content-types/types';
import { completeContact, type ContactDraft } from '../domain/contact';
import { contactStore, type NewContactRow } from '../stores/contacts';
import { customerStore } from '../stores/customers';
import { atField } from './fields';

export interface NewContact extends ContactDraft {
  /** Row id of the customer. */
  customer: number;
  /** Row id of the member's log-in, where the contact is one. */
  user?: number | null;
}

/** People at customers. The customers are locked, so that none is deleted meanwhile. */
export async function createContacts(
  { platform }: Pick<Tools, 'platform'>,
  drafts: readonly NewContact[],
): Promise<Ref[]> {
  return platform.transaction(async () => {
    const customers = await customerStore(platform).lock(drafts.map((draft) => draft.customer));
    const codes = new Map(customers.map(({ id, code }) => [id, code]));
    const contacts = drafts.map((draft, index): NewContactRow => {
      if (!codes.has(draft.customer)) throw notFound('customer.unknown', { field: 'customer' });
      const user = draft.user ?? null;
      return {
        ...atField(drafts.length > 1 ? `contacts.${index}.` : '', () => completeContact(draft)),
        customer: draft.customer,
        user,
        isMember: user !== null,
      };
    });
    const refs = await contactStore(platform).insert(contacts);
    await platform.events.record(
      refs.map((ref, index): NewEvent => {
        const contact = contacts[index] as NewContactRow;
        return {
          name: 'contact.created',
          subject: { type: CONTACT, ...ref },
          customer: contact.customer,
          after: { ...contact, customer: codes.get(contact.customer) },
        };
      }),
    );
    return refs;
  });
}
