import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { GATEWAY_EVENT } from '../content-types/types';
import { gatewayEventLife } from '../domain/lives';
import { loadGatewayEvents, updateGatewayEvents } from '../stores/gateway-events';

/** Staff have seen to what a gateway told, and say how. */
export const checkGatewayEvents = (
  platform: Platform,
  list: readonly { event: number; note: string }[],
): Promise<void> =>
  platform.transaction(async () => {
    const ids = list.map(({ event }) => event);
    const stored = new Map((await loadGatewayEvents(platform, ids, 'wait')).map((event) => [event.id, event]));
    const checked = list.map(({ event: id, note }) => {
      const event = stored.get(id);
      if (!event) throw notFound('row.not_found');
      return { event, note, state: move(gatewayEventLife, event.state, 'check') };
    });
    await updateGatewayEvents(
      platform,
      checked.map(({ event, note, state }) => ({
        ...{ id: event.id, state, note },
        checkedAt: platform.clock.now(),
        checkedBy: platform.caller().key,
      })),
    );
    await platform.events.record(
      checked.map(({ event: { id, documentId, kind }, note }) => ({
        name: 'gateway_event.checked',
        subject: { type: GATEWAY_EVENT, id, documentId },
        after: { kind, note },
      })),
    );
  });
