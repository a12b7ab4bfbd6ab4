import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type AmendedOrder, type AmendOrder, amendOrders } from './amend-orders';

class Undone extends Error {
  constructor(readonly amended: AmendedOrder[]) {
    super('A preview is taken back');
  }
}

/** What amending would do: it is done, and taken back whole, so that the preview is what then happens. */
export async function previewAmending(tools: Tools, wishes: readonly AmendOrder[]): Promise<AmendedOrder[]> {
  try {
    return await tools.platform.transaction(async () => {
      throw new Undone(await amendOrders(tools, wishes, 'preview'));
    });
  } catch (error) {
    if (error instanceof Undone) return error.amended;
    throw error;
  }
}
