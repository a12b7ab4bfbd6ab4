import { mulDiv, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Place } from './change-place';
import { pricesAhead, type TermsAhead } from './change-renewed';
import { type ContractLineFacts, keepPrice, minimumUntil, readPrice, SINCE_EVER } from './contract';
import { lastDayAfterMonths } from './cycle';
import type { KeptEntitlement } from './entitlement';
import type { BandsOf, KeptTiers } from './price-tiers';
import { type DiscountRule, forQuantity } from './price-versions';

type Sold = 'product' | 'description' | 'details' | 'kind' | 'unit' | 'taxCategory' | 'incomeKind';
type Priced = 'quantity' | 'unitPrice' | 'discount' | 'cycleUnit' | 'cycleCount';

/** What a line becomes. */
export interface Target extends Pick<ContractLineFacts, Sold | Priced> {
  /** The least term that its price asks for. */
  minimumMonths: number | null;
  /** The prices of what was agreed hold on, for another quantity: those of later days too. */
  keepsPrices: boolean;
  /** What becomes there of what is taken off; as much off each piece when absent. */
  discountFor?: DiscountRule;
  /** How prices by tiers are counted there; absent: they are not. */
  bandsOf?: BandsOf;
  /** Of a price that is new. */
  tiers?: KeptTiers;
  /** What comes with what is sold; absent: what was agreed goes on. */
  entitlements?: readonly KeptEntitlement[] | null;
}

/** Both promise the same at the same price. */
export const isSamePlan = (line: ContractLineFacts, target: Target): boolean =>
  line.product === target.product &&
  (line.product !== null || line.description === target.description) &&
  line.quantity === target.quantity &&
  line.unitPrice === target.unitPrice &&
  line.discount === target.discount &&
  line.taxCategory === target.taxCategory &&
  line.cycleUnit === target.cycleUnit &&
  line.cycleCount === target.cycleCount;

/** As much off each piece as before. */
export const discountFor: DiscountRule = (discount, before, after) =>
  before === 0n ? 0n : mulDiv(discount, after, before);

const pricesOf = (line: ContractLineFacts, target: Target): ContractLineFacts['prices'] =>
  target.keepsPrices
    ? line.prices.map((price) =>
        keepPrice(
          forQuantity(readPrice(price), target.quantity, {
            rule: target.discountFor ?? discountFor,
            bandsOf: target.bandsOf,
          }),
        ),
      )
    : [keepPrice({ ...target, from: SINCE_EVER })];

/** The longer of the minimum term that was promised and that of the new price. */
function minimumOf(line: ContractLineFacts, target: Target, from: CivilDate) {
  const promised = minimumUntil(line);
  const own = target.minimumMonths === null ? null : lastDayAfterMonths(from, target.minimumMonths);
  if (own !== null && (promised === null || own > promised)) {
    return { minimumMonths: target.minimumMonths, minimumFrom: null };
  }
  return {
    minimumMonths: line.minimumMonths,
    minimumFrom: line.minimumMonths === null ? null : (line.minimumFrom ?? line.startsOn),
  };
}

/**
 * The line that takes over. What the change does not name goes on: how it is billed, the minimum term and the fee for
 * leaving. Where it is billed as often as before, its periods are those of the line before; else they begin with it.
 * In further terms that are agreed it costs in proportion to what was agreed for them.
 * @param priced whose price it keeps: the line that was to hold on that day, also where it never will
 */
export function nextLine<Line extends ContractLineFacts & { id: number }>(
  { kept, holds, from, endsOn }: Place<Line>,
  target: Target,
  {
    position,
    feeCharged,
    priced,
    ahead,
  }: {
    position: number;
    feeCharged: bigint;
    priced: Line;
    ahead?: { lines: readonly Line[] } & TermsAhead;
  },
): ContractLineFacts {
  const own = pricesOf(priced, target);
  const prices = ahead ? pricesAhead({ ...target, prices: own }, ahead.lines, ahead) : own;
  const goesOn = holds.cycleUnit === target.cycleUnit && holds.cycleCount === target.cycleCount;
  return {
    ...{ contract: kept.contract, position, product: target.product, installedItem: holds.installedItem },
    ...{ orderLine: null, invoicePosition: null, description: target.description, details: target.details },
    ...{ kind: target.kind, unit: target.unit, quantity: target.quantity, unitPrice: target.unitPrice },
    ...{ discount: target.discount, prices, taxCategory: target.taxCategory },
    ...{ incomeKind: target.incomeKind, cycleUnit: target.cycleUnit, cycleCount: target.cycleCount },
    ...{ billedIn: holds.billedIn, alignment: holds.alignment, leadDays: holds.leadDays },
    whileSuspended: holds.whileSuspended,
    ...minimumOf(target.keepsPrices ? priced : holds, target, from),
    feeKind: holds.feeKind,
    // A fixed fee is for leaving all of it: what was paid of it is paid.
    feeValue: holds.feeKind === 'fixed' ? holds.feeValue - feeCharged : holds.feeValue,
    ...{ startsOn: from, endsOn, predecessor: kept.id, feeInvoice: null },
    // What never takes over hands on what it was to bring; else what was agreed before it goes on.
    entitlements: target.entitlements ?? (priced.id === kept.id && kept.startsOn !== from ? null : priced.entitlements),
    countedFrom: goesOn ? (holds.countedFrom ?? holds.startsOn) : null,
  };
}
