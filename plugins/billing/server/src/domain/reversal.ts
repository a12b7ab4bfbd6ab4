/** A tax invoice of a payment, with the kinds of its lines. */
export interface PaidTaxInvoice {
  id: number;
  kinds: readonly ('goods' | 'service')[];
}

/** What becomes of the tax invoices of a payment that is reversed. */
export interface Reversal {
  /** Services only: their tax point was the payment. Cancelled; the number stays. */
  cancelled: number[];
  /** Goods and services in one: replaced by one that names the goods alone, with the old tax date. */
  replaced: number[];
  /** Goods only: stays as it is. */
  kept: number[];
}

/**
 * Where a payment is reversed, the tax point of a service falls away with the money (Revenue Code s.78/1): its tax
 * invoices are cancelled, not deleted. That of goods was their hand-over (s.78): its tax invoice stays.
 */
export function reversalOf(taxInvoices: readonly PaidTaxInvoice[]): Reversal {
  const reversal: Reversal = { cancelled: [], replaced: [], kept: [] };
  for (const { id, kinds } of taxInvoices) {
    const goods = kinds.includes('goods');
    const services = kinds.includes('service');
    reversal[goods ? (services ? 'replaced' : 'kept') : 'cancelled'].push(id);
  }
  return reversal;
}
