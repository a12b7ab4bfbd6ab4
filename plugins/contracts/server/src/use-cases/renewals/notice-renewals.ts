import { daysBetween, next } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { UNDECIDED, renewalMachine } from '../../domain/renewal-machine';
import { nextNoticeOn, noticeDue, policyFor } from '../../domain/renewal-notices';
import { renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { must } from '../must';
import { type LockedRenewal, lockRenewals } from './lock-renewals';
import { renewalTeller } from './renewal-mails';
import { readRenewalPolicy } from './renewal-policy';

interface Due {
  one: LockedRenewal;
  number: number;
  endsOn: string;
}

/**
 * Tells customers, and those who look after them, that a term is about to end: of each renewal the notice that is due
 * today, once. Read under the lock, so that whoever comes second finds it given.
 */
export async function noticeRenewals(tools: Tools, renewals: readonly number[]): Promise<number> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const policy = await readRenewalPolicy(tools);
    const today = platform.clock.today();
    const locked = (await lockRenewals(tools, renewals)).filter(
      ({ renewal, contract }) => UNDECIDED.includes(renewal.state) && contract.endsOn !== null,
    );
    const known = locked.map((one) => {
      const endsOn = must(one.contract.endsOn ?? undefined);
      const { termMonths, autoRenew } = one.contract;
      const own = policyFor(policy, { termMonths: termMonths ?? 1, autoRenew });
      const number = noticeDue(own, { endsOn, sent: one.renewal.notices }, today);
      return { one, endsOn, number, next: nextNoticeOn(own, endsOn, number ?? one.renewal.notices) };
    });
    const due = known.flatMap(({ number, ...one }): Due[] => (number === undefined ? [] : [{ ...one, number }]));
    const store = renewalsStore(platform.rows);
    await store.update(
      known.map(({ one: { renewal }, endsOn, number, next: nextOn }) => ({
        ...{ id: renewal.id, termEndsOn: endsOn, notices: number ?? renewal.notices, nextNoticeOn: nextOn },
        state: number === undefined ? renewal.state : (next(renewalMachine, renewal.state, 'notice') ?? renewal.state),
      })),
    );
    const teller = await renewalTeller(
      tools,
      due.map(({ one }) => one),
      policy.mailTo,
    );
    await store.insertNotices(
      due.map(({ one, number, endsOn }) => ({
        ...{ renewal: one.renewal.id, number, sentOn: today, daysLeft: daysBetween(today, endsOn) },
        ...{ email: teller.emailOf(one), staffEmail: teller.staffOf(one)[0]?.email ?? null },
      })),
    );
    await platform.mail.queue(
      due.flatMap(({ one, number, endsOn }): NewDelivery[] => {
        const telling = { one: { ...one, renewal: { ...one.renewal, termEndsOn: endsOn } }, term: null };
        const key = `renewal:${one.renewal.documentId}:${number}`;
        return [...teller.customer('renewal-notice', telling, key), ...teller.staff('renewal-staff', telling, key)];
      }),
    );
    await platform.events.record(
      due.map(({ one: { contract }, number, endsOn }) =>
        contractEvent('contract.renewal_noticed', contract, { state: contract.state, endsOn, notice: number }),
      ),
    );
    return due.length;
  });
}
