import { min, mulDiv, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { PeriodRow } from '../stores/periods';
import { type InvoicedLine, soldStore } from '../stores/sold';
import { type CreditWish, invoicing } from './invoicing';

/** What is given back of a billed period: as its amount is meant, before VAT or with it. */
export interface PeriodCredit {
  period: PeriodRow;
  amount: bigint;
  pricesIncludeTax: boolean;
}

/** What of a credit its invoice still has to give, line by line: `lines` with VAT, `amount` as that of the period. */
interface Payable {
  invoice: number;
  amount: bigint;
  lines: { line: number; amount: bigint }[];
}

/** Over the lines of the period on its invoice, the last one first: VAT goes with it. */
function payableOf(
  { period, amount, pricesIncludeTax }: PeriodCredit,
  lines: readonly InvoicedLine[],
  left: ReadonlyMap<number, bigint>,
): Payable {
  const first = period.position ?? 0;
  const own = lines.filter(
    ({ invoice, position }) =>
      invoice === period.invoice && position >= first && position < first + Math.max(period.parts, 1),
  );
  const priceOf = (line: InvoicedLine): bigint => (pricesIncludeTax ? line.total : line.net);
  // A first period may have been bought for less than it costs from then on: with a coupon.
  const asked = min(sum(own.map(priceOf)), period.amount);
  const payable: Payable = { invoice: period.invoice ?? 0, amount: 0n, lines: [] };
  let rest = period.amount === 0n ? 0n : mulDiv(amount, asked, period.amount);
  for (const line of own.reverse()) {
    const [whole, open] = [priceOf(line), left.get(line.id) ?? 0n];
    if (whole <= 0n || open <= 0n) continue;
    const part = min(rest, mulDiv(whole, open, line.total));
    if (part <= 0n) continue;
    rest -= part;
    payable.amount += part;
    payable.lines.push({ line: line.id, amount: min(open, mulDiv(line.total, part, whole)) });
  }
  return payable;
}

/** What of credits can be given: what staff credited by hand, and what was void since, does not come back again. */
export async function payableCredits(
  { platform, strapi }: Pick<Tools, 'platform' | 'strapi'>,
  credits: readonly PeriodCredit[],
): Promise<Payable[]> {
  const wanted = credits.filter(
    ({ period, amount }) => amount > 0n && period.invoice !== null && period.position !== null,
  );
  if (wanted.length === 0) return [];
  const invoices = [...new Set(wanted.flatMap(({ period }) => period.invoice ?? []))];
  const lines = await soldStore(platform.rows).invoiceLines(invoices);
  const found = await invoicing(strapi).creditableLeft(invoices);
  const left = new Map(found.map((one) => [one.line, one.left]));
  return wanted.map((credit) => payableOf(credit, lines, left));
}

/** Gives back what of billed periods was paid for and not used: one credit note an invoice, onto what is open first. */
export async function creditPeriods(
  tools: Tools,
  credits: readonly PeriodCredit[],
  { cause, reason }: Pick<CreditWish, 'cause' | 'reason'>,
): Promise<void> {
  const wishes = new Map<number, Payable['lines']>();
  for (const { invoice, lines } of await payableCredits(tools, credits)) {
    if (lines.length > 0) wishes.set(invoice, [...(wishes.get(invoice) ?? []), ...lines]);
  }
  if (wishes.size === 0) return;
  await invoicing(tools.strapi).credit([...wishes].map(([invoice, lines]) => ({ invoice, cause, reason, lines })));
}
