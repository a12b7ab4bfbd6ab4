import { badInput, broken, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type RefundAccount, refundLife } from '../domain/refund';
import { type RefundRow, updateRefunds } from '../stores/refunds';
import { lockedRefunds, refuseVerifiers } from './locked-refunds';
import { recordSentRefunds, type Sending } from './record-sent-refunds';
import { refundEvent } from './refund-events';

export interface SentRefund {
  /** Row id. */
  refund: number;
  /** The bank's, of the transfer. */
  reference: string;
  /** The day of the transfer; today when absent. */
  sentOn?: string;
  /** Where it went, if that was not said before. */
  account?: RefundAccount;
}

/** Staff have sent the money; the customer gets the advice of it. */
export const sendRefunds = (platform: Platform, wishes: readonly SentRefund[]): Promise<RefundRow[]> =>
  platform.transaction(async () => {
    const refunds = await lockedRefunds(
      platform,
      wishes.map((wish) => wish.refund),
    );
    await refuseVerifiers(platform, refunds);
    const today = platform.clock.today();
    const sendings = refunds.map((refund, index): Sending => {
      const { reference = '', sentOn = today, account } = wishes[index] ?? {};
      move(refundLife, refund.state, 'send');
      if (sentOn > today) throw badInput('refund.sent_in_future', { field: 'sentOn', params: { date: sentOn, today } });
      const to = account ?? refund.account;
      if (!to) throw broken('refund.account_missing', { field: 'account', params: { refund: refund.number } });
      return { refund, verb: 'send', reference, sentOn, account: to, sentBy: platform.caller().key };
    });
    return recordSentRefunds(platform, sendings);
  });

/** The bank statement, or the customer, says that it arrived. */
export const confirmRefunds = (platform: Platform, ids: readonly number[]): Promise<RefundRow[]> =>
  platform.transaction(async () => {
    const refunds = await lockedRefunds(platform, ids);
    const confirmed = refunds.map((refund) => ({
      ...refund,
      state: move(refundLife, refund.state, 'confirm'),
      confirmedAt: platform.clock.now(),
      confirmedBy: platform.caller().key,
    }));
    await updateRefunds(
      platform,
      confirmed.map(({ id, state, confirmedAt, confirmedBy }) => ({ id, state, confirmedAt, confirmedBy })),
    );
    await platform.events.record(confirmed.map((refund, index) => refundEvent(refund, refunds[index]?.state ?? null)));
    return confirmed;
  });
