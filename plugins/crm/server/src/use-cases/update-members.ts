import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { forbidden, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { SETTING } from '../content-types/types';
import { type MemberChange, splitMemberChange } from '../domain/member';
import { contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';
import { renameField } from './fields';
import { memberField } from './register-members';
import { updateContacts } from './update-contacts';
import { updateCustomers } from './update-customers';

/** Members change their own customer and contact, where the settings let them. */
export async function updateMembers(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly { user: number; change: MemberChange }[],
): Promise<void> {
  const { membersMayEdit } = await platform.settings.read<{ membersMayEdit: boolean }>(SETTING);
  if (!membersMayEdit) throw forbidden('member.may_not_edit');
  await platform.transaction(async () => {
    const contacts = await contactStore(platform).ofUsers(changes.map((one) => one.user));
    const customers = await customerStore(platform).lock(contacts.map((contact) => contact.customer));
    const parts = changes.map(({ user, change }) => {
      const contact = contacts.find((one) => one.user === user);
      const customer = customers.find((one) => one.id === contact?.customer);
      if (!contact || !customer) throw notFound('customer.unknown');
      return { contact, customer, of: splitMemberChange(customer.kind, change) };
    });
    await renameField(memberField, async () => {
      await updateCustomers(
        { platform },
        parts.map(({ customer, of }) => ({ id: customer.id, change: of.customer })),
      );
      await updateContacts(
        { platform },
        parts.map(({ contact, of }) => ({ id: contact.id, change: of.contact })),
      );
    });
  });
}
