import type { RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { activateWhatMay } from './activate-contracts';
import { followDebts } from './follow-debts';
import { makeFromConfirmed, makeFromPaid } from './make-from-orders';
import { orderSubscribers } from './orders/subscribers';
import { renewPaid } from './renewals/ask-to-renew';
import { declineGivenUp } from './renewals/decline-renewals';
import { forgetOffers, offerAnew, offerMoved } from './renewals/offer-renewals';
import { withdrawOfClosed } from './renewals/withdraw-of-closed';
import { undoPeriods } from './undo-periods';

const idsOf = (events: readonly { subject: { id: number } }[]): number[] => events.map(({ subject }) => subject.id);
const asksNothing = ({ name, after }: RecordedEvent): boolean => name === 'invoice.voided' || after?.whole === true;

/** What contracts do in the transaction in which something was paid, confirmed, void or cancelled. */
export const subscribers = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.make-from-paid',
    on: ['invoice.paid'],
    when: 'within',
    handle: async (events) => {
      const paid = idsOf(events);
      await makeFromPaid(tools, paid);
      const waiting = await contractsStore(tools.platform.rows).waitingFor(paid);
      await activateWhatMay(
        tools,
        waiting.map(({ id }) => id),
      );
    },
  },
  {
    name: 'contracts.renew-paid',
    on: ['invoice.paid'],
    when: 'within',
    handle: (events) => renewPaid(tools, idsOf(events)),
  },
  {
    name: 'contracts.withdraw-of-closed',
    on: ['customer.closed'],
    when: 'within',
    handle: (events) => withdrawOfClosed(tools, idsOf(events)),
  },
  {
    name: 'contracts.forget-void-offers',
    on: ['invoice.voided', 'invoice.credited'],
    when: 'within',
    handle: (events) => forgetOffers(tools, idsOf(events.filter(asksNothing))),
  },
  {
    name: 'contracts.offer-anew',
    on: ['contract.changed'],
    when: 'within',
    handle: (events) => offerAnew(tools, idsOf(events)),
  },
  {
    name: 'contracts.offer-moved',
    on: ['contract.resumed'],
    when: 'within',
    handle: (events) => offerMoved(tools, idsOf(events)),
  },
  {
    name: 'contracts.decline-given-up',
    on: ['contract.notice_given', 'contract.ended', 'contract.cancelled'],
    when: 'within',
    handle: (events) => declineGivenUp(tools, idsOf(events)),
  },
  {
    name: 'contracts.make-from-confirmed',
    on: ['order.confirmed'],
    when: 'within',
    handle: async (events) => {
      await makeFromConfirmed(tools, idsOf(events));
    },
  },
  {
    name: 'contracts.undo-periods',
    on: ['invoice.voided'],
    when: 'within',
    handle: (events) => undoPeriods(tools, idsOf(events)),
  },
  ...orderSubscribers(tools),
  ...followDebts(tools),
];
