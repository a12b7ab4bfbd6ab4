import type { useAsk } from './doors';

/** Compiled with the types of this plugin, never run: what pages must not be able to write. */
export async function wrong(ask: ReturnType<typeof useAsk>): Promise<void> {
  const id = 'a';
  const order = await ask('POST /sales/orders/:id/confirm', { id });
  const state: 'placed' | 'confirmed' | string = order.state;
  // @ts-expect-error it is called `number`
  void order.orderNumber;
  // @ts-expect-error `total` is text in minor units
  const total: number = order.total;
  // @ts-expect-error there is no such door
  await ask('POST /sales/orders/:id/conform', { id });
  // @ts-expect-error it is asked with another method
  await ask('PUT /sales/orders/:id/confirm', { id });
  // @ts-expect-error the path names a row
  await ask('POST /sales/orders/:id/confirm');
  await ask('POST /sales/orders/:id/cancel', { id, body: { reason: 'why' } });
  // @ts-expect-error the field is called `reason`
  await ask('POST /sales/orders/:id/cancel', { id, body: { because: 'why' } });
  // @ts-expect-error a customer and lines are needed
  await ask('POST /sales/orders', { body: { note: 'why' } });
  // @ts-expect-error a quantity is needed, and text
  await ask('POST /sales/products/:id/stock', { id, body: { quantity: true } });
  void [state, total];
}
