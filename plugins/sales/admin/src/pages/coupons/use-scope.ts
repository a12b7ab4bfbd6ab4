import { useEffect, useState } from 'react';
import { reasonOf, useClient } from '@sanya/strapi-plugin-platform/ui';
import { type CouponScopeNames, scopeNames } from '../../coupon-shown';
import type { CouponScopeRow } from '../../coupon-types';

/** As many rows as the door gives at once. */
const PAGE = 100;

/** All that a coupon is for, however many pages it takes: a list that is read in part would be saved in part. */
export function useScope(coupon: string): { scope?: CouponScopeNames; error?: string } {
  const { read } = useClient();
  const [answer, setAnswer] = useState<{ scope?: CouponScopeNames; error?: string }>({});

  useEffect(() => {
    let current = true;
    const readAll = async (): Promise<CouponScopeRow[]> => {
      const rows: CouponScopeRow[] = [];
      for (let page = 1; ; page += 1) {
        const { data } = await read<CouponScopeRow[]>('/sales/coupon-scopes', {
          filters: { coupon: { documentId: { $eq: coupon } } },
          populate: { product: true, customer: true, class: true },
          sort: 'id:asc',
          pagination: { page, pageSize: PAGE },
        });
        rows.push(...data);
        if (data.length < PAGE) return rows;
      }
    };
    readAll().then(
      (rows) => current && setAnswer({ scope: scopeNames(rows) }),
      (error: unknown) => current && setAnswer({ error: reasonOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [read, coupon]);

  return answer;
}
