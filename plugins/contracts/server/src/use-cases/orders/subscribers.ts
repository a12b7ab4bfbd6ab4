import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { HeardEvent, RecordedEvent, Subscriber, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../../stores/contracts';
import { allOn } from '../credit-periods';
import { makeFromAmended } from '../make-from-orders';
import { contractsOfOrders } from './contracts-of-orders';
import { endAtOnce } from './end-at-once';
import { type Following, followSales, type Sale } from './follow-sales';
import { moveBilled } from './move-billed';

const idsOf = (events: readonly RecordedEvent[]): number[] => [...new Set(events.map(({ subject }) => subject.id))];
const reasonOf = ({ after }: RecordedEvent): string | null => (typeof after?.reason === 'string' ? after.reason : null);

interface ToldLine {
  line: string;
  quantity: bigint;
}
const linesOf = (told: RecordedEvent['after']): ToldLine[] => (told?.lines ?? []) as ToldLine[];

const promisedIn = ({ after }: RecordedEvent): Set<string> => new Set((after?.promised ?? []) as string[]);

/** What is said of an order that was amended; what was added is of no contract yet. */
function amendedIn(event: RecordedEvent): Sale {
  const before = new Map(linesOf(event.before).map(({ line, quantity }) => [line, quantity]));
  const by = linesOf(event.after).flatMap(({ line, quantity }): [string, bigint][] => {
    const was = before.get(line);
    return was === undefined || was === quantity ? [] : [[line, quantity - was]];
  });
  return { order: event.subject.id, reason: reasonOf(event), by: new Map(by), promised: promisedIn(event) };
}

function returnedIn(event: RecordedEvent): Sale {
  const by = linesOf(event.after).map(({ line, quantity }): [string, bigint] => [line, -quantity]);
  return { order: event.subject.id, reason: reasonOf(event), by: new Map(by), promised: promisedIn(event) };
}

function tell(events: readonly HeardEvent[], found: ReadonlyMap<number, Following>): void {
  for (const event of events) {
    const { said = [], credited = 0n, charged = 0n } = found.get(event.subject.id) ?? {};
    event.said.push(...said);
    event.moved.credited += credited;
    event.moved.charged += charged;
  }
}

/**
 * Orders were cancelled, or expired unpaid: what they sold was taken back, and their contracts are over, each for its own
 * order's reason. None waits for a payment that can never come.
 */
async function endUnsold(tools: Tools, events: readonly RecordedEvent[]): Promise<void> {
  const { contracts, invoices } = await contractsOfOrders(tools, idsOf(events));
  if (contracts.length === 0) return;
  const unpaid = invoices.filter(({ state }) => state === 'open' || state === 'void');
  await moveBilled(
    tools,
    contracts.map(({ one }) => one),
    new Map(unpaid.map(({ id }) => [id, null])),
  );
  const reasons = new Map(events.map((event) => [event.subject.id, event]));
  const reasonFor = (order: number): string | null => {
    const event = reasons.get(order);
    if (event?.name === 'order.expired') return keepWords('contract.order_expired');
    return event ? reasonOf(event) : null;
  };
  await endAtOnce(
    tools,
    contracts
      .filter(({ one: { contract } }) => contract.state !== 'ended' && contract.state !== 'cancelled')
      .map(({ one, order }) => ({
        id: one.contract.id,
        reason: reasonFor(order.id),
      })),
    allOn(invoices.map(({ id }) => id)),
  );
}

/** Orders were amended: their contracts follow, and what recurs of what was added begins where it need not be paid first. */
async function followAmended(tools: Tools, events: readonly HeardEvent[]): Promise<void> {
  const { contracts, invoices, present } = await contractsOfOrders(tools, idsOf(events));
  if (contracts.length > 0) {
    const gone = invoices.filter(({ id, state }) => state === 'open' && !present.has(id));
    const orderOf = (document: string) => contracts.find(({ order }) => order.documentId === document)?.order;
    await moveBilled(
      tools,
      contracts.map(({ one }) => one),
      new Map(gone.map(({ id, sourceDocumentId }) => [id, orderOf(sourceDocumentId)?.invoice ?? null])),
    );
  }
  const ids = invoices.map(({ id }) => id);
  tell(events, await followSales(tools, contracts, events.map(amendedIn), ids));
  const made = await makeFromAmended(tools, idsOf(events));
  const added = await contractsStore(tools.platform.rows).byIds(made.map(({ id }) => id));
  for (const event of events) {
    const own = added.filter(({ order }) => order === event.subject.id);
    event.said.push(
      ...own.map(({ number }) => ({ code: 'contract.follows_made', params: { contract: number ?? '' } })),
    );
  }
}

/** What came back of orders is promised no more. */
async function followReturned(tools: Tools, events: readonly HeardEvent[]): Promise<void> {
  const { contracts, invoices } = await contractsOfOrders(tools, idsOf(events));
  const ids = invoices.map(({ id }) => id);
  tell(events, await followSales(tools, contracts, events.map(returnedIn), ids));
}

/** Contracts follow what becomes of the orders that they were made from, in the same transaction. */
export const orderSubscribers = (tools: Tools): readonly Subscriber[] => [
  {
    name: 'contracts.end-with-orders',
    on: ['order.cancelled', 'order.expired'],
    when: 'within',
    handle: (events) => endUnsold(tools, events),
  },
  {
    name: 'contracts.follow-amended-orders',
    on: ['order.amended'],
    when: 'within',
    handle: (events) => followAmended(tools, events),
  },
  {
    name: 'contracts.follow-returned-goods',
    on: ['order.returned'],
    when: 'within',
    handle: (events) => followReturned(tools, events),
  },
];
