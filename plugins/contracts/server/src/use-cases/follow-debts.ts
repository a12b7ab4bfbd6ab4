import type { RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { mailLetters } from './mail-letters';
import { endForDebt, resumeAfterDebt } from './settle-debts';
import { suspendAgain, suspendForDebt } from './suspend-for-debt';

const idsOf = (events: readonly RecordedEvent[]): number[] => events.map(({ subject }) => subject.id);
const isRestored = ({ after }: RecordedEvent): boolean => after?.restored === true;

/**
 * What contracts do when dunning suspends or ends what an invoice bills. Suspending is part of the step that tells of it;
 * what gives money back or charges a fee comes after, so that no payment and no step waits for it.
 */
export const followDebts = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.suspend-for-debt',
    on: ['invoice.suspension_due'],
    when: 'within',
    async handle(events) {
      const suspended = await suspendForDebt(tools, idsOf(events.filter((event) => !isRestored(event))));
      const again = await suspendForDebt(tools, idsOf(events.filter(isRestored)));
      // A step of dunning has a mail of its own, with which the letter goes.
      await mailLetters(
        tools,
        again.filter((contract) => !suspended.includes(contract)),
      );
    },
  },
  {
    name: 'contracts.suspend-again',
    on: ['contract.resumed'],
    when: 'within',
    async handle(events) {
      const on = await suspendAgain(tools, idsOf(events.filter(({ after }) => after?.cause === 'staff')));
      await mailLetters(tools, on);
    },
  },
  {
    name: 'contracts.resume-after-debt',
    on: ['invoice.resumption_due'],
    when: 'after',
    handle: (event) => resumeAfterDebt(tools, [event.subject.id]),
  },
  {
    name: 'contracts.end-for-debt',
    on: ['invoice.termination_due'],
    when: 'after',
    handle: (event) => endForDebt(tools, [event.subject.id]),
  },
];
