import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { productMachine } from '../domain/product';
import { productStore } from '../stores/products';

const EVENT = { close: 'product.closed', reopen: 'product.reopened' } as const;

/** Takes products out of the catalogue, or back into it; orders that have them already are not touched. */
export async function moveProducts(
  { platform }: Pick<Tools, 'platform'>,
  verb: keyof typeof EVENT,
  ids: readonly number[],
): Promise<void> {
  await platform.transaction(async () => {
    const store = productStore(platform.rows);
    const products = await store.named('id', ids, 'wait');
    if (products.length < new Set(ids).size) throw notFound('product.unknown');
    const moved = products.map(({ id, state }) => ({ id, state: move(productMachine, state, verb) }));
    await store.update(moved);
    await platform.events.record(
      products.map(
        ({ id, documentId, state }, index): NewEvent => ({
          name: EVENT[verb],
          subject: { type: PRODUCT, id, documentId },
          before: { state },
          after: { state: moved[index]?.state },
        }),
      ),
    );
  });
}
