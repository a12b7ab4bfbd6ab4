import type { HeardEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractTermsStore } from '../../stores/contract-terms';
import { setContractTerms } from './set-contract-terms';

/** Document ids of a price that ended, and of the one that took over from it. */
interface Followed {
  price: string;
  by: string;
}

const followedIn = ({ after }: HeardEvent): Followed[] => (after?.followed ?? []) as Followed[];

/** What is promised with a price is promised with the one that takes over from it. */
async function keepPromising(tools: Tools, followed: readonly Followed[]): Promise<void> {
  if (followed.length === 0) return;
  const store = contractTermsStore(tools.platform.rows);
  const prices = new Map(
    (await store.pricesNamed(followed.flatMap(({ price, by }) => [price, by]))).map((price) => [
      price.documentId,
      price,
    ]),
  );
  const said = await store.ofProducts([...prices.values()].flatMap(({ product }) => product ?? []));
  await setContractTerms(
    tools,
    followed.flatMap(({ price, by }) => {
      const [old, next] = [prices.get(price), prices.get(by)];
      const terms = said.find((one) => one.price !== null && one.price === old?.id);
      // What is sold once from now on is no contract.
      if (!terms || !next || next.per === 'one_time') return [];
      const { id: _, documentId: __, ...kept } = terms;
      return [{ ...kept, price: next.id }];
    }),
  );
}

export const termsSubscribers = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.follow-prices',
    on: ['product.changed'],
    when: 'within',
    handle: (events) => keepPromising(tools, events.flatMap(followedIn)),
  },
];
