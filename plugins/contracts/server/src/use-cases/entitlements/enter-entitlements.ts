import { badInput, broken, conflict, notFound, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkAmount, type EntitlementUnit } from '../../domain/entitlement';
import { enter, settle } from '../../domain/entitlement-ledger';
import { chainsOf } from '../../domain/line-chain';
import { entitlementsStore } from '../../stores/entitlements';
import { intervalsOf, type LockedContract, lockContracts } from '../lock-contracts';
import { notActive } from '../not-active';
import { endOf, type LineLedger, readLedgers } from './ledgers';
import { grown, type Written, writeEntries } from './write-entries';

/** What somebody enters onto the ledger of a contract line. */
export interface EntryWish {
  kind: 'use' | 'top_up' | 'adjust';
  /** Row id of the contract line, or of any that goes on from it. */
  line: number;
  unit: EntitlementUnit;
  /** Thousandths; above zero, but of what is put right by hand either way. */
  quantity: bigint;
  /** The day that it is for: today unless told. It counts to the period that it lies in. */
  on?: CivilDate;
  /** What it is entered for, such as `visit:…`, once; absent where it is by hand. */
  cause?: string;
  reason?: string | null;
}

function checkWish({ kind, unit, quantity, on }: EntryWish, today: CivilDate): void {
  if (kind === 'adjust' ? quantity === 0n : quantity <= 0n) {
    throw badInput(kind === 'adjust' ? 'entitlement.nothing_adjusted' : 'entitlement.quantity_not_positive', {
      field: 'quantity',
    });
  }
  checkAmount(unit, quantity, 'quantity');
  if (on !== undefined && on > today) throw badInput('entitlement.in_future', { field: 'on', params: { today } });
}

const keyOf = (line: number, unit: EntitlementUnit): string => `${line} ${unit}`;

/** What is over may still be put right, and what was used while it ran may be told late. */
function checkContract(one: LockedContract | undefined, { kind }: EntryWish): void {
  if (!one) throw notFound('row.not_found', { field: 'line' });
  const { state } = one.contract;
  if (state === 'active' || (state === 'ended' && kind !== 'top_up')) return;
  throw notActive(one.contract);
}

/** Only what runs is drawn on: not what has not begun, is over, or was off on that day. */
function checkDay({ one, root, chain }: LineLedger, { kind }: EntryWish, on: CivilDate): void {
  const contract = one.contract.number ?? '';
  const startsOn = (chain.lines[0] ?? root).startsOn;
  const endsOn = endOf(chain);
  const ran = startsOn !== null && startsOn <= on && (endsOn === null || on <= endsOn);
  const isOff = intervalsOf(one.suspensions).some(({ from, to }) => from <= on && (to === null || on < to));
  // What was off shifts its last day.
  if (!ran && !isOff) throw conflict('entitlement.not_running', { field: 'on', params: { contract, on } });
  if (kind === 'use' && isOff) throw conflict('entitlement.suspended', { field: 'on', params: { contract, on } });
}

/**
 * Enters uses, top-ups and what is put right by hand: all of them, or none. Refuses what takes more than is left, however
 * many ask at once. What was entered for a cause before is done already, and changes nothing.
 */
export async function enterEntitlements(tools: Tools, wishes: readonly EntryWish[]): Promise<Ref[]> {
  const { platform } = tools;
  const today = platform.clock.today();
  wishes.forEach((wish) => checkWish(wish, today));
  return platform.transaction(async () => {
    const store = entitlementsStore(platform.rows);
    const contracts = await store.contractsOf(wishes.map(({ line }) => line));
    const locked = await lockContracts(tools, contracts);
    // Under the lock: two who tell the same come one after the other.
    const done = new Set((await store.byCauses(wishes.flatMap(({ cause }) => cause ?? []))).map(({ cause }) => cause));
    const written: Written[] = (await readLedgers(tools, locked)).map((of) => ({
      of,
      entries: settle(of.ledger, today),
    }));
    const ledgers = new Map(written.map(({ of, entries }) => [keyOf(of.root.id, of.unit), grown(of, entries)]));
    const chains = locked.flatMap(({ lines }) => chainsOf(lines));
    for (const wish of wishes) {
      if (wish.cause !== undefined && done.has(wish.cause)) continue;
      done.add(wish.cause ?? null);
      checkContract(
        locked.find(({ lines }) => lines.some(({ id }) => id === wish.line)),
        wish,
      );
      const root = chains.find(({ all }) => all.some(({ id }) => id === wish.line))?.root.id ?? 0;
      const of = ledgers.get(keyOf(root, wish.unit));
      if (!of || of.ledger.periods.length === 0) throw broken('entitlement.not_promised', { field: 'unit' });
      const on = wish.on ?? today;
      checkDay(of, wish, on);
      const amount = wish.kind === 'use' ? -wish.quantity : wish.quantity;
      const entries = enter(of.ledger, { kind: wish.kind, on, amount }, { today, field: 'quantity' });
      ledgers.set(keyOf(root, wish.unit), grown(of, entries));
      written.push({ of, entries, told: { cause: wish.cause ?? null, reason: wish.reason ?? null } });
    }
    return writeEntries(tools, written, [...ledgers.values()]);
  });
}
