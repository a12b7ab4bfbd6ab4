import { addDuration } from '../../kernel/src';
import type { Platform } from './platform';

const USUAL = 90;

/**
 * How long details are kept of what is over, as the company says: what ended before `until` goes, and `dueAt` says when.
 *
 * @param atLeast so many days, for what is still shown of them
 */
export async function keptDays(
  { settings, clock }: Platform,
  { atLeast = 0 }: { atLeast?: number } = {},
): Promise<{
  until: string;
  /** A day later than it may go, so that a day's go together. */
  dueAt: (endedAt: string) => string;
}> {
  const { detailsKeptDays } = await settings.read<{ detailsKeptDays: number | null }>('plugin::platform.setting');
  const days = Math.max(detailsKeptDays ?? USUAL, atLeast);
  const zone = clock.zone();
  return {
    until: addDuration(clock.now(), `-P${days}D`, zone),
    dueAt: (endedAt) => addDuration(endedAt, `P${days + 1}D`, zone),
  };
}
