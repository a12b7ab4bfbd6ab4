import type { ReadLine } from './read-statement';

/**
 * What makes a movement the same one in every statement that shows it. The balance after it is the surest sign, whatever
 * a bank writes beside; without balances all that is written. Like movements are counted in their order, so that two
 * equal transfers of one day stay two. Lines are given oldest first.
 */
export function lineKeys(lines: readonly ReadLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const told =
      line.balance === null
        ? [line.time ?? '', line.reference ?? '', line.payerAccount ?? '', line.payerName ?? '', line.description]
            .map((text) => text.toUpperCase().replace(/\s+/g, ''))
            .join('|')
        : `=${line.balance}`;
    const key = `${line.date}|${line.amount}|${told}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}|${count}`;
  });
}
