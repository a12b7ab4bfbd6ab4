import { addDays, badInput, type CivilDate, compareDates, conflict } from '@sanya/strapi-plugin-platform/kernel';
import { validOn } from '../catalogue';
import type { KnownPrice, PriceWish } from '../price-list';
import type { RowSaid } from './read-row';

export type SaidPrice = NonNullable<RowSaid['price']>;

/** A price as the rows read so far leave it. */
export type Standing = Pick<
  KnownPrice,
  'label' | 'per' | 'model' | 'unitPrice' | 'includesTax' | 'validFrom' | 'validTo'
> & {
  documentId?: string;
  /** What is wished of it so far, and the row that said so. */
  wish?: PriceWish;
  row?: number;
};

export interface PriceDecision {
  outcome: 'new_price' | 'changed' | 'unchanged';
  /** Minor units of what held. */
  before: bigint | null;
  wishes: PriceWish[];
  /** The prices from now on. */
  standing: Standing[];
}

const saysSame = (held: Standing, price: SaidPrice): boolean =>
  held.unitPrice === BigInt(price.unitPrice) &&
  (price.includesTax === undefined || held.includesTax === price.includesTax) &&
  (price.validTo === undefined || held.validTo === price.validTo);

const FOREVER: CivilDate = '9999-12-31';

/** Prices of that kind as orders choose: what was replaced on the day on which it began gives way to its successor. */
const alikeIn = (standing: readonly Standing[], { label, per }: SaidPrice): Standing[] =>
  standing
    .filter((one) => one.label === label && one.per === per)
    .filter(
      ({ validFrom, validTo }, index, alike) =>
        validFrom === null ||
        !alike.slice(index + 1).some((later) => later.validFrom === validFrom && later.validTo === validTo),
    )
    .sort(
      (a, b) =>
        compareDates(b.validFrom ?? '', a.validFrom ?? '') || compareDates(b.validTo ?? FOREVER, a.validTo ?? FOREVER),
    );

/**
 * What one price of a file means for the prices that are there. A new amount is a new price from its day on, today at
 * the earliest, and the one that held until then ends the day before: who bought at it keeps it. Saying again what is,
 * or what was at its time, changes nothing.
 */
export function decidePrice(
  standing: readonly Standing[],
  price: SaidPrice,
  { today, row }: { today: CivilDate; row: number },
): PriceDecision {
  const unitPrice = BigInt(price.unitPrice);
  const { label, per } = price;
  const begins = price.validFrom !== undefined && compareDates(price.validFrom, today) > 0 ? price.validFrom : today;
  const alike = alikeIn(standing, price);
  const exact = alike.filter(({ validFrom }) => price.validFrom !== undefined && validFrom === price.validFrom);
  const held = (begins !== today && exact[0]) || alike.find((one) => validOn(one, begins));
  const same = [...(held ? [held] : []), ...exact].find((one) => saysSame(one, price));
  if (same) return { outcome: 'unchanged', before: same.unitPrice, wishes: [], standing: [...standing] };
  if (price.validTo !== undefined && compareDates(price.validTo, begins) < 0) {
    throw badInput('product_import.over', { field: 'validTo', params: { date: price.validTo } });
  }
  const added = (): { wish: PriceWish; one: Standing } => {
    const includesTax = price.includesTax ?? held?.includesTax ?? null;
    const facts = { label, per, unitPrice, includesTax, validFrom: begins, validTo: price.validTo ?? null };
    const wish: PriceWish = { ...facts };
    return { wish, one: { ...facts, model: 'fixed', wish, row } };
  };
  if (!held) {
    const { wish, one } = added();
    return { outcome: 'new_price', before: null, wishes: [wish], standing: [...standing, one] };
  }
  if (held.model !== 'fixed') throw conflict('product_import.has_tiers', { field: 'price' });

  const before = held.unitPrice;
  const ends = addDays(begins, -1);
  const isSooner = held.validFrom === null || compareDates(held.validFrom, ends) <= 0;
  const staysAsItIs = before === unitPrice || !isSooner;
  if (held.row !== undefined && staysAsItIs) {
    throw badInput('product_import.twice', { field: 'sku', params: { row: held.row } });
  }
  const facts: PriceWish = staysAsItIs
    ? {
        unitPrice,
        ...(price.includesTax === undefined ? {} : { includesTax: price.includesTax }),
        ...(price.validTo === undefined ? {} : { validTo: price.validTo }),
      }
    : { validTo: ends };
  const wish: PriceWish = Object.assign(held.wish ?? { documentId: held.documentId }, facts);
  const others = standing.filter((one) => one !== held);
  const kept: Standing = { ...held, ...(facts as Partial<Standing>), wish, row: held.row ?? row };
  const changes = held.wish ? [] : [wish];
  if (staysAsItIs) return { outcome: 'changed', before, wishes: changes, standing: [...others, kept] };
  const follows = added();
  return {
    outcome: 'new_price',
    before,
    wishes: [...changes, follows.wish],
    standing: [...others, kept, follows.one],
  };
}
