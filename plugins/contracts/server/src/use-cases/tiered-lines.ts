import {
  type CivilDate,
  conflict,
  formatQuantity,
  type Language,
  moneyParam,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { readPrice } from '../domain/contract';
import { neverWas } from '../domain/line-chain';
import { afterOf, type Band, type BandsOf, byTiers, type KeptTiers } from '../domain/price-tiers';
import { type DiscountRule, forQuantity } from '../domain/price-versions';
import type { ContractLineRow } from '../stores/contracts';
import type { LockedContract } from './lock-contracts';

const LANGUAGES: readonly Language[] = ['th', 'en'];

interface Parts {
  holds: ContractLineRow;
  tiers: KeptTiers;
  before: readonly Band[];
  now: readonly Band[];
}

/** What is said below a line: the parts of its new quantity in the place of those of the old one. */
function detailsOf(
  { platform: { messages } }: Tools,
  { contract, customer }: LockedContract,
  { holds, tiers, before, now }: Parts,
): string | null {
  const unit = holds.unit ?? '';
  const part = ({ from, to }: Band) => ({ from: formatQuantity(from), to: formatQuantity(to), unit });
  const said = (band: Band, language: Language): string =>
    messages.say(language, 'contract.tier_part', {
      ...part(band),
      price: moneyParam(band.unitPrice, contract.currency),
    });
  const old = new Set(
    LANGUAGES.flatMap((language) =>
      before.flatMap((band) => [said(band, language), messages.say(language, 'order.band', part(band))]),
    ),
  );
  const kept = (holds.details ?? '').split('\n').filter((line) => line !== '' && !old.has(line));
  const isPart = now.length > 1 || afterOf(tiers) > 0n;
  const lines = [...kept, ...(isPart ? now.map((band) => said(band, customer.language)) : [])];
  return lines.length === 0 ? null : lines.join('\n');
}

/** One quantity in several lines changes at its end: what is before it has the pieces that those after it count on. */
function refuseBeforeOthers(
  { lines }: LockedContract,
  { tiers, from, at, removed }: { tiers: KeptTiers } & Omit<QuantityWish, 'holds' | 'quantity' | 'rule' | 'bandsOf'>,
): void {
  if (tiers.sale === null) return;
  const later = lines.find(
    (one) =>
      !neverWas(one) &&
      (one.endsOn === null || one.endsOn >= from) &&
      !removed.includes(one.documentId) &&
      one.prices.some((price) => price.tiers?.sale === tiers.sale && afterOf(price.tiers) > afterOf(tiers)),
  );
  if (!later) return;
  const line = later.details ? `${later.description} (${later.details})` : later.description;
  throw conflict('contract.tier_goes_on', { field: `${at}.quantity`, params: { line } });
}

interface QuantityWish {
  holds: ContractLineRow;
  quantity: bigint;
  rule: DiscountRule;
  /** Undefined: it costs as much apiece. */
  bandsOf: BandsOf | undefined;
  from: CivilDate;
  /** Path of the change in what was sent. */
  at: string;
  /** Lines that are taken off with it. */
  removed: readonly string[];
}

/** What another quantity of a line costs: by the tiers of the price at which it was bought, whatever is on sale now. */
export function anotherQuantity(
  tools: Tools,
  one: LockedContract,
  wish: QuantityWish,
): { unitPrice: bigint; discount: bigint; details: string | null } {
  const { holds, quantity, rule, bandsOf } = wish;
  const { unitPrice, discount, details } = holds;
  const held = holds.prices
    .map(readPrice)
    .find((price) => price.unitPrice === unitPrice && price.discount === discount && price.quantity === holds.quantity);
  const price = held ?? { from: one.contract.startsOn ?? wish.from, unitPrice, discount, quantity: holds.quantity };
  const became = forQuantity(price, quantity, { rule, bandsOf });
  const { tiers } = price;
  if (!tiers || !bandsOf || quantity === holds.quantity) return { ...became, details };
  refuseBeforeOthers(one, { ...wish, tiers });
  const [before, now] = [holds.quantity, quantity].map((of) => byTiers(tiers, of, bandsOf).bands);
  return { ...became, details: detailsOf(tools, one, { holds, tiers, before: before ?? [], now: now ?? [] }) };
}
