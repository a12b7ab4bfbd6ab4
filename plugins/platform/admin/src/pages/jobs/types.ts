export interface Run {
  id: string;
  tick: string;
  state: string;
  processed: number;
  failed: number;
  total: number | null;
  steps: number;
  attempts: number;
  note: string | null;
  lastError: string | null;
  nextAttemptAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface Job {
  name: string;
  title: string;
  nextDue: string | null;
  runs: Run[];
}

export interface EventShown {
  id: string;
  number: number;
  name: string;
  title: string;
  subject: { type: string; documentId: string };
  /** Row id. */
  customer: number | null;
  actor: string;
  actorName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  at: string;
}

export interface Delivery {
  id: string;
  number: number;
  subscriber: string;
  title: string;
  state: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  nextAttemptAt: string | null;
  deliveredAt: string | null;
  lastError: string | null;
  event: EventShown | null;
}

export interface EventOpened extends EventShown {
  deliveries: Delivery[];
}

/** A place in the chain over the event log. */
export interface LedgerPlace {
  position: number;
  hash: string;
}

export interface LedgerState {
  head: LedgerPlace;
  /** Counted no further than 1,000. */
  waiting: number;
  oldestWaiting: string | null;
}

export interface LedgerVerdict {
  verified: number;
  at: LedgerPlace;
  more: boolean;
  fault: {
    kind: string;
    message: string;
    event: { id: number; documentId: string } | null;
    /** What the row says now, where it is still there. */
    now: { name: string; title: string; at: string } | null;
  } | null;
}

export interface Diagnosis {
  check: string;
  title: string;
  level: 'ok' | 'warning' | 'error';
  code: string;
  message: string;
  /** What would be right; null where it is. */
  right: string | null;
}
