import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { termsOf } from '../../domain/contract';
import { type EntitledLine, ledgerPeriods } from '../../domain/entitled-periods';
import { type EntitlementUnit, type KeptEntitlement, readEntitlement } from '../../domain/entitlement';
import { entitlementDueOn } from '../../domain/entitlement-due';
import type { Entry, Ledger } from '../../domain/entitlement-ledger';
import { chainsOf, type LineChain, lineOn } from '../../domain/line-chain';
import type { ContractLineRow } from '../../stores/contracts';
import { entitlementsStore, type EntryRow } from '../../stores/entitlements';
import { openOf } from '../credit-unused';
import { byContract, intervalsOf, type LockedContract } from '../lock-contracts';

/** A ledger with what it is of. */
export interface LineLedger {
  one: LockedContract;
  /** The line that it began with, which its entries name. */
  root: ContractLineRow;
  /** The line that holds today. */
  line: ContractLineRow;
  /** All that go on from one another. */
  chain: LineChain<ContractLineRow>;
  unit: EntitlementUnit;
  ledger: Ledger;
  /** First day of the period that follows. */
  next: CivilDate | null;
  /** First day of the line that follows. */
  changes: CivilDate | null;
}

const entryOf = ({ kind, periodStart, happenedOn, amount }: EntryRow): Entry => ({
  ...{ kind, period: periodStart, on: happenedOn, amount },
});

export const endOf = ({ lines, root }: LineChain<ContractLineRow>): CivilDate | null => (lines.at(-1) ?? root).endsOn;

/** What shifts ends later than it says while it is off. */
function isOver(one: LockedContract, chain: LineChain<ContractLineRow>, today: CivilDate): boolean {
  const endsOn = endOf(chain);
  if (endsOn === null || endsOn >= today) return false;
  const off = openOf(one);
  return !((chain.lines.at(-1) ?? chain.root).whileSuspended === 'shift' && off && off.startsOn <= endsOn);
}

/** What a chain of lines entitles to on a day. A line that says nothing of it goes on with what was agreed before. */
export function entitledOn(chain: LineChain<ContractLineRow>, day: CivilDate): readonly KeptEntitlement[] {
  const place = chain.lines.indexOf(lineOn(chain, day));
  return (
    chain.lines
      .slice(0, place + 1)
      .flatMap(({ entitlements }) => (entitlements ? [entitlements] : []))
      .at(-1) ?? []
  );
}

/** Lines on their own, where none goes on from another: each says itself what was agreed before it. */
export function saidInFull(lines: readonly ContractLineRow[]): ContractLineRow[] {
  const chains = chainsOf(lines);
  return lines.map((line) => {
    const chain = chains.find(({ all }) => all.includes(line));
    const agreed = chain && line.startsOn !== null ? entitledOn(chain, line.startsOn) : [];
    return { ...line, entitlements: line.entitlements ?? (agreed.length === 0 ? null : agreed) };
  });
}

/** What each line of a chain entitles to of a unit. */
function entitledLines(chain: LineChain<ContractLineRow>, unit: EntitlementUnit): EntitledLine[] {
  let kept: readonly KeptEntitlement[] = [];
  let since: CivilDate | null = null;
  return chain.lines.flatMap((line): EntitledLine[] => {
    const terms = termsOf(line);
    if (!terms) return [];
    if (line.entitlements) [kept, since] = [line.entitlements, terms.startsOn];
    const own = kept.find((one) => one.unit === unit);
    return [{ terms, entitlement: own ? readEntitlement(own) : null, since: since ?? terms.startsOn }];
  });
}

/** The ledgers of a contract as they stand, by line and unit; none of one that has not begun. */
export function ledgersOf(one: LockedContract, entries: readonly EntryRow[], today: CivilDate): LineLedger[] {
  const suspensions = intervalsOf(one.suspensions);
  const { state, termMonths } = one.contract;
  if (state !== 'active' && state !== 'ended') return [];
  return chainsOf(one.lines).flatMap((chain): LineLedger[] => {
    const { root } = chain;
    if (!chain.lines.some((line) => termsOf(line))) return [];
    const own = entries.filter((entry) => entry.line === root.id);
    const units = [...chain.lines.flatMap(({ entitlements }) => entitlements ?? []), ...own].map(({ unit }) => unit);
    const days = chain.lines.flatMap(({ startsOn, entitlements }) => (entitlements && startsOn ? startsOn : []));
    const changes = days.filter((day) => day > today).sort()[0] ?? null;
    return [...new Set(units)].map((unit) => {
      const of = own.filter((entry) => entry.unit === unit).map(entryOf);
      const facts = { termMonths, suspensions, today };
      const { begun, next } = ledgerPeriods(entitledLines(chain, unit), { unit, hasEntries: of.length > 0 }, facts);
      const over = state === 'ended' || isOver(one, chain, today);
      const ledger = { periods: begun, isOver: over, entries: of };
      return { one, root, chain, line: lineOn(chain, today), unit, ledger, next, changes };
    });
  });
}

/** The ledgers of contracts as they stand, in a constant number of statements. */
export async function readLedgers(
  { platform }: Pick<Tools, 'platform'>,
  contracts: readonly LockedContract[],
): Promise<LineLedger[]> {
  const lines = contracts.flatMap((one) => one.lines.map(({ id }) => id));
  const entries = await entitlementsStore(platform.rows).ofLines(lines);
  const grouped = byContract(entries);
  const today = platform.clock.today();
  return contracts.flatMap((one) => ledgersOf(one, grouped.get(one.contract.id) ?? [], today));
}

/** The day on which a line is next seen to: the first of its ledgers. */
export function dueOf(ledgers: readonly LineLedger[], today: CivilDate): CivilDate | null {
  const days = ledgers.flatMap(({ one, line, chain, ledger, next, changes }) => {
    const suspensions = line.whileSuspended === 'stop' ? intervalsOf(one.suspensions) : [];
    return entitlementDueOn(ledger, { next, changes, endsOn: endOf(chain), suspensions, today }) ?? [];
  });
  return days.sort()[0] ?? null;
}
