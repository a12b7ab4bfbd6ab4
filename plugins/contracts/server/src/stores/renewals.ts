import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CONTRACT_LINE, DECLINE_REASON, RENEWAL, RENEWAL_NOTICE } from '../content-types/types';
import type { ContractLineFacts } from '../domain/contract';
import type { ContinuingLine } from '../domain/next-term';
import { type RenewalState, UNDECIDED } from '../domain/renewal-machine';
import { type ContractRow, undecidedOf, whileShifting } from './contracts';

export interface RenewalFacts {
  contract: number;
  /** Number of the term that would follow. */
  term: number;
  state: RenewalState;
  openedOn: CivilDate;
  /** The last day of the term that runs. */
  termEndsOn: CivilDate;
  /** Of the term that follows, as it was offered or renewed. */
  startsOn: CivilDate | null;
  endsOn: CivilDate | null;
  /** Number of the last notice; 0: none yet. */
  notices: number;
  nextNoticeOn: CivilDate | null;
  nextOfferOn: CivilDate | null;
  currency: string;
  price: bigint | null;
  priceNote: string | null;
  invoice: number | null;
  offeredOn: CivilDate | null;
  /** The last day on which what was offered may be paid. */
  offerEndsOn: CivilDate | null;
  reason: number | null;
  note: string | null;
  decidedOn: CivilDate | null;
  decidedBy: string | null;
  problem: string | null;
  /** The contract with which it came back. */
  successor: number | null;
}
export type RenewalRow = RenewalFacts & Ref;

export interface NoticeFacts {
  renewal: number;
  number: number;
  sentOn: CivilDate;
  daysLeft: number;
  email: string | null;
  staffEmail: string | null;
}

export type ContractToRenew = Pick<
  ContractRow,
  'id' | 'documentId' | 'term' | 'termMonths' | 'endsOn' | 'noticeDays' | 'currency' | 'autoRenew'
>;
const CONTRACT_FIELDS = ['term', 'termMonths', 'endsOn', 'noticeDays', 'currency', 'autoRenew'];

type Query = Parameters<Parameters<Rows['find']>[1]>[0];
type Column = Parameters<Parameters<Rows['find']>[1]>[1];

/** Attributes that every row has of its own. */
const OF_ITS_OWN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt']);

const named = (rows: Rows, uid: string, attribute: string): string =>
  `${rows.table(uid)}.${rows.column(uid, attribute)}`;

/** Contracts with a term to renew, whose notice was not given, and of whose next term nobody has been asked yet. */
function toOpen(rows: Rows, query: Query, column: Column): void {
  query.where(column('state'), 'active').whereNotNull(column('endsOn')).whereNotNull(column('termMonths'));
  query.whereNull(column('noticeGivenOn'));
  query.whereNotExists((asked) => {
    asked.from(rows.table(RENEWAL)).whereRaw('?? = ??', [named(rows, RENEWAL, 'contract'), column('id')]);
    asked.whereRaw('?? = ?? + 1', [named(rows, RENEWAL, 'term'), column('term')]);
  });
}

/** A condition, true of an invoice, named by its row id, that offers a term nobody has agreed to. */
export const offersTerm =
  (rows: Rows) =>
  (invoice: string): string => {
    const column = (attribute: string): string => `offering."${rows.column(RENEWAL, attribute)}"`;
    const states = [...UNDECIDED, 'lapsed'].map((state) => `'${state}'`).join(', ');
    return `exists (select 1 from "${rows.table(RENEWAL)}" offering
      where ${column('invoice')} = ${invoice} and ${column('state')} in (${states}))`;
  };

