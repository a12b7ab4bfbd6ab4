import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Ref, type Rows, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import { undecidedOf, whileShifting } from './contracts';

type Query = Parameters<Parameters<Rows['find']>[1]>[0];
type Column = Parameters<Parameters<Rows['find']>[1]>[1];

interface Turning {
  agreedStart: CivilDate;
  endsOn: CivilDate;
  parkedAt: string | null;
}

/** Contracts that wait for a day only. */
function toBegin(_rows: Rows, query: Query, column: Column): void {
  query.where(column('state'), 'awaiting_start').where(column('activation'), 'date');
}

/** Running contracts that have a last day. */
function toEnd(rows: Rows, query: Query, column: Column): void {
  query.where(column('state'), 'active');
  // Whatever is still to be billed is billed first.
  query.whereNull(column('nextBillOn'));
  query.whereNotExists((off) => void whileShifting(rows, off, column));
  // What becomes of those, the renewal says.
  query.whereNotExists((asked) => void undecidedOf(rows, asked, column('id')));
}

const TURNS = {
  begin: { day: 'agreedStart', waiting: toBegin },
  end: { day: 'endsOn', waiting: toEnd },
} as const;
export type Turn = keyof typeof TURNS;

/** Contracts that begin, or are over, because a day has come. */
export const turnsStore = (rows: Rows) => {
  async function find(
    turn: Turn,
    narrow: (query: Query, column: Column, day: string) => void,
  ): Promise<(Ref & { day: CivilDate; parkedAt: string | null })[]> {
    const { day, waiting } = TURNS[turn];
    const found = await rows.find<Ref & Turning>(
      CONTRACT,
      (query, column) => {
        waiting(rows, query, column);
        narrow(query.whereNotNull(column(day)), column, column(day));
      },
      { fields: [day, 'parkedAt'] },
    );
    return found.map(({ id, documentId, parkedAt, ...row }) => ({ id, documentId, parkedAt, day: row[day] }));
  }

  return {
    /** Those whose day is not after this one, the first of them first; of what was refused, what was so before today. */
    due: async (turn: Turn, { until, midnight }: { until: CivilDate; midnight: string }, most: number) =>
      (
        await find(turn, (query, column, day) => {
          const parkedAt = column('parkedAt');
          query.where(day, '<=', until).where((free) => {
            void free.whereNull(parkedAt).orWhere(parkedAt, '<', storedInstant(rows, midnight));
          });
          query.orderBy([day, column('id')]).limit(most);
        })
      ).map(({ id }) => id),
    /** The first day of those that nothing holds up. */
    firstDay: async (turn: Turn, until: CivilDate): Promise<CivilDate | undefined> =>
      (
        await find(turn, (query, column, day) => {
          query.where((free) => void free.whereNull(column('parkedAt')).orWhere(day, '>', until));
          query.orderBy(day).limit(1);
        })
      )[0]?.day,
    /** Since when the first of those is refused whose day is not after this one. */
    firstRefused: async (turn: Turn, until: CivilDate): Promise<string | undefined> =>
      (
        await find(turn, (query, column, day) => {
          query.where(day, '<=', until).whereNotNull(column('parkedAt'));
          query.orderBy(column('parkedAt')).limit(1);
        })
      )[0]?.parkedAt ?? undefined,
  };
};
