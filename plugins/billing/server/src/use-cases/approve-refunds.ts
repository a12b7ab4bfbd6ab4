import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { refundLife } from '../domain/refund';
import { type RefundRow, updateRefunds } from '../stores/refunds';
import { lockedRefunds, refuseVerifiers } from './locked-refunds';
import { refundEvent } from './refund-events';

/** The money may go back: it was set aside when it was asked for, so that it is still there. */
export const approveRefunds = (platform: Platform, ids: readonly number[]): Promise<RefundRow[]> =>
  platform.transaction(async () => {
    if (ids.length === 0) return [];
    const refunds = await lockedRefunds(platform, ids);
    await refuseVerifiers(platform, refunds);
    const approved = refunds.map((refund) => ({
      ...refund,
      state: move(refundLife, refund.state, 'approve'),
      approvedAt: platform.clock.now(),
      approvedBy: platform.caller().key,
    }));
    await updateRefunds(
      platform,
      approved.map(({ id, state, approvedAt, approvedBy }) => ({ id, state, approvedAt, approvedBy })),
    );
    await platform.events.record(approved.map((refund, index) => refundEvent(refund, refunds[index]?.state ?? null)));
    return approved;
  });
