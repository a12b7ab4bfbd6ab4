import { type Job, keptDays, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { pastEvents, removeGatewayEvents } from '../stores/gateway-events';

const CHUNK = 1000;

/**
 * What gateways told and what needed nobody is forgotten after the days that the company says: payments and the log hold
 * what came of it. Told once more so late, it would be asked about anew, and nothing would change. What a person saw to,
 * or has to, stays.
 */
export const tidyGatewayEvents = (platform: Platform): Job => ({
  name: 'billing.tidy-gateway-events',
  sleepsThrough: true,
  async nextDue() {
    const [first] = await pastEvents(platform, { most: 1 });
    return first?.receivedAt ? (await keptDays(platform)).dueAt(first.receivedAt) : null;
  },
  async step() {
    const { until } = await keptDays(platform);
    const old = await pastEvents(platform, { most: CHUNK, before: until });
    const processed = await removeGatewayEvents(
      platform,
      old.map(({ id }) => id),
    );
    return { done: old.length < CHUNK, processed };
  },
});
