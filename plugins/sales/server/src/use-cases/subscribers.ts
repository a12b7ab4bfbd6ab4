import type { Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { cancelVoidedOrders } from './cancel-voided-orders';
import { confirmPaidOrders } from './confirm-paid-orders';
import { freeCreditedOrders } from './free-credited-orders';
import { refuseCancelledCredits } from './refuse-cancelled-credits';
import { checkAskedProducts } from './quote-requests/check-asked-products';
import { returnSlotsOfCredited, returnSlotsOfInvoices } from './return-slots-of-invoices';
import { waitAgain } from './wait-again';

/** What sales does when crm or billing says that something happened: in the same transaction, or after a credit. */
export const subscribers = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'sales.check-asked-products',
    on: ['form.submitted'],
    when: 'within',
    handle: (events) =>
      checkAskedProducts(
        tools,
        events.map((event) => event.subject.id),
      ),
  },
  {
    name: 'sales.confirm-paid-orders',
    on: ['invoice.paid'],
    when: 'within',
    handle: async (events) => {
      await confirmPaidOrders(
        tools,
        events.map((event) => event.subject.id),
      );
    },
  },
  {
    // Before the orders are cancelled, which locks their stock: coupons come before stock everywhere.
    name: 'sales.return-slots-of-invoices',
    on: ['invoice.voided'],
    when: 'within',
    handle: (events) =>
      returnSlotsOfInvoices(
        tools,
        events.map((event) => event.subject.id),
      ),
  },
  {
    name: 'sales.return-slots-of-credited',
    on: ['invoice.credited'],
    when: 'after',
    handle: (event) => returnSlotsOfCredited(tools, [event.subject.id]),
  },
  {
    name: 'sales.free-credited-orders',
    on: ['invoice.credited'],
    when: 'after',
    handle: (event) => freeCreditedOrders(tools, [event.subject.id]),
  },
  {
    name: 'sales.refuse-cancelled-credits',
    on: ['credit_note.cancelled'],
    when: 'within',
    handle: (events) => refuseCancelledCredits(tools, events),
  },
  {
    name: 'sales.cancel-voided-orders',
    on: ['invoice.voided'],
    when: 'within',
    handle: (events) =>
      cancelVoidedOrders(
        tools,
        events.map((event) => ({ invoice: event.subject.id, reason: String(event.after?.reason ?? '') })),
      ),
  },
  {
    name: 'sales.wait-again',
    on: ['payment.rejected', 'payment.failed', 'invoice.reopened', 'invoice.owed_more'],
    when: 'within',
    handle: (events) => waitAgain(tools, events),
  },
];
