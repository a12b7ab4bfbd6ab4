import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { COUPON, INVOICE, ORDER, REDEMPTION } from '../content-types/types';

type Row = Record<string, string | number | null>;

/** What must be true of coupons, each as one statement that returns only the rows where it is not. */
export const couponProofStore = (rows: Rows) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const column = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const c = column(COUPON, 'c');
  const r = column(REDEMPTION, 'r');
  const o = column(ORDER, 'o');
  const i = column(INVOICE, 'i');

  async function all(sql: string): Promise<Row[]> {
    return rows.ask<Row>(sql);
  }

  return {
    /** Coupons whose counter is not the number of their standing redemptions. */
    countersUnlikeRedemptions: () =>
      all(`
        select ${c('documentId')} as document, ${c('code')} as code, ${c('used')} as used, count(r.id) as standing
        from ${table(COUPON)} c
        left join ${table(REDEMPTION)} r on ${r('coupon')} = c.id and ${r('state')} = 'standing'
        group by c.id, ${c('documentId')}, ${c('code')}, ${c('used')}
        having ${c('used')} <> count(r.id)`),

    /** Slots that stand though their order is cancelled, or its invoice void. */
    slotsNotReturned: () =>
      all(`
        select ${r('documentId')} as document, ${c('code')} as code, ${o('number')} as number
        from ${table(REDEMPTION)} r
        join ${table(COUPON)} c on c.id = ${r('coupon')}
        join ${table(ORDER)} o on o.id = ${r('order')}
        left join ${table(INVOICE)} i on i.id = ${o('invoice')}
        where ${r('state')} = 'standing' and (${o('state')} in ('cancelled', 'expired') or ${i('state')} = 'void')`),
  };
};
