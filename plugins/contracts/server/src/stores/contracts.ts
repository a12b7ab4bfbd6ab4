import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Ref, type Rows, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CONTRACT_LINE, RENEWAL, SUSPENSION } from '../content-types/types';
import type { ContractFacts, ContractLineFacts } from '../domain/contract';
import { UNDECIDED } from '../domain/renewal-machine';
import type { SuspensionLetter } from '../domain/suspension-letter';

export type ContractRow = ContractFacts & Ref;
export type DueContract = Pick<ContractRow, 'id' | 'documentId' | 'customer'>;
export type ContractLineRow = ContractLineFacts & Ref;

/** What a run reads of each of very many contracts, and of their lines. */
const CONTRACT_TO_BILL = [
  ...(['number', 'state', 'customer', 'currency', 'pricesIncludeTax', 'billedTogether', 'poNumber'] as const),
  'termMonths',
  ...(['nextBillOn', 'parkedAt', 'heldUntil'] as const),
] as const;
const LINE_TO_BILL = [
  ...(['contract', 'description', 'details', 'kind', 'unit', 'prices', 'taxCategory', 'incomeKind'] as const),
  ...(['cycleUnit', 'cycleCount', 'billedIn', 'alignment', 'leadDays', 'whileSuspended'] as const),
  ...(['startsOn', 'endsOn', 'countedFrom', 'predecessor'] as const),
] as const;
export type ContractHeadToBill = Ref & Pick<ContractFacts, (typeof CONTRACT_TO_BILL)[number]>;
export type LineToBill = Ref & Pick<ContractLineFacts, (typeof LINE_TO_BILL)[number]>;

export interface SuspensionFacts {
  contract: number;
  startsOn: CivilDate;
  /** The day on which it is on again; null: still off. */
  resumesOn: CivilDate | null;
  reason: string;
  /** `debt`: it is over when nothing is owed any more of what it was suspended for. */
  cause: 'staff' | 'debt';
  /** What its letter says, of one for debt. */
  letter: SuspensionLetter | null;
}
export type SuspensionRow = SuspensionFacts & Ref;

type Query = Parameters<Parameters<Rows['find']>[1]>[0];
type Column = Parameters<Parameters<Rows['find']>[1]>[1];

const named = (rows: Rows, uid: string, attribute: string): string =>
  `${rows.table(uid)}.${rows.column(uid, attribute)}`;

/** The suspension of a contract that nobody has lifted yet. */
function fromOpen(rows: Rows, query: Query, contract: string): Query {
  query.from(rows.table(SUSPENSION)).whereNull(named(rows, SUSPENSION, 'resumesOn'));
  return query.whereRaw('?? = ??', [named(rows, SUSPENSION, 'contract'), contract]);
}

/** What was undone is not billed by the clock before the day that was said. */
const notHeld = (query: Query, heldUntil: string, today: CivilDate): Query =>
  query.where((free) => void free.whereNull(heldUntil).orWhere(heldUntil, '<=', today));
/** What shifts ends as many days later as it is off: how many, is known when it is on again. */
interface DueWanted {
  today: CivilDate;
  /** Also what was undone and is held for staff. */
  heldToo: boolean;
}

function toBill(
  rows: Rows,
  query: Query,
  column: Column,
  { asOf, today, heldToo }: DueWanted & { asOf: CivilDate },
): void {
  query.where(column('state'), 'active').whereNull(column('parkedAt'));
  query.whereNotNull(column('nextBillOn')).where(column('nextBillOn'), '<=', asOf);
  if (!heldToo) notHeld(query, column('heldUntil'), today);
  if (asOf > today) query.whereNotExists((off) => void fromOpen(rows, off, column('id')));
}

export function whileShifting(rows: Rows, off: Query, column: Column): Query {
  return fromOpen(rows, off, column('id'))
    .whereRaw('?? <= ??', [named(rows, SUSPENSION, 'startsOn'), column('endsOn')])
    .join(rows.table(CONTRACT_LINE), named(rows, CONTRACT_LINE, 'contract'), named(rows, SUSPENSION, 'contract'))
    .where(named(rows, CONTRACT_LINE, 'whileSuspended'), 'shift');
}

