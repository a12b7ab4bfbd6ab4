import { compareInstants } from '../../../kernel/src';

export interface LeapNeeds {
  now: () => string;
  /** The earliest instant later than now at which anything is due; null when nothing is. */
  nextInstant: () => Promise<string | null>;
  moveTo: (instant: string) => Promise<unknown>;
  /** Runs everything that is due now, to completion. */
  drain: () => Promise<void>;
}

/**
 * Moves the clock to `target` from due instant to due instant, running at each what is due then: a month that was
 * leapt over leaves the same rows as a month that was waited for.
 */
export async function leap(target: string, { now, nextInstant, moveTo, drain }: LeapNeeds): Promise<void> {
  await drain();
  for (;;) {
    const due = await nextInstant();
    const last = due === null || compareInstants(due, target) >= 0;
    if (last && compareInstants(now(), target) >= 0) return;
    await moveTo(last ? target : due);
    await drain();
  }
}

/** The earliest of these instants that is later than `now`, or null. */
export const earliestAfter = (now: string, instants: readonly (string | null)[]): string | null =>
  instants
    .filter((instant): instant is string => instant !== null && compareInstants(instant, now) > 0)
    .reduce<string | null>((first, one) => (first === null || compareInstants(one, first) < 0 ? one : first), null);
