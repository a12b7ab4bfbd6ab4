import { HEAD_OFFICE } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import type { KnownCustomer, KnownCustomers } from '../domain/import/decide-customer';
import type { SaidCustomer } from '../domain/import/read-row';
import { contactStore } from './contacts';
import { type CustomerRow, customerStore } from './customers';

/** Of one statement: SQLite takes so many values. */
const MOST = 5000;

async function inParts<Row>(values: readonly string[], read: (part: readonly string[]) => Promise<Row[]>) {
  const found: Row[] = [];
  for (let at = 0; at < values.length; at += MOST) found.push(...(await read(values.slice(at, at + MOST))));
  return found;
}

const ofValues = ({ rows }: Platform, attribute: 'code' | 'formerCode' | 'taxId', values: readonly string[]) =>
  inParts([...new Set(values)], (part) =>
    rows.find<CustomerRow>(CUSTOMER, (query, column) => {
      query.whereIn(column(attribute), [...part]);
      // Of two who were one, the one that stays has the tax id; the former code leads to it.
      if (attribute === 'taxId') query.where(column('state'), 'active');
    }),
  );

/** Who has the code, that of the old books or ours; who was merged is who it turned out to be. */
async function byCodes(
  platform: Platform,
  attribute: 'code' | 'formerCode',
  codes: readonly string[],
): Promise<Map<string, CustomerRow>> {
  const named = new Map((await ofValues(platform, attribute, codes)).map((row) => [row[attribute] ?? '', row]));
  for (;;) {
    const gone = [...named].filter(([, row]) => row.mergedInto !== null);
    if (gone.length === 0) return named;
    const into = await customerStore(platform).byIds(gone.flatMap(([, row]) => row.mergedInto ?? []));
    for (const [code, row] of gone) {
      const stays = into.find(({ id }) => id === row.mergedInto);
      if (stays) named.set(code, stays);
      else named.delete(code);
    }
  }
}

/** Active customers by tax id and branch, `0105…/00000`. */
const byTaxIds = async (platform: Platform, taxIds: readonly string[]): Promise<Map<string, CustomerRow>> =>
  new Map(
    (await ofValues(platform, 'taxId', taxIds)).map((row) => [`${row.taxId}/${row.branchCode ?? HEAD_OFFICE}`, row]),
  );

/** What there is of the customers that a file tells of, with their contacts. */
export async function knownCustomers(
  platform: Platform,
  said: readonly Pick<SaidCustomer, 'formerCode' | 'taxId'>[],
): Promise<Pick<KnownCustomers, 'byFormerCode' | 'byTaxId'>> {
  const codes = await byCodes(
    platform,
    'formerCode',
    said.flatMap(({ formerCode }) => formerCode ?? []),
  );
  const taxIds = await byTaxIds(
    platform,
    said.flatMap(({ taxId }) => taxId ?? []),
  );
  const rows = new Map([...codes.values(), ...taxIds.values()].map((row) => [row.id, row]));
  const contacts = await inParts([...rows.keys()].map(String), (part) =>
    contactStore(platform).ofCustomers(part.map(Number)),
  );
  const known = new Map(
    [...rows].map(([id, row]): [number, KnownCustomer] => {
      const { documentId: _, code, state: _state, mergedInto: _into, ...facts } = row;
      return [id, { id, code, facts, contacts: [] }];
    }),
  );
  const people = new Map<number, KnownCustomer['contacts'][number][]>();
  for (const { id, documentId: _, customer, user: _user, isMember: _member, ...facts } of contacts) {
    people.set(customer, [...(people.get(customer) ?? []), { id, facts }]);
  }
  const full = (row: CustomerRow): KnownCustomer => ({
    ...(known.get(row.id) as KnownCustomer),
    contacts: people.get(row.id) ?? [],
  });
  return {
    byFormerCode: new Map([...codes].map(([code, row]) => [code, full(row)])),
    byTaxId: new Map([...taxIds].map(([key, row]) => [key, full(row)])),
  };
}

/** How a paper of other books names a customer. */
export interface CustomerName {
  code?: string;
  taxId?: string;
  branchCode?: string;
}

/** Who is meant, in the order asked: by the code of the old books, else ours; and by tax id and branch. */
export async function namedCustomers(
  platform: Platform,
  names: readonly CustomerName[],
): Promise<{ byCode?: CustomerRow; byTaxId?: CustomerRow }[]> {
  const codes = names.flatMap(({ code }) => code ?? []);
  const former = await byCodes(platform, 'formerCode', codes);
  const ours = await byCodes(platform, 'code', codes);
  const taxIds = await byTaxIds(
    platform,
    names.flatMap(({ taxId }) => taxId ?? []),
  );
  return names.map(({ code = '', taxId, branchCode }) => ({
    byCode: former.get(code) ?? ours.get(code),
    byTaxId: taxIds.get(`${taxId}/${branchCode ?? HEAD_OFFICE}`),
  }));
}
