import type { ContactRow } from '../stores/contacts';
import type { CustomerRow } from '../stores/customers';

/** What a member sees of the own customer. Money in minor units of `currency`. */
export const ownCustomerView = (row: CustomerRow) => ({
  documentId: row.documentId,
  code: row.code,
  kind: row.kind,
  name: row.name,
  nameEn: row.nameEn,
  taxId: row.taxId,
  branchCode: row.branchCode,
  vatRegistered: row.vatRegistered,
  poRequired: row.poRequired,
  wantsPaper: row.wantsPaper,
  invoices: row.invoices,
  email: row.email,
  phone: row.phone,
  billingAddress: row.billingAddress,
  shippingAddress: row.shippingAddress,
  language: row.language,
  creditTermsDays: row.creditTermsDays,
  creditLimit: row.creditLimit,
  earlyPayment: row.earlyPayment,
  currency: row.currency,
  state: row.state,
});

/** What staff see of a customer. */
export const customerView = (row: CustomerRow) => ({
  ...ownCustomerView(row),
  formerCode: row.formerCode,
  supplier: row.supplier,
  note: row.note,
  owner: row.owner,
});

/** What a member sees of the own contact. */
export const ownContactView = (row: ContactRow) => ({
  documentId: row.documentId,
  name: row.name,
  position: row.position,
  email: row.email,
  phone: row.phone,
});

export const contactView = (row: ContactRow) => ({
  ...ownContactView(row),
  type: row.type,
  priority: row.priority,
  state: row.state,
  note: row.note,
  isMember: row.isMember,
});