/** The renewal of a contract that nobody has decided. */
export const undecidedOf = (rows: Rows, asked: Query, contract: string): Query =>
  asked
    .from(rows.table(RENEWAL))
    .whereIn(named(rows, RENEWAL, 'state'), [...UNDECIDED])
    .whereRaw('?? = ??', [named(rows, RENEWAL, 'contract'), contract]);

const inOrder =
  (contracts: readonly number[]) =>
  (query: Query, column: Column): void =>
    void query.whereIn(column('contract'), [...contracts]).orderBy([column('contract'), column('position')]);

export const contractsStore = (rows: Rows) => ({
  insert: (contracts: readonly ContractFacts[]): Promise<Ref[]> => rows.insert(CONTRACT, contracts as never),
  insertLines: (lines: readonly ContractLineFacts[]): Promise<Ref[]> => rows.insert(CONTRACT_LINE, lines as never),
  update: (changes: readonly ({ id: number } & Partial<ContractFacts>)[]): Promise<number> =>
    rows.update(CONTRACT, changes),
  updateLines: (changes: readonly ({ id: number } & Partial<ContractLineFacts>)[]): Promise<number> =>
    rows.update(CONTRACT_LINE, changes),
  /** Lines of contracts that have not begun: nothing came of them. */
  removeLines: (ids: readonly number[]): Promise<number> => rows.remove(CONTRACT_LINE, ids),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<ContractRow[]> =>
    rows.byIds<ContractRow>(CONTRACT, ids, { lock }),
  customersOf: (ids: readonly number[]): Promise<Pick<ContractRow, 'id' | 'customer'>[]> =>
    rows.byIds(CONTRACT, ids, { fields: ['customer'] }),
  byServiceId: async (serviceId: string): Promise<Ref | undefined> =>
    (await rows.find(CONTRACT, (query, column) => void query.where(column('serviceId'), serviceId), { fields: [] }))[0],
  linesOf: (contracts: readonly number[]): Promise<ContractLineRow[]> => rows.find(CONTRACT_LINE, inOrder(contracts)),
  toBill: (ids: readonly number[], lock: 'wait'): Promise<ContractHeadToBill[]> =>
    rows.byIds(CONTRACT, ids, { fields: CONTRACT_TO_BILL, lock }),
  linesToBill: (contracts: readonly number[]): Promise<LineToBill[]> =>
    rows.find(CONTRACT_LINE, inOrder(contracts), { fields: LINE_TO_BILL }),
  /** Which of these lines of orders have become a contract. */
  async promised(orderLines: readonly number[]): Promise<Set<number>> {
    if (orderLines.length === 0) return new Set();
    const found = await rows.find<{ orderLine: number }>(
      CONTRACT_LINE,
      (query, column) => void query.whereIn(column('orderLine'), [...orderLines]),
      { fields: ['orderLine'] },
    );
    return new Set(found.map(({ orderLine }) => orderLine));
  },

  /** Which lines of these invoices stand in a contract that was not given up before it began. */
  async promisedOn(invoices: readonly number[]): Promise<{ invoice: number; position: number }[]> {
    const contracts = await rows.find<{ id: number; invoice: number }>(
      CONTRACT,
      (query, column) => void query.whereIn(column('invoice'), [...invoices]).whereNot(column('state'), 'cancelled'),
      { fields: ['invoice'] },
    );
    const invoiceOf = new Map(contracts.map(({ id, invoice }) => [id, invoice]));
    const lines = await rows.find<{ contract: number; invoicePosition: number | null }>(
      CONTRACT_LINE,
      (query, column) => void query.whereIn(column('contract'), [...invoiceOf.keys()]),
      { fields: ['contract', 'invoicePosition'] },
    );
    return lines.flatMap(({ contract, invoicePosition }) => {
      const invoice = invoiceOf.get(contract);
      return invoice === undefined || invoicePosition === null ? [] : [{ invoice, position: invoicePosition }];
    });
  },

  /**
   * Contracts that have something to be billed by a day, customer by customer: those of one customer may stand on one
   * invoice. Ahead of that day nobody knows what will be used of what is off: it waits until then. What was undone is
   * held for staff until the day they named.
   */
  due: (asOf: CivilDate, { most, ...wanted }: DueWanted & { most: number }): Promise<DueContract[]> =>
    rows.find(
      CONTRACT,
      (query, column) => {
        toBill(rows, query, column, { asOf, ...wanted });
        query.orderBy([column('customer'), column('id')]).limit(most);
      },
      { fields: ['customer'] },
    ),
  async countDue(asOf: CivilDate, wanted: DueWanted): Promise<number> {
    const query = (await rows.knex())(rows.table(CONTRACT));
    toBill(rows, query, (attribute) => rows.column(CONTRACT, attribute), { asOf, ...wanted });
    const [found] = await query.count({ count: '*' });
    return Number(found?.count ?? 0);
  },
  /** What the run has set aside and nobody has seen to. */
  parked: (most: number): Promise<Pick<ContractRow, 'id' | 'documentId' | 'number' | 'customer' | 'problem'>[]> =>
    rows.find(
      CONTRACT,
      (query, column) =>
        void query
          .where(column('state'), 'active')
          .whereNotNull(column('parkedAt'))
          .whereNotNull(column('nextBillOn'))
          .orderBy(column('id'))
          .limit(most),
      { fields: ['number', 'customer', 'problem'] },
    ),
  /** The same of what was set aside from one instant until another, of which somebody may see only some. */
  parkedBetween: (
    { from, to }: { from: string; to: string | null },
    most: number,
  ): Promise<Pick<ContractRow, 'id' | 'documentId' | 'number' | 'customer' | 'problem'>[]> =>
    rows.find(
      CONTRACT,
      (query, column) => {
        query.where(column('state'), 'active').where(column('parkedAt'), '>=', storedInstant(rows, from));
        if (to !== null) query.where(column('parkedAt'), '<=', storedInstant(rows, to));
        query.whereNotNull(column('nextBillOn'));
        query.orderBy(column('id')).limit(most);
      },
      { fields: ['number', 'customer', 'problem'] },
    ),
  /** The first day on which a contract is to be billed by the clock: its own, or a later one until which it is held. */
  async firstDue(): Promise<CivilDate | null> {
    const first = async (day: 'nextBillOn' | 'heldUntil', isHeld: boolean): Promise<CivilDate[]> => {
      const found = await rows.find<Record<typeof day, CivilDate>>(
        CONTRACT,
        (query, column) => {
          query.where(column('state'), 'active').whereNull(column('parkedAt')).whereNotNull(column('nextBillOn'));
          const [held, own] = [column('heldUntil'), column('nextBillOn')];
          if (isHeld) query.whereRaw('?? > ??', [held, own]);
          else query.whereRaw('(?? is null or ?? <= ??)', [held, held, own]);
          query.orderBy(column(day)).limit(1);
        },
        { fields: [day] },
      );
      return found.map((contract) => contract[day]);
    };
    return [...(await first('nextBillOn', false)), ...(await first('heldUntil', true))].sort()[0] ?? null;
  },
  /** Before that day the clock does not bill them. */
  hold: (ids: readonly number[], until: CivilDate): Promise<number> =>
    rows.update(
      CONTRACT,
      [...new Set(ids)].map((id) => ({ id, heldUntil: until })),
    ),
  /** Contracts that were made from these orders, or from invoices of theirs. */
  madeOf: (orders: readonly number[], invoices: readonly number[]): Promise<Ref[]> =>
    rows.find(
      CONTRACT,
      (query, column) =>
        void query
          .whereIn(column('order'), [...orders])
          .orWhereIn(column('invoice'), [...invoices])
          .orderBy(column('id')),
      { fields: [] },
    ),
  /** Contracts that wait for the payment of these invoices. */
  waitingFor: (invoices: readonly number[]): Promise<Ref[]> =>
    rows.find(
      CONTRACT,
      (query, column) =>
        void query
          .whereIn(column('invoice'), [...invoices])
          .where(column('state'), 'awaiting_start')
          .where(column('activation'), 'payment'),
      { fields: [] },
    ),

  suspend: (suspensions: readonly SuspensionFacts[]): Promise<Ref[]> => rows.insert(SUSPENSION, suspensions as never),
  resume: (changes: readonly { id: number; resumesOn: CivilDate }[]): Promise<number> =>
    rows.update(SUSPENSION, changes),
  suspensionsOf: (contracts: readonly number[]): Promise<SuspensionRow[]> =>
    rows.find<SuspensionRow>(
      SUSPENSION,
      (query, column) =>
        void query.whereIn(column('contract'), [...contracts]).orderBy([column('startsOn'), column('id')]),
    ),
});
