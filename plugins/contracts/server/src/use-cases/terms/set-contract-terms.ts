import { badInput, differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../../content-types/types';
import { checkContractTerms, type SaidTerms } from '../../domain/contract-terms';
import { contractTermsStore, type SoldPrice } from '../../stores/contract-terms';
import { must } from '../must';

const isOfSame = (one: SaidTerms, other: SaidTerms): boolean =>
  one.product === other.product && one.price === other.price;

/** Only of what recurs there is a contract. */
function checkPrice(price: SoldPrice | undefined, product: number): void {
  if (price?.product !== product) throw notFound('contract_terms.price_unknown', { field: 'price' });
  if (price.per === 'one_time') throw badInput('contract_terms.price_of_once', { field: 'price' });
}

/**
 * Says what is promised with products, or with single prices of them: for contracts of orders from now on. What was said
 * before is replaced; a change that changes nothing leaves no trace.
 * @returns where they are kept, in the order given
 */
export async function setContractTerms(
  { platform }: Pick<Tools, 'platform'>,
  wishes: readonly SaidTerms[],
): Promise<Ref[]> {
  wishes.forEach(checkContractTerms);
  const ids = wishes.map(({ product }) => product);
  return platform.transaction(async () => {
    const store = contractTermsStore(platform.rows);
    const products = new Map((await store.lockProducts(ids)).map((product) => [product.id, product]));
    const prices = await store.prices(wishes.flatMap(({ price }) => price ?? []));
    const priceOf = (id: number | null): SoldPrice | undefined => prices.find((price) => price.id === id);
    const known = await store.ofProducts(ids);
    const decided = wishes.map((wish) => {
      const product = products.get(wish.product);
      if (!product) throw notFound('contract.product_unknown', { field: 'id' });
      if (wish.price !== null) checkPrice(priceOf(wish.price), wish.product);
      const row = known.find((one) => isOfSame(one, wish));
      return { wish, product, row, changed: row && differences<SaidTerms>(row, wish) };
    });
    const added = [...(await store.insert(decided.flatMap(({ wish, row }) => (row ? [] : [wish]))))];
    await store.update(decided.flatMap(({ wish, row, changed }) => (row && changed ? [{ id: row.id, ...wish }] : [])));
    await platform.events.record(
      decided.flatMap(({ wish, product, row, changed }): NewEvent[] => {
        if (row && !changed) return [];
        const { product: _, price, ...terms } = wish;
        return [
          {
            ...{ name: 'contract_terms.set', subject: { type: PRODUCT, ...product }, before: changed?.before ?? null },
            after: { ...(changed?.after ?? terms), price: priceOf(price)?.documentId ?? null },
          },
        ];
      }),
    );
    return decided.map(({ row }) => row ?? must(added.shift()));
  });
}

/** Nothing is said any more: what is sold from now on is promised as is usual, or as is said with its product. */
export async function removeContractTerms(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
): Promise<void> {
  await platform.transaction(async () => {
    const store = contractTermsStore(platform.rows);
    const named = (await store.byIds(ids)).map(({ product }) => product);
    const products = new Map((await store.lockProducts(named)).map((product) => [product.id, product]));
    // Under the lock: whoever comes second finds them gone.
    const found = await store.byIds(ids);
    const prices = await store.prices(found.flatMap(({ price }) => price ?? []));
    await store.remove(found.map(({ id }) => id));
    await platform.events.record(
      found.map(({ id: _, documentId: __, product, price, ...terms }) => ({
        name: 'contract_terms.removed',
        subject: { type: PRODUCT, ...must(products.get(product)) },
        before: { ...terms, price: prices.find((one) => one.id === price)?.documentId ?? null },
        after: null,
      })),
    );
  });
}
