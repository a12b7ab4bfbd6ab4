import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT } from '../content-types/types';
import { contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';

/**
 * Moves contacts to other customers: how staff link a member, who came with a customer of his own, to the one that was
 * there already. From then on the member sees what is that customer's.
 */
export async function moveContacts(
  { platform }: Pick<Tools, 'platform'>,
  moves: readonly { contact: number; customer: number }[],
): Promise<void> {
  await platform.transaction(async () => {
    const store = contactStore(platform);
    const ids = moves.map((one) => one.contact);
    const from = (await store.byIds(ids)).map((contact) => contact.customer);
    const customers = await customerStore(platform).lock([...from, ...moves.map((one) => one.customer)]);
    const contacts = new Map((await store.byIds(ids)).map((contact) => [contact.id, contact]));
    const codes = new Map(customers.map(({ id, code }) => [id, code]));
    const changed = moves.flatMap(({ contact: id, customer }) => {
      const contact = contacts.get(id);
      if (!contact) throw notFound('contact.unknown');
      if (!codes.has(customer)) throw notFound('customer.unknown', { field: 'customer' });
      return contact.customer === customer ? [] : [{ contact, customer }];
    });
    await store.update(changed.map(({ contact, customer }) => ({ id: contact.id, customer })));
    await platform.events.record(
      changed.flatMap(({ contact, customer }) =>
        // In the timeline of both.
        [contact.customer, customer].map(
          (of): NewEvent => ({
            name: 'contact.moved',
            subject: { type: CONTACT, id: contact.id, documentId: contact.documentId },
            customer: of,
            before: { customer: codes.get(contact.customer) },
            after: { customer: codes.get(customer) },
          }),
        ),
      ),
    );
  });
}
