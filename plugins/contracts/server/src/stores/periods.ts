import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, CONTRACT } from '../content-types/types';

export interface PeriodFacts {
  contract: number;
  line: number;
  periodNumber: number;
  startsOn: CivilDate;
  endsOn: CivilDate;
  state: 'billed' | 'undone';
  /** Before VAT, or with it where prices include it. */
  amount: bigint;
  /** Null where there was nothing to ask for. */
  invoice: number | null;
  /** The first of its lines on the invoice, and how many there are. */
  position: number | null;
  parts: number;
  billingRun: number | null;
  billedOn: CivilDate;
  /** What of it other periods had asked for, on whose invoices it stands; where more, the rest was given back. */
  carried?: bigint | null;
  /** Document ids of those periods, the earliest first. */
  carriedFrom?: readonly string[] | null;
}
export type PeriodRow = PeriodFacts & Ref;
export type BilledNumber = Pick<PeriodFacts, 'contract' | 'line' | 'periodNumber'>;

export const periodsStore = (rows: Rows) => {
  const billed = (attribute: 'contract' | 'invoice', ids: readonly number[]): Promise<PeriodRow[]> =>
    rows.find<PeriodRow>(
      BILLING_PERIOD,
      (query, column) =>
        void query
          .whereIn(column(attribute), [...ids])
          .where(column('state'), 'billed')
          .orderBy([column('line'), column('periodNumber')]),
    );
  return {
    async insert(periods: readonly PeriodFacts[]): Promise<void> {
      await rows.insert(BILLING_PERIOD, periods as never, { refs: false });
    },
    /** The same, where others are to name them. */
    put: (periods: readonly PeriodFacts[]): Promise<Ref[]> => rows.insert(BILLING_PERIOD, periods as never),
    ofContracts: (contracts: readonly number[]): Promise<PeriodRow[]> => billed('contract', contracts),
    /** Which periods of contracts were billed: of years of them, from which to which. */
    async numbersOf(contracts: readonly number[]): Promise<BilledNumber[]> {
      if (contracts.length === 0) return [];
      const p = (attribute: string): string => rows.column(BILLING_PERIOD, attribute);
      const found = await rows.ask<Record<'contract' | 'line' | 'first' | 'last', number | string>>(
        `select contract as "contract", line as "line", min(number) as "first", max(number) as "last" from (
           select ${p('contract')} as contract, ${p('line')} as line, ${p('periodNumber')} as number,
             ${p('periodNumber')} - row_number() over (partition by ${p('line')} order by ${p('periodNumber')}) as stretch
           from "${rows.table(BILLING_PERIOD)}"
           where ${p('contract')} in (${contracts.map(() => '?').join(', ')}) and ${p('state')} = 'billed'
         ) numbered group by contract, line, stretch order by line, min(number)`,
        contracts,
      );
      return found.flatMap(({ contract, line, first, last }) =>
        Array.from({ length: Number(last) - Number(first) + 1 }, (_, place) => ({
          contract: Number(contract),
          line: Number(line),
          periodNumber: Number(first) + place,
        })),
      );
    },
    ofInvoices: (invoices: readonly number[]): Promise<PeriodRow[]> => billed('invoice', invoices),
    /** What a run billed of contracts that go on, and that stands on no invoice. */
    freeOf: (run: number, most: number): Promise<PeriodRow[]> =>
      rows.find<PeriodRow>(
        BILLING_PERIOD,
        (query, column) =>
          void query
            .where(column('billingRun'), run)
            .where(column('state'), 'billed')
            .whereNull(column('invoice'))
            .whereIn(
              column('contract'),
              (active) =>
                void active.from(rows.table(CONTRACT)).where(rows.column(CONTRACT, 'state'), 'active').select('id'),
            )
            .orderBy('id')
            .limit(most),
      ),
    undo: (ids: readonly number[], undoneAt: string): Promise<number> =>
      rows.update(
        BILLING_PERIOD,
        ids.map((id) => ({ id, state: 'undone', undoneAt })),
      ),
  };
};

/** Numbers of the billed periods, by row id of the line. */
export function billedByLine(periods: readonly Omit<BilledNumber, 'contract'>[]): Map<number, Set<number>> {
  const billed = new Map<number, Set<number>>();
  for (const { line, periodNumber } of periods) billed.set(line, (billed.get(line) ?? new Set()).add(periodNumber));
  return billed;
}
