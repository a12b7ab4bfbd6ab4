import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { COUPON } from '../content-types/types';
import { couponMachine } from '../domain/coupon';
import { couponStore } from '../stores/coupons';

const EVENT = { close: 'coupon.closed', reopen: 'coupon.reopened' } as const;

/** Takes coupons no longer, or again; orders that have them keep them. */
export async function moveCoupons(
  { platform }: Pick<Tools, 'platform'>,
  verb: keyof typeof EVENT,
  ids: readonly number[],
): Promise<void> {
  await platform.transaction(async () => {
    const store = couponStore(platform.rows);
    const coupons = await store.lock(ids);
    if (coupons.length < new Set(ids).size) throw notFound('coupon.unknown');
    const moved = coupons.map(({ id, state }) => ({ id, state: move(couponMachine, state, verb) }));
    await store.update(moved);
    await platform.events.record(
      coupons.map(
        ({ id, documentId, state }, index): NewEvent => ({
          name: EVENT[verb],
          subject: { type: COUPON, id, documentId },
          before: { state },
          after: { state: moved[index]?.state },
        }),
      ),
    );
  });
}
