export interface Run {
  id: string;
  tick: string;
  state: string;
  processed: number;
  failed: number;
  total: number | null;
  attempts: number;
  note: string | null;
  lastError: string | null;
  nextAttemptAt: string | null;
  finishedAt: string | null;
}

export interface Job {
  name: string;
  nextDue: string | null;
  runs: Run[];
}

export interface EventShown {
  id: string;
  number: number;
  name: string;
  subject: { type: string; documentId: string };
  actor: string;
  before: unknown;
  after: unknown;
  at: string;
}

export interface Dead {
  id: string;
  subscriber: string;
  attempts: number;
  lastError: string | null;
  event: EventShown | null;
}
