import type { NewEvent, Platform, RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INVOICE } from '../../content-types/types';
import { hardNotices } from '../../stores/dunning/notices';
import { readCustomers } from '../../stores/parties';

/**
 * Services come back when nothing is owed any more of what they were suspended for, and are suspended again when a
 * payment of it is reversed. What was ended stays ended.
 */
async function followSuspensions(platform: Platform, events: readonly RecordedEvent[]): Promise<void> {
  const hard = await hardNotices(
    platform,
    'invoice',
    events.map(({ subject }) => subject.id),
  );
  const suspended = hard.filter(
    ({ action, invoice }) =>
      action === 'suspend' && !hard.some((other) => other.invoice === invoice && other.action === 'terminate'),
  );
  if (suspended.length === 0) return;
  const ids = [...new Set(suspended.map(({ customer }) => customer))];
  const all = await hardNotices(platform, 'customer', ids);
  const invoices = await platform.rows.byIds<{ state: string }>(
    INVOICE,
    all.map(({ invoice }) => invoice),
    { fields: ['state'] },
  );
  const isOpen = new Map(invoices.map(({ id, state }) => [id, state === 'open']));
  const customers = await readCustomers(platform, ids);
  await platform.events.record(
    ids.flatMap((id): NewEvent[] => {
      const customer = customers.get(id);
      const own = suspended.filter((one) => one.customer === id);
      const again = own.filter(({ invoice }) => isOpen.get(invoice));
      const others = all.filter(
        (one) => one.customer === id && isOpen.get(one.invoice) && !own.some(({ invoice }) => invoice === one.invoice),
      );
      // Another invoice has the service suspended all the while.
      if (!customer || others.length > 0) return [];
      return [
        {
          name: again.length > 0 ? 'customer.suspension_due' : 'customer.resumption_due',
          subject: { type: CUSTOMER, id, documentId: customer.documentId },
          customer: id,
          after: { invoices: [...new Set((again.length > 0 ? again : own).map(({ number }) => number))] },
        },
      ];
    }),
  );
}

export const subscribers = ({ platform }: Tools): readonly Subscriber[] => [
  {
    name: 'billing.follow-suspensions',
    on: ['invoice.paid', 'invoice.voided', 'invoice.reopened'],
    when: 'within',
    handle: (events) => followSuspensions(platform, events),
  },
];
