import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT } from '../content-types/types';
import { contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';

/** What must happen before the rows of contacts go: a member stays, and can be made inactive. */
export async function prepareContactDeletion(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
): Promise<void> {
  const store = contactStore(platform);
  await customerStore(platform).lock((await store.byIds(ids)).map((contact) => contact.customer));
  const contacts = await store.byIds(ids);
  if (contacts.length < new Set(ids).size) throw notFound('contact.unknown');
  const member = contacts.find((contact) => contact.user !== null);
  if (member) throw conflict('contact.is_member', { params: { name: member.name } });
  await platform.events.record(
    contacts.map(
      ({ id, documentId, ...before }): NewEvent => ({
        name: 'contact.deleted',
        subject: { type: CONTACT, id, documentId },
        customer: before.customer,
        before,
      }),
    ),
  );
}

/** Deletes contacts that are no members. All or none. */
export async function deleteContacts({ platform }: Pick<Tools, 'platform'>, ids: readonly number[]): Promise<void> {
  await platform.transaction(async () => {
    await prepareContactDeletion({ platform }, ids);
    await contactStore(platform).remove(ids);
  });
}
