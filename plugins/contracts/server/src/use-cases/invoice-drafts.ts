import { type CivilDate, type Language, min, ONE, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, SETTING } from '../content-types/types';
import { invoiceKey, isBilledTogether, type LineDue } from '../domain/plan-billing';
import { tierReached } from '../domain/price-tiers';
import { type Piece, priceOfPeriod, type PriceVersion } from '../domain/price-versions';
import { priceOfTerm } from '../domain/term-price';
import type { LineToBill } from '../stores/contracts';
import type { InvoiceDraft, InvoiceDraftLine, PriceFrom } from './invoicing';
import type { ContractToBill } from './lock-contracts';

export interface Billing extends Pick<ContractToBill, 'contract' | 'customer'> {
  due: readonly LineDue<LineToBill>[];
}

/** Where on which invoice a period stands: `draft` is its place in the list; null where there is nothing to ask for. */
export interface Placed {
  billing: Billing;
  due: LineDue<LineToBill>;
  draft: number | null;
  position: number;
}

export type SayDays = (language: Language, from: CivilDate, to: CivilDate) => string;

/** Most lines of a run are for the same days. */
export function sayDays({ messages }: Platform): SayDays {
  const said = new Map<string, string>();
  return (language, from, to) => {
    const key = `${language} ${from} ${to}`;
    const known = said.get(key) ?? messages.say(language, 'contract.period_of', { from, to });
    said.set(key, known);
    return known;
  };
}

/** Why a period costs less, where coupons or the tiers of its price make it so. */
function discountsOf({ discount, coupons = [], tiers }: PriceVersion) {
  const off = BigInt(tiers?.off ?? 0);
  if ((coupons.length === 0 && off === 0n) || discount === 0n) return {};
  let left = discount - off;
  const byCoupon = coupons.map(({ code, amount }) => {
    const part = min(amount, left);
    left -= part;
    return { cause: 'coupon' as const, name: code, amount: String(part) };
  });
  const byTiers = off > 0n ? [{ cause: 'volume' as const, amount: String(off) }] : [];
  return {
    discounts: [...byTiers, ...(left > 0n ? [{ cause: 'manual' as const, amount: String(left) }] : []), ...byCoupon],
  };
}

/** Where the unit price of a line comes from: its contract, or the tier that its quantity reaches. */
function originOf({ tiers, unitPrice }: PriceVersion, name: string): PriceFrom {
  const tier = tiers && tierReached(tiers, unitPrice);
  if (!tier) return { origin: 'contract', name };
  return { origin: 'tier', name, from: tier.from, listPrice: tier.first, base: String(unitPrice) };
}

/** What a piece of a period costs, as its line on the invoice says it. */
export function lineOf(
  say: SayDays,
  { contract, customer }: Pick<ContractToBill, 'contract' | 'customer'>,
  line: LineToBill,
  piece: Piece,
) {
  const { version, start, end, days, ofDays, amount } = piece;
  const isWhole = days === ofDays;
  const details = say(customer.language, start, end);
  return {
    sourceLine: line.documentId,
    description: line.description,
    details: line.details ? `${line.details}\n${details}` : details,
    kind: line.kind,
    unit: line.unit ?? '',
    quantity: isWhole ? version.quantity : ONE,
    unitPrice: isWhole ? version.unitPrice : amount,
    discount: isWhole ? version.discount : 0n,
    taxCategory: line.taxCategory,
    incomeKind: line.incomeKind,
    derivation: {
      price: originOf(version, contract.number ?? ''),
      period: { from: start, to: end },
      ...(isWhole ? discountsOf(version) : { proration: { whole: String(priceOfPeriod(version)), days, ofDays } }),
    },
  } satisfies InvoiceDraftLine;
}

const A_YEAR = 12;

/** What the lines that are due come to in the term, or where it has none in a year. */
function agreedOf({ contract, due }: Billing): bigint {
  const each = new Map(due.map(({ line, pieces }) => [line, pieces.at(-1)]));
  return sum(
    [...each].map(([{ cycleUnit: unit, cycleCount: count }, piece]) =>
      piece ? priceOfTerm(priceOfPeriod(piece.version), { unit, count }, contract.termMonths ?? A_YEAR) : 0n,
    ),
  );
}

/** On an invoice of several contracts, each line says of which it is. */
const ofContract = ({ messages }: Platform, { contract, customer }: Billing): string =>
  messages.say(customer.language, 'contract.line_of', { contract: contract.number ?? '' });

/** Whether contracts of a customer who wishes nothing are billed together. */
export const usuallyTogether = async ({ settings }: Platform): Promise<boolean> =>
  (await settings.read<{ invoicesTogether: boolean }>(SETTING)).invoicesTogether;

/** The invoices of what is due: one a contract, or one for those of a customer that are billed together. */
export function invoiceDrafts(
  platform: Platform,
  billings: readonly Billing[],
  usuallyTogether: boolean,
): { drafts: InvoiceDraft[]; placed: Placed[] } {
  const groups = new Map<string, Billing[]>();
  for (const billing of billings) {
    const key = invoiceKey(billing.contract, isBilledTogether(billing.contract, billing.customer, usuallyTogether));
    groups.set(key, [...(groups.get(key) ?? []), billing]);
  }
  const say = sayDays(platform);
  const drafts: InvoiceDraft[] = [];
  const placed: Placed[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const isFree = group.every(({ due }) => due.every(({ amount }) => amount === 0n));
    const lines: InvoiceDraftLine[] = [];
    for (const billing of group) {
      for (const due of billing.due) {
        placed.push({ billing, due, draft: isFree ? null : drafts.length, position: lines.length + 1 });
        const named = group.length === 1 ? undefined : ofContract(platform, billing);
        for (const piece of due.pieces) {
          const line = lineOf(say, billing, due.line, piece);
          lines.push(named === undefined ? line : { ...line, details: `${named}\n${line.details}` });
        }
      }
    }
    if (isFree) continue;
    const { contract } = first;
    drafts.push({
      ...{ customer: contract.customer, branch: null, currency: contract.currency },
      ...(contract.poNumber === null ? {} : { poNumber: contract.poNumber }),
      agreedTotal: sum(group.map(agreedOf)),
      ...{ pricesIncludeTax: contract.pricesIncludeTax, takesFees: true, takesCredit: true },
      source: {
        type: CONTRACT,
        id: contract.id,
        documentId: contract.documentId,
        number: contract.number ?? undefined,
      },
      lines,
    });
  }
  return { drafts, placed };
}
