import { min, mulDiv } from '@sanya/strapi-plugin-platform/kernel';
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

/** Over the lines of the period on its invoice, the last one first: VAT goes with it. */
function lineCredits(
  { period, amount, pricesIncludeTax }: PeriodCredit,
  lines: readonly InvoicedLine[],
): { line: number; amount: bigint }[] {
  const first = period.position ?? 0;
  const own = lines.filter(
    ({ invoice, position }) =>
      invoice === period.invoice && position >= first && position < first + Math.max(period.parts, 1),
  );
  let rest = amount;
  const credits: { line: number; amount: bigint }[] = [];
  for (const line of own.reverse()) {
    const whole = pricesIncludeTax ? line.total : line.net;
    const part = min(rest, whole);
    if (part <= 0n) continue;
    rest -= part;
    credits.push({ line: line.id, amount: mulDiv(line.total, part, whole) });
  }
  return credits;
}

/** Gives back what of billed periods was paid for and not used: one credit note an invoice, onto what is open first. */
export async function creditPeriods(
  { platform, strapi }: Tools,
  credits: readonly PeriodCredit[],
  { cause, reason }: Pick<CreditWish, 'cause' | 'reason'>,
): Promise<void> {
  const wanted = credits.filter(
    ({ period, amount }) => amount > 0n && period.invoice !== null && period.position !== null,
  );
  if (wanted.length === 0) return;
  const lines = await soldStore(platform.rows).invoiceLines(wanted.flatMap(({ period }) => period.invoice ?? []));
  const wishes = new Map<number, { line: number; amount: bigint }[]>();
  for (const credit of wanted) {
    const invoice = credit.period.invoice ?? 0;
    wishes.set(invoice, [...(wishes.get(invoice) ?? []), ...lineCredits(credit, lines)]);
  }
  await invoicing(strapi).credit(
    [...wishes].flatMap(([invoice, own]) => (own.length === 0 ? [] : [{ invoice, cause, reason, lines: own }])),
  );
}
