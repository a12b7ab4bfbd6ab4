import { type Caller, defineAction, gone, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { badInput, forbidden } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER, CUSTOMER_CLASS, SETTING } from '../content-types/types';
import { customerStore } from '../stores/customers';
import { askCustomerEdits } from '../use-cases/ask-customer-edits';
import { createCustomers, type DuplicateRule } from '../use-cases/create-customers';
import { deleteCustomers } from '../use-cases/delete-customers';
import { moveCustomers } from '../use-cases/move-customers';
import { updateCustomers } from '../use-cases/update-customers';
import { blockersOf } from '../services/customers';
import { createdCustomer, customer } from './answers';
import { customerChange, customerCredit, customerDraft, customerOwner, nothing } from './shapes';
import { customerView } from './views';

/** Row id of the class that a document id names; what is not named stays unnamed. */
async function classOf(platform: Platform, documentId: string | null | undefined): Promise<number | null | undefined> {
  if (documentId === undefined || documentId === null) return documentId;
  const [found] = await platform.rows.byDocumentIds(CUSTOMER_CLASS, [documentId], { fields: [] });
  if (!found) throw badInput('customer_class.unknown', { field: 'class' });
  return found.id;
}

function needs(caller: Caller, right: string, code: string, field: string): void {
  if (!caller.can(`plugin::crm.${right}`)) throw forbidden(code, { field });
}

/** Whether the change of this caller waits for somebody else: who approves changes makes them. */
const waits = async (platform: Platform, caller: Caller): Promise<boolean> =>
  caller.kind === 'staff' &&
  !caller.can('plugin::crm.customer.approve') &&
  (await platform.settings.read<{ editsNeedApproval: boolean }>(SETTING)).editsNeedApproval;

const view = async (platform: Platform, id: number) => {
  const [row] = await customerStore(platform).byIds([id]);
  return row && customerView(row);
};

export const customerActions = [
  defineAction({
    name: 'createCustomer',
    summary: 'Create a customer',
    staff: { method: 'POST', path: '/customers', permission: 'customer.create' },
    input: customerDraft,
    output: createdCustomer,
    status: 201,
    run: async ({ platform, caller, input }) => {
      if (input.creditTermsDays || input.creditLimit || input.earlyPayment) {
        needs(caller, 'customer.credit', 'customer.credit_not_yours', 'creditTermsDays');
      }
      const me = caller.userId ?? null;
      const owner = input.owner === undefined ? me : input.owner;
      if (owner !== me) needs(caller, 'customer.assign', 'customer.owner_not_yours', 'owner');
      const { duplicateRule } = await platform.settings.read<{ duplicateRule: DuplicateRule }>(SETTING);
      const draft = { ...input, owner, class: await classOf(platform, input.class) };
      const [created] = await createCustomers({ platform }, [draft], duplicateRule);
      const shown = await view(platform, created?.id ?? 0);
      return shown && { ...shown, duplicates: created?.duplicates ?? [] };
    },
  }),
  defineAction({
    name: 'updateCustomer',
    summary: 'Change a customer; where the settings say so the change waits for its approval',
    subject: CUSTOMER,
    staff: { method: 'PUT', path: '/customers/:id', permission: 'customer.update' },
    input: customerChange,
    output: customer,
    run: async ({ platform, caller, subject, input }) => {
      const change = { ...input, class: await classOf(platform, input.class) };
      if (await waits(platform, caller)) {
        const [asked] = await askCustomerEdits({ platform }, [{ id: subject.id, change }]);
        const shown = await view(platform, subject.id);
        return shown && { ...shown, ...(asked ? { approval: { documentId: asked.documentId } } : {}) };
      }
      await updateCustomers({ platform }, [{ id: subject.id, change }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'setCustomerCredit',
    summary: 'Set the credit terms and limit of a customer',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/credit', permission: 'customer.credit' },
    input: customerCredit,
    output: customer,
    run: async ({ platform, subject, input }) => {
      await updateCustomers({ platform }, [{ id: subject.id, change: input }]);
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'assignCustomer',
    summary: 'Give a customer to a member of staff',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/assign', permission: 'customer.assign' },
    input: customerOwner,
    output: customer,
    run: async ({ strapi, platform, subject, input }) => {
      const there =
        input.owner === null || (await strapi.db.query('admin::user').count({ where: { id: input.owner } })) > 0;
      if (!there) throw badInput('staff.unknown', { field: 'owner' });
      await updateCustomers({ platform }, [{ id: subject.id, change: input }]);
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Customer`,
      summary: verb === 'close' ? 'Close a customer' : 'Reopen a customer',
      subject: CUSTOMER,
      staff: { method: 'POST', path: `/customers/:id/${verb}`, permission: 'customer.close' },
      input: nothing,
      output: customer,
      run: async ({ platform, subject }) => {
        await moveCustomers({ platform }, verb, [subject.id]);
        return view(platform, subject.id);
      },
    }),
  ),
  defineAction({
    name: 'deleteCustomer',
    summary: 'Delete a customer that nothing depends on',
    subject: CUSTOMER,
    staff: { method: 'DELETE', path: '/customers/:id', permission: 'customer.delete' },
    input: nothing,
    output: gone,
    run: async ({ strapi, platform, subject }) => {
      await deleteCustomers({ platform }, [subject.id], blockersOf(strapi));
      return { documentId: subject.documentId };
    },
  }),
];
