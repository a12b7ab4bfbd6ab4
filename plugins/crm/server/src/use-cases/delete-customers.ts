import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict, keepWords, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';
import { distinctionStore } from '../stores/distinctions';
import { mergeStore } from '../stores/merges';

/** Why a customer must stay: a message code that names what it has, and which of the given customers have it. */
export interface DeletionBlocker {
  reason: string;
  of: (customers: readonly number[]) => Promise<readonly number[]>;
}

/**
 * What must happen before the rows of customers go: nothing may depend on them, their contacts go first. Part of a
 * transaction under way. The database refuses the same; here it is said in words.
 */
export async function prepareDeletion(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
  blockers: readonly DeletionBlocker[],
): Promise<void> {
  const customers = await customerStore(platform).lock(ids);
  if (customers.length < new Set(ids).size) throw notFound('customer.unknown');
  const contacts = await contactStore(platform).ofCustomers(ids);
  const members = contacts.filter((contact) => contact.user !== null).map((contact) => contact.customer);
  const own: readonly DeletionBlocker[] = [
    { reason: 'customer.has_members', of: async () => members },
    { reason: 'customer.has_merges', of: (list) => mergeStore(platform).partiesAmong(list) },
  ];
  for (const { reason, of } of [...own, ...blockers]) {
    const [blocked] = await of(ids);
    if (blocked === undefined) continue;
    throw conflict('customer.in_use', {
      params: {
        code: customers.find((customer) => customer.id === blocked)?.code ?? '',
        reason: keepWords(reason),
      },
    });
  }
  await distinctionStore(platform).removeOf(ids);
  await contactStore(platform).remove(contacts.map((contact) => contact.id));
  await platform.events.record(
    customers.map(
      ({ nameKey: _, id, documentId, ...before }): NewEvent => ({
        name: 'customer.deleted',
        subject: { type: CUSTOMER, id, documentId },
        customer: id,
        before: { ...before, contacts: contacts.filter((contact) => contact.customer === id).map(({ name }) => name) },
      }),
    ),
  );
}

/** Deletes customers that nothing depends on, with their contacts. All or none. */
export async function deleteCustomers(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
  blockers: readonly DeletionBlocker[],
): Promise<void> {
  await platform.transaction(async () => {
    await prepareDeletion({ platform }, ids, blockers);
    await customerStore(platform).remove(ids);
  });
}
