import { z } from 'zod';
import { CONTACT_TYPES } from '../domain/contact';
import { CUSTOMER_KINDS, CUSTOMER_STATES, INVOICE_WISHES } from '../domain/customer';
import { MERGE_FIELDS } from '../domain/merge';

// Lengths and kinds only: what a tax id, a phone number or a mail address is, the domain says.
const line = (most: number) => z.string().trim().max(most);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
const language = z.enum(['th', 'en']);
/** What is due of several contracts on one day: on one invoice, or on one each; null: as the company has it. */
const invoices = z.enum(INVOICE_WISHES);

const addressParts = z.strictObject({
  line1: line(200).optional(),
  line2: line(200).optional(),
  subdistrict: line(100).optional(),
  district: line(100).optional(),
  province: line(100).optional(),
  postcode: line(12).optional(),
  country: line(2).optional(),
});

/** Structured, or simply typed. */
const address = z.union([line(200).transform((line1) => ({ line1 })), addressParts]);

const name = line(200).min(1);
const phone = line(40).nullish();
const email = line(254).nullish();

/** What a visitor says beside the log-in; unknown keys are for users-permissions to judge. */
export const registration = z.looseObject({
  username: line(100).min(3),
  email: line(254).min(1),
  password: z.string().min(6).max(200),
  kind: z.enum(['person', 'organisation']).nullish(),
  name: name.nullish(),
  contactName: name.nullish(),
  phone,
  taxId: line(40).nullish(),
  branch: line(5).nullish(),
  address: address.nullish(),
  language: language.nullish(),
  referral: line(200).nullish(),
});

export const memberChange = z.strictObject({
  name: name.optional(),
  contactName: name.optional(),
  phone,
  address: address.nullish(),
  shippingAddress: address.nullish(),
  language: language.optional(),
  invoices: invoices.nullish(),
});

const customerParts = {
  kind: z.enum(CUSTOMER_KINDS),
  name,
  nameEn: line(200).nullish(),
  taxId: line(40).nullish(),
  branchCode: line(5).nullish(),
  vatRegistered: z.boolean().optional(),
  poRequired: z.boolean().optional(),
  wantsPaper: z.boolean().optional(),
  invoices: invoices.nullish(),
  supplier: z.boolean().optional(),
  email,
  phone,
  billingAddress: address.nullish(),
  shippingAddress: address.nullish(),
  language: language.optional(),
  /** Document id of the class. */
  class: documentId.nullish(),
  note: line(5000).nullish(),
};

const creditParts = {
  creditTermsDays: z.int().min(0).max(365),
  /** Minor units; null: none set. */
  creditLimit: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt)
    .meta({ format: 'minor-units' })
    .nullish(),
  /** What paying early is worth: `2/10`, `0` for nothing; null: as the class or the company has it. */
  earlyPayment: line(10).nullish(),
};

const contactParts = {
  name,
  position: line(200).nullish(),
  email,
  phone,
  type: z.enum(CONTACT_TYPES).optional(),
  priority: z.int().min(1).max(9).optional(),
  state: z.enum(['active', 'inactive']).optional(),
  note: line(5000).nullish(),
};

const owner = z.int().min(1).max(2_147_483_647).nullable();

export const customerDraft = z.strictObject({
  ...customerParts,
  creditTermsDays: creditParts.creditTermsDays.optional(),
  creditLimit: creditParts.creditLimit,
  earlyPayment: creditParts.earlyPayment,
  owner: owner.optional(),
  contacts: z.array(z.strictObject(contactParts)).max(20).optional(),
});
export const customerChange = z.strictObject(customerParts).partial();
export const customerCredit = z.strictObject(creditParts);
export const customerOwner = z.strictObject({ owner });
export const contactDraft = z.strictObject({ customer: documentId, ...contactParts });
export const contactChange = z.strictObject(contactParts).partial();
export const contactMove = z.strictObject({ customer: documentId });
export const mergeQuestion = z.strictObject({ other: documentId });
export const customerMerge = z.strictObject({
  /** Document id of the customer that goes. */
  other: documentId,
  /** What of it the one that stays takes over. */
  take: z.array(z.enum(MERGE_FIELDS)).max(MERGE_FIELDS.length).default([]),
});
/** Document ids of customers who are alike, and not the same. */
export const customersApart = z.strictObject({ customers: z.array(documentId).min(2).max(10) });
export const nothing = z.strictObject({});

/** The same as the Document Service has them: row ids, and other attributes beside. */
const key = z.number().int().nullish();
export const customerDocument = z.object({
  ...customerParts,
  class: key,
  owner: owner.optional(),
  creditTermsDays: creditParts.creditTermsDays.optional(),
  creditLimit: z.coerce.string().pipe(creditParts.creditLimit.unwrap().unwrap()).nullish(),
  earlyPayment: creditParts.earlyPayment,
});
export const contactDocument = z.object(contactParts);

// Query parameters are text.
const count = (most: number) => z.coerce.number().int().min(1).max(most);
export const duplicateQuestion = z.strictObject({
  name: line(200).optional(),
  phone: line(40).optional(),
  taxId: line(40).optional(),
  branchCode: line(5).optional(),
  email: line(254).optional(),
});
export const searchQuestion = z.strictObject({
  text: line(200).optional(),
  state: z.enum(CUSTOMER_STATES).optional(),
  kind: z.enum(CUSTOMER_KINDS).optional(),
  /** Document id of the class. */
  class: documentId.optional(),
  supplier: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  sort: z.templateLiteral([z.enum(['code', 'name', 'creditTermsDays']), ':', z.enum(['asc', 'desc'])]).optional(),
  page: count(100_000).optional(),
  pageSize: count(100).optional(),
});
export const timelineQuestion = z.strictObject({
  before: count(2_147_483_647).optional(),
  limit: count(200).default(50),
});
