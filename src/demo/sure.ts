/** What must be there; a demo that lacks it is wrong and stops. */
export function sure<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`The demo lacks ${what}`);
  return value;
}
