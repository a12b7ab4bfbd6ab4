import {
  addDays,
  badInput,
  broken,
  compareDates,
  extend,
  isCivilDate,
  mulDiv,
  notFound,
} from '@sanya/strapi-plugin-platform/kernel';
import { type BillingDays, dueByDays } from './billing-days';
import type { Derivation } from './derivation';
import { earlyOffer, type EarlyOffer } from './early-payment';
import { invoiceAmounts, type InvoiceAmounts, type LineAmounts } from './invoice-amounts';
import type { InvoiceDraft, InvoiceDraftLine } from './invoice-draft';
import type { Buyer, Seller } from './parties';
import { checkIssuedOn } from './past-days';
import type { BillingRules } from './rules';
import { rateOn } from './tax-rates';

/** Above any invoice, far below what a column holds. */
const MOST_TOTAL = 1_000_000_000_000_000n;
export const MOST_LINES = 1_000;

/** What is known of a customer when an invoice is issued. */
export interface CustomerFacts {
  id: number;
  documentId: string;
  buyer: Buyer;
  creditTermsDays: number;
  /** What is promised for paying early, its own terms before those of its class: `2/10`, `0` for none. */
  earlyTerms?: readonly (string | null)[];
  closed: boolean;
  /** Takes no invoice without the number of its purchase order. */
  poRequired: boolean;
}

export interface IssueFacts {
  customers: ReadonlyMap<number, CustomerFacts>;
  sellerOf: (branch: number | null) => Seller;
  rules: BillingRules;
  /** Days on which customers are billed and pay, of those who have such. */
  days: ReadonlyMap<number, BillingDays>;
  today: string;
}

export interface PlannedLine extends InvoiceDraftLine, LineAmounts {
  ratePpm: number;
  kept: Derivation;
}

/** An invoice with everything but its number. */
export interface PlannedInvoice {
  draft: InvoiceDraft;
  customer: CustomerFacts;
  seller: Seller;
  issuedOn: string;
  dueDate: string;
  early?: EarlyOffer;
  amounts: InvoiceAmounts;
  /** What all of the contract comes to, before VAT; absent: as the invoice. */
  agreedTotal?: bigint;
  lines: PlannedLine[];
}

/** Before VAT, in the proportion of the invoice. */
function agreedNet({ agreedTotal, pricesIncludeTax }: InvoiceDraft, { net, total }: InvoiceAmounts) {
  if (agreedTotal === undefined) return undefined;
  return pricesIncludeTax && total > 0n ? mulDiv(agreedTotal, net, total) : agreedTotal;
}

function checkLine(line: InvoiceDraftLine, rules: BillingRules, at: string): void {
  if (line.quantity <= 0n) throw badInput('invoice.quantity_not_positive', { field: `${at}.quantity` });
  if (line.unitPrice < 0n) throw badInput('invoice.unit_price_negative', { field: `${at}.unitPrice` });
  if (line.discount < 0n || line.discount > extend(line.unitPrice, line.quantity)) {
    throw badInput('invoice.discount_out_of_range', { field: `${at}.discount` });
  }
  if (line.incomeKind !== null && !rules.withholding.kinds.some((one) => one.kind === line.incomeKind)) {
    throw badInput('invoice.income_kind_unknown', { field: `${at}.incomeKind`, params: { kind: line.incomeKind } });
  }
}

function rateOf(line: InvoiceDraftLine, rules: BillingRules, on: string, at: string): number {
  const rate = rateOn(rules.categories, rules.registration, line.taxCategory, on);
  if (rate) return rate.ppm;
  throw badInput('invoice.tax_category_unknown', {
    field: `${at}.taxCategory`,
    params: { category: line.taxCategory, date: on },
  });
}

