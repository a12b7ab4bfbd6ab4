/** JSON as the wire has it: bigint as text. */
export const wire = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner)));
