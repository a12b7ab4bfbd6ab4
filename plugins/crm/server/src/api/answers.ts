import { z } from 'zod';
import { money, translations } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT_TYPES } from '../domain/contact';
import { CUSTOMER_KINDS, CUSTOMER_STATES, INVOICE_WISHES } from '../domain/customer';

const text = z.string();
const perhaps = text.nullable();
const whole = z.int();
const kind = z.enum(CUSTOMER_KINDS);
const state = z.enum(CUSTOMER_STATES);
const invoices = z.enum(INVOICE_WISHES);

const address = z
  .strictObject({
    line1: text.optional(),
    line2: text.optional(),
    subdistrict: text.optional(),
    district: text.optional(),
    province: text.optional(),
    postcode: text.optional(),
    country: text.optional(),
  })
  .meta({ id: 'Address' });

const ownCustomer = z
  .strictObject({
    documentId: text,
    code: text,
    kind,
    name: text,
    nameEn: perhaps,
    taxId: perhaps,
    branchCode: perhaps,
    vatRegistered: z.boolean(),
    poRequired: z.boolean(),
    /** Papers by post besides the mail. */
    wantsPaper: z.boolean(),
    /** What is due of several contracts on one day; null: as each contract and the company have it. */
    invoices: invoices.nullable(),
    email: perhaps,
    phone: perhaps,
    billingAddress: address.nullable(),
    shippingAddress: address.nullable(),
    language: z.enum(['th', 'en']),
    creditTermsDays: whole,
    /** Null: none set. */
    creditLimit: money.nullable(),
    /** What paying early is worth: `2/10`; null: as the class or the company has it. */
    earlyPayment: perhaps,
    currency: text,
    state,
  })
  .meta({ id: 'Customer' });

const ownContact = z
  .strictObject({ documentId: text, name: text, position: perhaps, email: perhaps, phone: perhaps })
  .meta({ id: 'Contact' });

/** What a member sees of the own customer and contact. */
export const ownAnswer = z.strictObject({ customer: ownCustomer, contact: ownContact }).meta({ id: 'MyCustomer' });

/** What staff see of a customer. */
export const customer = z.strictObject({
  ...ownCustomer.shape,
  /** In the books that were kept before. */
  formerCode: perhaps,
  supplier: z.boolean(),
  note: perhaps,
  /** Id of the member of staff who looks after it. */
  owner: whole.nullable(),
  /** The change is asked for, where somebody else has to grant it first. */
  approval: z.strictObject({ documentId: text }).optional(),
});

const duplicate = z.strictObject({
  documentId: text,
  code: text,
  name: text,
  phone: perhaps,
  taxId: perhaps,
  branchCode: perhaps,
  state,
  reasons: z.array(z.enum(['tax_id', 'name', 'phone', 'email'])),
});

export const duplicates = z.array(duplicate);
export const createdCustomer = z.strictObject({ ...customer.shape, duplicates });

export const contact = z.strictObject({
  ...ownContact.shape,
  type: z.enum(CONTACT_TYPES),
  priority: whole,
  state: z.enum(['active', 'inactive']),
  note: perhaps,
  isMember: z.boolean(),
});

/** A page of customers; `total` stops at a thousand, and is `capped` then. */
export const foundCustomers = z.strictObject({
  customers: z.array(
    z.strictObject({
      documentId: text,
      code: text,
      name: text,
      kind,
      phone: perhaps,
      email: perhaps,
      taxId: perhaps,
      branchCode: perhaps,
      state,
      class: z.strictObject({ documentId: text, name: text, translations }).nullable(),
      creditTermsDays: whole,
      creditLimit: money.nullable(),
      currency: text,
    }),
  ),
  total: whole,
  capped: z.boolean(),
});

export const owners = z.array(z.strictObject({ id: whole, name: text }));
