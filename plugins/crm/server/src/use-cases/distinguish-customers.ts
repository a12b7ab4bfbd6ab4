import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { pairsOf } from '../domain/alike';
import { type CustomerRow, customerStore } from '../stores/customers';
import { distinctionStore } from '../stores/distinctions';

type Needs = Pick<Tools, 'platform'>;

/** In the timelines of both: each is told of the other. */
const eventsOf = (
  name: 'distinguished' | 'distinction_undone',
  pairs: readonly { one: number; other: number }[],
  customers: ReadonlyMap<number, CustomerRow>,
): NewEvent[] =>
  pairs.flatMap(({ one, other }) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([id = 0, than = 0]): NewEvent[] => {
      const [customer, unlike] = [customers.get(id), customers.get(than)];
      if (!customer || !unlike) return [];
      return [
        {
          name: `customer.${name}`,
          subject: { type: CUSTOMER, id, documentId: customer.documentId },
          customer: id,
          after: { code: unlike.code, name: unlike.name },
        },
      ];
    }),
  );

/** Says of each two of these customers that they are not the same. What was said before changes nothing. */
export const distinguishCustomers = ({ platform }: Needs, ids: readonly number[]): Promise<void> =>
  platform.transaction(async () => {
    const pairs = pairsOf(ids);
    if (pairs.length === 0) throw badInput('distinction.itself', { field: 'customers' });
    const customers = new Map((await customerStore(platform).lock(ids)).map((row) => [row.id, row]));
    if (customers.size < new Set(ids).size) throw notFound('customer.unknown', { field: 'customers' });
    const known = new Set((await distinctionStore(platform).pairs()).map((pair) => pair.join()));
    const fresh = pairs
      .filter((pair) => !known.has(pair.join()))
      .map(([one, other]) => ({
        ...{ one, other, saidAt: platform.clock.now(), saidBy: platform.caller().key },
      }));
    await distinctionStore(platform).insert(fresh);
    await platform.events.record(eventsOf('distinguished', fresh, customers));
  });

/** Two may be the same after all: they are proposed again. */
export const undoDistinction = ({ platform }: Needs, id: number): Promise<void> =>
  platform.transaction(async () => {
    const store = distinctionStore(platform);
    const said = await store.lock(id);
    if (!said) throw notFound('distinction.unknown');
    await store.remove(id);
    const rows = await customerStore(platform).byIds([said.one, said.other]);
    await platform.events.record(eventsOf('distinction_undone', [said], new Map(rows.map((row) => [row.id, row]))));
  });
