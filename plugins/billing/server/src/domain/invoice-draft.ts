import type { PriceDerivation } from './derivation';

export interface InvoiceDraftLine {
  /** Document id of the line it comes from (an order line), or null. */
  sourceLine: string | null;
  description: string;
  details?: string | null;
  kind: 'goods' | 'service';
  /** Thousandths: 3 pieces are 3000n. */
  quantity: bigint;
  unit: string;
  /** Minor units, like the discount of the whole line. */
  unitPrice: bigint;
  discount: bigint;
  /** Code of a tax category of the settings. */
  taxCategory: string;
  /** The rate where it is not that of the day: of the tax document that the line corrects. */
  ratePpm?: number;
  /** What is withheld from it: code of an income kind of the settings; null like goods. */
  incomeKind: string | null;
  /** What made the price; billing adds quantity, discount and tax and keeps all of it with the line. */
  derivation?: PriceDerivation | null;
}

/** An invoice to be issued. */
export interface InvoiceDraft {
  /** Row id. */
  customer: number;
  branch: number | null;
  currency: string;
  /** Today when absent. */
  issuedOn?: string;
  /** The day it was taken over from the books that issued it, whose number it keeps; absent for our own. */
  takenOverOn?: string;
  /** By the customer's terms, else the settings, when absent. */
  dueDate?: string;
  poNumber?: string | null;
  /** It corrects an invoice that was issued, whose purchase order it names, or none as that one did. */
  corrects?: boolean;
  /** It asks for money before anything is sold. */
  advance?: boolean;
  pricesIncludeTax: boolean;
  /** What it is for: the order, the contract period. */
  source: { type: string; id: number; documentId: string; number?: string | null } | null;
  note?: string | null;
  lines: readonly InvoiceDraftLine[];
  /**
   * What all of the contract comes to that it is a part of, as its prices are; minor units. Absent: the invoice is the
   * contract.
   */
  agreedTotal?: bigint;
  /** Late fees that wait for the customer's next invoice stand on it. */
  takesFees?: boolean;
  /** What the customer has over pays it at once, where the settings say so. */
  takesCredit?: boolean;
  /** False: no mail. */
  send?: boolean;
  /** The stored draft that becomes this invoice; absent: a new row. */
  row?: { id: number; documentId: string };
}
