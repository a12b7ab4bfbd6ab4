import {
  badInput,
  broken,
  extend,
  formatQuantity,
  moneyParam,
  ONE,
  spread,
} from '@sanya/strapi-plugin-platform/kernel';
import { localised } from './catalogue';
import { optionsCost } from './options';
import type { AskedLine, Hint, PriceDerivation, PricedLine, PricingRules } from './price-lines';
import { type Band, bandsCost, bandsOf, cheaperWithMore } from './tiers';

/** As documents keep it. */
export const LONGEST_DESCRIPTION = 300;
/** Ten thousand million baht a line: far above any order, far below what a column holds. */
const MOST_AMOUNT = 1_000_000_000_000n;

/** The parts of the quantity by unit price, options added; one where staff named a price of their own. */
function pricedBands({ wish, at, product, name, quantity, price, options }: AskedLine): Band[] {
  const own = wish.unitPrice;
  if (own !== undefined && own < 0n) throw badInput('order.unit_price_negative', { field: `${at}.unitPrice` });
  if (own !== undefined || !price) {
    return [{ tier: null, from: product.quantityStep, to: quantity, quantity, unitPrice: own ?? 0n }];
  }
  const added = optionsCost(options);
  return bandsOf(price, quantity, product.quantityStep).map((band) => {
    const unitPrice = band.unitPrice + added;
    if (unitPrice < 0n) throw broken('order.options_below_zero', { field: `${at}.options`, params: { product: name } });
    return { ...band, unitPrice };
  });
}

/** The discount of a wish on its parts: they add up to it, and none is larger than its part. */
export function discounts(
  { wish, at, name }: Pick<AskedLine, 'wish' | 'at' | 'name'>,
  bands: readonly Pick<Band, 'unitPrice' | 'quantity'>[],
  currency: string,
): bigint[] {
  const gross = bandsCost(bands);
  if (gross > MOST_AMOUNT) {
    throw badInput('order.amount_too_large', {
      field: at,
      params: { product: name, most: moneyParam(MOST_AMOUNT, currency) },
    });
  }
  const discount = wish.discount ?? 0n;
  if (discount < 0n || discount > gross) {
    throw badInput('order.discount_out_of_range', {
      field: `${at}.discount`,
      params: { product: name, most: moneyParam(gross, currency) },
    });
  }
  return spread(
    discount,
    bands.map((band) => extend(band.unitPrice, band.quantity)),
  );
}

/** Where the unit price of a part comes from. */
function derivationOf({ wish, price, options }: AskedLine, band: Band): PriceDerivation {
  const name = price?.label ? { name: price.label } : {};
  const list = price?.unitPrice;
  const asListed = list === band.unitPrice && options.length === 0 && price?.model === 'fixed';
  if (!price || (wish.unitPrice !== undefined && !asListed)) {
    const listPrice = list === undefined || list === band.unitPrice ? {} : { listPrice: list.toString() };
    return { price: { origin: 'manual', ...name, ...listPrice } };
  }
  const base = options.length === 0 ? {} : { base: (band.unitPrice - optionsCost(options)).toString() };
  const from = band.tier === null ? {} : { from: formatQuantity(band.tier), listPrice: price.unitPrice.toString() };
  return {
    price: { origin: band.tier === null ? 'list' : 'tier', ...name, ...base, ...from },
    ...(options.length === 0
      ? {}
      : {
          options: options.map((one) => ({ name: `${one.groupName}: ${one.name}`, amount: one.priceDelta })),
        }),
  };
}

/** What the document says below the product: what was chosen, which part of the quantity this is, what was typed. */
function detailsOf({ wish, product, options }: AskedLine, band: Band, isPart: boolean, rules: PricingRules) {
  const part = rules.say('order.band', {
    ...{ from: formatQuantity(band.from), to: formatQuantity(band.to), unit: product.unit },
  });
  const said = [
    ...options.map((one) => `${one.groupName}: ${one.name}`),
    ...(isPart ? [part] : []),
    ...(wish.details === undefined ? [] : [wish.details]),
  ];
  return said.length === 0 ? null : said.join('\n');
}

