import { useEffect, useSyncExternalStore } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import { dateIn } from '../../../kernel/src';

export interface Today {
  /** The business date, `YYYY-MM-DD`. */
  today: string;
  zone: string;
  /** What the company counts its money in. */
  currency: string;
}

/** Where the office has not answered, or may not be asked: this machine's own day. */
const ownDay = (): Today => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone, today: dateIn(zone, new Date().toISOString()), currency: 'THB' };
};

const FRESH_MS = 60_000;

interface Known {
  asked: number;
  day?: Today;
  own: Today;
  readonly hearers: Set<() => void>;
}

// Each plugin brings its own copy of this: what all of them know hangs on the window, and is asked once for all.
const KEY = Symbol.for('sanya.today');
const known = (): Known => {
  const home = globalThis as unknown as Record<symbol, Known | undefined>;
  home[KEY] ??= { asked: Number.NEGATIVE_INFINITY, own: ownDay(), hearers: new Set() };
  return home[KEY];
};

const isSame = (one: Today, other: Today | undefined): boolean =>
  one.today === other?.today && one.zone === other.zone && one.currency === other.currency;

function learn(day: Today): void {
  const all = known();
  if (isSame(day, all.day)) return;
  all.day = day;
  for (const hear of all.hearers) hear();
}

/** Asks the office, unless it was asked within the minute. */
function ask(): void {
  const all = known();
  const now = Date.now();
  if (now - all.asked < FRESH_MS) return;
  all.asked = now;
  void getFetchClient()
    .get<{ data: Today }>('/platform/today')
    .then(({ data }) => learn(data.data))
    .catch(() => learn(all.day ?? ownDay()));
}

function hear(told: () => void): () => void {
  known().hearers.add(told);
  return () => void known().hearers.delete(told);
}

/** The day as it was answered last; nothing before the first answer. A form that opens must have the right one at once. */
export function useKnownDay(): Today | undefined {
  useEffect(() => {
    ask();
    // A panel that stays open over midnight: whoever opens a form in the morning has the day of that morning.
    const timer = setInterval(ask, FRESH_MS);
    window.addEventListener('focus', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
    };
  }, []);
  return useSyncExternalStore(hear, () => known().day);
}

/**
 * The business day, zone and currency, which the server alone knows; asked once a minute for the whole panel. Pages of a
 * desk open once it is known; elsewhere this machine's own day stands in until then.
 */
export function useToday(): Today {
  useEffect(ask, []);
  return useSyncExternalStore(hear, () => known().day ?? known().own);
}

/** The zone alone; nothing before the first answer: a time that is written wrongly at first is worse than none. */
export function useKnownZone(): string | undefined {
  useEffect(ask, []);
  return useSyncExternalStore(hear, () => known().day?.zone);
}
