import { cumulativePart, max, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import { documentKey, type Pool } from './creditable';
import { rateKey } from './invoice-amounts';

/** An amount, VAT included, that a credit note takes from one pool. */
export interface Draw {
  pool: Pool;
  amount: bigint;
}

const groupOf = ({ document, line, ratePpm }: Pool): string =>
  `${document ? documentKey(document) : ''}|${rateKey({ taxCategory: line.taxCategory, ratePpm })}`;

const clamp = (value: bigint, low: bigint, high: bigint): bigint => min(max(value, low), high);

/** The VAT a draw may carry, so that neither it nor what is left afterwards holds more VAT than money. */
function bounds({ pool, amount }: Draw): { low: bigint; high: bigint } {
  const taxLeft = max(0n, pool.tax - pool.creditedTax);
  const afterwards = max(0n, pool.total - pool.creditedTotal - amount);
  return { low: clamp(taxLeft - afterwards, 0n, amount), high: min(taxLeft, amount) };
}

/**
 * VAT of each draw. It is cumulative: what all credits so far should carry less what they carried, so that the pieces
 * of a document add up to its VAT and the last takes the rest; and it is rounded once per document and rate, the
 * satang of rounding going to the largest lines that can bear them.
 * @param draws at most one from each pool
 * @param pools all pools of the invoice
 */
export function creditedTaxes(draws: readonly Draw[], pools: readonly Pool[]): bigint[] {
  const taxes = draws.map((draw) => {
    const { pool, amount } = draw;
    const { low, high } = bounds(draw);
    return clamp(cumulativePart(pool.tax, pool.creditedTotal + amount, pool.total, pool.creditedTax), low, high);
  });
  for (const group of new Set(draws.map(({ pool }) => groupOf(pool)))) {
    const whole = pools.filter((pool) => groupOf(pool) === group);
    const own = draws.flatMap((draw, index) => (groupOf(draw.pool) === group ? [index] : []));
    const now = sum(own.map((index) => draws[index]?.amount ?? 0n));
    const target = cumulativePart(
      sum(whole.map((pool) => pool.tax)),
      sum(whole.map((pool) => pool.creditedTotal)) + now,
      sum(whole.map((pool) => pool.total)),
      sum(whole.map((pool) => pool.creditedTax)),
    );
    let missing = target - sum(own.map((index) => taxes[index] ?? 0n));
    const amountOf = (index: number): bigint => draws[index]?.amount ?? 0n;
    const byAmount = own.sort((a, b) => {
      const more = amountOf(b) - amountOf(a);
      return more === 0n ? a - b : more > 0n ? 1 : -1;
    });
    for (const index of byAmount) {
      const draw = draws[index];
      if (!draw || missing === 0n) break;
      const { low, high } = bounds(draw);
      const before = taxes[index] ?? 0n;
      const after = clamp(before + missing, low, high);
      taxes[index] = after;
      missing -= after - before;
    }
  }
  return taxes;
}
