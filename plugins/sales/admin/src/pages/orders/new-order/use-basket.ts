import { useEffect, useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { type Refused, refusalOf } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../../doors';
import { type Basket, type TypedLine, wishOf } from './types';

const PAUSE_MS = 300;

export interface Preview {
  basket: Basket | undefined;
  problem: Refused | undefined;
  /** The figures are those of the lines as they stand. */
  fresh: boolean;
}

/** What the lines would cost this customer with these coupons, asked of the door that prices orders whenever they change. */
export function useBasket(
  lines: readonly TypedLine[],
  terms: { customer: string | undefined; coupons: readonly string[] },
): Preview {
  const ask = useAsk();
  const asked = JSON.stringify({ ...terms, lines: lines.map(wishOf) });
  const settled = useDebounce(asked, PAUSE_MS);
  const [answer, setAnswer] = useState<{ asked: string; basket?: Basket; problem?: Refused }>();

  useEffect(() => {
    const body = JSON.parse(settled) as { lines: ReturnType<typeof wishOf>[] };
    if (body.lines.length === 0) {
      setAnswer({ asked: settled });
      return undefined;
    }
    let current = true;
    ask('POST /sales/orders/price', { body }).then(
      (basket) => current && setAnswer({ asked: settled, basket }),
      // The figures of before stay on the screen beside what is wrong now.
      (error: unknown) =>
        current && setAnswer((past) => ({ asked: settled, basket: past?.basket, problem: refusalOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [ask, settled]);

  return { basket: answer?.basket, problem: answer?.problem, fresh: answer?.asked === asked };
}
