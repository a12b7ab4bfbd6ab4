import { HEAD_OFFICE, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BRANCH, COMPANY, CUSTOMER, CUSTOMER_CLASS } from '../content-types/types';
import type { CustomerFacts } from '../domain/issue-invoice';
import type { Buyer, Seller } from '../domain/parties';
import type { PayerKind } from '../domain/withholding';

interface AddressRow {
  line1?: string;
  line2?: string;
  subdistrict?: string;
  district?: string;
  province?: string;
  postcode?: string;
  country?: string;
}

interface CustomerRow {
  kind: PayerKind;
  name: string;
  nameEn: string | null;
  taxId: string | null;
  branchCode: string | null;
  vatRegistered: boolean;
  poRequired: boolean | null;
  email: string | null;
  phone: string | null;
  billingAddress: AddressRow | null;
  language: Language;
  creditTermsDays: number;
  earlyPayment: string | null;
  class: number | null;
  state: 'active' | 'closed';
}

const CUSTOMER_FIELDS = [
  'kind',
  'name',
  'nameEn',
  'taxId',
  'branchCode',
  'vatRegistered',
  'poRequired',
  'email',
  'phone',
  'billingAddress',
  'language',
  'creditTermsDays',
  'earlyPayment',
  'class',
  'state',
] as const;

const textLines = (text: string | null): string[] => (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');

function addressLines(address: AddressRow | null): string[] {
  if (!address) return [];
  const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');
  const country = address.country === 'TH' ? undefined : address.country;
  return [
    address.line1 ?? '',
    address.line2 ?? '',
    join(address.subdistrict, address.district),
    join(address.province, address.postcode, country),
  ].filter((line) => line.trim() !== '');
}

const buyerOf = (row: CustomerRow): Buyer => ({
  kind: row.kind,
  name: row.name,
  nameEn: row.nameEn,
  taxId: row.taxId,
  branchCode: row.branchCode,
  vatRegistered: row.vatRegistered,
  address: addressLines(row.billingAddress),
  phone: row.phone,
  email: row.email,
  language: row.language,
});

/**
 * Customers by row id, locked in id order: whatever moves a customer's money takes this lock first, so that none can
 * deadlock.
 */
export const lockCustomers = (platform: Platform, ids: readonly number[]): Promise<Map<number, CustomerFacts>> =>
  readCustomers(platform, ids, 'wait');

export async function readCustomers(
  platform: Platform,
  ids: readonly number[],
  lock?: 'wait',
): Promise<Map<number, CustomerFacts>> {
  const unique = [...new Set(ids)];
  const rows = await platform.rows.find<CustomerRow>(
    CUSTOMER,
    (query, column) => void query.whereIn(column('id'), unique),
    { fields: CUSTOMER_FIELDS, lock },
  );
  const classes = await earlyOfClasses(
    platform,
    rows.flatMap((row) => row.class ?? []),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        documentId: row.documentId,
        buyer: buyerOf(row),
        creditTermsDays: row.creditTermsDays,
        earlyTerms: [row.earlyPayment, classes.get(row.class ?? 0) ?? null],
        closed: row.state === 'closed',
        poRequired: row.poRequired === true,
      },
    ]),
  );
}

/** What classes promise for paying early. */
async function earlyOfClasses(platform: Platform, ids: readonly number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map();
  const classes = await platform.rows.byIds<{ earlyPayment: string | null }>(CUSTOMER_CLASS, [...new Set(ids)], {
    fields: ['earlyPayment'],
  });
  return new Map(classes.map(({ id, earlyPayment }) => [id, earlyPayment]));
}

export async function customerName(platform: Platform, id: number): Promise<string> {
  const [row] = await platform.rows.byIds<{ name: string }>(CUSTOMER, [id], { fields: ['name'] });
  return row?.name ?? '';
}

export async function customerNames(platform: Platform, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await platform.rows.byIds<{ name: string }>(CUSTOMER, [...new Set(ids)], { fields: ['name'] });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The seller as documents of a branch name it; the head office where there is no branch. */
export async function readSellers(
  platform: Platform,
  branches: readonly (number | null)[],
): Promise<(branch: number | null) => Seller> {
  const company = await platform.settings.read<{
    companyName: string;
    companyNameEn: string | null;
    taxId: string | null;
    address: string | null;
    addressEn: string | null;
    phone: string | null;
    email: string | null;
  }>(COMPANY);
  const ids = [...new Set(branches.filter((branch) => branch !== null))];
  const rows =
    ids.length === 0
      ? []
      : await platform.rows.byIds<{ code: string; name: string; address: string | null; phone: string | null }>(
          BRANCH,
          ids,
        );
  const headOffice: Seller = {
    name: company.companyName,
    nameEn: company.companyNameEn,
    taxId: company.taxId,
    branchCode: HEAD_OFFICE,
    branchName: null,
    address: textLines(company.address),
    addressEn: textLines(company.addressEn),
    phone: company.phone,
    email: company.email,
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (branch) => {
    const row = branch === null ? undefined : byId.get(branch);
    if (!row) return headOffice;
    const own = textLines(row.address);
    return {
      ...headOffice,
      branchCode: row.code,
      branchName: row.name,
      address: own.length > 0 ? own : headOffice.address,
      addressEn: own.length > 0 ? [] : headOffice.addressEn,
      phone: row.phone ?? headOffice.phone,
    };
  };
}
