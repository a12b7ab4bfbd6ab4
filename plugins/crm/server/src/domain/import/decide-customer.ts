import {
  badInput,
  conflict,
  differences,
  HEAD_OFFICE,
  isRefusal,
  nameKey,
  sameData,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Decided, DecidedRow, SaidRow } from '@sanya/strapi-plugin-platform/kit';
import { changeContact, completeContact, type ContactDraft, type ContactFacts } from '../contact';
import {
  changeCustomer,
  completeCustomer,
  type CustomerDefaults,
  type CustomerDraft,
  type CustomerFacts,
  type CustomerKind,
} from '../customer';
import type { RowSaid, SaidContact, SaidCustomer } from './read-row';

export interface KnownCustomer {
  id: number;
  code: string;
  facts: CustomerFacts;
  contacts: readonly { id: number; facts: ContactFacts }[];
}

/** What there is of the customers of a file. */
export interface KnownCustomers {
  byFormerCode: ReadonlyMap<string, KnownCustomer>;
  /** By tax id and branch, `0105…/00000`. */
  byTaxId: ReadonlyMap<string, KnownCustomer>;
  defaults: CustomerDefaults;
}

/** What the rows of one customer come to. */
export interface CustomerWork {
  create?: CustomerDraft & { contacts: ContactDraft[] };
  change?: { id: number; change: Partial<CustomerDraft> };
  newContacts: (ContactDraft & { customer: number })[];
  contactChanges: { id: number; change: Partial<ContactDraft> }[];
}

const taxKey = ({ taxId, branchCode }: Pick<SaidCustomer, 'taxId' | 'branchCode'>): string | undefined =>
  taxId === undefined ? undefined : `${taxId}/${branchCode ?? HEAD_OFFICE}`;

/** What is not said of a newcomer is told by the number (of juristic persons it begins with 0) or the name. */
const kindOf = ({ taxId, name }: SaidCustomer): CustomerKind =>
  taxId?.startsWith('0') || /^(บริษัท|บจก|บมจ|หจก|ห้างหุ้นส่วน)|(จำกัด|co\.?,? ?ltd\.?)$/i.test(name ?? '')
    ? 'organisation'
    : 'person';

function draftOf({ address, creditLimit, ...said }: SaidCustomer, before?: CustomerFacts): Partial<CustomerDraft> {
  return {
    ...said,
    ...(address === undefined ? {} : { billingAddress: { ...before?.billingAddress, ...address } }),
    ...(creditLimit === undefined ? {} : { creditLimit: BigInt(creditLimit) }),
  };
}

/** A row that says of the customer what an earlier one says otherwise. */
const contraryTo = ({ customer }: RowSaid, before: readonly SaidRow<RowSaid>[]): SaidRow<RowSaid> | undefined =>
  before.find(({ said }) =>
    Object.entries(customer).some(([name, value]) => {
      const other = (said.customer as Record<string, unknown>)[name];
      return other !== undefined && !sameData(other, value);
    }),
  );

/** Who of those that are there is meant. Refuses a tax id that somebody else has, in the books or in the file. */
function knownAs(said: SaidCustomer, known: KnownCustomers): KnownCustomer | undefined {
  const byCode = said.formerCode === undefined ? undefined : known.byFormerCode.get(said.formerCode);
  const byTaxId = known.byTaxId.get(taxKey(said) ?? '');
  const isOther =
    byTaxId && (byCode ? byCode.id !== byTaxId.id : said.formerCode !== undefined && byTaxId.facts.formerCode !== null);
  if (isOther) {
    throw conflict('customer_import.tax_id_taken', {
      field: 'taxId',
      params: { code: byTaxId.code, name: byTaxId.facts.name },
    });
  }
  return byCode ?? byTaxId;
}

function decideContact(
  said: SaidContact,
  customer: KnownCustomer | undefined,
  work: CustomerWork,
): 'new_contact' | 'changed' | 'unchanged' {
  const there = customer?.contacts.find(({ facts }) => nameKey(facts.name) === nameKey(said.name));
  if (there) {
    if (!differences(there.facts, changeContact(there.facts, said))) return 'unchanged';
    work.contactChanges.push({ id: there.id, change: said });
    return 'changed';
  }
  completeContact(said);
  if (customer) work.newContacts.push({ ...said, customer: customer.id });
  else work.create?.contacts.push({ ...said });
  return 'new_contact';
}

/** Rows of one customer, against who is there. Each that cannot be is wrong by itself; the first tells of the customer, and without it none can be. */
export function decideCustomer(
  rows: readonly SaidRow<RowSaid>[],
  known: KnownCustomers,
  taxIds: Map<string, number>,
): Decided<CustomerWork> {
  const decided = new Map<number, DecidedRow>();
  const judge = ({ row }: SaidRow<RowSaid>, work: () => string): boolean => {
    try {
      decided.set(row, { row, outcome: work() });
      return true;
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      decided.set(row, { row, outcome: 'wrong', refusal });
      return false;
    }
  };
  const good: SaidRow<RowSaid>[] = [];
  const seen = new Map<string, number>();
  for (const one of rows) {
    const name = nameKey(one.said.contact?.name ?? '');
    const isGood = judge(one, () => {
      const first = seen.get(name);
      if (first !== undefined) throw badInput('customer_import.twice', { field: 'code', params: { row: first } });
      const contrary = contraryTo(one.said, good);
      if (contrary) throw badInput('customer_import.contrary', { field: 'code', params: { row: contrary.row } });
      return 'unchanged';
    });
    if (!isGood) continue;
    seen.set(name, one.row);
    good.push(one);
  }

  const said = Object.assign({}, ...good.map((one) => one.said.customer)) as SaidCustomer;
  const work: CustomerWork = { newContacts: [], contactChanges: [] };
  let customer: KnownCustomer | undefined;
  let outcome = 'unchanged';
  const [first] = good;
  const isKept =
    first !== undefined &&
    judge(first, () => {
      const key = taxKey(said);
      const sooner = key === undefined ? undefined : taxIds.get(key);
      if (sooner !== undefined && sooner !== first.row) {
        throw badInput('customer_import.tax_id_twice', { field: 'taxId', params: { row: sooner } });
      }
      customer = knownAs(said, known);
      if (customer) {
        const change = draftOf(said, customer.facts);
        if (differences(customer.facts, changeCustomer(customer.facts, change))) {
          work.change = { id: customer.id, change };
          outcome = 'changed';
        }
      } else {
        if (said.name === undefined) throw badInput('customer_import.no_name', { field: 'name' });
        const draft = { ...draftOf(said), name: said.name, kind: said.kind ?? kindOf(said) };
        completeCustomer(draft, known.defaults);
        work.create = { ...draft, contacts: [] };
        outcome = 'new_customer';
      }
      if (first.said.contact) {
        const what = decideContact(first.said.contact, customer, work);
        if (outcome === 'unchanged') outcome = what;
      }
      if (key !== undefined) taxIds.set(key, first.row);
      return outcome;
    });
  if (!isKept) {
    const refusal = first && decided.get(first.row)?.refusal;
    for (const { row } of good) decided.set(row, { row, outcome: 'wrong', refusal });
    return { rows: rows.flatMap(({ row }) => decided.get(row) ?? []) };
  }
  for (const one of good.slice(1)) {
    const { contact } = one.said;
    if (contact) judge(one, () => decideContact(contact, customer, work));
  }
  const hasWork =
    work.create !== undefined || work.change !== undefined || work.newContacts.length + work.contactChanges.length > 0;
  return { rows: rows.flatMap(({ row }) => decided.get(row) ?? []), ...(hasWork ? { work } : {}) };
}
