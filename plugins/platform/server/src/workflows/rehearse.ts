import { addDays, compareInstants, dateIn } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { EventRow } from '../../../kit/src/events';
import type { Platform } from '../../../kit/src/platform';
import { eventOf } from '../events/delivery-store';
import type { CheckedDraft } from './check-draft';
import { dueAfter, isCausedByWorkflow } from './domain/cause';
import { type Condition, failing } from './domain/conditions';
import type { Subjects } from './subjects';

const CHUNK = 500;
/** Whoever looks waits for it: of more events only the latest are looked at. */
const MOST_EVENTS = 5_000;
const MOST_NAMED = 100;

export interface Rehearsed {
  event: string;
  at: string;
  subject: { type: string; documentId: string; name: string };
  customer: string | null;
  /** What kept it from running. */
  failed: Condition[];
}

export interface Rehearsal {
  from: string;
  to: string;
  looked: number;
  would: number;
  /** There are earlier events that were not looked at. */
  more: boolean;
  days: { day: string; looked: number; would: number }[];
  matched: Rehearsed[];
  unmatched: Rehearsed[];
}

export interface RehearseNeeds {
  platform: Platform;
  subjects: Subjects;
}

/**
 * What a workflow would have done about what happened in the days up to today, as far as this caller may read it. Things
 * are asked as they stand now, before and after as they were. Writes nothing, sends nothing.
 */
export function createRehearsal({ platform, subjects }: RehearseNeeds) {
  return async function rehearse(caller: Caller, draft: CheckedDraft, days: number): Promise<Rehearsal> {
    const { clock, events } = platform;
    const to = clock.today();
    const from = addDays(to, 1 - days);
    const zone = clock.zone();
    const tally = new Map(
      Array.from({ length: days }, (_, index) => {
        const day = addDays(from, index);
        return [day, { day, looked: 0, would: 0 }] as [string, Rehearsal['days'][number]];
      }),
    );
    const subject = subjects.ofEvent(draft.event);
    const fields = subject ? subjects.fieldsOf(subject) : [];
    const [matched, unmatched]: [Rehearsed[], Rehearsed[]] = [[], []];

    /** The day on which its conditions count: after its wait, but not later than now. */
    const askedOn = ({ at }: EventRow): string => {
      const due = dueAfter(at, draft.wait, zone);
      return dateIn(zone, compareInstants(due, clock.now()) > 0 ? clock.now() : due);
    };

    async function look(found: readonly EventRow[]): Promise<void> {
      const heard = found.filter((event) => !isCausedByWorkflow(eventOf(event)));
      const occasions = await subjects.load(heard);
      for (const event of heard) {
        const occasion = occasions.get(event.id);
        if (!occasion) continue;
        const facts = subjects.factsOf(occasion, event, { today: askedOn(event), zone });
        const failed = failing(draft.conditions, fields, facts);
        const day = tally.get(dateIn(zone, event.at));
        if (day) day.looked += 1;
        if (day && failed.length === 0) day.would += 1;
        const list = failed.length === 0 ? matched : unmatched;
        if (list.length >= MOST_NAMED) continue;
        const { documentId, name } = occasion.thing;
        list.push({
          ...{ event: event.documentId, at: event.at, failed, customer: occasion.customer?.name ?? null },
          subject: { type: event.subjectType, documentId, name },
        });
      }
    }

    let [before, read, more]: [number | undefined, number, boolean] = [undefined, 0, false];
    for (;;) {
      const found = await events.find(caller, { name: draft.event, from, to, before, limit: CHUNK });
      await look(found);
      read += found.length;
      before = found.at(-1)?.id;
      more = found.length === CHUNK && read >= MOST_EVENTS;
      if (found.length < CHUNK || more) break;
    }
    const list = [...tally.values()];
    const sum = (of: 'looked' | 'would') => list.reduce((total, day) => total + day[of], 0);
    return { from, to, looked: sum('looked'), would: sum('would'), more, days: list, matched, unmatched };
  };
}

export type Rehearse = ReturnType<typeof createRehearsal>;