export const renewalsStore = (rows: Rows) => {
  const problem = named(rows, RENEWAL, 'problem');
  const find = (narrow: (query: Query, column: Column) => void): Promise<RenewalRow[]> =>
    rows.find<RenewalRow>(RENEWAL, narrow);
  const contracts = (narrow: (query: Query, column: Column) => void): Promise<ContractToRenew[]> =>
    rows.find<ContractToRenew>(CONTRACT, narrow, { fields: CONTRACT_FIELDS });
  return {
    /** Whoever comes second finds it there. */
    open: (renewals: readonly RenewalFacts[]): Promise<Ref[]> =>
      rows.insert(RENEWAL, renewals as never, { conflict: 'ignore' }),
    update: (changes: readonly ({ id: number } & Partial<RenewalFacts>)[]): Promise<number> =>
      rows.update(RENEWAL, changes),
    byIds: (ids: readonly number[], lock?: 'wait'): Promise<RenewalRow[]> =>
      rows.byIds<RenewalRow>(RENEWAL, ids, { lock }),
    ofContracts: (ids: readonly number[]): Promise<RenewalRow[]> =>
      find((query, column) => void query.whereIn(column('contract'), [...ids]).orderBy(column('id'))),
    /** Lapsed, and still to be won back by paying. */
    lapsedOffersOf: (customers: readonly number[]): Promise<RenewalRow[]> =>
      find((query, column) => {
        query.where(column('state'), 'lapsed').whereNotNull(column('invoice'));
        query.whereExists((theirs) => {
          theirs.from(rows.table(CONTRACT)).whereRaw('?? = ??', [named(rows, CONTRACT, 'id'), column('contract')]);
          theirs.whereIn(named(rows, CONTRACT, 'customer'), [...customers]);
        });
      }),
    ofInvoices: (ids: readonly number[]): Promise<RenewalRow[]> =>
      find((query, column) => void query.whereIn(column('invoice'), [...ids])),

    toOpen: (until: CivilDate, most: number): Promise<ContractToRenew[]> =>
      contracts((query, column) => {
        toOpen(rows, query, column);
        query
          .where(column('endsOn'), '<=', until)
          .orderBy([column('endsOn'), column('id')])
          .limit(most);
      }),
    firstToOpen: async (): Promise<ContractToRenew | undefined> =>
      (
        await contracts((query, column) => {
          toOpen(rows, query, column);
          query.orderBy([column('endsOn'), column('id')]).limit(1);
        })
      )[0],
    /** Running contracts that go on by themselves unless somebody has decided otherwise, the first to end first. */
    renewingThemselves: (most: number): Promise<ContractToRenew[]> =>
      contracts((query, column) => {
        query.where(column('state'), 'active').where(column('autoRenew'), true);
        query.whereExists((asked) => void undecidedOf(rows, asked, column('id')).whereNull(problem));
        // The notice may be long: whose turn comes first, the days before the end decide.
        query.orderByRaw(daysAfterNotice(rows), [column('endsOn'), column('noticeDays')]).limit(most);
      }),
    /** Running contracts of which nobody has decided what becomes of them, the first to end first. */
    undecided: (most: number, before?: CivilDate): Promise<ContractToRenew[]> =>
      contracts((query, column) => {
        query.where(column('state'), 'active');
        query.whereExists((asked) => void undecidedOf(rows, asked, column('id')));
        // What could not go on by itself lapses like any other.
        query.where((idle) => {
          idle.where(column('autoRenew'), false);
          idle.orWhereExists((asked) => void undecidedOf(rows, asked, column('id')).whereNotNull(problem));
        });
        query.whereNotExists((off) => void whileShifting(rows, off, column));
        if (before !== undefined) query.where(column('endsOn'), '<', before);
        query.orderBy([column('endsOn'), column('id')]).limit(most);
      }),
    /** Undecided renewals of which a notice or an offer is due. */
    due: (what: 'nextNoticeOn' | 'nextOfferOn', most: number, until?: CivilDate): Promise<RenewalRow[]> =>
      find((query, column) => {
        query.whereIn(column('state'), [...UNDECIDED]).whereNotNull(column(what));
        if (until !== undefined) query.where(column(what), '<=', until);
        query.orderBy([column(what), column('id')]).limit(most);
      }),
    /** Lapsed ones whose offer may be paid no longer after a day. */
    offersOver: (most: number, before?: CivilDate): Promise<RenewalRow[]> =>
      find((query, column) => {
        query.where(column('state'), 'lapsed').whereNotNull(column('offerEndsOn'));
        if (before !== undefined) query.where(column('offerEndsOn'), '<', before);
        query.orderBy([column('offerEndsOn'), column('id')]).limit(most);
      }),

    insertNotices: (notices: readonly NoticeFacts[]): Promise<Ref[]> => rows.insert(RENEWAL_NOTICE, notices as never),
    noticesOf: (renewals: readonly number[]): Promise<(NoticeFacts & Ref)[]> =>
      rows.find<NoticeFacts & Ref>(
        RENEWAL_NOTICE,
        (query, column) => void query.whereIn(column('renewal'), [...renewals]).orderBy(column('number')),
      ),

    /** Lines with all that the ones have which they continue, in the order given. */
    continueLines: (
      lines: readonly (ContinuingLine & Pick<ContractLineFacts, 'contract' | 'position'>)[],
    ): Promise<Ref[]> =>
      rows.insert(
        CONTRACT_LINE,
        lines.map((line) => Object.fromEntries(Object.entries(line).filter(([name]) => !OF_ITS_OWN.has(name)))),
      ),

    reasons: (): Promise<({ code: string; name: string; nameEn: string | null; active: boolean } & Ref)[]> =>
      rows.find(DECLINE_REASON, (query, column) => void query.orderBy(column('id'))),
    addReasons: (reasons: readonly { code: string; name: string; nameEn: string; active: boolean }[]): Promise<Ref[]> =>
      rows.insert(DECLINE_REASON, reasons, { conflict: 'ignore' }),
  };
};

/** SQL of the day after the last on which notice could be given. */
const daysAfterNotice = (rows: Rows): string =>
  rows.dialect === 'postgres' ? '?? - ??' : "date(??, '-' || ?? || ' days')";
