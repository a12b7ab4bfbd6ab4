import { defineAction, timeline } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { marksOf } from '../domain/duplicates';
import { readPhone } from '../domain/phone';
import { searchCustomers } from '../stores/search';
import { customerStore } from '../stores/customers';
import { activeStaff } from '../stores/staff';
import { findDuplicates } from '../use-cases/find-duplicates';
import { duplicates, foundCustomers, owners } from './answers';
import { duplicateQuestion, nothing, searchQuestion, timelineQuestion } from './shapes';

/** While a number is being typed it is none yet: then it matches nobody. */
const phoneSoFar = (typed: string | undefined): string | null => {
  try {
    return readPhone(typed, 'phone');
  } catch {
    return null;
  }
};

export const customerQuestions = [
  defineAction({
    name: 'findDuplicateCustomers',
    summary: 'Customers who may be the same as the one being entered',
    staff: { method: 'GET', path: '/customers/duplicates', permission: 'customer.create' },
    input: duplicateQuestion,
    output: duplicates,
    writes: false,
    run: async ({ platform, input }) => {
      const marks = marksOf({ ...input, phone: phoneSoFar(input.phone) });
      const [found] = await findDuplicates({ platform }, [marks]);
      return found;
    },
  }),
  defineAction({
    name: 'searchCustomers',
    summary: 'Search customers by name, code, phone, mail or tax id',
    staff: { method: 'GET', path: '/customers/search', permission: 'customer.read' },
    input: searchQuestion,
    output: foundCustomers,
    writes: false,
    run: async ({ strapi, platform, caller, input }) => {
      const mine = platform.visible.filter(caller, CUSTOMER);
      const { found, total, capped } = await searchCustomers(strapi, input, mine);
      return { customers: found.map(({ id: _, ...row }) => row), total, capped };
    },
  }),
  defineAction({
    name: 'listCustomerOwners',
    summary: 'Members of staff who can look after a customer',
    staff: { method: 'GET', path: '/customer-owners', permission: 'customer.read' },
    input: nothing,
    output: owners,
    writes: false,
    run: ({ strapi }) => activeStaff(strapi),
  }),
  defineAction({
    name: 'customerTimeline',
    summary: 'What happened with a customer, last first: of that what the reader may read',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/timeline', permission: 'customer.read' },
    input: timelineQuestion,
    output: timeline,
    writes: false,
    run: async ({ platform, caller, subject, input }) =>
      platform.events.timeline(caller, {
        ...input,
        customer: [subject.id, ...(await customerStore(platform).mergedInto(subject.id))],
      }),
  }),
];
