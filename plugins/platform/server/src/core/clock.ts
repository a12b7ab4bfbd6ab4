import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import { conflict, badInput, addDuration, compareInstants, dateIn, isInstant } from '../../../kernel/src';
import type { Clock } from '../../../kit/src/platform';

const ZONE_FRESH_MS = 30_000;

/** The wall clock; nothing else in the suite reads it. */
export const wallClock = (): string => new Date().toISOString();

export interface TestClock extends Clock {
  /** Reads the row again: another instance may have turned it. Called at the start of each request and job step. */
  refresh(): Promise<void>;
  /** Forward only. Returns the new instant. */
  moveTo(instant: string): Promise<string>;
  /** Where `advance` (ISO duration, civil in the business zone) or `now` leads. */
  target(input: { now?: string; advance?: string }): string;
  setZone(zone: string): void;
  /** Where the zone stands: read at the next refresh and now and then, for another instance may have changed it. */
  readZoneWith(read: () => Promise<string>): void;
  readonly enabled: boolean;
  /** A test clock of its own for the work: it begins now, and nobody else sees it turn. */
  pretend<T>(work: () => Promise<T>): Promise<T>;
}

// One for the process, as that of transactions.
const pretended = new AsyncLocalStorage<{ now: string }>();

/**
 * Without `SANYA_TEST_CLOCK` the business time is the wall clock. With it, it is a row in the database that only goes
 * forward: every instance on the database sees the same time.
 */
export function createClock(strapi: Core.Strapi): TestClock {
  const isTesting = process.env.SANYA_TEST_CLOCK === 'true';
  const store = () => strapi.store({ type: 'plugin', name: 'platform' });
  let zone = 'Asia/Bangkok';
  let row: string | undefined;
  let readZone: (() => Promise<string>) | undefined;
  let zoneReadAt = 0;

  const now = (): string => pretended.getStore()?.now ?? (isTesting && row ? row : wallClock());

  return {
    get enabled() {
      return isTesting || pretended.getStore() !== undefined;
    },
    now,
    today: () => dateIn(zone, now()),
    zone: () => zone,
    setZone(next) {
      zone = next;
    },
    readZoneWith(read) {
      readZone = read;
      zoneReadAt = 0;
    },
    pretend: (work) => pretended.run({ now: now() }, work),
    async refresh() {
      if (pretended.getStore()) return;
      const real = Date.parse(wallClock());
      if (readZone && real - zoneReadAt >= ZONE_FRESH_MS) {
        zoneReadAt = real;
        zone = await readZone();
      }
      if (!isTesting) return;
      row = ((await store().get({ key: 'clock' })) as string | null) ?? undefined;
    },
    target({ now: instant, advance }) {
      if (instant !== undefined && !isInstant(instant)) throw badInput('clock.not_an_instant', { field: 'now' });
      if (instant !== undefined) return instant;
      try {
        const later = addDuration(now(), advance ?? 'PT0S', zone);
        // Past the year 9999 there is no instant any more.
        if (isInstant(later)) return later;
      } catch {
        // Not a duration: refused below.
      }
      throw badInput('clock.not_a_duration', { field: 'advance' });
    },
    async moveTo(instant) {
      const own = pretended.getStore();
      if (own) {
        own.now = instant;
        return instant;
      }
      if (!isTesting) throw conflict('clock.not_enabled');
      // The first setting may lie in the past: a trial or a demo begins where its story begins.
      if (row !== undefined && compareInstants(instant, row) < 0)
        throw conflict('clock.only_forward', { params: { now: now() } });
      await store().set({ key: 'clock', value: instant });
      row = instant;
      return instant;
    },
  };
}