/** That more would cost less, where it does and where nobody agreed on another price. */
function hintsOf({ wish, product, name, quantity, price, options }: AskedLine, rules: PricingRules): Hint[] {
  if (!price || wish.unitPrice !== undefined || (wish.discount ?? 0n) > 0n) return [];
  const added = optionsCost(options);
  const cheaper = cheaperWithMore(price, quantity, product.quantityStep, added);
  if (!cheaper) return [];
  const money = (amount: bigint) => moneyParam(amount, rules.currency);
  const now = bandsCost(
    bandsOf(price, quantity, product.quantityStep).map((band) => ({ ...band, unitPrice: band.unitPrice + added })),
  );
  const message = rules.say('order.hint_more_costs_less', {
    ...{ product: name, unit: product.unit, quantity: formatQuantity(quantity), amount: money(now) },
    ...{ more: formatQuantity(cheaper.quantity), less: money(cheaper.amount), saved: money(now - cheaper.amount) },
  });
  return [{ ...cheaper, message }];
}

/** For how many days it is tried before anything is asked for; who had it before tries it no more. */
const trialOf = ({ product, price }: AskedLine, { setUp, withoutTrials }: PricingRules): number | null =>
  withoutTrials || setUp?.has(product.id) ? null : (price?.trialDays ?? null);

/**
 * The lines that a wish becomes: one where the whole quantity has one unit price, else one for each tier that it
 * reaches. So unit price × quantity − discount is the amount of every line, whatever the price model.
 */
export function partsOf(asked: AskedLine, rules: PricingRules): PricedLine[] {
  const { product, name, price, options } = asked;
  const bands = pricedBands(asked);
  const taken = discounts(asked, bands, rules.currency);
  const label = price ? localised(price, 'label', rules.language) : '';
  const hints = hintsOf(asked, rules);
  const trialDays = trialOf(asked, rules);
  return bands.map((band, place): PricedLine => {
    const given = taken[place] ?? 0n;
    const cost = extend(band.unitPrice, band.quantity) - given;
    const trial = trialDays === null || cost === 0n ? undefined : { days: trialDays, amount: cost };
    const discount = given + (trial?.amount ?? 0n);
    return {
      ...{ asked: asked.index, product, price, sku: product.sku, kind: product.kind, unit: product.unit },
      description: (label ? `${name} (${label})` : name).slice(0, LONGEST_DESCRIPTION),
      details: detailsOf(asked, band, bands.length > 1, rules),
      per: price?.per ?? 'one_time',
      quantity: band.quantity,
      unitPrice: band.unitPrice,
      discount,
      amount: cost - (trial?.amount ?? 0n),
      ...(trial && { trial }),
      stockTracked: product.stockTracked,
      ...{ taxCategory: product.taxCategory, incomeKind: product.incomeKind },
      options,
      derivation: derivationOf(asked, band),
      hints: place === 0 ? hints : [],
    };
  });
}

/** The setup fee as a line of its own: a service, once, whatever the quantity. */
export function setupLines({ index, product, name, price }: AskedLine, rules: PricingRules): PricedLine[] {
  const fee = price?.setupFee ?? 0n;
  if (fee === 0n) return [];
  return [
    {
      ...{ asked: index, product, price, sku: product.sku, kind: 'service', per: 'one_time' },
      description: rules.say('order.setup_fee', { product: name }).slice(0, LONGEST_DESCRIPTION),
      details: null,
      quantity: ONE,
      unit: rules.say('order.setup_unit'),
      unitPrice: fee,
      discount: 0n,
      amount: fee,
      stockTracked: false,
      ...{ taxCategory: product.taxCategory, incomeKind: product.incomeKind },
      options: [],
      derivation: { price: { origin: 'setup' } },
      hints: [],
    },
  ];
}
