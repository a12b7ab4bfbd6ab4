import type { Per } from '../../server/src/domain/catalogue';
import type { QuoteDoor, QuoteWishes } from '../../server/src/domain/quote';
import type { QuoteState } from '../../server/src/domain/quote-machine';
import type { SalesDoors } from './doors';
import type { Customer } from './pages/orders/new-order/types';

/** Amounts are minor units as text. */
export interface Quote {
  id: number;
  documentId: string;
  number: string | null;
  version: number;
  state: QuoteState;
  currency: string;
  pricesIncludeTax: boolean;
  discount: string;
  coupons: { code: string; name: string; amount: string }[] | null;
  net: string;
  tax: string;
  total: string;
  wishes: QuoteWishes;
  salesPerson: number | null;
  requestedOn: string | null;
  requestNote: string | null;
  validUntil: string | null;
  terms: string | null;
  deliveryTime: string | null;
  note: string | null;
  internalNote: string | null;
  poNumber: string | null;
  sentAt: string | null;
  acceptedAt: string | null;
  answeredBy: string | null;
  answeredVia: QuoteDoor | null;
  declinedAt: string | null;
  declineReason: string | null;
  supersededAt: string | null;
  customer?: (Customer & { email: string | null; poRequired: boolean | null }) | null;
  contact?: { documentId: string; name: string; email: string | null } | null;
  order?: { documentId: string; number: string | null } | null;
  submission?: { documentId: string } | null;
}

export interface QuoteLine {
  documentId: string;
  sku: string | null;
  description: string;
  details: string | null;
  per: Per;
  /** A decimal, as text. */
  quantity: string;
  unit: string | null;
  unitPrice: string;
  discount: string;
  net: string;
  tax: string;
  total: string;
}

/** What a visitor of the web site asks to be quoted. */
export type QuoteRequest = SalesDoors['GET /sales/quote-requests/:id']['answers'];
export const REQUEST_STATES = ['new', 'handled', 'dismissed'] as const;

/** The same as the list has it. */
export interface RequestRow {
  documentId: string;
  state: QuoteRequest['state'];
  submittedAt: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  customer?: { name: string } | null;
}
