import type { OrderState } from '../../server/src/domain/order-machine';

/** Amounts are minor units as text. */
export interface Order {
  documentId: string;
  number: string | null;
  state: OrderState;
  source: 'storefront' | 'staff';
  currency: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
  shipping: Record<string, string> | null;
  note: string | null;
  poNumber: string | null;
  placedAt: string | null;
  confirmedAt: string | null;
  deliveredAt: string | null;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  customer?: { documentId: string; code: string; name: string } | null;
  invoice?: { documentId: string; number: string | null; state: string; amountDue: string } | null;
}

export interface OrderLine {
  documentId: string;
  position: number;
  sku: string | null;
  description: string;
  details: string | null;
  per: string;
  /** Thousandths, as text. */
  quantity: string;
  delivered: string;
  unit: string | null;
  unitPrice: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
}
