import { defineAction, type Platform, type Told } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { COUPON } from '../content-types/types';
import { createCoupons } from '../use-cases/create-coupons';
import { moveCoupons } from '../use-cases/move-coupons';
import { updateCoupons } from '../use-cases/update-coupons';
import { coupon as couponShape } from './answers';
import { couponChangeInput, couponInput } from './coupon-shapes';
import { nothing } from './shapes';

type CouponAnswer = Told<z.output<typeof couponShape>>;

const FIELDS = Object.keys(couponShape.shape).filter((name) => name !== 'id' && name !== 'documentId');

/** As staff keep it; whom and what it is for, they read by `coupon-scopes`. */
async function view({ rows }: Platform, id: number): Promise<CouponAnswer | undefined> {
  const [coupon] = await rows.byIds<CouponAnswer>(COUPON, [id], { fields: FIELDS });
  return coupon;
}

export const couponActions = [
  defineAction({
    name: 'createCoupon',
    summary: 'Create a coupon: what it takes off, for which products and customers, how often',
    staff: { method: 'POST', path: '/coupons', permission: 'coupon.edit' },
    input: couponInput,
    output: couponShape,
    status: 201,
    run: async ({ platform, input }) => {
      const [created] = await createCoupons({ platform }, [input]);
      return view(platform, created?.id ?? 0);
    },
  }),
  defineAction({
    name: 'updateCoupon',
    summary: 'Change a coupon; what was promised to whoever used it stays',
    subject: COUPON,
    staff: { method: 'PUT', path: '/coupons/:id', permission: 'coupon.edit' },
    input: couponChangeInput,
    output: couponShape,
    run: async ({ platform, subject, input }) => {
      const { scope, ...change } = input;
      await updateCoupons({ platform }, [{ id: subject.id, change, scope }]);
      return view(platform, subject.id);
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) =>
    defineAction({
      name: `${verb}Coupon`,
      summary: verb === 'close' ? 'Take a coupon no longer' : 'Take a coupon again',
      subject: COUPON,
      staff: { method: 'POST', path: `/coupons/:id/${verb}`, permission: 'coupon.close' },
      input: nothing,
      output: couponShape,
      run: async ({ platform, subject }) => {
        await moveCoupons({ platform }, verb, [subject.id]);
        return view(platform, subject.id);
      },
    }),
  ),
];
