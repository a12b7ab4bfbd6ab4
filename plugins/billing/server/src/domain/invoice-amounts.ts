import { extend, rateInside, rateOf, spread, sum } from '@sanya/strapi-plugin-platform/kernel';

/** What a line's amount is made of. Money in minor units, quantity in thousandths. */
export interface PricedLine {
  quantity: bigint;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  ratePpm: number;
}

export interface LineAmounts {
  /** Price × quantity, before the discount. */
  gross: bigint;
  net: bigint;
  tax: bigint;
  total: bigint;
  /** How much the line's tax differs from its own rounding, because the document is rounded once per rate. */
  taxShare: bigint;
}

export interface InvoiceAmounts {
  lines: LineAmounts[];
  net: bigint;
  tax: bigint;
  total: bigint;
  /** Tax per (category, rate), as the document shows it. */
  rates: { taxCategory: string; ratePpm: number; net: bigint; tax: bigint }[];
}

export const rateKey = (line: { taxCategory: string; ratePpm: number }): string =>
  `${line.taxCategory}|${line.ratePpm}`;

/** Indexes of the lines of each (category, rate), in the order of their first line. */
export function groupByRate(lines: readonly { taxCategory: string; ratePpm: number }[]): number[][] {
  const groups = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const group = groups.get(rateKey(line)) ?? [];
    group.push(index);
    groups.set(rateKey(line), group);
  });
  return [...groups.values()];
}

/**
 * Amounts of an invoice. Tax is rounded half up once per (category, rate) of the document and spread to the lines by
 * largest remainder, so that the lines always add up to it. With `pricesIncludeTax` the tax is taken out of the price.
 * A line whose discount exceeds its price gives a negative net: the caller refuses it first.
 */
export function invoiceAmounts(lines: readonly PricedLine[], pricesIncludeTax: boolean): InvoiceAmounts {
  const bases = lines.map((line) => extend(line.unitPrice, line.quantity) - line.discount);
  const amounts: LineAmounts[] = lines.map(() => ({ gross: 0n, net: 0n, tax: 0n, total: 0n, taxShare: 0n }));
  const rates: InvoiceAmounts['rates'] = [];
  const taxOf = pricesIncludeTax ? rateInside : rateOf;
  for (const group of groupByRate(lines)) {
    const first = lines[group[0] ?? 0];
    if (!first) continue;
    const weights = group.map((index) => bases[index] ?? 0n);
    const tax = taxOf(sum(weights), first.ratePpm);
    const parts = spread(tax, weights);
    group.forEach((index, place) => {
      const line = lines[index];
      const base = bases[index] ?? 0n;
      const part = parts[place] ?? 0n;
      if (!line) return;
      amounts[index] = {
        gross: base + line.discount,
        net: pricesIncludeTax ? base - part : base,
        tax: part,
        total: pricesIncludeTax ? base : base + part,
        taxShare: part - taxOf(base, line.ratePpm),
      };
    });
    const net = sum(weights) - (pricesIncludeTax ? tax : 0n);
    rates.push({ taxCategory: first.taxCategory, ratePpm: first.ratePpm, net, tax });
  }
  return {
    lines: amounts,
    rates,
    net: sum(amounts.map((line) => line.net)),
    tax: sum(amounts.map((line) => line.tax)),
    total: sum(amounts.map((line) => line.total)),
  };
}
