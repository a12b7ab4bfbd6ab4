import { z } from 'zod';
import { bilingual, day, facts, instant, money } from '../../../kit/src/shapes';
import { FAULTS } from '../ledger/chain';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();
const once = instant.nullable();

export const clockShown = z.strictObject({ now: instant, today: day, zone: text });

export const today = z.strictObject({ today: day, zone: text, currency: text });

export const diagnoses = z.array(
  z.strictObject({
    check: text,
    title: text,
    level: z.enum(['ok', 'warning', 'error']),
    code: text,
    message: text,
    /** What would be right; null where it is. */
    right: perhaps,
  }),
);

export const jobRun = z
  .strictObject({
    id: text,
    number: whole,
    job: text,
    tick: instant,
    state: z.enum(['running', 'finished', 'failed']),
    processed: whole,
    failed: whole,
    /** Null: nobody knows how many there are. */
    total: whole.nullable(),
    steps: whole,
    attempts: whole,
    note: perhaps,
    lastError: perhaps,
    nextAttemptAt: once,
    startedAt: once,
    finishedAt: once,
  })
  .meta({ id: 'JobRun' });

export const jobs = z.array(
  z.strictObject({
    name: text,
    title: text,
    /** Null: nothing in sight. */
    nextDue: once,
    /** The latest first. */
    runs: z.array(jobRun),
  }),
);

export const event = z
  .strictObject({
    id: text,
    number: whole,
    name: text,
    title: text,
    subject: z.strictObject({ type: text, documentId: text }),
    /** Row id. */
    customer: whole.nullable(),
    actor: text,
    actorName: perhaps,
    requestId: perhaps,
    before: facts,
    after: facts,
    at: instant,
  })
  .meta({ id: 'Event' });

export const eventNames = z.array(z.strictObject({ name: text, title: text }));

export const eventDelivery = z
  .strictObject({
    id: text,
    number: whole,
    subscriber: text,
    title: text,
    state: z.enum(['waiting', 'delivered', 'dead']),
    attempts: whole,
    nextAttemptAt: once,
    deliveredAt: once,
    lastError: perhaps,
    /** Null where it is told with its event. */
    event: event.nullable(),
  })
  .meta({ id: 'EventDelivery' });

export const openedEvent = z.strictObject({ ...event.shape, deliveries: z.array(eventDelivery) });

/** A place in the chain over the event log. */
const place = z.strictObject({ position: whole, hash: text }).meta({ id: 'LedgerPlace' });

export const ledgerState = z.strictObject({
  head: place,
  /** Counted no further than 1,000. */
  waiting: whole,
  oldestWaiting: once,
});

export const ledgerVerdict = z.strictObject({
  /** Links verified now. */
  verified: whole,
  /** The last good place. */
  at: place,
  /** There are links after it that have not been looked at. */
  more: z.boolean(),
  fault: z
    .strictObject({
      kind: z.enum(FAULTS),
      /** Null for a row that never had a place. */
      position: whole.nullable(),
      event: z.strictObject({ id: whole, documentId: text }).nullable(),
      message: text,
      /** What is left of the event. */
      now: z.strictObject({ name: text, title: text, at: instant }).nullable(),
    })
    .nullable(),
});

/** What fills the places of a message. */
const params = z.record(
  text,
  z.union([
    text,
    z.number(),
    z.strictObject({ amount: money, currency: text }),
    z.strictObject({ words: z.array(text) }),
  ]),
);

export const discrepancies = z.array(
  z.strictObject({ check: text, type: text, documentId: text, params, message: text }),
);

/** Null before the first time. */
export const lastProofShown = z.strictObject({ provenAt: once, checks: whole, discrepancies: whole }).nullable();

export const numberSeries = z
  .strictObject({
    series: text,
    name: bilingual,
    /** Null: the head office and every branch without a pattern of its own. */
    branch: z.strictObject({ documentId: text, code: text, name: text }).nullable(),
    pattern: text,
    own: z.boolean(),
    /** How many numbers were given here in the period of today. */
    issued: text,
    /** The last number of that period that was given elsewhere; 0: none. */
    startsAfter: text,
    next: text,
  })
  .meta({ id: 'NumberSeries' });
