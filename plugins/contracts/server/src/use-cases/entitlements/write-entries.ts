import { abs, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Entry, EntryKind } from '../../domain/entitlement-ledger';
import { contractsStore } from '../../stores/contracts';
import { entitlementsStore, type EntryFacts } from '../../stores/entitlements';
import { contractEvent } from '../contract-events';
import { dueOf, type LineLedger } from './ledgers';

/** Entries that are to be written onto a ledger; the first of them may have been told by somebody. */
export interface Written {
  /** As it stood before. */
  of: LineLedger;
  entries: readonly Entry[];
  told?: { cause: string | null; reason: string | null };
}

const EVENTS: Record<EntryKind, string> = {
  grant: 'entitlement.granted',
  change: 'entitlement.changed',
  use: 'entitlement.used',
  give_back: 'entitlement.given_back',
  carry: 'entitlement.carried_over',
  expire: 'entitlement.expired',
  top_up: 'entitlement.topped_up',
  adjust: 'entitlement.adjusted',
};

/** What follows from a rule is caused by its period: written by two at once, it stands once. */
function causeOf({ root, unit, ledger }: LineLedger, { kind, period, on }: Entry, place: number): string {
  if (kind === 'grant') return `grant:${root.id}:${unit}:${period}`;
  return `${kind}:${root.id}:${unit}:${period}:${on}:${ledger.entries.length + place}`;
}

function factsOf({ of, entries, told }: Written, recordedAt: string): EntryFacts[] {
  const { root, unit, one } = of;
  return entries.map((entry, index) => ({
    ...{ contract: one.contract.id, line: root.id, unit, kind: entry.kind, amount: entry.amount },
    ...{ periodStart: entry.period, happenedOn: entry.on, recordedAt },
    ...(told && index === 0 ? told : { cause: causeOf(of, entry, index), reason: null }),
  }));
}

/** What is told of entries: what goes from one period into the next, once. */
const eventsOf = ({ of: { one, line, unit }, entries, told }: Written): NewEvent[] =>
  entries
    .filter(({ kind, amount }) => kind !== 'carry' || amount > 0n)
    .map(({ kind, amount, on }) =>
      contractEvent(EVENTS[kind], one.contract, {
        ...{ state: one.contract.state, line: line.description, unit, on },
        quantity: formatQuantity(kind === 'adjust' || kind === 'change' ? amount : abs(amount)),
        ...(told?.reason ? { reason: told.reason } : {}),
      }),
    );

/** A ledger with more entries on it. */
export const grown = (of: LineLedger, entries: readonly Entry[]): LineLedger => ({
  ...of,
  ledger: { ...of.ledger, entries: [...of.ledger.entries, ...entries] },
});

/**
 * Writes entries onto ledgers, each once, and the day on which their lines are next seen to.
 * @param ledgers all of the lines that are written to, with the entries on them
 */
export async function writeEntries(
  { platform }: Pick<Tools, 'platform'>,
  written: readonly Written[],
  ledgers: readonly LineLedger[],
): Promise<Ref[]> {
  const at = platform.clock.now();
  const today = platform.clock.today();
  const refs = await entitlementsStore(platform.rows).insert(written.flatMap((one) => factsOf(one, at)));
  // The line that a ledger began with is seen to; those that go on from it are none to see to.
  const lines = new Map(ledgers.flatMap(({ chain }) => chain.all).map((line) => [line.id, line]));
  const due = [...lines.values()].flatMap(({ id, entitlementsDueOn = null }) => {
    const on = dueOf(
      ledgers.filter(({ root }) => root.id === id),
      today,
    );
    return on === entitlementsDueOn ? [] : [{ id, entitlementsDueOn: on }];
  });
  await contractsStore(platform.rows).updateLines(due);
  await platform.events.record(written.flatMap(eventsOf));
  return refs;
}
