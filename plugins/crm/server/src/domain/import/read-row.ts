import { HEAD_OFFICE, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { type CellReader, type Columns, readCells, wordsFor } from '@sanya/strapi-plugin-platform/kit';
import type { Address } from '../address';
import type { ContactType } from '../contact';
import type { CustomerKind } from '../customer';
import type { Field } from './columns';
import { readIdentity } from './identity';

export interface SaidCustomer {
  formerCode?: string;
  name?: string;
  nameEn?: string;
  kind?: CustomerKind;
  taxId?: string;
  branchCode?: string;
  vatRegistered?: boolean;
  email?: string;
  phone?: string;
  address?: Partial<Address>;
  creditTermsDays?: number;
  /** Minor units, as text: rows are kept as JSON. */
  creditLimit?: string;
  /** `2/10`, as people write it. */
  earlyPayment?: string;
  language?: Language;
  poRequired?: boolean;
  note?: string;
}

export interface SaidContact {
  name: string;
  position?: string;
  email?: string;
  phone?: string;
  type?: ContactType;
}

/** What a row says; what it does not say stays as it is. */
export interface RowSaid {
  /** The code in the old books, else tax id and branch: by it the customer is known again. */
  key: string;
  customer: SaidCustomer;
  contact?: SaidContact;
}

const KINDS = wordsFor({
  person: ['บุคคล', 'บุคคลธรรมดา', 'individual'],
  organisation: ['องค์กร', 'นิติบุคคล', 'บริษัท', 'company', 'organization', 'juristic'],
  government: ['หน่วยงานราชการ', 'ราชการ', 'รัฐ', 'ภาครัฐ'],
});
const CONTACT_TYPES = wordsFor({
  general: ['ทั่วไป'],
  billing: ['วางบิล', 'บัญชี', 'การเงิน', 'accounting'],
  purchasing: ['จัดซื้อ', 'purchase'],
  technical: ['เทคนิค', 'ช่าง'],
  management: ['ผู้บริหาร', 'บริหาร'],
});
const LANGUAGES = wordsFor({ th: ['ไทย', 'thai'], en: ['อังกฤษ', 'english'] });
const COUNTRIES = wordsFor({ TH: ['thailand', 'ไทย', 'ประเทศไทย'] });

const ADDRESS = ['line1', 'line2', 'subdistrict', 'district', 'province', 'postcode'] as const;
const LONGEST: Partial<Record<Field, number>> = {
  ...{ code: 40, name: 200, nameEn: 200, taxId: 40, email: 254, phone: 40, earlyPayment: 20, note: 2000 },
  ...{ contactName: 200, contactPosition: 200, contactEmail: 254, contactPhone: 40 },
};

function addressOf({ text }: CellReader<Field>): Partial<Address> | undefined {
  const parts = Object.fromEntries(ADDRESS.flatMap((part) => (text(part) === '' ? [] : [[part, text(part)]])));
  const said = text('country');
  const country = said === '' ? undefined : (COUNTRIES.get(said.toLowerCase()) ?? said.toUpperCase());
  return Object.keys(parts).length === 0 ? undefined : { ...parts, ...(country && { country }) };
}

/** The words of one row. Refuses what it cannot mean, at its column. */
export function readRow(cells: readonly string[], columns: Columns<Field>, currency: string): RowSaid {
  const reader = readCells(cells, columns, { area: 'customer_import', longest: LONGEST });
  const { text, word, yes, whole, amount, wrong } = reader;
  const given = (field: Field): string | undefined => text(field) || undefined;
  const formerCode = given('code');
  const { taxId, branchCode } = readIdentity({ taxId: text('taxId'), branch: text('branchCode') });
  if (formerCode === undefined && !taxId) throw wrong('no_code', 'code');
  const creditLimit = amount('creditLimit', currency);
  const customer: SaidCustomer = {
    ...{ formerCode, name: given('name'), nameEn: given('nameEn'), taxId, branchCode },
    kind: word('kind', KINDS) as CustomerKind | undefined,
    ...{ vatRegistered: yes('vatRegistered'), email: given('email'), phone: given('phone') },
    address: addressOf(reader),
    ...{ creditTermsDays: whole('creditTermsDays'), poRequired: yes('poRequired'), note: given('note') },
    creditLimit: creditLimit === undefined ? undefined : String(creditLimit),
    earlyPayment: given('earlyPayment'),
    language: word('language', LANGUAGES) as Language | undefined,
  };
  const contact = {
    ...{ position: given('contactPosition'), email: given('contactEmail'), phone: given('contactPhone') },
    type: word('contactType', CONTACT_TYPES) as ContactType | undefined,
  };
  const contactName = given('contactName');
  if (contactName === undefined && Object.values(contact).some((value) => value !== undefined)) {
    throw wrong('missing', 'contactName');
  }
  return {
    key: formerCode ?? `${taxId}/${branchCode ?? HEAD_OFFICE}`,
    customer: said(customer),
    ...(contactName === undefined ? {} : { contact: { name: contactName, ...said(contact) } }),
  };
}

const said = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
