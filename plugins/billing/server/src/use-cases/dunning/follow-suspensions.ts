import type { NewEvent, Platform, RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INVOICE } from '../../content-types/types';
import { hardNotices } from '../../stores/dunning/notices';
import { readCustomers } from '../../stores/parties';

/** A credit of what was paid before changes nothing: its service has come back long since. */
const mayTurn = ({ name, before }: RecordedEvent): boolean => name !== 'invoice.credited' || before?.state === 'open';

/**
 * Services come back when nothing is owed any more of what they were suspended for, and are suspended again when a
 * payment of it is reversed. What was ended stays ended.
 */
async function followSuspensions(platform: Platform, recorded: readonly RecordedEvent[]): Promise<void> {
  const events = recorded.filter(mayTurn);
  const reopened = new Set(events.filter(({ name }) => name === 'invoice.reopened').map(({ subject }) => subject.id));
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
      const again = own.filter(({ invoice }) => isOpen.get(invoice) && reopened.has(invoice));
      const others = all.filter(
        (one) =>
          one.customer === id && isOpen.get(one.invoice) && !again.some(({ invoice }) => invoice === one.invoice),
      );
      const ended = all.some(
        (one) => one.customer === id && one.action === 'terminate' && own.every((suspension) => suspension.id < one.id),
      );
      // Another invoice, or what is still owed of this one, has the service suspended all the while.
      if (!customer || ended || others.length > 0) return [];
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
    on: ['invoice.paid', 'invoice.voided', 'invoice.credited', 'invoice.reopened'],
    when: 'within',
    handle: (events) => followSuspensions(platform, events),
  },
];
