import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT } from '../content-types/types';
import { changeContact, type ContactDraft } from '../domain/contact';
import { type ContactRow, contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';
import { atField } from './fields';

export interface ContactChange {
  /** Row id. */
  id: number;
  change: Partial<ContactDraft>;
}

/** Changes contacts; what a change does not name stays. A contact never moves to another customer. */
export async function updateContacts(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly ContactChange[],
): Promise<ContactRow[]> {
  return platform.transaction(async () => {
    const store = contactStore(platform);
    const ids = changes.map((one) => one.id);
    await customerStore(platform).lock((await store.byIds(ids)).map((contact) => contact.customer));
    const contacts = new Map((await store.byIds(ids)).map((contact) => [contact.id, contact]));
    const decided = changes.map(({ id, change }, index) => {
      const before = contacts.get(id);
      if (!before) throw notFound('contact.unknown');
      const { name, position, email, phone, type, priority, state, note } = before;
      const facts = atField(changes.length > 1 ? `contacts.${index}.` : '', () =>
        changeContact({ name, position, email, phone, type, priority, state, note }, change),
      );
      return { before, facts, changed: differences(before, facts) };
    });
    const touched = decided.filter(({ changed }) => changed !== undefined);
    await store.update(touched.map(({ before, facts }) => ({ id: before.id, ...facts })));
    await platform.events.record(
      touched.map(
        ({ before, changed }): NewEvent => ({
          name: 'contact.changed',
          subject: { type: CONTACT, id: before.id, documentId: before.documentId },
          customer: before.customer,
          ...changed,
        }),
      ),
    );
    return decided.map(({ before, facts }) => ({ ...before, ...facts }));
  });
}
