import type { MessageParams } from './messages';
import { isRefusal } from './refusal';

const LONGEST = 2000;

interface Kept {
  code: string;
  params: MessageParams;
}

/** What went wrong, as a column keeps it: a refusal by its code, so that each reader is told in their own language. */
export function keepProblem(error: unknown): string {
  if (isRefusal(error)) return JSON.stringify({ code: error.code, params: error.params } satisfies Kept);
  const text = error instanceof Error ? error.message || error.name : String(error);
  // PostgreSQL keeps no U+0000.
  return text.replaceAll('\u0000', '').slice(0, LONGEST);
}

/** The kept problem for a reader. A defect has no message of ours: its own words are shown as they are. */
export function tellProblem(kept: string | null, say: (code: string, params?: MessageParams) => string): string | null {
  if (kept === null || !kept.startsWith('{"code":')) return kept;
  try {
    const { code, params } = JSON.parse(kept) as Kept;
    return say(code, params);
  } catch {
    return kept;
  }
}
