import { badInput, broken, conflict, formatQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type TaxedLine, taxedByHandOver, taxedEarly, taxedLines, untaxed } from './coverage';
import { isBeforeRegistration } from './past-days';
import type { BillingRules } from './rules';
import { type InvoiceFacts, ratesOn } from './settlement';
import { isRegistered } from './tax-rates';

export interface HandedLine {
  /** Document id of the line the invoice line came from. */
  sourceLine: string;
  /** Thousandths. */
  quantity: bigint;
}

export interface HandOverPlan {
  /** What is handed over of each invoice line by now. */
  handed: { id: number; handedOver: bigint }[];
  /** What reaches its tax point by it; nothing where it was taxed before. */
  taxed: TaxedLine[];
  quantities: Map<number, bigint>;
}

/** Handing goods over is their tax point (s.78): the quantities handed over that no payment or early invoice has taxed. */
export function planHandOver(
  invoice: InvoiceFacts,
  lines: readonly HandedLine[],
  on: string,
  rules: BillingRules,
): HandOverPlan {
  if (invoice.state !== 'open' && invoice.state !== 'paid' && invoice.state !== 'uncollectible') {
    throw conflict('hand_over.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const wanted = new Map<string, bigint>();
  for (const line of lines) wanted.set(line.sourceLine, (wanted.get(line.sourceLine) ?? 0n) + line.quantity);
  const quantities = invoice.lines.map((line) => wanted.get(line.sourceLine ?? '') ?? 0n);
  invoice.lines.forEach((line, index) => {
    const quantity = quantities[index] ?? 0n;
    if (quantity < 0n || line.handedOver + quantity > line.quantity) {
      throw conflict('hand_over.too_much', {
        params: { line: line.description, left: formatQuantity(line.quantity - line.handedOver), unit: line.unit },
      });
    }
  });
  const tax = sum(invoice.lines.map((line, index) => (quantities[index] ? line.tax : 0n)));
  if (isBeforeRegistration(on, tax, rules.registration)) {
    throw badInput('hand_over.before_registration', {
      field: 'on',
      params: { invoice: invoice.number, date: on, from: rules.registration.from ?? '' },
    });
  }
  const rates = ratesOn(invoice.lines, rules, on);
  return {
    handed: invoice.lines.flatMap((line, index) => {
      const quantity = quantities[index] ?? 0n;
      return quantity > 0n ? [{ id: line.id, handedOver: line.handedOver + quantity }] : [];
    }),
    taxed: taxedLines(invoice.lines, taxedByHandOver(invoice.lines, quantities, rates), rates),
    quantities: new Map(invoice.lines.map((line, index) => [line.id, quantities[index] ?? 0n])),
  };
}

/** What of an invoice a deliberate early tax invoice would tax on a day: all that is not taxed yet. */
export function leftToTax(invoice: InvoiceFacts, on: string, rules: BillingRules): TaxedLine[] {
  if (invoice.state !== 'open' || !isRegistered(rules.registration, on)) return [];
  const rates = ratesOn(invoice.lines, rules, on);
  return taxedLines(invoice.lines, taxedEarly(invoice.lines, rates), rates);
}

/** All that is not taxed yet, taxed today because staff say so. */
export function planEarly(invoice: InvoiceFacts, on: string, rules: BillingRules): TaxedLine[] {
  if (!isRegistered(rules.registration, on)) throw broken('tax_invoice.not_registered', { params: { date: on } });
  if (invoice.lines.some((line) => line.adjusted > 0n) && invoice.lines.every((line) => untaxed(line) === 0n)) {
    throw conflict('tax_invoice.credited', { params: { invoice: invoice.number } });
  }
  if (invoice.state !== 'open') {
    throw conflict('tax_invoice.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const taxed = leftToTax(invoice, on, rules);
  if (taxed.length === 0) throw conflict('tax_invoice.nothing_left', { params: { invoice: invoice.number } });
  return taxed;
}
