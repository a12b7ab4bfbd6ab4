import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import {
  INVOICE,
  INVOICE_LINE,
  ORDER,
  ORDER_LINE,
  PRICE,
  PRODUCT,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';
import type { KeptTier } from '../domain/price-tiers';

export interface SoldOrder extends Ref {
  state: string;
  customer: number;
  invoice: number | null;
  currency: string;
  pricesIncludeTax: boolean;
  poNumber: string | null;
}

export interface SoldLine extends Ref {
  order: number;
  product: number | null;
  price: number | null;
  /** The invoice that amending added; else it stands on the order's own. */
  invoice: number | null;
  description: string;
  details: string | null;
  kind: 'goods' | 'service';
  per: 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';
  quantity: bigint;
  unit: string | null;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  incomeKind: string | null;
  derivation: SoldDerivation | null;
}

/** The price at which a line was sold. */
export interface SoldPrice extends Ref {
  minimumMonths: number | null;
  model: 'fixed' | 'volume' | 'graduated';
  tiers: readonly KeptTier[] | null;
  product: number | null;
}

/** Why a line costs what it costs, as it was sold. */
export interface SoldDerivation {
  /** `from`: where its tier begins. */
  price?: { origin: string; from?: string };
  discounts?: { cause: string; amount: string; days?: number }[];
}

/** A line of an order as it stands, whether it recurs or not. */
export interface OrderedLine extends Ref {
  order: number;
  quantity: bigint;
  returned: bigint;
  invoice: number | null;
}

/** An invoice that was made for an order. */
export interface OrderInvoice extends Ref {
  state: string;
  /** Document id of the order. */
  sourceDocumentId: string;
}

export interface InvoicedLine extends Ref {
  invoice: number;
  position: number;
  sourceLine: string | null;
  description: string;
  details: string | null;
  kind: 'goods' | 'service';
  quantity: bigint;
  unit: string | null;
  unitPrice: bigint;
  discount: bigint;
  taxCategory: string;
  incomeKind: string | null;
  derivation: SoldDerivation | null;
  net: bigint;
  total: bigint;
}

export interface SourceInvoice extends Ref {
  number: string | null;
  state: string;
  customer: number;
  currency: string;
  pricesIncludeTax: boolean;
  poNumber: string | null;
  total: bigint;
}

export interface TaxedInvoice extends Ref {
  number: string;
  state: string;
  invoice: number;
}

export interface TaxedLine extends Ref {
  taxInvoice: number;
  /** Row id of the line of the invoice that it taxes. */
  invoiceLine: number;
}

/** What was sold and invoiced, as contracts read it. */
export const soldStore = (rows: Rows) => ({
  orders: (ids: readonly number[]): Promise<SoldOrder[]> => rows.byIds<SoldOrder>(ORDER, ids),
  /** The lines of these orders that recur and are still wanted. */
  recurring: (orders: readonly number[]): Promise<SoldLine[]> =>
    rows.find<SoldLine>(
      ORDER_LINE,
      (query, column) =>
        void query
          .whereIn(column('order'), [...orders])
          .whereNot(column('per'), 'one_time')
          .where(column('quantity'), '>', 0)
          .orderBy([column('order'), column('position')]),
    ),
  orderedLines: (orders: readonly number[]): Promise<OrderedLine[]> =>
    rows.find<OrderedLine>(ORDER_LINE, (query, column) => void query.whereIn(column('order'), [...orders]), {
      fields: ['order', 'quantity', 'returned', 'invoice'],
    }),
  /** All that were made for these orders, void ones too. */
  invoicesOf: (orders: readonly Ref[]): Promise<OrderInvoice[]> =>
    rows.find<OrderInvoice>(
      INVOICE,
      (query, column) =>
        void query
          .whereIn(
            column('sourceDocumentId'),
            orders.map(({ documentId }) => documentId),
          )
          .where(column('sourceType'), ORDER),
      { fields: ['state', 'sourceDocumentId'] },
    ),
  /** Orders with something on one of these invoices. */
  async ordersOn(invoices: readonly number[]): Promise<number[]> {
    const orders = await rows.find(ORDER, (query, column) => void query.whereIn(column('invoice'), [...invoices]), {
      fields: [],
    });
    const lines = await rows.find<{ order: number }>(
      ORDER_LINE,
      (query, column) => void query.whereIn(column('invoice'), [...invoices]),
      { fields: ['order'] },
    );
    return [...new Set([...orders.map(({ id }) => id), ...lines.map(({ order }) => order)])];
  },
  async prices(ids: readonly number[]): Promise<Map<number, SoldPrice>> {
    if (ids.length === 0) return new Map();
    const found = await rows.byIds<SoldPrice>(PRICE, ids, { fields: ['minimumMonths', 'model', 'tiers', 'product'] });
    return new Map(found.map((price) => [price.id, price]));
  },
  /** In what steps products are sold, by row id. */
  async stepsOf(products: readonly number[]): Promise<Map<number, bigint>> {
    const found = await rows.byIds<Ref & { quantityStep: bigint }>(PRODUCT, products, { fields: ['quantityStep'] });
    return new Map(found.map(({ id, quantityStep }) => [id, quantityStep]));
  },
  invoices: (ids: readonly number[]): Promise<SourceInvoice[]> => rows.byIds<SourceInvoice>(INVOICE, ids),
  taxInvoices: (ids: readonly number[]): Promise<TaxedInvoice[]> =>
    rows.byIds<TaxedInvoice>(TAX_INVOICE, ids, { fields: ['number', 'state', 'invoice'] }),
  taxInvoiceLines: (taxInvoices: readonly number[]): Promise<TaxedLine[]> =>
    rows.find<TaxedLine>(
      TAX_INVOICE_LINE,
      (query, column) => void query.whereIn(column('taxInvoice'), [...taxInvoices]).orderBy(column('position')),
      { fields: ['taxInvoice', 'invoiceLine'] },
    ),
  invoiceLines: (invoices: readonly number[]): Promise<InvoicedLine[]> =>
    rows.find<InvoicedLine>(
      INVOICE_LINE,
      (query, column) =>
        void query.whereIn(column('invoice'), [...invoices]).orderBy([column('invoice'), column('position')]),
    ),
});
