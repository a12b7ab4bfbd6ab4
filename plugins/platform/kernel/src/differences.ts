/**
 * Plain data as the event log keeps it: a bigint as text, what is not there as null, keys in one order (Strapi and
 * PostgreSQL give JSON its keys in an order of their own).
 */
const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
};

/** Whether two pieces of plain data say the same. */
export const sameData = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

export interface Differences {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/**
 * The attributes of `after` that differ from `before`, both as plain data; undefined where nothing does. What only
 * `before` has is not compared.
 */
export function differences<Facts extends object>(before: Facts, after: Facts): Differences | undefined {
  const keys = (Object.keys(after) as (keyof Facts & string)[]).filter((key) => !sameData(before[key], after[key]));
  if (keys.length === 0) return undefined;
  const pick = (facts: Facts) => Object.fromEntries(keys.map((key) => [key, plain(facts[key])]));
  return { before: pick(before), after: pick(after) };
}
