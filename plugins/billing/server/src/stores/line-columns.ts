import type { InvoiceDraftLine } from '../domain/invoice-draft';

/** What a line of an invoice is stored with, whether it is a draft's or an issued one's. */
export const lineColumns = (line: InvoiceDraftLine, place: number) => ({
  position: place + 1,
  sourceLine: line.sourceLine,
  description: line.description,
  details: line.details ?? null,
  kind: line.kind,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  taxCategory: line.taxCategory,
  incomeKind: line.incomeKind,
  handedOver: 0n,
});
