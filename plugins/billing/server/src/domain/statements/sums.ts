/** More than so many invoices of one customer are not tried in every combination. */
const MOST_COMBINED = 12;

/**
 * The first `most` sets of two and more that add up to the amount, by their places; the earlier in the list the sooner.
 * Values are above zero.
 */
export function setsOf(amount: bigint, values: readonly bigint[], most: number): number[][] {
  const tried = values.slice(0, MOST_COMBINED);
  const found: number[][] = [];
  const restFrom = tried.map((_, from) => tried.slice(from).reduce((total, value) => total + value, 0n));
  const look = (from: number, left: bigint, chosen: readonly number[]): void => {
    if (left === 0n) {
      if (chosen.length > 1) found.push([...chosen]);
      return;
    }
    if (from >= tried.length || (restFrom[from] ?? 0n) < left) return;
    const value = tried[from] ?? 0n;
    if (value <= left) look(from + 1, left - value, [...chosen, from]);
    if (found.length < most) look(from + 1, left, chosen);
  };
  look(0, amount, []);
  return found.slice(0, most);
}
