import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { customerMachine } from '../domain/customer';
import { type CustomerRow, customerStore } from '../stores/customers';
import { refuseTakenTaxIds } from './refuse-taken-tax-ids';

const EVENT = { close: 'customer.closed', reopen: 'customer.reopened' } as const;

/** Closes customers, or opens them again: then nobody else may have their tax id and branch meanwhile. */
export async function moveCustomers(
  { platform }: Pick<Tools, 'platform'>,
  verb: keyof typeof EVENT,
  ids: readonly number[],
): Promise<CustomerRow[]> {
  return platform.transaction(async () => {
    const store = customerStore(platform);
    const customers = await store.lock(ids);
    if (customers.length < new Set(ids).size) throw notFound('customer.unknown');
    const moved = customers.map((customer) => ({ ...customer, state: move(customerMachine, customer.state, verb) }));
    if (verb === 'reopen') await refuseTakenTaxIds(platform, moved, () => '');
    await store.update(moved.map(({ id, state }) => ({ id, state })));
    await platform.events.record(
      customers.map(
        (customer, index): NewEvent => ({
          name: EVENT[verb],
          subject: { type: CUSTOMER, id: customer.id, documentId: customer.documentId },
          customer: customer.id,
          before: { state: customer.state },
          after: { state: moved[index]?.state },
        }),
      ),
    );
    return moved;
  });
}
