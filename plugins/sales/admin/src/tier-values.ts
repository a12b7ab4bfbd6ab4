import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { Per } from '../../server/src/domain/catalogue';
import type { PriceModel } from '../../server/src/domain/tiers';
import type { Price } from './types';

/** What stands in the fields of one tier: text as it is typed. */
export interface TierValues {
  from: string;
  unitPrice: string;
}

/** How a price follows the quantity and the time: part of the values of a price. */
export interface TermValues {
  model: PriceModel;
  tiers: TierValues[];
  setupFee: string;
  trialDays: string;
  minimumMonths: string;
}

export const NEW_TIER: TierValues = { from: '', unitPrice: '' };
export const NO_TERMS: TermValues = { model: 'fixed', tiers: [], setupFee: '', trialDays: '', minimumMonths: '' };

export const termValues = (price: Price): TermValues => ({
  model: price.model,
  tiers: (price.tiers ?? []).map(({ from, unitPrice }) => ({
    ...{ from, unitPrice: formatMoney(unitPrice, price.currency) },
  })),
  setupFee: price.setupFee === null ? '' : formatMoney(price.setupFee, price.currency),
  trialDays: price.trialDays === null ? '' : String(price.trialDays),
  minimumMonths: price.minimumMonths === null ? '' : String(price.minimumMonths),
});

const minor = (text: string): string => String(parseMoney(text) ?? '');
const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** As the door takes them: with tiers the unit price is that of the first; what is charged once has no term. */
export function termsOf(price: TermValues & { unitPrice: string; per: string }) {
  const once: Per = 'one_time';
  const term = (text: string): number | null => (price.per === once ? null : whole(text));
  const tiers =
    price.model === 'fixed'
      ? null
      : price.tiers.map(({ from, unitPrice }) => ({ from: from.trim(), unitPrice: minor(unitPrice) }));
  return {
    model: price.model,
    unitPrice: tiers === null ? minor(price.unitPrice) : (tiers[0]?.unitPrice ?? ''),
    tiers,
    setupFee: price.setupFee.trim() === '' ? null : minor(price.setupFee),
    trialDays: term(price.trialDays),
    minimumMonths: term(price.minimumMonths),
  };
}

const isAmount = (text: string): boolean => (parseMoney(text) ?? -1n) >= 0n;
const isWhole = (text: string): boolean => /^\d{0,4}$/.test(text.trim());

/** What cannot even be sent of a price: the field within it. All else the office judges. */
export function unreadableTerms(price: TermValues & { unitPrice: string }): { field: string; key: string } | undefined {
  if (price.model === 'fixed') {
    if (!isAmount(price.unitPrice)) return { field: 'unitPrice', key: 'product.no_amount' };
  } else {
    if (price.tiers.length === 0) return { field: 'model', key: 'product.no_tiers' };
    const wrong = price.tiers.findIndex(({ unitPrice }) => !isAmount(unitPrice));
    if (wrong >= 0) return { field: `tiers.${wrong}.unitPrice`, key: 'product.no_amount' };
  }
  if (price.setupFee.trim() !== '' && !isAmount(price.setupFee)) return { field: 'setupFee', key: 'product.no_amount' };
  const field = (['trialDays', 'minimumMonths'] as const).find((key) => !isWhole(price[key]));
  return field && { field, key: 'product.no_whole' };
}
