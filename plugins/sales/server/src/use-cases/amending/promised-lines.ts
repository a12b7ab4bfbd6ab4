import type { Platform } from '@sanya/strapi-plugin-platform/kit';

/** Of lines of an order, by document id: those whose money is settled by what promises them. Within its transaction. */
export type Promising = (order: number, lines: readonly string[]) => Promise<ReadonlySet<string>>;

const known = new WeakMap<Platform, Promising[]>();

/** A later plugin promises what recurs, and knows what of it was served. */
export const promisedBy = (platform: Platform, promising: Promising): void =>
  void known.set(platform, [...(known.get(platform) ?? []), promising]);

export async function promisedLines(
  platform: Platform,
  order: number,
  lines: readonly { documentId: string; kind: string; per: string }[],
): Promise<ReadonlySet<string>> {
  const recurring = lines.filter(({ kind, per }) => kind === 'service' && per !== 'one_time');
  const all = new Set<string>();
  if (recurring.length === 0) return all;
  for (const promising of known.get(platform) ?? []) {
    const promised = await promising(
      order,
      recurring.map(({ documentId }) => documentId),
    );
    for (const line of promised) all.add(line);
  }
  return all;
}
