/** What changed between two states of one thing: only the attributes that differ, before and after. */
export interface Changes {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

// Strapi and PostgreSQL give JSON its keys in an order of their own.
const canonical = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

/** Plain data for the event log: bigints as strings. */
export const plain = (value: Record<string, unknown>): Record<string, unknown> =>
  canonical(value) as Record<string, unknown>;

/** undefined when nothing differs. Attributes that only one side has are not compared. */
export function changesBetween(before: object, after: object): Changes | undefined {
  const changes: Changes = { before: {}, after: {} };
  for (const [key, value] of Object.entries(plain(after as Record<string, unknown>))) {
    if (!(key in before)) continue;
    const old = canonical((before as Record<string, unknown>)[key]);
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    changes.before[key] = old;
    changes.after[key] = value;
  }
  return Object.keys(changes.after).length > 0 ? changes : undefined;
}
