import { type CivilDate, compareDates, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { KnownPrice } from '../price-list';
import type { Field } from './columns';

export type Cells = Partial<Record<Field, string>>;

const FOREVER: CivilDate = '9999-12-31';

/** Whether another price of that name and period holds on every day that is left of this one: it is not asked any more. */
function gaveWay(price: KnownPrice, prices: readonly KnownPrice[], today: CivilDate): boolean {
  const from = price.validFrom ?? '';
  const to = price.validTo ?? FOREVER;
  const begins = compareDates(from, today) > 0 ? from : today;
  if (compareDates(to, today) < 0 && price.validFrom === null) return false;
  return prices.some((other) => {
    if (other === price || other.label !== price.label || other.per !== price.per) return false;
    const [since, until] = [other.validFrom ?? '', other.validTo ?? FOREVER];
    if (compareDates(since, from) < 0 || compareDates(since, begins) > 0 || compareDates(until, to) < 0) return false;
    return compareDates(since, from) > 0 || compareDates(until, to) > 0 || other.id > price.id;
  });
}

const amountIn = (amount: bigint, currency: string): string => formatMoney(amount, currency).replaceAll(',', '');
const count = (value: number | null): string => (value === null ? '' : String(value));

const cellsOf = (price: KnownPrice, currency: string): Cells => ({
  ...{ label: price.label ?? '', model: price.model, price: amountIn(price.unitPrice, currency), per: price.per },
  tiers: (price.tiers ?? [])
    .map(({ from, unitPrice }) => `${from} = ${amountIn(BigInt(unitPrice), currency)}`)
    .join('; '),
  setupFee: price.setupFee === null ? '' : amountIn(price.setupFee, currency),
  ...{ trialDays: count(price.trialDays), minimumMonths: count(price.minimumMonths) },
  ...{ validFrom: price.validFrom ?? '', validTo: price.validTo ?? '' },
  includesTax: price.includesTax === null ? '' : price.includesTax ? 'yes' : 'no',
});

/** The prices of a product as rows that say the same when they are read; one that gave way to another says nothing. */
export const priceCells = (prices: readonly KnownPrice[], today: CivilDate, currency: string): Cells[] =>
  prices.filter((price) => !gaveWay(price, prices, today)).map((price) => cellsOf(price, currency));
