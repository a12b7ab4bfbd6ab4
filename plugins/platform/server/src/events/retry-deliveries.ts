import { conflict, notFound } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import { DELIVERY, type Delivery } from './delivery-store';

/** Which of these may be tried anew: refuses one that is delivered already. Pure. */
export function decideRetry(documentIds: readonly string[], found: readonly Delivery[]): Delivery[] {
  const byDocument = new Map(found.map((delivery) => [delivery.documentId, delivery]));
  return documentIds.map((documentId) => {
    const delivery = byDocument.get(documentId);
    if (!delivery) throw notFound('event_delivery.not_found', { field: 'id' });
    if (delivery.state === 'delivered') {
      throw conflict('event_delivery.delivered', { params: { subscriber: delivery.subscriber } });
    }
    return delivery;
  });
}

/** Staff try dead (or waiting) deliveries anew: due now, with all their attempts again. */
export async function retryDeliveries(platform: Platform, documentIds: readonly string[]): Promise<Delivery[]> {
  return platform.transaction(async () => {
    const found = await platform.rows.byDocumentIds<Delivery>(DELIVERY, documentIds, { lock: 'wait' });
    const retried = decideRetry(documentIds, found);
    const nextAttemptAt = platform.clock.now();
    await platform.rows.update(
      DELIVERY,
      retried.map(({ id }) => ({ id, state: 'waiting', attempts: 0, nextAttemptAt })),
    );
    platform.afterCommit(() => platform.jobs.poke());
    return retried.map((delivery) => ({ ...delivery, state: 'waiting', attempts: 0, nextAttemptAt }));
  });
}
