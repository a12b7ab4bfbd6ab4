import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { contactStore } from '../stores/contacts';
import { customerStore } from '../stores/customers';
import { updateMembers } from '../use-cases/update-members';
import { ownAnswer } from './answers';
import { memberChange, nothing } from './shapes';
import { ownContactView, ownCustomerView } from './views';

async function own({ platform, caller }: Pick<Call<unknown>, 'platform' | 'caller'>) {
  const [contact] = await contactStore(platform).ofUsers([caller.userId ?? 0]);
  const [customer] = contact ? await customerStore(platform).byIds([contact.customer]) : [];
  if (!contact || !customer) throw notFound('customer.unknown');
  return { customer: ownCustomerView(customer), contact: ownContactView(contact) };
}

export const memberActions = [
  defineAction({
    name: 'myCustomer',
    summary: 'Own customer and contact',
    storefront: { method: 'GET', path: '/me', who: 'member' },
    input: nothing,
    output: ownAnswer,
    writes: false,
    run: own,
  }),
  defineAction({
    name: 'updateMyCustomer',
    summary: 'Change own name, phone, addresses and language',
    storefront: { method: 'PUT', path: '/me', who: 'member' },
    input: memberChange,
    output: ownAnswer,
    run: async (call) => {
      await updateMembers(call, [{ user: call.caller.userId ?? 0, change: call.input }]);
      return own(call);
    },
  }),
];
