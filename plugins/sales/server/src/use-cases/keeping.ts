import { conflict, differences, type Machine, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { keptStore } from '../stores/kept';

type Platform = Pick<Tools, 'platform'>;
export type KeptVerb = 'close' | 'reopen';
export type KeptState = 'active' | 'closed';

interface KeptFacts {
  name: string;
  state: KeptState;
}

/** What may be said of one; the rest is as for all of its kind. */
export type Said<Facts extends KeptFacts> = Pick<Facts, 'name'> & Partial<Omit<Facts, 'state'>>;

interface KeptKind<Facts extends KeptFacts> {
  type: string;
  /** Begins its codes and the names of its events: `carrier.name_taken`, `carrier.created`. */
  kind: string;
  fields: readonly (keyof Facts & string)[];
  /** What is not said. */
  none: Omit<Facts, keyof KeptFacts>;
  life: Machine<KeptState, KeptVerb>;
  check?: (said: Partial<Facts>) => void;
}

const DONE = { close: 'closed', reopen: 'reopened' } as const;

/** A list that is kept by hand: added to, changed, closed and used again, each by a name of its own. */
export function keeping<Facts extends KeptFacts>({ type, kind, fields, none, life, check }: KeptKind<Facts>) {
  const subject = ({ id, documentId }: Ref) => ({ type, id, documentId });
  const storeOf = ({ platform }: Platform) => keptStore<Facts>(platform.rows, type, fields);

  async function refuseTakenName(tools: Platform, name: string | undefined, self?: number): Promise<void> {
    if (name === undefined) return;
    const others = (await storeOf(tools).named(name)).filter(({ id }) => id !== self);
    if (others.length > 0) throw conflict(`${kind}.name_taken`, { field: 'name', params: { [kind]: name } });
  }

  async function locked(tools: Platform, id: number): Promise<Facts & Ref> {
    const found = await storeOf(tools).byId(id, 'wait');
    if (!found) throw notFound(`${kind}.unknown`);
    return found;
  }

  return {
    create: ({ platform }: Platform, said: Said<Facts>): Promise<Ref> =>
      platform.transaction(async () => {
        await refuseTakenName({ platform }, said.name);
        check?.(said as Partial<Facts>);
        const facts = { ...none, ...said, state: 'active' } as unknown as Facts;
        const ref = await storeOf({ platform }).insert(facts);
        await platform.events.record([
          { name: `${kind}.created`, subject: subject(ref), after: { ...(facts as object) } },
        ]);
        return ref;
      }),

    /** What is not said stays; what came of it before keeps what it was. */
    change: ({ platform }: Platform, id: number, said: Partial<Said<Facts>>): Promise<void> =>
      platform.transaction(async () => {
        const { id: _, documentId, ...before } = await locked({ platform }, id);
        await refuseTakenName({ platform }, said.name, id);
        check?.(said as Partial<Facts>);
        const changed = differences(before, { ...before, ...said });
        if (!changed) return;
        await storeOf({ platform }).update(id, said as Partial<Facts>);
        await platform.events.record([{ name: `${kind}.changed`, subject: subject({ id, documentId }), ...changed }]);
      }),

    move: ({ platform }: Platform, verb: KeptVerb, id: number): Promise<void> =>
      platform.transaction(async () => {
        const found = await locked({ platform }, id);
        const state = move(life, found.state, verb);
        await storeOf({ platform }).update(id, { state } as Partial<Facts>);
        const name = `${kind}.${DONE[verb]}`;
        await platform.events.record([
          { name, subject: subject(found), before: { state: found.state }, after: { state } },
        ]);
      }),
  };
}
