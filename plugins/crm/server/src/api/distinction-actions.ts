import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Caller, defineAction, rowIds, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER, CUSTOMER_DISTINCTION } from '../content-types/types';
import { distinctionStore } from '../stores/distinctions';
import { distinguishCustomers, undoDistinction } from '../use-cases/distinguish-customers';
import { distinctCustomers } from './merge-answers';
import { customersApart, nothing } from './shapes';

const MOST_SHOWN = 200;
/** Of these customers those that the reader may see. */
async function visibleOf({ strapi, platform }: Tools, caller: Caller, ids: readonly number[]) {
  const rows = (await strapi.db.query(CUSTOMER).findMany({
    where: { $and: [{ id: { $in: [...new Set(ids)] } }, platform.visible.filter(caller, CUSTOMER)] },
    select: ['id', 'documentId', 'code', 'name'],
  })) as { id: number; documentId: string; code: string; name: string }[];
  return new Map(rows.map(({ id, ...customer }) => [id, customer]));
}

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
    run: async ({ strapi, platform, caller }) => {
      const latest = await distinctionStore(platform).latest(MOST_SHOWN);
      const among = latest.flatMap(({ one, other }) => [one, other]);
      const customers = await visibleOf({ strapi, platform }, caller, among);
      // Of whom the reader sees one only, that another exists who is alike is not told either.
      const said = latest.filter(({ one, other }) => customers.has(one) && customers.has(other));
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
    run: async ({ strapi, platform, caller, subject }) => {
      const said = await distinctionStore(platform).byId(subject.id);
      const pair = said ? [said.one, said.other] : [];
      const customers = await visibleOf({ strapi, platform }, caller, pair);
      if (!said || pair.some((id) => !customers.has(id))) throw notFound('distinction.unknown');
      await undoDistinction({ platform }, said.id);
      return { done: true as const };
    },
  }),
];
