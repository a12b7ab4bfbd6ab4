import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';

/** All at once, and where one is refused each alone: that one is told of and stops no other. */
export async function allOrEach<T>(
  all: readonly T[],
  does: (some: readonly T[]) => Promise<unknown>,
  refused: (one: T, error: unknown) => Promise<unknown>,
): Promise<{ processed: number; failed: number }> {
  if (all.length === 0) return { processed: 0, failed: 0 };
  try {
    await does(all);
    return { processed: all.length, failed: 0 };
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const result = { processed: 0, failed: 0 };
  for (const one of all) {
    try {
      await does([one]);
      result.processed += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await refused(one, error);
      result.failed += 1;
    }
  }
  return result;
}
