const MOST = 20_000;

/**
 * A pure function that counts each question once: a hundred thousand contracts ask for the same few days. What is refused
 * is not kept.
 * @param keyOf tells questions apart that have different answers
 */
export function remembered<Asked extends readonly unknown[], Found>(
  keyOf: (...asked: Asked) => string,
  count: (...asked: Asked) => Found,
): (...asked: Asked) => Found {
  const known = new Map<string, Found>();
  return (...asked) => {
    const key = keyOf(...asked);
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= MOST) known.clear();
      found = count(...asked);
      known.set(key, found);
    }
    return found;
  };
}
