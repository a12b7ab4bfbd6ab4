import { min, mulDiv, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Tools } from '@sanya/strapi-plugin-platform/kit';
import { creditCause } from '../domain/credit-cause';
import { type PeriodRow, periodsStore } from '../stores/periods';
import { type InvoicedLine, soldStore } from '../stores/sold';
import { type CreditWish, invoicing } from './invoicing';

/** What is given back of a billed period: as its amount is meant, before VAT or with it. */
export interface PeriodCredit {
  period: PeriodRow;
  amount: bigint;
  pricesIncludeTax: boolean;
  /** The amount is of what was asked for, and not of what the period costs. */
  asAsked?: boolean;
}

/** What of a credit its invoices still have to give: `amount` as that of the period, each draw with VAT. */
export interface Payable {
  amount: bigint;
  draws: { invoice: number; line: number; kind: 'goods' | 'service'; amount: bigint }[];
}

/** The lines of a period on its invoice, the last one first. */
const linesOf = (period: PeriodRow, lines: readonly InvoicedLine[]): InvoicedLine[] => {
  const first = period.position;
  if (first === null) return [];
  return lines
    .filter(
      ({ invoice, position }) =>
        invoice === period.invoice && position >= first && position < first + Math.max(period.parts, 1),
    )
    .reverse();
};

/** Whose money is settled with the order that it is of: nothing that was asked for is given back here. */
export interface Apart {
  /** Row ids of the invoices of orders. */
  invoices: ReadonlySet<number>;
  /** Row ids of lines that are settled here all the same. */
  own: ReadonlySet<number>;
}
export const NONE_APART: Apart = { invoices: new Set(), own: new Set() };

/** All that these invoices asked for. */
export const allOn = (invoices: Iterable<number>): Apart => ({ invoices: new Set(invoices), own: new Set() });

export const isApart = ({ invoices, own }: Apart, { invoice, line }: Pick<PeriodRow, 'invoice' | 'line'>): boolean =>
  invoice !== null && invoices.has(invoice) && !own.has(line);

interface Known {
  /** A period, and those on whose invoices a part of it stands: the nearest first. */
  sources: ReadonlyMap<number, readonly PeriodRow[]>;
  lines: readonly InvoicedLine[];
  /** What of each line can still be credited; what is drawn here is taken off. */
  left: Map<number, bigint>;
  apart: Apart;
}

/** VAT goes with it. */
function payableOf(
  { period, amount, pricesIncludeTax, asAsked }: PeriodCredit,
  { sources, lines, left, apart }: Known,
): Payable {
  const priceOf = (line: InvoicedLine): bigint => (pricesIncludeTax ? line.total : line.net);
  // A first period may have been bought for less than it costs from then on: with a coupon.
  const asked = min(sum(linesOf(period, lines).map(priceOf)) + (period.carried ?? 0n), period.amount);
  const payable: Payable = { amount: 0n, draws: [] };
  let rest = asAsked ? amount : period.amount === 0n ? 0n : mulDiv(amount, asked, period.amount);
  for (const source of sources.get(period.id) ?? []) {
    if (isApart(apart, source)) continue;
    for (const line of linesOf(source, lines)) {
      const [whole, open] = [priceOf(line), left.get(line.id) ?? 0n];
      if (whole <= 0n || open <= 0n) continue;
      const part = min(rest, mulDiv(whole, open, line.total));
      if (part <= 0n) continue;
      const drawn = min(open, mulDiv(line.total, part, whole));
      rest -= part;
      left.set(line.id, open - drawn);
      payable.amount += part;
      payable.draws.push({ invoice: line.invoice, line: line.id, kind: line.kind, amount: drawn });
    }
  }
  return payable;
}

async function sourcesOf(platform: Platform, periods: readonly PeriodRow[]): Promise<Map<number, PeriodRow[]>> {
  const carrying = periods.filter(({ carriedFrom }) => carriedFrom?.length);
  const known =
    carrying.length === 0
      ? []
      : await periodsStore(platform.rows).ofContracts([...new Set(carrying.map(({ contract }) => contract))]);
  const byDocument = new Map(known.map((period) => [period.documentId, period]));
  return new Map(
    periods.map((period) => {
      const sources = new Set([period]);
      // What is added while it is gone through is gone through too.
      for (const { carriedFrom } of sources) {
        for (const document of [...(carriedFrom ?? [])].reverse()) {
          const source = byDocument.get(document);
          if (source) sources.add(source);
        }
      }
      return [period.id, [...sources]];
    }),
  );
}

/**
 * What of each credit can be given, in the order asked: what staff credited by hand, and what was void since, does not come
 * back again. What was asked for last comes back first.
 */
export async function payableCredits(
  { platform, strapi }: Pick<Tools, 'platform' | 'strapi'>,
  credits: readonly PeriodCredit[],
  apart = NONE_APART,
): Promise<Payable[]> {
  const wanted = credits.filter(({ amount }) => amount > 0n);
  if (wanted.length === 0) return credits.map(() => ({ amount: 0n, draws: [] }));
  const sources = await sourcesOf(
    platform,
    wanted.map(({ period }) => period),
  );
  const placed = [...sources.values()].flat().filter(({ position }) => position !== null);
  const invoices = [...new Set(placed.flatMap(({ invoice }) => invoice ?? []))];
  const lines = await soldStore(platform.rows).invoiceLines(invoices);
  const found = await invoicing(strapi).creditableLeft(invoices);
  const left = new Map(found.map((one) => [one.line, one.left]));
  return credits.map((credit) => payableOf(credit, { sources, lines, left, apart }));
}

/**
 * Gives back what of billed periods was paid for and not used: one credit note an invoice, onto what is open first.
 * @returns what that is, with VAT
 */
export async function creditPeriods(
  tools: Tools,
  credits: readonly PeriodCredit[],
  { cause, reason, apart }: Pick<CreditWish, 'cause' | 'reason'> & { apart?: Apart },
): Promise<bigint> {
  const wishes = new Map<number, Map<number, bigint>>();
  const draws = (await payableCredits(tools, credits, apart)).flatMap((payable) => payable.draws);
  for (const { invoice, line, amount } of draws) {
    const lines = wishes.get(invoice) ?? new Map<number, bigint>();
    lines.set(line, (lines.get(line) ?? 0n) + amount);
    wishes.set(invoice, lines);
  }
  if (wishes.size === 0) return 0n;
  await invoicing(tools.strapi).credit(
    [...wishes].map(([invoice, lines]) => ({
      ...{ invoice, reason },
      cause: creditCause(
        cause,
        draws.filter((draw) => draw.invoice === invoice),
      ),
      lines: [...lines].map(([line, amount]) => ({ line, amount })),
    })),
  );
  return sum(draws.map(({ amount }) => amount));
}
