import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_EXEMPTION, PROMISE_TO_PAY } from '../../content-types/types';

export type PauseKind = 'promise' | 'exemption';
export const PAUSES = { promise: PROMISE_TO_PAY, exemption: DUNNING_EXEMPTION } as const;

export interface NewPause {
  customer: number;
  /** Row id; null: all that the customer owes. */
  invoice: number | null;
}

export const insertPromise = (platform: Platform, pause: NewPause & { until: string; note: string | null }) =>
  platform.rows.insert(PROMISE_TO_PAY, [{ ...pause, ...made(platform) }]);

export const insertExemption = (platform: Platform, pause: NewPause & { reason: string }) =>
  platform.rows.insert(DUNNING_EXEMPTION, [{ ...pause, ...made(platform) }]);

const made = (platform: Platform) => ({ madeAt: platform.clock.now(), madeBy: platform.caller().key });

export const loadPause = async (
  platform: Platform,
  kind: PauseKind,
  id: number,
): Promise<(NewPause & Ref & { endedAt: string | null }) | undefined> =>
  (await platform.rows.byIds<NewPause & { endedAt: string | null }>(PAUSES[kind], [id]))[0];

export const endPauseRow = (platform: Platform, kind: PauseKind, id: number, endReason: string | null) =>
  platform.rows.update(PAUSES[kind], [{ id, endedAt: platform.clock.now(), endReason }]);
