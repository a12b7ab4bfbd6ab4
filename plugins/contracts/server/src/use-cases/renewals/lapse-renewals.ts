import { addDays, keepWords, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalMachine } from '../../domain/renewal-machine';
import { contractsStore } from '../../stores/contracts';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { finishOver, isShifting } from '../finish-contracts';
import { lockRenewals } from './lock-renewals';
import { lostRights } from './lost-rights';
import { withdrawOffers } from './offer-renewals';
import { renewalTeller } from './renewal-mails';
import { readRenewalPolicy, type RenewalPolicy } from './renewal-policy';

const lapsed = (
  renewal: RenewalRow,
  { policy, endsOn, today, by }: { policy: RenewalPolicy; endsOn: string; today: string; by: string },
) => ({
  ...{ id: renewal.id, state: 'lapsed' as const, termEndsOn: endsOn, decidedOn: today, decidedBy: by },
  ...{ nextNoticeOn: null, nextOfferOn: null },
  offerEndsOn: renewal.invoice === null ? null : addDays(endsOn, policy.winBackDays),
});

/**
 * The last day is over and nobody has decided: contracts lapse and end, the letter says what is lost and how it comes
 * back, and whoever looks after the customer is told. Whatever is still to be billed in arrears is billed first.
 */
export async function lapseRenewals(tools: Tools, renewals: readonly number[]): Promise<number> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const policy = await readRenewalPolicy(tools);
    const today = platform.clock.today();
    const over = (await lockRenewals(tools, renewals)).filter(
      (one) =>
        one.contract.state === 'active' &&
        one.contract.endsOn !== null &&
        one.contract.endsOn < today &&
        !isShifting(one) &&
        next(renewalMachine, one.renewal.state, 'lapse') !== undefined,
    );
    const changes = over.map(({ renewal, contract }) =>
      lapsed(renewal, { policy, endsOn: contract.endsOn ?? today, today, by: platform.caller().key }),
    );
    const lost = await lostRights(tools, over);
    await renewalsStore(platform.rows).update(changes);
    const reason = keepWords('renewal.lapsed_reason');
    const billed = over.filter(({ contract }) => contract.nextBillOn === null);
    await contractsStore(platform.rows).update(over.map(({ contract }) => ({ id: contract.id, endReason: reason })));
    await finishOver(
      tools,
      billed.map((one) => ({ one, reason })),
    );
    await platform.events.record(
      over.map(({ contract, renewal }) =>
        contractEvent('contract.lapsed', contract, {
          ...{ state: contract.state, contract: contract.id, term: renewal.term, endsOn: contract.endsOn },
        }),
      ),
    );
    const told = over.map((one, index) => ({ ...one, renewal: { ...one.renewal, ...changes[index] } }));
    const teller = await renewalTeller(tools, told, policy.mailTo);
    await platform.mail.queue(
      told.flatMap((one) => {
        const key = `renewal:${one.renewal.documentId}:lapsed`;
        const telling = { one, term: null, lost };
        return [
          ...teller.customer('renewal-lapsed', telling, key),
          ...teller.staff('renewal-lapsed-staff', telling, key),
        ];
      }),
    );
    return over.length;
  });
}

/** The days are over in which what was offered could still be paid: the invoices are void. */
export async function endOffers(tools: Tools, renewals: readonly number[]): Promise<number> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const over = (await lockRenewals(tools, renewals)).filter(
      ({ renewal }) => renewal.state === 'lapsed' && renewal.offerEndsOn !== null && renewal.offerEndsOn < today,
    );
    await withdrawOffers(
      tools,
      over.map(({ renewal }) => renewal),
      keepWords('renewal.offer_over'),
    );
    // Those without an invoice had nothing to withdraw.
    await renewalsStore(platform.rows).update(over.map(({ renewal }) => ({ id: renewal.id, offerEndsOn: null })));
    return over.length;
  });
}
