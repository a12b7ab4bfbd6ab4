import type { Platform } from '@sanya/strapi-plugin-platform/kit';

/** A line of an order whose money is settled by what promises it. */
export interface PromisedLine {
  /** Document id of the line of the order. */
  line: string;
  /** Some day of what the order asked for was served. */
  isServed: boolean;
}

/** Which of these lines of orders, by document id, are settled elsewhere. Within the transaction of the orders. */
export type Promising = (orders: readonly number[], lines: readonly string[]) => Promise<readonly PromisedLine[]>;

const known = new WeakMap<Platform, Promising[]>();

/** A later plugin promises what recurs, and knows what of it was served. */
export const promisedBy = (platform: Platform, promising: Promising): void =>
  void known.set(platform, [...(known.get(platform) ?? []), promising]);

export async function promisedLines(
  platform: Platform,
  orders: readonly number[],
  lines: readonly { documentId: string }[],
): Promise<PromisedLine[]> {
  if (lines.length === 0) return [];
  const promised: PromisedLine[] = [];
  for (const promising of known.get(platform) ?? []) {
    promised.push(
      ...(await promising(
        orders,
        lines.map(({ documentId }) => documentId),
      )),
    );
  }
  return promised;
}
