import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { termsOf } from '../../domain/contract';
import { entitledPeriods } from '../../domain/entitled-periods';
import { type EntitlementUnit, readEntitlement } from '../../domain/entitlement';
import { entitlementDueOn } from '../../domain/entitlement-due';
import type { Entry, Ledger } from '../../domain/entitlement-ledger';
import type { ContractLineRow } from '../../stores/contracts';
import { entitlementsStore, type EntryRow } from '../../stores/entitlements';
import { openOf } from '../credit-unused';
import { byContract, intervalsOf, type LockedContract } from '../lock-contracts';

/** A ledger with what it is of. */
export interface LineLedger {
  one: LockedContract;
  line: ContractLineRow;
  unit: EntitlementUnit;
  ledger: Ledger;
  /** First day of the period that follows. */
  next: CivilDate | null;
}

const entryOf = ({ kind, periodStart, happenedOn, amount }: EntryRow): Entry => ({
  ...{ kind, period: periodStart, on: happenedOn, amount },
});

/** What shifts ends later than it says while it is off. */
function isOver(one: LockedContract, line: ContractLineRow, today: CivilDate): boolean {
  if (line.endsOn === null || line.endsOn >= today) return false;
  const off = openOf(one);
  return !(line.whileSuspended === 'shift' && off && off.startsOn <= line.endsOn);
}

/** The ledgers of a contract as they stand, by line and unit; none of one that has not begun. */
export function ledgersOf(one: LockedContract, entries: readonly EntryRow[], today: CivilDate): LineLedger[] {
  const suspensions = intervalsOf(one.suspensions);
  const { state, termMonths } = one.contract;
  if (state !== 'active' && state !== 'ended') return [];
  return one.lines.flatMap((line): LineLedger[] => {
    const terms = termsOf(line);
    if (!terms) return [];
    return (line.entitlements ?? []).map((kept) => {
      const entitlement = readEntitlement(kept);
      const { begun, next } = entitledPeriods(terms, entitlement, { termMonths, suspensions, today });
      const own = entries.filter((entry) => entry.line === line.id && entry.unit === kept.unit).map(entryOf);
      const ledger = {
        entitlement,
        periods: begun,
        isOver: state === 'ended' || isOver(one, line, today),
        entries: own,
      };
      return { one, line, unit: kept.unit, ledger, next };
    });
  });
}

/** The ledgers of contracts as they stand, in a constant number of statements. */
export async function readLedgers(
  { platform }: Pick<Tools, 'platform'>,
  contracts: readonly LockedContract[],
): Promise<LineLedger[]> {
  const lines = contracts.flatMap((one) => one.lines.filter(({ entitlements }) => entitlements).map(({ id }) => id));
  const entries = await entitlementsStore(platform.rows).ofLines(lines);
  const grouped = byContract(entries);
  const today = platform.clock.today();
  return contracts.flatMap((one) => ledgersOf(one, grouped.get(one.contract.id) ?? [], today));
}

/** The day on which a line is next seen to: the first of its ledgers. */
export function dueOf(ledgers: readonly LineLedger[], today: CivilDate): CivilDate | null {
  const days = ledgers.flatMap(({ one, line, ledger, next }) => {
    const suspensions = line.whileSuspended === 'stop' ? intervalsOf(one.suspensions) : [];
    return entitlementDueOn(ledger, { next, endsOn: line.endsOn, suspensions, today }) ?? [];
  });
  return days.sort()[0] ?? null;
}
