import type { Core } from '@strapi/types';
import type { Rows } from '../../../kit/src/rows';
import { extendChain, type Fault, followChain, type Place } from './chain';
import { createLedgerStore, START } from './ledger-store';

const CHUNK = 500;
/** Counted no further: a page says "1,000+". */
const WAITING_SHOWN = 1000;

export interface Question {
  /** Links up to here were verified before. */
  after?: number;
  /** Links to verify at most; all of them when absent. */
  most?: number;
  /** What somebody noted of the chain earlier. */
  noted?: Place;
}

export interface Verdict {
  /** Links verified now. */
  verified: number;
  /** The last good place. */
  at: Place;
  /** There are links after it that have not been looked at. */
  more: boolean;
  fault: Fault | null;
}

interface Needs {
  strapi: Core.Strapi;
  rows: Rows;
  transaction: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The hash chain over the event log. A link is written beside each event in its own transaction, without a place; the
 * job gives places to what is committed. So none is missed however late it commits, as one would be by a cursor; and an
 * event without a link was not recorded by the suite.
 */
export function createLedger({ strapi, rows, transaction }: Needs) {
  let made: ReturnType<typeof createLedgerStore> | undefined;
  // Strapi knows its tables only when it has started.
  const store = () => (made ??= createLedgerStore(strapi, rows));

  /** `undefined`: the end of the chain is where it was kept. */
  async function endFault(at: Place, ahead: boolean): Promise<Fault | 'grown' | undefined> {
    const head = (await store().head()) ?? START;
    // The head is kept in the transaction of the links: read after them, it cannot lie before them.
    if (head.position < at.position) return { kind: 'inserted', position: head.position + 1, event: null };
    if (head.position > at.position) return ahead ? { kind: 'cut', position: at.position + 1, event: null } : 'grown';
    return head.hash === at.hash ? undefined : { kind: 'rewritten', position: at.position, event: null };
  }

  async function notedFault(noted: Place | undefined): Promise<Fault | undefined> {
    if (!noted) return undefined;
    const there = noted.position === 0 ? START : await store().at(noted.position);
    if (!there) return { kind: 'missing', position: noted.position, event: null };
    return there.hash === noted.hash ? undefined : { kind: 'rewritten', position: noted.position, event: null };
  }

  async function placeBefore(after: number): Promise<Place> {
    if (after === 0) return START;
    const link = await store().at(after);
    return link ? { position: link.position, hash: link.hash } : START;
  }

  async function verify({ after = 0, most = Infinity, noted }: Question): Promise<Verdict> {
    let at = await placeBefore(after);
    let verified = 0;
    let ahead = false;
    const end = (fault?: Fault, more = false): Verdict => ({ verified, at, more, fault: fault ?? null });
    const rewritten = await notedFault(noted);
    if (rewritten) return end(rewritten);
    for (;;) {
      if (verified >= most) return end(undefined, true);
      const links = await store().after(at.position, Math.min(CHUNK, most - verified));
      if (links.length === 0) {
        const fault = await endFault(at, ahead);
        if (fault !== 'grown') return end(fault ?? (await store().strayed()));
        ahead = true;
        continue;
      }
      ahead = false;
      const followed = followChain(at, links, await store().events(links));
      verified += followed.at.position - at.position;
      at = followed.at;
      if (followed.fault) return end(followed.fault);
    }
  }

  return {
    /** At the start: events from before there was a ledger are its first. */
    begin: (): Promise<void> =>
      transaction(async () => {
        if (await store().head()) return;
        await store().adopt();
        await store().keepHead(START);
      }),

    oldestWaiting: (): Promise<string | null> => store().oldestWaiting(),

    /** Gives places to the oldest that wait; how many. What two instances do at once, a unique index lets one do. */
    append: (most = CHUNK): Promise<number> =>
      transaction(async () => {
        const waiting = await store().waiting(most);
        if (waiting.length === 0) return 0;
        const events = await store().events(waiting);
        // Read after the lock: whoever had it has moved the head.
        const head = (await store().head()) ?? START;
        const extended = extendChain(
          head,
          waiting.flatMap(({ id, eventId }) => {
            const event = events.get(eventId);
            return event ? [{ id, event }] : [];
          }),
        );
        await store().place(extended.links);
        await store().keepHead(extended.head);
        return extended.links.length;
      }),

    verify,

    async state(): Promise<{ head: Place; waiting: number; oldestWaiting: string | null }> {
      return {
        head: (await store().head()) ?? START,
        waiting: await store().countWaiting(WAITING_SHOWN),
        oldestWaiting: await store().oldestWaiting(),
      };
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
