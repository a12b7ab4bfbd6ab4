import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { REFUND } from '../content-types/types';
import { refundLife } from '../domain/refund';
import { type RefundRow, updateRefunds } from '../stores/refunds';
import { lockedRefunds } from './locked-refunds';
import { refundEvent } from './refund-events';

export interface RefundCancellation {
  /** Row id. */
  refund: number;
  reason: string;
}

/** The money does not go back: it is the customer's credit again. */
export const cancelRefunds = (platform: Platform, wishes: readonly RefundCancellation[]): Promise<RefundRow[]> =>
  platform.transaction(async () => {
    const refunds = await lockedRefunds(
      platform,
      wishes.map((wish) => wish.refund),
    );
    const cancelled = refunds.map((refund, index) => ({
      ...refund,
      state: move(refundLife, refund.state, 'cancel'),
      cancelledAt: platform.clock.now(),
      cancelReason: wishes[index]?.reason ?? null,
    }));
    await updateRefunds(
      platform,
      cancelled.map(({ id, state, cancelledAt, cancelReason }) => ({ id, state, cancelledAt, cancelReason })),
    );
    await platform.events.record(cancelled.map((refund, index) => refundEvent(refund, refunds[index]?.state ?? null)));
    await platform.approvals.withdraw(
      REFUND,
      cancelled.map(({ id }) => id),
    );
    return cancelled;
  });
