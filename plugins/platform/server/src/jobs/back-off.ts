import { addDuration } from '../../../kernel/src';

/** How long to wait after the 1st, 2nd … failure. */
const PAUSES = ['PT1M', 'PT5M', 'PT30M', 'PT2H', 'PT12H', 'P1D', 'P1D'] as const;

/** After so many attempts a thing is given up and shown to staff. */
export const MAX_ATTEMPTS = PAUSES.length + 1;

/**
 * The business instant of the next attempt after `attempts` failures, or null when it is to be given up. A pause of
 * days is civil: after a day it is the same time of day in `zone`.
 */
export function nextAttempt(attempts: number, now: string, zone: string): string | null {
  const pause = PAUSES[Math.max(attempts, 1) - 1];
  return pause === undefined ? null : addDuration(now, pause, zone);
}
