import { defineAction, gone, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../content-types/types';
import { contactStore } from '../stores/contacts';
import { createContacts } from '../use-cases/create-contacts';
import { deleteContacts } from '../use-cases/delete-contacts';
import { moveContacts } from '../use-cases/move-contacts';
import { updateContacts } from '../use-cases/update-contacts';
import { contact } from './answers';
import { contactChange, contactDraft, contactMove, nothing } from './shapes';
import { contactView } from './views';

const customerOf = (platform: Platform, documentId: string): Promise<number> =>
  rowId(platform, CUSTOMER, documentId, 'customer.unknown', 'customer');

const view = async (platform: Platform, id: number) => {
  const [row] = await contactStore(platform).byIds([id]);
  return row && contactView(row);
};

export const contactActions = [
  defineAction({
    name: 'createContact',
    summary: 'Add a contact to a customer',
    staff: { method: 'POST', path: '/contacts', permission: 'contact.edit' },
    input: contactDraft,
    output: contact,
    status: 201,
    run: async (call) => {
      const { customer, ...draft } = call.input;
      const [created] = await createContacts(call, [{ ...draft, customer: await customerOf(call.platform, customer) }]);
      return view(call.platform, created?.id ?? 0);
    },
  }),
  defineAction({
    name: 'updateContact',
    summary: 'Change a contact',
    subject: CONTACT,
    staff: { method: 'PUT', path: '/contacts/:id', permission: 'contact.edit' },
    input: contactChange,
    output: contact,
    run: async ({ platform, subject, input }) => {
      await updateContacts({ platform }, [{ id: subject.id, change: input }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'moveContact',
    summary: 'Move a contact to another customer; a member then sees what is that customer’s',
    subject: CONTACT,
    staff: { method: 'POST', path: '/contacts/:id/move', permission: 'contact.move' },
    input: contactMove,
    output: contact,
    run: async (call) => {
      const customer = await customerOf(call.platform, call.input.customer);
      await moveContacts(call, [{ contact: call.subject.id, customer }]);
      return view(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'deleteContact',
    summary: 'Delete a contact that is no member',
    subject: CONTACT,
    staff: { method: 'DELETE', path: '/contacts/:id', permission: 'contact.edit' },
    input: nothing,
    output: gone,
    run: async ({ platform, subject }) => {
      await deleteContacts({ platform }, [subject.id]);
      return { documentId: subject.documentId };
    },
  }),
];
