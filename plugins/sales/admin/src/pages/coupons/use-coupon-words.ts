import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { percentText, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Coupon } from '../../coupon-types';

/** What a coupon takes off, how long it lasts and how much of it is used, in words. */
export function useCouponWords() {
  const say = useSay('sales');
  const money = (amount: string | null, { currency }: Coupon): string =>
    formatMoney(amount ?? '0', currency, { symbol: true });
  return {
    takes(coupon: Coupon): string {
      if (coupon.kind === 'amount') return money(coupon.amount, coupon);
      const percent = `${percentText(coupon.ratePpm ?? 0)} %`;
      return coupon.cap === null ? percent : say('coupon.capped', { percent, cap: money(coupon.cap, coupon) });
    },
    lasts: ({ duration, periods }: Coupon): string => say(`coupon.duration.${duration}`, { periods: periods ?? 0 }),
    used: ({ used, totalLimit }: Coupon): string =>
      totalLimit === null ? String(used) : say('coupon.used_of', { used, limit: totalLimit }),
  };
}
