import { chainsOf, lineOn } from '../../../plugins/contracts/server/src/domain/line-chain';
import type { ContractLineRow } from '../../../plugins/contracts/server/src/stores/contracts';
import { entitledOn, ledgersOf } from '../../../plugins/contracts/server/src/use-cases/entitlements/ledgers';
import type { LockedContract } from '../../../plugins/contracts/server/src/use-cases/lock-contracts';

const visits = (per: 'period' | 'year') => ({
  ...{
    unit: 'visit' as const,
    quantity: '12',
    per,
    carries: 'none' as const,
    most: null,
    carriedMonths: null,
    from: null,
  },
});
/** A line as a contract keeps it: what a changed or renewed contract goes on with names what it goes on from. */
const line = (id: number, startsOn: string, endsOn: string | null, over: object = {}): ContractLineRow =>
  ({
    ...{ id, documentId: `l${id}`, position: id, description: `line ${id}`, startsOn, endsOn, prices: [] },
    ...{ cycleUnit: 'month', cycleCount: 1, alignment: 'anniversary', whileSuspended: 'keep', billedIn: 'advance' },
    ...{ leadDays: 0, entitlements: null, predecessor: null },
    ...over,
  }) as unknown as ContractLineRow;
const contract = (lines: ContractLineRow[]): LockedContract =>
  ({ contract: { id: 1, state: 'active', termMonths: 12 }, lines, suspensions: [], periods: [] }) as never;
const periodsOn = (lines: ContractLineRow[], today: string) =>
  ledgersOf(contract(lines), [], today).map(({ root, ledger }) => [
    ...[root.id, ledger.isOver, ledger.periods.map(({ start, end }) => `${start} ${end}`)],
  ]);

test('a contract that is renewed by other lines goes on in one ledger', () => {
  const lines = [
    line(1, '2026-01-31', '2027-01-30', { entitlements: [visits('year')] }),
    line(2, '2027-01-31', '2028-01-30', { predecessor: 1 }),
    line(3, '2026-01-31', null, { entitlements: [visits('year')] }),
  ];
  expect(periodsOn(lines, '2027-01-30')).toEqual([
    [1, false, ['2026-01-31 2027-01-30']],
    [3, false, ['2026-01-31 2027-01-30']],
  ]);
  expect(periodsOn(lines, '2027-01-31')[0]).toEqual([1, false, ['2026-01-31 2027-01-30', '2027-01-31 2028-01-30']]);
  expect(periodsOn(lines, '2028-01-31')[0]?.[1]).toBe(true);
});

test('a line that was changed goes on with what was agreed; one that never was is left out', () => {
  const lines = [
    line(1, '2026-01-01', '2026-03-10', { entitlements: [visits('period')] }),
    line(2, '2026-03-11', '2026-03-10', { predecessor: 1, entitlements: [] }),
    line(3, '2026-03-11', null, { predecessor: 2 }),
  ];
  const [chain] = chainsOf(lines);
  expect(chain && [chain.root.id, chain.lines.map(({ id }) => id), chain.all.length]).toEqual([1, [1, 3], 3]);
  expect(chain && lineOn(chain, '2026-03-11').id).toBe(3);
  expect(chain && entitledOn(chain, '2026-04-01')).toEqual([visits('period')]);
  expect(periodsOn(lines, '2026-04-01')).toEqual([
    [1, false, ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-10', '2026-03-11 2026-04-10']],
  ]);
});
