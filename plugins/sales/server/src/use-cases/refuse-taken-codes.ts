import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { couponStore } from '../stores/coupons';

/** Says which code is taken; against two at once the database's own index stands. */
export async function refuseTakenCodes(
  { platform }: Pick<Tools, 'platform'>,
  wanted: readonly { id?: number; code: string }[],
  prefix: (index: number) => string,
): Promise<void> {
  const found = new Map(
    (await couponStore(platform.rows).taken(wanted.map(({ code }) => code))).map((row) => [row.code, row.id]),
  );
  const own = new Set<string>();
  wanted.forEach(({ id, code }, index) => {
    const holder = found.get(code);
    if (own.has(code) || (holder !== undefined && holder !== id)) {
      throw conflict('coupon.code_taken', { field: `${prefix(index)}code` });
    }
    own.add(code);
  });
}
