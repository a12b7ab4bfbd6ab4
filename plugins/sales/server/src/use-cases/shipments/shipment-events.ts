import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { SHIPMENT } from '../../content-types/types';
import type { ShipmentRow } from '../../stores/shipments';

/** `shipment.shipped` and its like: what is said of it afterwards, and its state before, where there was one. */
export const shipmentEvent = (
  name: string,
  { id, documentId, number, state }: Pick<ShipmentRow, 'id' | 'documentId' | 'number' | 'state'>,
  customer: number,
  { before, ...after }: { before?: Record<string, unknown> } & Record<string, unknown> = {},
): NewEvent => ({
  name,
  subject: { type: SHIPMENT, id, documentId },
  customer,
  ...(before ? { before } : {}),
  after: { number, state, ...after },
});
