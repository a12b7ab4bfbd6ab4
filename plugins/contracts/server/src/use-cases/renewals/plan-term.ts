import { extend, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { lineEnds, nextTerm, type NextTerm, type TermWish } from '../../domain/next-term';
import { priceOfTerm } from '../../domain/term-price';
import { type ListPrice, listPrices } from '../../stores/list-prices';
import { intervalsOf, type LockedContract } from '../lock-contracts';
import { must } from '../must';

export interface PlanWish extends Pick<TermWish, 'price' | 'from' | 'isOwn'> {
  one: LockedContract;
}

const isListed = ({ one, price }: PlanWish): boolean =>
  price === null && one.contract.renewalTerms?.basis === 'list_price';

/** What the lines that go on cost by the catalogue; null where it says nothing of one of them. */
function listPriceOf({ one }: PlanWish, prices: readonly ListPrice[]): bigint | null {
  const amounts = lineEnds(one.contract, one.lines).map((line) => {
    const own = prices.filter(
      ({ product, currency }) => product === line.product && currency === one.contract.currency,
    );
    const price = own.find(({ per }) => per === line.cycleUnit) ?? own.find(({ per }) => per === 'year') ?? own[0];
    const amount = price && extend(price.unitPrice, line.quantity);
    // What is sold once has one price, however long the term.
    if (amount === undefined || price?.per === 'one_time') return amount;
    return price && priceOfTerm(amount, { unit: price.per, count: 1 }, one.contract.termMonths ?? 12);
  });
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length && known.length > 0 ? sum(known) : null;
}

/** The next terms of contracts as they stand under the lock, in the order asked. */
export async function planTerms(
  { platform }: Pick<Tools, 'platform'>,
  wishes: readonly PlanWish[],
): Promise<NextTerm[]> {
  const products = wishes.filter(isListed).flatMap(({ one }) => one.lines.flatMap(({ product }) => product ?? []));
  const prices =
    products.length === 0 ? [] : await listPrices(platform.rows, [...new Set(products)], platform.clock.today());
  return wishes.map((wish) =>
    nextTerm(wish.one.contract, wish.one.lines, {
      ...wish,
      suspensions: intervalsOf(wish.one.suspensions),
      listPrice: isListed(wish) ? listPriceOf(wish, prices) : null,
    }),
  );
}

export const planTerm = async (tools: Pick<Tools, 'platform'>, wish: PlanWish): Promise<NextTerm> =>
  must((await planTerms(tools, [wish]))[0]);
