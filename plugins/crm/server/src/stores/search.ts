import type { Core } from '@strapi/types';
import type { Translations } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import type { CustomerKind, CustomerState } from '../domain/customer';
import { searchFilter } from '../domain/search';

export interface SearchQuestion {
  text?: string;
  state?: CustomerState;
  kind?: string;
  /** Document id of the class. */
  class?: string;
  /** Suppliers alone, or those that are none. */
  supplier?: boolean;
  /** `name:asc`; without it the newest code first. */
  sort?: string;
  page?: number;
  pageSize?: number;
}

export interface FoundCustomer {
  id: number;
  documentId: string;
  code: string;
  name: string;
  kind: CustomerKind;
  phone: string | null;
  email: string | null;
  taxId: string | null;
  branchCode: string | null;
  state: CustomerState;
  class: { documentId: string; name: string; translations: Translations } | null;
  creditTermsDays: number;
  /** Minor units of `currency`. */
  creditLimit: string | null;
  currency: string;
}

const SELECT = [
  ...['id', 'documentId', 'code', 'name', 'kind', 'phone', 'email', 'taxId', 'branchCode', 'state'],
  ...['creditTermsDays', 'creditLimit', 'currency'],
];
const CLASS = { select: ['documentId', 'name', 'translations'] };
const classView = ({ documentId, name, translations }: NonNullable<FoundCustomer['class']>) => ({
  documentId,
  name,
  translations,
});
/** A count stops here: more says no more than "1,000+". */
const MOST_COUNTED = 1000;

/** Customers as a list page wants them, within `also` (the row conditions of a member of staff). */
export async function searchCustomers(
  strapi: Core.Strapi,
  { text = '', state, kind, class: customerClass, supplier, sort, page = 1, pageSize = 25 }: SearchQuestion,
  also?: Record<string, unknown>,
): Promise<{ found: FoundCustomer[]; total: number; capped: boolean }> {
  const typed = searchFilter(text);
  const asked = {
    // Who was merged into another is found by what stands on old papers, and listed only when asked for.
    ...(state ? { state } : text.trim() === '' ? { state: { $ne: 'merged' } } : {}),
    ...(kind ? { kind } : {}),
    ...(supplier === undefined ? {} : { supplier }),
    ...(customerClass ? { class: { documentId: customerClass } } : {}),
  };
  const where = { $and: [typed ?? {}, asked, also ?? {}] };
  const query = strapi.db.query(CUSTOMER);
  const [by = 'code', way = 'desc'] = sort?.split(':') ?? [];
  // The code tells apart who is alike, so that no page repeats or leaves out anybody.
  const orderBy = by === 'code' ? { code: way } : [{ [by]: way }, { code: 'asc' }];
  const rows = (await query.findMany({
    where,
    select: SELECT,
    populate: { class: CLASS },
    orderBy,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })) as FoundCustomer[];
  const found = rows.map(({ class: one, ...row }) => ({ ...row, class: one && classView(one) }));
  const counted = (await query.findMany({ where, select: ['id'], limit: MOST_COUNTED + 1 })) as unknown[];
  return { found, total: Math.min(counted.length, MOST_COUNTED), capped: counted.length > MOST_COUNTED };
}
