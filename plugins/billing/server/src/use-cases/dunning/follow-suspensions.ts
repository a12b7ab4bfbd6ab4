import type { NewEvent, Platform, RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { hardNotices } from '../../stores/dunning/notices';
import { invoiceStates } from '../../stores/dunning/standing';
import { waitAgain } from '../../stores/dunning/waiting-fees';
import { dueOf } from './due-events';

/** A credit of what was paid before changes nothing: its service has come back long since. */
const mayTurn = ({ name, before }: RecordedEvent): boolean => name !== 'invoice.credited' || before?.state === 'open';

/**
 * What an invoice bills comes back when nothing is owed of it any more, and is suspended again when a payment of it is
 * reversed. What was ended stays ended.
 */
async function followSuspensions(platform: Platform, recorded: readonly RecordedEvent[]): Promise<void> {
  const events = recorded.filter(mayTurn);
  const reopened = new Set(events.filter(({ name }) => name === 'invoice.reopened').map(({ subject }) => subject.id));
  const hard = await hardNotices(
    platform,
    events.map(({ subject }) => subject.id),
  );
  const ended = new Set(hard.filter(({ action }) => action === 'terminate').map(({ invoice }) => invoice));
  const suspended = [...new Set(hard.map(({ invoice }) => invoice))].filter((invoice) => !ended.has(invoice));
  if (suspended.length === 0) return;
  const invoices = await invoiceStates(platform, suspended);
  await platform.events.record(
    invoices.flatMap((invoice): NewEvent[] => {
      if (invoice.state !== 'open') return [dueOf('resumption', invoice)];
      // What is still owed of it has the service suspended all the while.
      return reopened.has(invoice.id) ? [dueOf('suspension', invoice, { restored: true })] : [];
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
  {
    name: 'billing.let-fees-wait-again',
    on: ['invoice.voided'],
    when: 'within',
    handle: (events) =>
      waitAgain(
        platform,
        events.map(({ subject }) => subject.id),
      ),
  },
];