/** Amounts and derivation of the lines of a draft, as they would be on a day. Refuses what cannot be billed. */
export function planLines(
  draft: Pick<InvoiceDraft, 'lines' | 'currency' | 'pricesIncludeTax'>,
  rules: BillingRules,
  on: string,
): { amounts: InvoiceAmounts; lines: PlannedLine[] } {
  if (draft.currency !== rules.currency) {
    throw badInput('invoice.currency_foreign', {
      field: 'currency',
      params: { currency: draft.currency, own: rules.currency },
    });
  }
  if (draft.lines.length === 0) throw badInput('invoice.no_lines', { field: 'lines' });
  if (draft.lines.length > MOST_LINES) {
    throw badInput('invoice.too_many_lines', { field: 'lines', params: { most: MOST_LINES } });
  }
  const priced = draft.lines.map((line, index) => {
    checkLine(line, rules, `lines.${index}`);
    return { ...line, ratePpm: line.ratePpm ?? rateOf(line, rules, on, `lines.${index}`) };
  });
  const amounts = invoiceAmounts(priced, draft.pricesIncludeTax);
  if (amounts.total > MOST_TOTAL) throw badInput('invoice.amount_too_large', { field: 'lines' });
  const lines = priced.flatMap((line, index): PlannedLine[] => {
    const own = amounts.lines[index];
    return own ? [{ ...line, ...own, kept: keep(draft, line, own.taxShare) }] : [];
  });
  return { amounts, lines };
}

const keep = (
  draft: Pick<InvoiceDraft, 'currency' | 'pricesIncludeTax'>,
  line: InvoiceDraftLine & { ratePpm: number },
  share: bigint,
): Derivation => ({
  ...line.derivation,
  currency: draft.currency,
  unitPrice: String(line.unitPrice),
  quantity: String(line.quantity),
  unit: line.unit,
  discount: String(line.discount),
  tax: {
    category: line.taxCategory,
    ratePpm: line.ratePpm,
    included: draft.pricesIncludeTax,
    share: String(share),
  },
});

/** By the days of the customer where it has such; else by its terms, else those of the settings. */
function dueDateOf({ id, creditTermsDays }: CustomerFacts, issuedOn: string, { days, rules }: IssueFacts): string {
  const own = days.get(id);
  if (own) return dueByDays(own, issuedOn, creditTermsDays);
  return addDays(issuedOn, creditTermsDays > 0 ? creditTermsDays : rules.dueDays);
}

/** Sales are meant: neither money paid before nor what other books, fees and corrections ask for. */
function earlyOfferOf(
  draft: InvoiceDraft,
  customer: CustomerFacts,
  invoice: { issuedOn: string; dueDate: string; net: bigint },
  rules: BillingRules,
): EarlyOffer | undefined {
  if (draft.advance || draft.corrects || draft.takenOverOn) return undefined;
  return earlyOffer([...(customer.earlyTerms ?? []), rules.earlyPayment], invoice);
}

/** What a draft becomes when it is issued. Pure: the number alone is missing. */
export function planInvoice(draft: InvoiceDraft, facts: IssueFacts): PlannedInvoice {
  const customer = facts.customers.get(draft.customer);
  if (!customer) throw notFound('invoice.customer_unknown', { field: 'customer' });
  if (customer.closed)
    throw broken('invoice.customer_closed', { field: 'customer', params: { name: customer.buyer.name } });
  if (customer.poRequired && !draft.corrects && !draft.poNumber?.trim()) {
    throw broken('invoice.po_number_missing', { field: 'poNumber', params: { name: customer.buyer.name } });
  }
  const issuedOn = draft.issuedOn ?? facts.today;
  if (!isCivilDate(issuedOn)) throw badInput('invoice.date_wrong', { field: 'issuedOn', params: { date: issuedOn } });
  if (draft.issuedOn) checkIssuedOn(draft.issuedOn, facts.today, facts.rules.registration);
  const dueDate = draft.dueDate ?? dueDateOf(customer, issuedOn, facts);
  if (!isCivilDate(dueDate)) throw badInput('invoice.date_wrong', { field: 'dueDate', params: { date: dueDate } });
  if (compareDates(dueDate, issuedOn) < 0) throw badInput('invoice.due_before_issue', { field: 'dueDate' });
  const planned = planLines(draft, facts.rules, issuedOn);
  return {
    draft,
    customer,
    seller: facts.sellerOf(draft.branch),
    issuedOn,
    dueDate,
    early: earlyOfferOf(draft, customer, { issuedOn, dueDate, net: planned.amounts.net }, facts.rules),
    agreedTotal: agreedNet(draft, planned.amounts),
    ...planned,
  };
}
