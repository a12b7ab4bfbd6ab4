import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Address } from './address';
import type { ContactDraft } from './contact';
import type { CustomerDraft, InvoiceWish } from './customer';

/** What a visitor says of himself beside the log-in. */
export interface MemberDraft {
  kind?: 'person' | 'organisation';
  /** Of the person, or of the organisation. */
  name?: string;
  /** The person who signs up for an organisation. */
  contactName?: string;
  phone?: string | null;
  taxId?: string | null;
  branch?: string | null;
  address?: Partial<Address> | null;
  language?: Language;
  referral?: string;
}

export interface MemberLogin {
  /** Row id of the users-permissions user. */
  id: number;
  username: string;
  email: string;
}

/** The customer and the contact that a member is, before either is completed. */
export function decideMember(
  login: MemberLogin,
  draft: MemberDraft,
): { customer: CustomerDraft; contact: ContactDraft } {
  const name = draft.name?.trim() || login.username;
  return {
    customer: {
      kind: draft.kind ?? 'person',
      name,
      taxId: draft.taxId,
      branchCode: draft.branch,
      email: login.email,
      phone: draft.phone,
      billingAddress: draft.address,
      language: draft.language,
    },
    contact: { name: draft.contactName?.trim() || name, email: login.email, phone: draft.phone },
  };
}

/** What a member may change: the own name, and how to reach and address customer and contact. */
export interface MemberChange {
  name?: string;
  contactName?: string;
  phone?: string | null;
  address?: Partial<Address> | null;
  shippingAddress?: Partial<Address> | null;
  language?: Language;
  invoices?: InvoiceWish | null;
}

/** Which of it is the customer's, which the contact's. A person is one and the same, so the name is both's. */
export function splitMemberChange(
  kind: CustomerDraft['kind'],
  change: MemberChange,
): { customer: Partial<CustomerDraft>; contact: Partial<ContactDraft> } {
  return {
    customer: {
      name: change.name,
      phone: change.phone,
      billingAddress: change.address,
      shippingAddress: change.shippingAddress,
      language: change.language,
      invoices: change.invoices,
    },
    contact: { name: change.contactName ?? (kind === 'person' ? change.name : undefined), phone: change.phone },
  };
}

/** What the welcome of a member says. */
export const welcomeData = (name: string, code: string, username: string): Record<string, unknown> => ({
  name,
  code,
  username,
});
