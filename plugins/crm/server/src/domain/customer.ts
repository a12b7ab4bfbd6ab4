import {
  badInput,
  collapseSpaces,
  HEAD_OFFICE,
  isBranchCode,
  isEarlyTerms,
  isEmail,
  isTaxId,
  type Language,
  lowerEmail,
  machine,
  nameKey,
  normaliseTaxId,
} from '@sanya/strapi-plugin-platform/kernel';
import { type Address, completeAddress, HOME_COUNTRY } from './address';
import { plainDigits } from './digits';
import { readPhone } from './phone';

export const CUSTOMER_KINDS = ['person', 'organisation', 'government'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
/** `merged`: it turned out to be another, who has all that was its. */
export const INVOICE_WISHES = ['together', 'apart'] as const;
export type InvoiceWish = (typeof INVOICE_WISHES)[number];

export const CUSTOMER_STATES = ['active', 'closed', 'merged'] as const;
export type CustomerState = (typeof CUSTOMER_STATES)[number];

export const customerMachine = machine<CustomerState, 'close' | 'reopen' | 'merge' | 'part' | 'part_closed'>({
  type: 'customer',
  states: CUSTOMER_STATES,
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
    { verb: 'merge', from: ['active', 'closed'], to: 'merged' },
    { verb: 'part', from: ['merged'], to: 'active' },
    { verb: 'part_closed', from: ['merged'], to: 'closed' },
  ],
});

/** What is known of a customer, as stored. `creditLimit` in minor units of `currency`, null: none set. */
export interface CustomerFacts {
  kind: CustomerKind;
  name: string;
  nameEn: string | null;
  nameKey: string;
  taxId: string | null;
  /** Five digits beside a Thai tax id (`00000`: head office), else null. */
  branchCode: string | null;
  vatRegistered: boolean;
  /** What it was called in the books that were kept before. */
  formerCode: string | null;
  /** Wants the number of its purchase order on what it is billed: without one nothing is ordered or billed. */
  poRequired: boolean;
  /** Gets its documents on paper, besides by mail. */
  wantsPaper: boolean;
  /** What is due of several contracts on one day; null: as each contract and the company have it. */
  invoices: InvoiceWish | null;
  /** The company buys from it too, or alone. */
  supplier: boolean;
  email: string | null;
  phone: string | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  language: Language;
  /** 0: pays before. */
  creditTermsDays: number;
  creditLimit: bigint | null;
  /** What paying early is worth: `2/10`, `0` for nothing; null: as the class or the company has it. */
  earlyPayment: string | null;
  currency: string;
  /** Row id of the class. */
  class: number | null;
  note: string | null;
  /** Id of the member of staff who looks after it. */
  owner: number | null;
}

export type CustomerDraft = Pick<CustomerFacts, 'kind' | 'name'> &
  Partial<Omit<CustomerFacts, 'kind' | 'name' | 'nameKey' | 'billingAddress' | 'shippingAddress'>> & {
    billingAddress?: Partial<Address> | null;
    shippingAddress?: Partial<Address> | null;
  };

export interface CustomerDefaults {
  language: Language;
  currency: string;
  /** Of the draft's class; 0 without one. */
  termsDays: number;
}

const MOST_TERMS_DAYS = 365;

export const readName = (text: string, field: string): string => {
  const name = collapseSpaces(text);
  if (name === '') throw badInput('name.missing', { field });
  return name;
};

export const readEmail = (text: string | null | undefined, field: string): string | null => {
  const email = lowerEmail(text ?? '');
  if (email === '') return null;
  if (!isEmail(email)) throw badInput('email.invalid', { field });
  return email;
};

const optional = (text: string | null | undefined): string | null => collapseSpaces(text ?? '') || null;

interface Identity {
  taxId: string | null;
  branchCode: string | null;
}

