import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { completeCustomer, type CustomerDraft, type CustomerFacts } from '../domain/customer';
import { customerStore, type NewCustomerRow } from '../stores/customers';
import { createContacts, type NewContact } from './create-contacts';
import { type Duplicate, findDuplicates } from './find-duplicates';
import { atField } from './fields';
import { refuseTakenTaxIds } from './refuse-taken-tax-ids';
import { customerDefaults } from './customer-defaults';

export interface NewCustomer extends CustomerDraft {
  contacts?: readonly Omit<NewContact, 'customer'>[];
}

export interface CreatedCustomer extends Ref {
  code: string;
  facts: CustomerFacts;
  contacts: readonly Ref[];
  /** Who may be the same, when it was asked to look. */
  duplicates: readonly Duplicate[];
}

/** Whether to look for customers who may be the same, and what follows when there are any. */
export type DuplicateRule = 'ignore' | 'warn' | 'refuse';

/** Customers with their contacts, each with the next code of the series. */
export async function createCustomers(
  { platform }: Pick<Tools, 'platform'>,
  drafts: readonly NewCustomer[],
  rule: DuplicateRule = 'ignore',
): Promise<CreatedCustomer[]> {
  return platform.transaction(async () => {
    const store = customerStore(platform);
    const defaults = await customerDefaults(platform, drafts);
    const prefix = (index: number): string => (drafts.length > 1 ? `customers.${index}.` : '');
    const facts = drafts.map((draft, index) => atField(prefix(index), () => completeCustomer(draft, defaults(draft))));
    await refuseTakenTaxIds(platform, facts, prefix);
    const duplicates = rule === 'ignore' ? facts.map(() => []) : await findDuplicates({ platform }, facts);
    const [first] = rule === 'refuse' ? duplicates.flat() : [];
    if (first) throw conflict('customer.duplicate', { params: { code: first.code, name: first.name } });

    const date = platform.clock.today();
    const codes = await platform.numbers.take(facts.map(() => ({ series: 'customer', branch: null, date })));
    const rows = facts.map((one, index): NewCustomerRow => ({ ...one, code: codes[index] ?? '', state: 'active' }));
    const refs = await store.insert(rows);
    await platform.events.record(
      refs.map((ref, index): NewEvent => {
        const { nameKey: _, ...after } = rows[index] as NewCustomerRow;
        return { name: 'customer.created', subject: { type: CUSTOMER, ...ref }, customer: ref.id, after };
      }),
    );

    const contacts = drafts.flatMap((draft, index) =>
      (draft.contacts ?? []).map((contact) => ({ ...contact, customer: refs[index]?.id ?? 0 })),
    );
    const contactRefs = contacts.length > 0 ? await createContacts({ platform }, contacts) : [];
    return refs.map((ref, index) => ({
      ...ref,
      code: codes[index] ?? '',
      facts: facts[index] as CustomerFacts,
      contacts: contactRefs.filter((_, place) => contacts[place]?.customer === ref.id),
      duplicates: duplicates[index] ?? [],
    }));
  });
}
