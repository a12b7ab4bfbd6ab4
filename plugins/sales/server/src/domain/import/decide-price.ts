import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  sameData,
} from '@sanya/strapi-plugin-platform/kernel';
import { validOn } from '../catalogue';
import { completePrice, type PriceFacts, type PriceWish } from '../price-list';
import type { PriceTerms } from '../tiers';
import type { RowSaid } from './read-row';

export type SaidPrice = NonNullable<RowSaid['price']>;

/** A price as the rows read so far leave it. */
export type Standing = PriceFacts & {
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

/** What a row says of the amounts: by which quantity, and what is asked once. None is said as zero. */
const amountsSaid = ({ unitPrice, model, tiers }: SaidPrice): Pick<PriceWish, 'unitPrice' | 'model' | 'tiers'> => ({
  unitPrice: BigInt(unitPrice),
  ...(model === undefined ? {} : { model }),
  ...(tiers === undefined ? {} : { tiers }),
  ...(model === 'fixed' ? { tiers: null } : {}),
});

const termsSaid = ({ setupFee, trialDays, minimumMonths, includesTax }: SaidPrice): PriceWish => ({
  ...(setupFee === undefined ? {} : { setupFee: BigInt(setupFee) || null }),
  ...(trialDays === undefined ? {} : { trialDays: trialDays || null }),
  ...(minimumMonths === undefined ? {} : { minimumMonths: minimumMonths || null }),
  ...(includesTax === undefined ? {} : { includesTax }),
});

const noneIsZero = (value: unknown): unknown => (value === 0n ? null : value);

const holds = (held: PriceFacts, said: PriceWish): boolean =>
  Object.entries(said).every(([name, value]) => {
    const [is, meant] = [noneIsZero(held[name as keyof PriceFacts]), noneIsZero(value)];
    return is === meant || sameData(is, meant);
  });

const saysSame = (held: Standing, price: SaidPrice): boolean =>
  holds(held, { ...amountsSaid(price), ...termsSaid(price) }) &&
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
  { today, row, ...terms }: { today: CivilDate; row: number } & PriceTerms,
): PriceDecision {
  const { label, per } = price;
  const begins = price.validFrom !== undefined && compareDates(price.validFrom, today) > 0 ? price.validFrom : today;
  const alike = alikeIn(standing, price);
  // One that held until a day from ever is named by its last day alone.
  const exact = alike.filter(({ validFrom, validTo }) =>
    price.validFrom === undefined
      ? validFrom === null && validTo !== null && validTo === price.validTo
      : validFrom === price.validFrom,
  );
  const held = (begins !== today && exact[0]) || alike.find((one) => validOn(one, begins));
  const same = [...(held ? [held] : []), ...exact].find((one) => saysSame(one, price));
  if (same) return { outcome: 'unchanged', before: same.unitPrice, wishes: [], standing: [...standing] };
  if (price.validTo !== undefined && compareDates(price.validTo, begins) < 0) {
    throw badInput('product_import.over', { field: 'validTo', params: { date: price.validTo } });
  }
  if (price.tiers && price.model === undefined && (held?.model ?? 'fixed') === 'fixed') {
    throw badInput('product_import.no_model', { field: 'model' });
  }
  /** What it does not say is as it was until then. */
  const kept: PriceWish = held
    ? {
        ...{ setupFee: held.setupFee, trialDays: held.trialDays, minimumMonths: held.minimumMonths },
        ...{ includesTax: held.includesTax, translations: held.translations, model: held.model },
      }
    : {};
  const added = (): { wish: PriceWish; one: Standing } => {
    const days = { validFrom: begins, validTo: price.validTo ?? null };
    const wish: PriceWish = { label, per, ...kept, ...amountsSaid(price), ...termsSaid(price), ...days };
    return { wish, one: { ...completePrice(wish, 'price', terms), wish, row } };
  };
  if (!held) {
    const { wish, one } = added();
    return { outcome: 'new_price', before: null, wishes: [wish], standing: [...standing, one] };
  }
  if (held.model !== 'fixed' && !price.tiers && price.model === undefined) {
    throw conflict('product_import.has_tiers', { field: 'price' });
  }

  const before = held.unitPrice;
  const ends = addDays(begins, -1);
  const isSooner = held.validFrom === null || compareDates(held.validFrom, ends) <= 0;
  const staysAsItIs = holds(held, amountsSaid(price)) || !isSooner;
  if (held.row !== undefined && staysAsItIs) {
    throw badInput('product_import.twice', { field: 'sku', params: { row: held.row } });
  }
  const facts: PriceWish = staysAsItIs
    ? {
        ...amountsSaid(price),
        ...termsSaid(price),
        ...(price.validTo === undefined ? {} : { validTo: price.validTo }),
      }
    : { validTo: ends };
  const wish: PriceWish = Object.assign(held.wish ?? { documentId: held.documentId }, facts);
  const others = standing.filter((one) => one !== held);
  const stays: Standing = { ...held, ...(facts as Partial<Standing>), wish, row: held.row ?? row };
  if (staysAsItIs) completePrice(stays, 'price', terms);
  const changes = held.wish ? [] : [wish];
  if (staysAsItIs) return { outcome: 'changed', before, wishes: changes, standing: [...others, stays] };
  const follows = added();
  return {
    outcome: 'new_price',
    before,
    wishes: [...changes, follows.wish],
    standing: [...others, stays, follows.one],
  };
}
