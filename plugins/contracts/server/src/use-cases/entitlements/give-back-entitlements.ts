import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { enter, settle } from '../../domain/entitlement-ledger';
import { entitlementsStore, type EntryRow } from '../../stores/entitlements';
import { lockContracts } from '../lock-contracts';
import { readLedgers } from './ledgers';
import { grown, type Written, writeEntries } from './write-entries';

export interface GiveBackWish {
  /** The use: what it was entered for, or its row id. */
  use: { cause: string } | { id: number };
  reason?: string | null;
}

const backOf = ({ documentId }: EntryRow): string => `back:${documentId}`;

/**
 * What was used is given back, on the day that it was used for: a period that is over since passes it on as it would
 * have. Given back before, it is not given back again.
 */
export async function giveBackEntitlements(tools: Tools, wishes: readonly GiveBackWish[]): Promise<Ref[]> {
  const { platform } = tools;
  const today = platform.clock.today();
  return platform.transaction(async () => {
    const store = entitlementsStore(platform.rows);
    const named = [
      ...(await store.byIds(wishes.flatMap(({ use }) => ('id' in use ? use.id : [])))),
      ...(await store.byCauses(wishes.flatMap(({ use }) => ('cause' in use ? use.cause : [])))),
    ];
    const locked = await lockContracts(tools, [...new Set(named.map(({ contract }) => contract))]);
    const back = new Set((await store.byCauses(named.map(backOf))).map(({ cause }) => cause));
    const written: Written[] = (await readLedgers(tools, locked)).map((of) => ({
      of,
      entries: settle(of.ledger, today),
    }));
    const ledgers = written.map(({ of, entries }) => grown(of, entries));
    for (const { use, reason = null } of wishes) {
      const entry = named.find((one) => ('id' in use ? one.id === use.id : one.cause === use.cause));
      if (!entry) throw notFound('entitlement.use_unknown');
      if (entry.kind !== 'use') throw conflict('entitlement.no_use');
      if (back.has(backOf(entry))) continue;
      back.add(backOf(entry));
      const place = ledgers.findIndex(({ root, unit }) => root.id === entry.line && unit === entry.unit);
      const of = ledgers[place];
      if (!of) throw notFound('entitlement.use_unknown');
      const wish = { kind: 'give_back' as const, on: entry.happenedOn, amount: -entry.amount };
      const entries = enter(of.ledger, wish, { today, field: 'quantity' });
      ledgers[place] = grown(of, entries);
      written.push({ of, entries, told: { cause: backOf(entry), reason } });
    }
    return writeEntries(tools, written, ledgers);
  });
}
