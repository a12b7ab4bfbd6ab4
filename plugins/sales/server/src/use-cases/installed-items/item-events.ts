import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { INSTALLED_ITEM } from '../../content-types/types';
import type { ItemRow } from '../../stores/installed-items';

type Subject = Pick<ItemRow, 'id' | 'documentId' | 'customer' | 'serial'>;

/** `installed_item.removed` and its like, on the customer's timeline too. */
export const itemEvent = (
  name: string,
  { id, documentId, customer, serial }: Subject,
  { before, ...after }: { before?: Record<string, unknown> } & Record<string, unknown>,
): NewEvent => ({
  name,
  subject: { type: INSTALLED_ITEM, id, documentId },
  customer,
  ...(before ? { before } : {}),
  after: { serial, ...after },
});
