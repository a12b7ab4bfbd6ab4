import { setTimeout as pause } from 'node:timers/promises';

interface Patience {
  withinMs?: number;
  everyMs?: number;
}

/**
 * Looks until it is so, and no longer: a busy machine takes its time, an idle one waits for nothing. Throws, naming
 * `what`, when it is not so in the end.
 */
export async function until(
  what: string,
  look: () => boolean | Promise<boolean>,
  { withinMs = 30_000, everyMs = 10 }: Patience = {},
): Promise<void> {
  for (const end = Date.now() + withinMs; ; await pause(everyMs)) {
    if (await look()) return;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain: ${what}`);
  }
}
