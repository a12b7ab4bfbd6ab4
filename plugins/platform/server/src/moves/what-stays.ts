/**
 * Of what a move took along, what cannot go back: whatever hangs together with something that came after it, or that
 * was the other's all along, through however many others. So nothing is torn apart: an invoice stays with the payment
 * that settled it.
 */
export function whatStays(moved: ReadonlySet<string>, ties: readonly (readonly [string, string])[]): Set<string> {
  const neighbours = new Map<string, string[]>();
  const tie = (one: string, other: string): void => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const [one, other] of ties) {
    tie(one, other);
    tie(other, one);
  }
  const stays = new Set<string>();
  const waiting = [...neighbours.keys()].filter((key) => !moved.has(key));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const neighbour of neighbours.get(next) ?? []) {
      if (!moved.has(neighbour) || stays.has(neighbour)) continue;
      stays.add(neighbour);
      waiting.push(neighbour);
    }
  }
  return stays;
}
