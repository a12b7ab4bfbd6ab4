import { conflict, max, min, move, mulDiv, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { untaxed } from './coverage';
import { taxInvoiceLife, type TaxInvoiceState } from './lives';
import type { Buyer } from './parties';
import type { InvoiceFacts } from './settlement';
import { isAbbreviated, type PlannedTaxInvoice, seriesOf } from './tax-document';

/** What a person reads off the right papers of a buyer; what is not given stays as the customer has it. */
export type BuyerCorrection = Partial<Pick<Buyer, 'name' | 'nameEn' | 'taxId' | 'branchCode' | 'address'>>;

/** A tax invoice as it was issued. */
export interface IssuedTaxInvoice {
  id: number;
  number: string;
  kind: PlannedTaxInvoice['kind'];
  payment: number | null;
  taxDate: string;
  taxPointOn: string | null;
  abbreviated: boolean;
  seller: PlannedTaxInvoice['seller'];
  buyer: Buyer;
  lines: readonly {
    invoiceLine: number;
    kind: 'goods' | 'service';
    quantity: bigint | null;
    ratePpm: number;
    net: bigint;
    tax: bigint;
    total: bigint;
  }[];
}

const NAMED = ['name', 'nameEn', 'taxId', 'branchCode', 'address'] as const;

/** Whether both would stand on a tax invoice in the same words. */
const isSame = (a: Buyer, b: Buyer): boolean =>
  NAMED.every((one) => JSON.stringify(a[one] ?? null) === JSON.stringify(b[one] ?? null));

export interface Replacement {
  state: 'replaced';
  plan: PlannedTaxInvoice;
  series: string;
}

/**
 * The tax invoice that takes the place of one with a wrong name or address: a number of its own, the day, the lines and
 * the seller of the old one, which it names. Values never change by it; that is what credit and debit notes are for.
 * @param standing whether the receipt that is one paper with it stands
 */
export function planReplacement(
  old: IssuedTaxInvoice & { state: TaxInvoiceState },
  invoice: InvoiceFacts,
  buyer: Buyer,
  more: { standing: boolean; retail: boolean; reason: string },
): Replacement {
  const state = move(taxInvoiceLife, old.state, 'replace') as 'replaced';
  const abbreviated = isAbbreviated(buyer, more.retail);
  if (isSame(old.buyer, buyer) && abbreviated === old.abbreviated) {
    throw conflict('tax_invoice.nothing_to_correct', { params: { number: old.number } });
  }
  const kind = more.standing ? 'receipt_tax_invoice' : 'tax_invoice';
  return {
    state,
    series: seriesOf(kind),
    plan: {
      kind,
      cause: 'replacement',
      invoice,
      payment: old.payment,
      replaces: old.id,
      taxDate: old.taxDate,
      taxPointOn: old.taxPointOn,
      lines: old.lines.map(({ invoiceLine, ratePpm, net, tax, total }) => ({
        line: invoiceLine,
        ...{ ratePpm, net, tax, total },
      })),
      quantities: new Map(
        old.lines.flatMap(({ invoiceLine, quantity }) => (quantity === null ? [] : [[invoiceLine, quantity] as const])),
      ),
      seller: old.seller,
      buyer,
      abbreviated,
      reason: more.reason,
    },
  };
}

/**
 * A tax invoice is cancelled without another in its place only where its tax point never came: nothing of its lines is
 * paid or handed over that no other tax invoice names. Else it is replaced, or its value corrected by a note.
 */
export function cancelled(document: IssuedTaxInvoice & { state: TaxInvoiceState }, invoice: InvoiceFacts): 'cancelled' {
  const state = move(taxInvoiceLife, document.state, 'cancel') as 'cancelled';
  for (const { invoiceLine, total } of document.lines) {
    const line = invoice.lines.find((one) => one.id === invoiceLine);
    if (!line) throw notFound('invoice.unknown');
    const handed = line.kind === 'goods' ? mulDiv(line.total, line.handedOver, line.quantity) : 0n;
    const left = line.taxed - total;
    const due = min(max(line.paid, handed), untaxed({ ...line, taxed: 0n }));
    if (left < due) {
      throw conflict('tax_invoice.tax_point_stands', { params: { number: document.number, line: line.description } });
    }
  }
  return state;
}
