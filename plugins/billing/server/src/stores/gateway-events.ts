import {
  type GatewayEvent,
  type GatewayName,
  type Platform,
  type Ref,
  storedInstant,
} from '@sanya/strapi-plugin-platform/kit';
import { GATEWAY_EVENT } from '../content-types/types';
import type { GatewayEventState } from '../domain/lives';
import type { Mark } from '../domain/marks';

export interface GatewayEventRow extends Ref {
  gateway: GatewayName;
  eventId: string;
  kind: string;
  about: GatewayEvent['about'];
  state: GatewayEventState;
  moves: boolean;
  dispute: GatewayEvent['dispute'];
  chargeId: string | null;
  paymentKey: string | null;
  payment: number | null;
  problem: Mark | null;
  askAt: string | null;
  asks: number;
}

const FIELDS = [
  ...['gateway', 'eventId', 'kind', 'about', 'state', 'moves', 'dispute', 'chargeId', 'paymentKey'],
  ...['payment', 'problem', 'askAt', 'asks'],
];

export const loadGatewayEvents = (
  platform: Platform,
  ids: readonly number[],
  lock?: 'wait',
): Promise<GatewayEventRow[]> => platform.rows.byIds<GatewayEventRow>(GATEWAY_EVENT, ids, { fields: FIELDS, lock });

/** Undefined where it was told before: the unique index decides. */
export async function insertGatewayEvent(
  { rows }: Platform,
  row: Omit<GatewayEventRow, 'id' | 'documentId' | 'payment' | 'problem'> & { receivedAt: string },
): Promise<Ref | undefined> {
  const [made] = await rows.insert(GATEWAY_EVENT, [row], { conflict: 'ignore' });
  return made;
}

export const updateGatewayEvents = (
  { rows }: Platform,
  list: readonly ({ id: number } & Record<string, unknown>)[],
): Promise<number> => rows.update(GATEWAY_EVENT, list);

/** What needed nobody, the oldest first. */
export const pastEvents = ({ rows }: Platform, { most, before }: { most: number; before?: string }) =>
  rows.find<{ receivedAt: string | null }>(
    GATEWAY_EVENT,
    (query, column) => {
      query.whereIn(column('state'), ['handled', 'ignored']).whereNotNull(column('receivedAt'));
      if (before !== undefined) query.where(column('receivedAt'), '<', storedInstant(rows, before));
      query.orderBy([column('receivedAt'), column('id')]).limit(most);
    },
    { fields: ['receivedAt'] },
  );

export const removeGatewayEvents = ({ rows }: Platform, ids: readonly number[]): Promise<number> =>
  rows.remove(GATEWAY_EVENT, ids);

/** Events that could not be looked into at once, and may be by then. */
export const dueEvents = async (platform: Platform, by: string, most: number): Promise<number[]> =>
  (
    await platform.rows.find(
      GATEWAY_EVENT,
      (query, column) =>
        void query
          .where(column('state'), 'received')
          .where(column('askAt'), '<=', storedInstant(platform.rows, by))
          .orderBy([column('askAt'), column('id')])
          .limit(most),
      { fields: [] },
    )
  ).map(({ id }) => id);

export async function nextEvent(platform: Platform): Promise<string | null> {
  const [first] = await platform.rows.find<{ askAt: string }>(
    GATEWAY_EVENT,
    (query, column) =>
      void query.where(column('state'), 'received').whereNotNull(column('askAt')).orderBy(column('askAt')).limit(1),
    { fields: ['askAt'] },
  );
  return first?.askAt ?? null;
}
