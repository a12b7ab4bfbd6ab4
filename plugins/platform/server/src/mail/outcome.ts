import { nextAttempt } from '../jobs/back-off';
import { keepProblem } from '../../../kernel/src';
import type { Delivery } from './delivery-store';

type Outcome = Pick<Delivery, 'state' | 'nextAttemptAt' | 'lastError' | 'sentAt' | 'messageId'>;

export const delivered = (messageId: string, now: string): Outcome => ({
  state: 'sent',
  nextAttemptAt: null,
  lastError: null,
  sentAt: now,
  messageId,
});

/** Tried again after a growing pause; given up after the last one, or at once where trying again cannot help. */
export function undelivered(error: unknown, attempts: number, now: string, zone: string): Outcome {
  const permanent = (error as { permanent?: unknown } | null)?.permanent === true;
  const next = permanent ? null : nextAttempt(attempts, now, zone);
  return {
    state: next === null ? 'dead' : 'failed',
    nextAttemptAt: next,
    lastError: keepProblem(error),
    sentAt: null,
    messageId: null,
  };
}
