import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { OrderLineRow } from '../../stores/orders';
import { shipmentsStore } from '../../stores/shipments';

type Line = Pick<OrderLineRow, 'product' | 'description'> | undefined;

/** Of each list of lines the names of those whose product wants a check before it leaves: one statement for all. */
export async function namesToCheck({ platform }: Tools, lists: readonly (readonly Line[])[]): Promise<string[][]> {
  const wanting = await shipmentsStore(platform.rows).toBeChecked(
    lists.flatMap((lines) => lines.flatMap((line) => line?.product ?? [])),
  );
  return lists.map((lines) =>
    lines.flatMap((line) => (line?.product && wanting.has(line.product) ? [line.description] : [])),
  );
}
