import { broken, conflict, type Language, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../content-types/types';
import type { Shipping } from '../domain/order';

export interface OrderingCustomer extends Ref {
  name: string;
  state: 'active' | 'closed';
  /** Nothing is ordered without the number of its purchase order. */
  poRequired: boolean | null;
  language: Language;
  email: string | null;
  shippingAddress: Shipping | null;
}

/** Who orders, and where the confirmation goes: to the contact named, else to the customer. */
export interface OrderParties {
  customer: OrderingCustomer;
  mailTo: string | null;
}

interface Named {
  customer: number;
  contact?: number;
  poNumber?: string;
}

/** The customers of these orders, locked in id order: nobody else moves their money or their goods meanwhile. */
async function lockCustomers({ platform }: Tools, ids: readonly number[]): Promise<Map<number, OrderingCustomer>> {
  const rows = await platform.rows.byIds<Omit<OrderingCustomer, keyof Ref>>(CUSTOMER, ids, {
    fields: ['name', 'state', 'poRequired', 'language', 'email', 'shippingAddress'],
    lock: 'wait',
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The parties of each order, in their order. Refuses a customer who is closed, one who wants a purchase order named where
 * none is, and a contact who is not the customer's.
 */
export async function orderParties(tools: Tools, orders: readonly Named[]): Promise<OrderParties[]> {
  const customers = await lockCustomers(
    tools,
    orders.map((order) => order.customer),
  );
  const named = orders.flatMap((order) => (order.contact === undefined ? [] : [order.contact]));
  const contacts =
    named.length === 0
      ? []
      : await tools.platform.rows.byIds<{ customer: number | null; email: string | null }>(CONTACT, named, {
          fields: ['customer', 'email'],
        });
  return orders.map((order) => {
    const customer = customers.get(order.customer);
    if (!customer) throw notFound('order.customer_unknown', { field: 'customer' });
    if (customer.state !== 'active') throw conflict('order.customer_closed', { params: { customer: customer.name } });
    if (customer.poRequired && !order.poNumber?.trim()) {
      throw broken('order.po_number_missing', { field: 'poNumber', params: { customer: customer.name } });
    }
    if (order.contact === undefined) return { customer, mailTo: customer.email };
    const contact = contacts.find((row) => row.id === order.contact && row.customer === customer.id);
    if (!contact) throw notFound('order.contact_unknown', { field: 'contact' });
    return { customer, mailTo: contact.email ?? customer.email };
  });
}
