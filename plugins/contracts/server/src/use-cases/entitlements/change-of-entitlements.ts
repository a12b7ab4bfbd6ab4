import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { isSameEntitlement } from '../../domain/change-entitlements';
import type { EntitlementUnit, KeptEntitlement } from '../../domain/entitlement';
import { settle, standingOf } from '../../domain/entitlement-ledger';
import { chainsOf, cutBefore } from '../../domain/line-chain';
import type { ContractLineRow } from '../../stores/contracts';
import { entitlementsStore, type EntryRow } from '../../stores/entitlements';
import type { LockedContract } from '../lock-contracts';
import type { PlannedChange, PlannedLine } from '../plan-change';
import { entitledOn, ledgersOf } from './ledgers';
import { grown } from './write-entries';

/** What becomes of what a line entitles to. */
export interface ChangedEntitlements {
  before: readonly KeptEntitlement[];
  after: readonly KeptEntitlement[];
  /** How it would stand today, by unit; null: it takes effect later. Thousandths. */
  standing: readonly { unit: EntitlementUnit; used: bigint; left: bigint }[] | null;
}

/** The row id of a line that is not written. */
const NOT_YET = -1;

/** The lines as the change would leave them. */
function linesAfter(lines: readonly ContractLineRow[], { kept, withdrawn, from, next, isRestored }: PlannedLine) {
  const ends = new Map<number, CivilDate | null>([
    [kept.id, isRestored ? kept.endsOn : cutBefore(kept, from)],
    ...withdrawn.map((line) => [line.id, cutBefore(line, line.startsOn ?? from)] as const),
  ]);
  const cut = lines.map((line) => ({ ...line, endsOn: ends.has(line.id) ? (ends.get(line.id) ?? null) : line.endsOn }));
  return next ? [...cut, { ...next, id: NOT_YET, documentId: '' }] : cut;
}

function changeOf(
  one: LockedContract,
  line: PlannedLine,
  { entries, today, lines }: { entries: readonly EntryRow[]; today: CivilDate; lines: readonly ContractLineRow[] },
): ChangedEntitlements | null {
  if (line.next === null && !line.isRestored) return null;
  const after = linesAfter(lines, line);
  const chainIn = (all: readonly ContractLineRow[]) =>
    chainsOf(all).find((chain) => chain.all.some(({ id }) => id === line.kept.id));
  const [was, becomes] = [chainIn(lines), chainIn(after)];
  if (!was || !becomes) return null;
  const [before, now] = [entitledOn(was, line.from), entitledOn(becomes, line.from)];
  const units = new Set([...before, ...now].map(({ unit }) => unit));
  const find = (kept: readonly KeptEntitlement[], unit: EntitlementUnit) => kept.find((each) => each.unit === unit);
  if ([...units].every((unit) => isSameEntitlement(find(before, unit), find(now, unit)))) return null;
  const ledgers = ledgersOf({ ...one, lines: after }, entries, today).filter(({ root }) => root.id === becomes.root.id);
  const standing = ledgers
    .map((of) => ({ unit: of.unit, ...standingOf(grown(of, settle(of.ledger, today)).ledger) }))
    .filter(({ unit, left }) => find(now, unit) || left > 0n)
    .map(({ unit, used, left }) => ({ unit, used, left }));
  return { before, after: now, standing: line.from > today ? null : standing };
}

/** What a change of plan makes of what its lines entitle to, line by line; null: nothing. Writes nothing. */
export async function changesOfEntitlements(
  { platform }: Pick<Tools, 'platform'>,
  { one, lines }: PlannedChange,
  /** As they stand. */
  now: readonly ContractLineRow[],
): Promise<(ChangedEntitlements | null)[]> {
  const entries = await entitlementsStore(platform.rows).ofLines(now.map(({ id }) => id));
  const today = platform.clock.today();
  return lines.map((line) => changeOf(one, line, { entries, today, lines: now }));
}
