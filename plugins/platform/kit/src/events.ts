import type { MessageParams } from '../../kernel/src';
import type { Ref } from './rows';

/** What happened, in the past tense: `invoice.paid`. Recorded in the transaction that made it true. */
export interface NewEvent {
  name: string;
  /** Content type and row of the thing that it happened to. */
  subject: { type: string; id: number; documentId: string };
  /** Row id of the customer whose thing it is, where there is one. */
  customer?: number | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

export interface RecordedEvent extends NewEvent {
  id: number;
  documentId: string;
  at: string;
  actor: string;
  requestId: string;
}

/** A sentence, said in the language of whoever reads it. */
export interface Saying {
  code: string;
  params?: MessageParams;
}

/** An event as it is heard in its own transaction: what comes of it is said to whoever recorded it, and kept nowhere. */
export interface HeardEvent extends RecordedEvent {
  said: Saying[];
  /** What is credited and charged for it by those that hear it, VAT included: minor units of its currency. */
  moved: { credited: bigint; charged: bigint };
}

/** A row of the one log. */
export interface EventRow extends Ref {
  name: string;
  subjectType: string;
  subjectId: number;
  subjectDocumentId: string;
  customerId: number | null;
  actor: string;
  requestId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  at: string;
}

/** An event as people read it: what happened in the words of the reader, who did it, and what it changed. */
export interface TimelineEntry extends Omit<EventRow, 'customerId' | 'requestId'> {
  title: string;
  /** Null where nobody is there of that name any more, and for the system. */
  actorName: string | null;
  /** Of the amounts before and after; null where the subject has none of its own. */
  currency: string | null;
}

export interface EventQuestion {
  name?: string;
  /** Document id of what it happened to, and its type. */
  subject?: string;
  type?: string;
  /** Row id, or those of all who turned out to be one. */
  customer?: number | readonly number[];
  /** Business days, both included. */
  from?: string;
  to?: string;
  /** Row id of the last event of the page before. */
  before?: number;
  limit: number;
}

interface SubscriberBase {
  /** Unique in the suite, e.g. `sales.confirm-paid-orders`. */
  name: string;
  /** Event names it wants. */
  on: readonly string[];
}

/** Runs in the transaction of the events; only the database is touched; throwing refuses the whole use case. */
export interface WithinSubscriber extends SubscriberBase {
  when: 'within';
  handle: (events: readonly HeardEvent[]) => Promise<void>;
}

/** Runs after commit, at least once, retried with growing pauses, then dead-lettered where staff see and retry it. */
export interface AfterSubscriber extends SubscriberBase {
  when: 'after';
  handle: (event: RecordedEvent) => Promise<void>;
}

export type Subscriber = WithinSubscriber | AfterSubscriber;
