import { conflict, differences, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CARRIER } from '../../content-types/types';
import { type CarrierFacts, carrierMachine, checkCarrier } from '../../domain/carrier';
import { type CarrierRow, carriersStore } from '../../stores/carriers';

export type CarrierSaid = Pick<CarrierFacts, 'name'> & Partial<Omit<CarrierFacts, 'state'>>;
type Platform = Pick<Tools, 'platform'>;

const subject = ({ id, documentId }: Ref) => ({ type: CARRIER, id, documentId });

async function refuseTakenName({ platform }: Platform, name: string | undefined, self?: number): Promise<void> {
  if (name === undefined) return;
  const others = (await carriersStore(platform.rows).named(name)).filter(({ id }) => id !== self);
  if (others.length > 0) throw conflict('carrier.name_taken', { field: 'name', params: { carrier: name } });
}

async function locked({ platform }: Platform, id: number): Promise<CarrierRow> {
  const [found] = await carriersStore(platform.rows).byIds([id], 'wait');
  if (!found) throw notFound('carrier.unknown');
  return found;
}

export async function createCarrier({ platform }: Platform, said: CarrierSaid): Promise<Ref> {
  return platform.transaction(async () => {
    await refuseTakenName({ platform }, said.name);
    const none = { trackingPattern: null, daysPromised: 1, rates: null, note: null };
    const facts: CarrierFacts = checkCarrier({ ...none, ...said, state: 'active' });
    const [ref] = await carriersStore(platform.rows).insert([facts]);
    if (!ref) throw new Error('A carrier was not written');
    await platform.events.record([{ name: 'carrier.created', subject: subject(ref), after: { ...facts } }]);
    return ref;
  });
}

/** What is not said stays; what was carried before keeps what it cost. */
export async function changeCarrier({ platform }: Platform, id: number, said: Partial<CarrierSaid>): Promise<void> {
  await platform.transaction(async () => {
    const { id: _, documentId, ...before } = await locked({ platform }, id);
    await refuseTakenName({ platform }, said.name, id);
    const facts = { ...before, ...checkCarrier(said) };
    const changed = differences(before, facts);
    if (!changed) return;
    await carriersStore(platform.rows).update([{ id, ...facts }]);
    await platform.events.record([{ name: 'carrier.changed', subject: subject({ id, documentId }), ...changed }]);
  });
}

export async function moveCarrier({ platform }: Platform, verb: 'close' | 'reopen', id: number): Promise<void> {
  await platform.transaction(async () => {
    const found = await locked({ platform }, id);
    const state = move(carrierMachine, found.state, verb);
    await carriersStore(platform.rows).update([{ id, state }]);
    await platform.events.record([
      {
        name: verb === 'close' ? 'carrier.closed' : 'carrier.reopened',
        subject: subject(found),
        before: { state: found.state },
        after: { state },
      },
    ]);
  });
}