/** A Thai id has a check digit and a branch; a customer abroad may have any number of its own country. */
function readIdentity(draft: CustomerDraft, country: string): Identity {
  const taxId = normaliseTaxId(plainDigits(draft.taxId ?? '')).toUpperCase();
  const branch = plainDigits(draft.branchCode ?? '').trim();
  if (taxId === '') {
    if (branch !== '' && branch !== HEAD_OFFICE) throw badInput('branch.without_tax_id', { field: 'taxId' });
    return { taxId: null, branchCode: null };
  }
  const thai = country === HOME_COUNTRY;
  if (thai ? !isTaxId(taxId) : !/^[0-9A-Z]{4,40}$/.test(taxId)) throw badInput('tax_id.invalid', { field: 'taxId' });
  const branchCode = branch === '' ? HEAD_OFFICE : branch;
  if (!isBranchCode(branchCode)) throw badInput('branch.invalid', { field: 'branchCode' });
  return { taxId, branchCode };
}

function readAddress(address: Partial<Address> | null | undefined, field: string): Address | null {
  const full = completeAddress(address);
  if (full && !/^[A-Z]{2}$/.test(full.country)) throw badInput('country.invalid', { field: `${field}.country` });
  if (full) full.postcode = plainDigits(full.postcode);
  if (full?.country === HOME_COUNTRY && full.postcode !== '' && !/^\d{5}$/.test(full.postcode)) {
    throw badInput('postcode.invalid', { field: `${field}.postcode` });
  }
  return full;
}

/** A draft as it will be stored, each part brought to its one form. 400 with the field for what cannot be. */
export function completeCustomer(draft: CustomerDraft, defaults: CustomerDefaults): CustomerFacts {
  const name = readName(draft.name, 'name');
  const billingAddress = readAddress(draft.billingAddress, 'billingAddress');
  const shippingAddress = readAddress(draft.shippingAddress, 'shippingAddress');
  const identity = readIdentity(draft, billingAddress?.country ?? HOME_COUNTRY);
  const creditTermsDays = draft.creditTermsDays ?? defaults.termsDays;
  if (!Number.isInteger(creditTermsDays) || creditTermsDays < 0 || creditTermsDays > MOST_TERMS_DAYS) {
    throw badInput('customer.terms_invalid', { field: 'creditTermsDays', params: { most: MOST_TERMS_DAYS } });
  }
  const creditLimit = draft.creditLimit ?? null;
  if (creditLimit !== null && creditLimit < 0n) {
    throw badInput('customer.credit_limit_invalid', { field: 'creditLimit' });
  }
  const earlyPayment = draft.earlyPayment?.replace(/[\s%]/g, '') || null;
  if (earlyPayment !== null && !isEarlyTerms(earlyPayment)) {
    throw badInput('customer.early_payment_invalid', { field: 'earlyPayment' });
  }
  return {
    kind: draft.kind,
    name,
    nameEn: optional(draft.nameEn),
    nameKey: nameKey(name),
    ...identity,
    vatRegistered: draft.vatRegistered ?? (draft.kind === 'organisation' && identity.taxId !== null),
    formerCode: optional(draft.formerCode),
    poRequired: draft.poRequired ?? false,
    wantsPaper: draft.wantsPaper ?? false,
    invoices: draft.invoices ?? null,
    supplier: draft.supplier ?? false,
    email: readEmail(draft.email, 'email'),
    phone: readPhone(draft.phone, 'phone'),
    billingAddress,
    shippingAddress,
    language: draft.language ?? defaults.language,
    creditTermsDays,
    creditLimit,
    earlyPayment,
    currency: draft.currency ?? defaults.currency,
    class: draft.class ?? null,
    note: draft.note?.trim() || null,
    owner: draft.owner ?? null,
  };
}

/** The customer with a change put in; what the change does not name stays. */
export function changeCustomer(facts: CustomerFacts, change: Partial<CustomerDraft>): CustomerFacts {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  // A tax id that goes takes its branch along.
  const branch = 'taxId' in said && !said.taxId && !('branchCode' in said) ? { branchCode: null } : {};
  return completeCustomer(
    { ...facts, ...branch, ...said },
    { language: facts.language, currency: facts.currency, termsDays: facts.creditTermsDays },
  );
}
