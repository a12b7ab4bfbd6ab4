import { differences, formatMoney, formatPhone, isEarlyTerms, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { Address, Customer, Kind } from './types';

/** What stands in the fields of the form: text as it is typed. */
export interface CustomerValues {
  kind: Kind;
  name: string;
  nameEn: string;
  taxId: string;
  branchCode: string;
  /** Undefined: as the kind and the tax id say. */
  vatRegistered: boolean | undefined;
  poRequired: boolean;
  wantsPaper: boolean;
  /** Empty: as the company has it. */
  invoices: string;
  supplier: boolean;
  phone: string;
  email: string;
  /** Empty: as the company writes. */
  language: string;
  /** Document id. */
  class: string;
  /** Id of a member of staff. */
  owner: string;
  creditTermsDays: string;
  creditLimit: string;
  earlyPayment: string;
  billingAddress: Address;
  /** Goods go to another place than the bill. */
  shipsElsewhere: boolean;
  shippingAddress: Address;
  note: string;
}

const NO_ADDRESS: Address = {
  line1: '',
  line2: '',
  subdistrict: '',
  district: '',
  province: '',
  postcode: '',
  country: 'TH',
};

export const newValues = (owner: number | undefined): CustomerValues => ({
  kind: 'organisation',
  name: '',
  nameEn: '',
  taxId: '',
  branchCode: '',
  vatRegistered: undefined,
  poRequired: false,
  wantsPaper: false,
  invoices: '',
  supplier: false,
  phone: '',
  email: '',
  language: '',
  class: '',
  owner: owner === undefined ? '' : String(owner),
  creditTermsDays: '',
  creditLimit: '',
  earlyPayment: '',
  billingAddress: NO_ADDRESS,
  shipsElsewhere: false,
  shippingAddress: NO_ADDRESS,
  note: '',
});

export const valuesOf = (customer: Customer): CustomerValues => ({
  kind: customer.kind,
  name: customer.name,
  nameEn: customer.nameEn ?? '',
  taxId: customer.taxId ?? '',
  branchCode: customer.branchCode ?? '',
  vatRegistered: customer.vatRegistered,
  poRequired: customer.poRequired ?? false,
  wantsPaper: customer.wantsPaper ?? false,
  invoices: customer.invoices ?? '',
  supplier: customer.supplier ?? false,
  phone: formatPhone(customer.phone),
  email: customer.email ?? '',
  language: customer.language,
  class: customer.class?.documentId ?? '',
  owner: customer.owner === null ? '' : String(customer.owner),
  creditTermsDays: String(customer.creditTermsDays),
  creditLimit: customer.creditLimit === null ? '' : formatMoney(customer.creditLimit, customer.currency),
  earlyPayment: customer.earlyPayment ?? '',
  billingAddress: { ...NO_ADDRESS, ...customer.billingAddress },
  shipsElsewhere: customer.shippingAddress !== null,
  shippingAddress: { ...NO_ADDRESS, ...customer.shippingAddress },
  note: customer.note ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

/** What everybody who may write customers says, as the door takes it. */
const factsOf = (values: CustomerValues) => ({
  kind: values.kind,
  name: values.name,
  nameEn: orNull(values.nameEn),
  taxId: orNull(values.taxId),
  branchCode: orNull(values.branchCode),
  ...(values.vatRegistered === undefined ? {} : { vatRegistered: values.vatRegistered }),
  poRequired: values.poRequired,
  wantsPaper: values.wantsPaper,
  invoices: orNull(values.invoices),
  supplier: values.supplier,
  phone: orNull(values.phone),
  email: orNull(values.email),
  ...(values.language === '' ? {} : { language: values.language }),
  class: orNull(values.class),
  billingAddress: values.billingAddress,
  shippingAddress: values.shipsElsewhere ? values.shippingAddress : null,
  note: orNull(values.note),
});

const limitOf = ({ creditLimit }: CustomerValues): string | null =>
  creditLimit.trim() === '' ? null : String(parseMoney(creditLimit));

const creditOf = (values: CustomerValues) => ({
  ...(values.creditTermsDays.trim() === '' ? {} : { creditTermsDays: Number(values.creditTermsDays) }),
  creditLimit: limitOf(values),
  earlyPayment: orNull(values.earlyPayment),
});

const ownerOf = (values: CustomerValues) => ({ owner: values.owner === '' ? null : Number(values.owner) });

export interface Rights {
  credit: boolean;
  assign: boolean;
}

export const draftOf = (values: CustomerValues, rights: Rights) => ({
  ...factsOf(values),
  ...(rights.credit ? creditOf(values) : {}),
  ...(rights.assign ? ownerOf(values) : {}),
});

/** What differs, by the action that changes it: what nobody touched is not sent over what somebody else wrote. */
export function changesOf(before: CustomerValues, after: CustomerValues, rights: Rights) {
  const credit = differences(creditOf(before), creditOf(after));
  return {
    facts: differences(factsOf(before), factsOf(after))?.after,
    credit:
      rights.credit && credit
        ? {
            creditTermsDays: Number(after.creditTermsDays),
            creditLimit: limitOf(after),
            earlyPayment: orNull(after.earlyPayment),
          }
        : undefined,
    owner: rights.assign && differences(ownerOf(before), ownerOf(after)) ? ownerOf(after) : undefined,
  };
}

export type Wrong = { field: string; key: string };

/** What cannot even be sent: no name, a text that is no number. All else the office judges. */
export function unreadable(values: CustomerValues, isNew: boolean): Wrong | undefined {
  if (values.name.trim() === '') return { field: 'name', key: 'form.no_name' };
  const days = values.creditTermsDays.trim();
  if (!(isNew && days === '') && !/^\d{1,4}$/.test(days)) return { field: 'creditTermsDays', key: 'form.no_days' };
  const limit = values.creditLimit.trim() === '' ? 0n : parseMoney(values.creditLimit);
  if (limit === undefined || limit < 0n) return { field: 'creditLimit', key: 'form.no_amount' };
  const early = values.earlyPayment.trim();
  if (early !== '' && !isEarlyTerms(early)) return { field: 'earlyPayment', key: 'form.no_early_terms' };
  return undefined;
}
