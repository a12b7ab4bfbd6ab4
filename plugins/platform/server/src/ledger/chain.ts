import type { EventRow } from '../../../kit/src/events';
import { linkHash } from './canonical';

/** A place in the chain: how many links there are up to it, and the hash of the last. */
export interface Place {
  position: number;
  hash: string;
}

export interface Link extends Place {
  id: number;
  /** Of its event. */
  documentId: string;
  eventId: number;
  previousHash: string;
}

/**
 * `changed`: the event is not what it was when it was linked. `deleted`: it is gone. `missing`: the link is gone.
 * `reordered`: the row was true, but does not follow the one before. `inserted`: nobody recorded it. `cut`: the end of
 * the chain is gone. `rewritten`: the chain holds together, but is not the one that was noted earlier.
 */
export const FAULTS = ['changed', 'deleted', 'missing', 'reordered', 'inserted', 'cut', 'rewritten'] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  kind: FaultKind;
  /** Place in the chain; null for a row that never had one. */
  position: number | null;
  /** Row id and document id of the event, where they can still be told. */
  event: { id: number; documentId: string } | null;
}

export const eventAt = (link: Pick<Link, 'eventId' | 'documentId'>): Fault['event'] => ({
  id: link.eventId,
  documentId: link.documentId,
});

/** Appends events to a chain, in the order given. Pure. */
export function extendChain(
  head: Place,
  waiting: readonly { id: number; event: EventRow }[],
): { head: Place; links: { id: number; position: number; previousHash: string; hash: string }[] } {
  let { position, hash } = head;
  const links = waiting.map(({ id, event }) => {
    const previousHash = hash;
    position += 1;
    hash = linkHash(previousHash, event);
    return { id, position, previousHash, hash };
  });
  return { head: { position, hash }, links };
}

function faultOf(link: Link, event: EventRow | undefined, before: Place): Fault | undefined {
  const { position } = link;
  if (position !== before.position + 1) return { kind: 'missing', position: before.position + 1, event: null };
  if (!event) return { kind: 'deleted', position, event: eventAt(link) };
  if (event.documentId !== link.documentId || linkHash(link.previousHash, event) !== link.hash) {
    return { kind: 'changed', position, event: eventAt(link) };
  }
  if (link.previousHash !== before.hash) return { kind: 'reordered', position, event: eventAt(link) };
  return undefined;
}

/** Follows links, in the order of their positions, from a place that is known to be good to the first fault. Pure. */
export function followChain(
  from: Place,
  links: readonly Link[],
  events: ReadonlyMap<number, EventRow>,
): { at: Place; fault?: Fault } {
  let at = from;
  for (const link of links) {
    const fault = faultOf(link, events.get(link.eventId), at);
    if (fault) return { at, fault };
    at = { position: link.position, hash: link.hash };
  }
  return { at };
}
