import { conflict, differences, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { WAREHOUSE } from '../../content-types/types';
import { type WarehouseFacts, warehouseMachine } from '../../domain/warehouse';
import { shelvesStore, type WarehouseRow, warehousesStore } from '../../stores/warehouses';

export type WarehouseSaid = Pick<WarehouseFacts, 'code' | 'name'> &
  Partial<Pick<WarehouseFacts, 'address' | 'branch' | 'isDefault'>>;

const subject = ({ id, documentId }: Ref) => ({ type: WAREHOUSE, id, documentId });

function refuseTakenCode(others: readonly WarehouseRow[], code: string | undefined, self?: number): void {
  const same = others.find((one) => one.id !== self && one.code.toLowerCase() === code?.toLowerCase());
  if (same) throw conflict('warehouse.code_taken', { field: 'code', params: { warehouse: same.name } });
}

/** There is always exactly one: the next takes its place. */
async function leaveDefault(tools: Pick<Tools, 'platform'>, known: readonly WarehouseRow[]): Promise<void> {
  await warehousesStore(tools.platform.rows).update(
    known.flatMap(({ id, isDefault }) => (isDefault ? [{ id, isDefault: false }] : [])),
  );
}

export async function createWarehouse({ platform }: Pick<Tools, 'platform'>, said: WarehouseSaid): Promise<Ref> {
  return platform.transaction(async () => {
    const store = warehousesStore(platform.rows);
    const known = await store.all('wait');
    refuseTakenCode(known, said.code);
    const facts: WarehouseFacts = { address: null, branch: null, isDefault: false, ...said, state: 'active' };
    if (facts.isDefault) await leaveDefault({ platform }, known);
    const [ref] = await store.insert([facts]);
    if (!ref) throw new Error('A warehouse was not written');
    await platform.events.record([{ name: 'warehouse.created', subject: subject(ref), after: { ...facts } }]);
    return ref;
  });
}

/** What is not said stays; a default one becomes an ordinary one only by another that becomes it. */
export async function changeWarehouse(
  { platform }: Pick<Tools, 'platform'>,
  id: number,
  said: Partial<WarehouseSaid>,
): Promise<void> {
  await platform.transaction(async () => {
    const store = warehousesStore(platform.rows);
    const known = await store.all('wait');
    const found = known.find((one) => one.id === id);
    if (!found) throw notFound('warehouse.unknown');
    refuseTakenCode(known, said.code, id);
    const { id: _, documentId, ...before } = found;
    const facts = { ...before, ...said };
    if (before.isDefault && !facts.isDefault) {
      throw conflict('warehouse.default_stays', { field: 'isDefault', params: { warehouse: before.name } });
    }
    if (facts.isDefault && facts.state === 'closed') {
      throw conflict('warehouse.closed', { field: 'isDefault', params: { warehouse: before.name } });
    }
    const changed = differences(before, facts);
    if (!changed) return;
    if (facts.isDefault && !before.isDefault) await leaveDefault({ platform }, known);
    await store.update([{ id, ...facts }]);
    await platform.events.record([
      { name: 'warehouse.changed', subject: subject({ id, documentId }), before: changed.before, after: changed.after },
    ]);
  });
}

/** Closes a warehouse in which nothing lies, or opens it again. */
export async function moveWarehouse(
  { platform }: Pick<Tools, 'platform'>,
  verb: 'close' | 'reopen',
  id: number,
): Promise<void> {
  await platform.transaction(async () => {
    const store = warehousesStore(platform.rows);
    const found = (await store.all('wait')).find((one) => one.id === id);
    if (!found) throw notFound('warehouse.unknown');
    const params = { warehouse: found.name };
    const state = move(warehouseMachine, found.state, verb);
    if (verb === 'close') {
      if (found.isDefault) throw conflict('warehouse.default_stays', { params });
      if ((await shelvesStore(platform.rows).filled([id])).length > 0) {
        throw conflict('warehouse.not_empty', { params });
      }
    }
    await store.update([{ id, state }]);
    const event: NewEvent = {
      name: verb === 'close' ? 'warehouse.closed' : 'warehouse.reopened',
      subject: subject(found),
      before: { state: found.state },
      after: { state },
    };
    await platform.events.record([event]);
  });
}
