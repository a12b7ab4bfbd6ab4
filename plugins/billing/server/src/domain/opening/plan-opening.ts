import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { CustomerFacts, PlannedInvoice } from '../issue-invoice';
import type { Seller } from '../parties';
import type { BillingRules } from '../rules';
import type { InvoiceFacts } from '../settlement';
import type { PlannedTaxInvoice } from '../tax-document';
import { type OpeningInvoice, planOpeningLines, taxDateOf, taxNumberOf } from './decide-opening';
import { isTaxable, rateOn } from '../tax-rates';
import type { RowSaid } from './read-row';

export interface OpeningParties {
  openingDay: string;
  rules: BillingRules;
  customer: CustomerFacts;
  seller: Seller;
  /** What a line is called that the file does not describe. */
  describe: (line: RowSaid, customer: CustomerFacts) => string;
}

/** The invoice as it stands in our books: its own number and days, over what was still owed. */
export function planOpening(
  opening: OpeningInvoice,
  { openingDay, rules, customer, seller, describe }: OpeningParties,
): PlannedInvoice {
  const { issuedOn, branch, poNumber } = opening;
  const lines = opening.lines.map((line) => ({ ...line, description: line.description || describe(line, customer) }));
  const terms = customer.creditTermsDays > 0 ? customer.creditTermsDays : rules.dueDays;
  const planned = planOpeningLines(lines, issuedOn, rules);
  return {
    draft: {
      ...{ customer: customer.id, branch, currency: rules.currency, issuedOn, takenOverOn: openingDay },
      ...{ poNumber, pricesIncludeTax: true, source: null, lines: planned.lines, send: false },
    },
    ...{ customer, seller, issuedOn, dueDate: opening.dueDate ?? addDays(issuedOn, terms) },
    ...planned,
  };
}

/** Whether the books before have issued a tax invoice over a line: zero-rated sales stand on one too, exempt ones do not. */
export const isDocumented = (
  { documented, taxCategory, issuedOn }: RowSaid,
  { categories, registration }: Pick<BillingRules, 'categories' | 'registration'>,
): boolean => documented && isTaxable(rateOn(categories, registration, taxCategory, issuedOn)?.treatment ?? 'outside');

/** The tax invoices that the books before have issued over lines of an invoice. */
export function planTaxedBefore(
  opening: OpeningInvoice,
  invoice: InvoiceFacts,
  { openingDay, rules, customer, seller }: OpeningParties,
): { number: string; plan: PlannedTaxInvoice }[] {
  const byNumber = new Map<string, number[]>();
  opening.lines.forEach((line, index) => {
    if (!isDocumented(line, rules)) return;
    byNumber.set(taxNumberOf(line), [...(byNumber.get(taxNumberOf(line)) ?? []), index]);
  });
  return [...byNumber].map(([number, places]) => {
    const [first] = places.flatMap((place) => opening.lines[place] ?? []);
    return {
      number,
      plan: {
        ...{ kind: 'tax_invoice', cause: 'taken_over', invoice, payment: null, replaces: null, reason: null },
        ...{ taxDate: first ? taxDateOf(first) : invoice.issuedOn, taxPointOn: null, takenOverOn: openingDay },
        lines: places.flatMap((place) => {
          const line = invoice.lines[place];
          return line
            ? [{ line: line.id, ratePpm: line.ratePpm, net: line.net, tax: line.tax, total: line.total }]
            : [];
        }),
        ...{ seller, buyer: customer.buyer, abbreviated: false },
      },
    };
  });
}
