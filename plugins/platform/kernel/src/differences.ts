const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? null;
  // The databases give JSON its keys in an order of their own.
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
};

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

export interface Differences {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** The attributes of `after` that differ, as the event log keeps them; undefined where nothing does. */
export function differences<Facts extends object>(before: Facts, after: Facts): Differences | undefined {
  const keys = (Object.keys(after) as (keyof Facts & string)[]).filter((key) => !same(before[key], after[key]));
  if (keys.length === 0) return undefined;
  const pick = (facts: Facts) => Object.fromEntries(keys.map((key) => [key, plain(facts[key])]));
  return { before: pick(before), after: pick(after) };
}
