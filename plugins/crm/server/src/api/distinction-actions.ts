import { defineAction, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER, CUSTOMER_DISTINCTION } from '../content-types/types';
import { customerStore } from '../stores/customers';
import { distinctionStore } from '../stores/distinctions';
import { distinguishCustomers, undoDistinction } from '../use-cases/distinguish-customers';
import { distinctCustomers } from './merge-answers';
import { customersApart, nothing } from './shapes';

const MOST_SHOWN = 200;
const done = z.strictObject({ done: z.literal(true) });

/** Customers who are alike, and not the same. */
export const distinctionActions = [
  defineAction({
    name: 'distinguishCustomers',
    summary: 'Say of customers who are alike that they are not the same: they are not proposed again',
    staff: { method: 'POST', path: '/customer-distinctions', permission: 'customer.merge' },
    graphql: 'none',
    input: customersApart,
    output: done,
    status: 201,
    run: async ({ platform, input: { customers } }) => {
      const ids = await rowIds(platform, CUSTOMER, customers, 'customer.unknown', () => 'customers');
      await distinguishCustomers({ platform }, ids);
      return { done: true as const };
    },
  }),
  defineAction({
    name: 'listDistinctCustomers',
    summary: 'Customers who were said not to be the same, by whom and when, last first',
    staff: { method: 'GET', path: '/customer-distinctions', permission: 'customer.merge' },
    graphql: 'none',
    input: nothing,
    output: distinctCustomers,
    writes: false,
    run: async ({ platform }) => {
      const said = await distinctionStore(platform).latest(MOST_SHOWN);
      const rows = await customerStore(platform).byIds([...new Set(said.flatMap(({ one, other }) => [one, other]))]);
      const customers = new Map(rows.map(({ id, documentId, code, name }) => [id, { documentId, code, name }]));
      const names = await platform.events.actorNames(said.map(({ saidBy }) => saidBy));
      return said.map(({ documentId, one, other, saidAt, saidBy }) => ({
        ...{ documentId, saidAt, saidBy: names.get(saidBy) ?? '' },
        customers: [one, other].flatMap((id) => customers.get(id) ?? []),
      }));
    },
  }),
  defineAction({
    name: 'undoDistinction',
    summary: 'Take back that two customers are not the same: they are proposed again',
    subject: CUSTOMER_DISTINCTION,
    staff: { method: 'POST', path: '/customer-distinctions/:id/undo', permission: 'customer.merge' },
    graphql: 'none',
    input: nothing,
    output: done,
    run: async ({ platform, subject }) => {
      await undoDistinction({ platform }, subject.id);
      return { done: true as const };
    },
  }),
];
