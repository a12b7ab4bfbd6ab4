import type { Core } from '@strapi/types';
import { CUSTOMER } from '../content-types/types';
import { searchFilter } from '../domain/search';

export interface SearchQuestion {
  text?: string;
  state?: 'active' | 'closed';
  page?: number;
  pageSize?: number;
}

export interface FoundCustomer {
  id: number;
  documentId: string;
  code: string;
  name: string;
  kind: string;
  phone: string | null;
  email: string | null;
  taxId: string | null;
  branchCode: string | null;
  state: string;
}

const SELECT = ['id', 'documentId', 'code', 'name', 'kind', 'phone', 'email', 'taxId', 'branchCode', 'state'];
/** A count stops here: more says no more than "1,000+". */
const MOST_COUNTED = 1000;

/** Customers as a list page wants them, newest code first, within `also` (the row conditions of a member of staff). */
export async function searchCustomers(
  strapi: Core.Strapi,
  { text = '', state, page = 1, pageSize = 25 }: SearchQuestion,
  also?: Record<string, unknown>,
): Promise<{ found: FoundCustomer[]; total: number; capped: boolean }> {
  const typed = searchFilter(text);
  const where = { $and: [typed ?? {}, state ? { state } : {}, also ?? {}] };
  const query = strapi.db.query(CUSTOMER);
  const orderBy = { code: 'desc' };
  const found = (await query.findMany({
    where,
    select: SELECT,
    orderBy,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })) as FoundCustomer[];
  const counted = (await query.findMany({ where, select: ['id'], limit: MOST_COUNTED + 1 })) as unknown[];
  return { found, total: Math.min(counted.length, MOST_COUNTED), capped: counted.length > MOST_COUNTED };
}
