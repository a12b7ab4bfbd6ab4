import type { Address } from '../../server/src/domain/address';

export type { Address };

export const KINDS = ['organisation', 'person', 'government'] as const;
export type Kind = (typeof KINDS)[number];

export interface CustomerClass {
  documentId: string;
  name: string;
  translations: { en?: { name?: string } } | null;
  defaultTermsDays: number;
}

export interface Customer {
  documentId: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: Kind;
  taxId: string | null;
  branchCode: string | null;
  vatRegistered: boolean;
  poRequired: boolean;
  wantsPaper: boolean;
  supplier: boolean;
  email: string | null;
  phone: string | null;
  state: 'active' | 'closed' | 'merged';
  mergedInto?: { documentId: string; code: string; name: string } | null;
  language: 'th' | 'en';
  creditTermsDays: number;
  /** Minor units, as text. */
  creditLimit: string | null;
  currency: string;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  class?: CustomerClass | null;
  note: string | null;
  /** Id of the member of staff who looks after it. */
  owner: number | null;
}

export const CONTACT_TYPES = ['general', 'billing', 'purchasing', 'technical', 'management'] as const;

export interface Contact {
  documentId: string;
  name: string;
  position: string | null;
  email: string | null;
  phone: string | null;
  type: (typeof CONTACT_TYPES)[number];
  /** 1 is asked first, 9 last. */
  priority: number;
  state: 'active' | 'inactive';
  note: string | null;
  isMember: boolean;
}

/** Who may be the same customer, and why. */
export interface Duplicate {
  documentId: string;
  code: string;
  name: string;
  state: 'active' | 'closed';
  reasons: ('tax_id' | 'name' | 'phone' | 'email')[];
}

export interface Owner {
  id: number;
  name: string;
}
