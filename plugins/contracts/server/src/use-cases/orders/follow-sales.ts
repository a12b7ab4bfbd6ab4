import { formatQuantity, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Saying, Tools } from '@sanya/strapi-plugin-platform/kit';
import { followersOf, heldOn } from '../../domain/change-place';
import { chainsOf, neverWas } from '../../domain/line-chain';
import { discountAfterSale, type Follow, followSale } from '../../domain/follow-sale';
import { namesOf, promisedIn } from '../../domain/plan-words';
import type { ContractLineRow } from '../../stores/contracts';
import { type ChangedContract, changeContracts } from '../change-contracts';
import type { ChangeWish } from '../change-wishes';
import { allOn, type Apart } from '../credit-periods';
import type { ContractOfOrder } from './contracts-of-orders';
import { type EndAtOnce, type EndedAtOnce, endAtOnce } from './end-at-once';
import { changeWaiting, type WaitingChange } from './change-waiting';

/** What became of an order: how much more or less of its lines is sold. */
export interface Sale {
  /** Row id. */
  order: number;
  reason: string | null;
  /** Thousandths, by document id of the line. */
  by: ReadonlyMap<string, bigint>;
  /** Document ids of lines of which also the period that the order asked for is settled here. */
  promised: ReadonlySet<string>;
}

/** What is said of an order, and credited and charged for it: minor units, VAT included. */
export interface Following {
  said: Saying[];
  credited: bigint;
  charged: bigint;
}

interface Followed {
  /** The line as it was made, and all that takes over from it. */
  chain: ContractLineRow[];
  held: ContractLineRow;
  outcome: Exclude<Follow, 'stays'>;
}

/** What becomes of the lines of a contract that promise what was sold. */
function followedIn({ one, orderedAs }: ContractOfOrder, sale: Sale, today: string): Followed[] {
  return one.lines.flatMap((made): Followed[] => {
    const ordered = orderedAs.get(made.id);
    const by = ordered && sale.by.get(ordered.documentId);
    const held = by === undefined ? undefined : heldOn(one.lines, made, today);
    if (!ordered || by === undefined || !held) return [];
    const outcome = followSale(made, held, { left: ordered.quantity - ordered.returned, by });
    return outcome === 'stays' ? [] : [{ chain: [made, ...followersOf(one.lines, made)], held, outcome }];
  });
}

/** The lines of a contract that are settled here, with what took over from them. */
function ownLines({ one, order, orderedAs }: ContractOfOrder, sales: readonly Sale[]): number[] {
  const sale = sales.find((each) => each.order === order.id);
  return chainsOf(one.lines)
    .filter(({ all }) => all.some(({ id }) => sale?.promised.has(orderedAs.get(id)?.documentId ?? '')))
    .flatMap(({ all }) => all.map(({ id }) => id));
}

/** Whether nothing of a contract is left but what ends. */
function isAll({ one }: ContractOfOrder, followed: readonly Followed[], today: string): boolean {
  const gone = new Set(
    followed.filter(({ outcome }) => outcome === 'ends').flatMap(({ chain }) => chain.map(({ id }) => id)),
  );
  return (
    gone.size > 0 &&
    one.lines.every((line) => gone.has(line.id) || neverWas(line) || (line.endsOn !== null && line.endsOn < today))
  );
}

function wishOf({ one }: ContractOfOrder, followed: readonly Followed[], sale: Sale, apart: Apart): ChangeWish {
  return {
    ...{ id: one.contract.id, when: 'now', on: null, add: [], reason: sale.reason, byCustomer: false, apart },
    lines: followed.flatMap(({ held, outcome }) =>
      outcome === 'ends'
        ? []
        : [
            {
              line: held.documentId,
              quantity: formatQuantity(outcome.quantity),
              discountFor: discountAfterSale,
            },
          ],
    ),
    remove: followed.flatMap(({ held, outcome }) => (outcome === 'ends' ? [held.documentId] : [])),
  };
}

const sayChange = ({ plan, charged, credited }: ChangedContract): Saying[] => {
  const { contract } = plan.one;
  const number = contract.number ?? '';
  return [
    ...plan.lines.map(({ before, next, from }): Saying => {
      const names = namesOf([promisedIn(before)], next ? [promisedIn(next)] : [], contract.currency);
      return {
        code: next ? 'contract.follows_becomes' : 'contract.follows_leaves',
        params: { contract: number, from, ...names },
      };
    }),
    ...sayMoney(contract, charged, credited),
  ];
};

const sayMoney = (
  contract: { number: string | null; currency: string },
  charged: bigint,
  credited: bigint,
): Saying[] => {
  const said = (code: string, amount: bigint): Saying[] =>
    amount > 0n
      ? [{ code, params: { contract: contract.number ?? '', amount: moneyParam(amount, contract.currency) } }]
      : [];
  return [...said('contract.follows_charged', charged), ...said('contract.follows_credited', credited)];
};

const sayEnd = ({ one: { contract }, endsOn, credited }: EndedAtOnce): Saying[] => [
  endsOn === null
    ? { code: 'contract.follows_cancelled', params: { contract: contract.number ?? '' } }
    : { code: 'contract.follows_ends', params: { contract: contract.number ?? '', ends: endsOn } },
  ...sayMoney(contract, 0n, credited),
];

/**
 * Contracts promise what is sold of their orders now, from today on: lines are lowered, raised or taken off, and a contract
 * of which nothing is left is over. The period that the order asked for is settled with the order where it does so, and
 * all else here.
 * @returns what comes of it, by row id of the order
 */
export async function followSales(
  tools: Tools,
  contracts: readonly ContractOfOrder[],
  sales: readonly Sale[],
  invoices: Iterable<number>,
): Promise<Map<number, Following>> {
  const today = tools.platform.clock.today();
  const apart: Apart = { ...allOn(invoices), own: new Set(contracts.flatMap((each) => ownLines(each, sales))) };
  const [wishes, ends, waiting]: [ChangeWish[], EndAtOnce[], WaitingChange[]] = [[], [], []];
  const orders = new Map<number, number>();
  for (const each of contracts) {
    const { contract } = each.one;
    const sale = sales.find(({ order }) => order === each.order.id);
    if (!sale || contract.state === 'ended' || contract.state === 'cancelled') continue;
    const followed = followedIn(each, sale, today);
    if (followed.length === 0) continue;
    orders.set(contract.id, each.order.id);
    if (isAll(each, followed, today)) ends.push({ id: contract.id, reason: sale.reason });
    else if (contract.state === 'active') wishes.push(wishOf(each, followed, sale, apart));
    else waiting.push({ one: each.one, lines: followed });
  }
  const found = new Map<number, Following>();
  const note = (contract: number, sayings: readonly Saying[], { credited = 0n, charged = 0n } = {}): void => {
    const order = orders.get(contract) ?? 0;
    const before = found.get(order) ?? { said: [], credited: 0n, charged: 0n };
    found.set(order, {
      said: [...before.said, ...sayings],
      ...{ credited: before.credited + credited, charged: before.charged + charged },
    });
  };
  for (const changed of wishes.length > 0 ? await changeContracts(tools, wishes) : []) {
    note(changed.plan.one.contract.id, sayChange(changed), changed);
  }
  await changeWaiting(tools, waiting);
  for (const { one } of waiting) {
    note(one.contract.id, [{ code: 'contract.follows_waiting', params: { contract: one.contract.number ?? '' } }]);
  }
  for (const ended of ends.length > 0 ? await endAtOnce(tools, ends, apart) : []) {
    note(ended.one.contract.id, sayEnd(ended), ended);
  }
  return found;
}
