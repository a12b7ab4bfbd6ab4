import { useState } from 'react';
import { useSubmit } from '@sanya/strapi-plugin-platform/ui';
import { codesOf } from './coupon-part';
import { type Customer, missingOf, type TypedLine } from './types';
import { useBasket } from './use-basket';
import { useLines } from './use-lines';

export interface BasketBefore {
  customer?: Customer;
  lines: TypedLine[];
  coupons: string;
}

/** Who buys what with which coupons, and what it would cost now: what is typed for an order and for a quote. */
export function useBasketForm(before: BasketBefore) {
  const { busy, refused, refuse, submit } = useSubmit();
  const [customer, setCustomer] = useState(before.customer);
  const [codes, setCodes] = useState(before.coupons);
  const forgive = (): void => refuse(undefined);
  const edits = useLines(before.lines, forgive);
  const { lines } = edits;
  const coupons = codesOf(codes);
  const waits = lines.map(missingOf).find(Boolean);
  const preview = useBasket(waits ? [] : lines, { customer: customer?.documentId, coupons });
  const problem = refused ?? preview.problem;
  return {
    ...edits,
    customer,
    codes,
    coupons,
    preview: { ...preview, problem },
    /** What has to be said before it can be sent: a key of the texts. */
    missing: !customer ? 'customer' : lines.length === 0 ? 'lines' : waits,
    busy,
    submit,
    forgive,
    choose: (chosen: Customer | undefined): void => {
      setCustomer(chosen);
      forgive();
    },
    setCodes: (typed: string): void => {
      setCodes(typed);
      forgive();
    },
  };
}

export type BasketFormState = ReturnType<typeof useBasketForm>;
