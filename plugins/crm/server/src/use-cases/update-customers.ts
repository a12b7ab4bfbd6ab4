import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { changeCustomer, type CustomerDraft } from '../domain/customer';
import { type CustomerRow, customerStore } from '../stores/customers';
import { customerDefaults } from './customer-defaults';
import { atField } from './fields';
import { refuseTakenTaxIds } from './refuse-taken-tax-ids';

export interface CustomerChange {
  /** Row id. */
  id: number;
  change: Partial<CustomerDraft>;
}

/** Changes customers; what a change does not name stays, one that changes nothing leaves no trace. */
export async function updateCustomers(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly CustomerChange[],
): Promise<CustomerRow[]> {
  return platform.transaction(async () => {
    const store = customerStore(platform);
    const locked = new Map((await store.lock(changes.map((one) => one.id))).map((row) => [row.id, row]));
    const prefix = (index: number): string => (changes.length > 1 ? `customers.${index}.` : '');
    // Refuses a class that is not there.
    const known = await customerDefaults(
      platform,
      changes.map((one) => one.change),
    );
    changes.forEach(({ change }, index) => atField(prefix(index), () => known(change)));

    const decided = changes.map(({ id, change }, index) => {
      const before = locked.get(id);
      if (!before) throw notFound('customer.unknown');
      const facts = atField(prefix(index), () => changeCustomer(factsOf(before), change));
      return { before, facts, changed: differences(before, facts) };
    });
    await refuseTakenTaxIds(
      platform,
      decided.map(({ before, facts: { taxId, branchCode } }) => ({
        id: before.id,
        taxId: before.state === 'active' ? taxId : null,
        branchCode,
      })),
      prefix,
    );
    const touched = decided.filter(({ changed }) => changed !== undefined);
    await store.update(touched.map(({ before, facts }) => ({ id: before.id, ...facts })));
    await platform.events.record(
      touched.map(
        ({ before, changed }): NewEvent => ({
          name: 'customer.changed',
          subject: { type: CUSTOMER, id: before.id, documentId: before.documentId },
          customer: before.id,
          ...changed,
        }),
      ),
    );
    return decided.map(({ before, facts }) => ({ ...before, ...facts }));
  });
}

/** The row without what makes it a row: what a change works on. */
function factsOf(row: CustomerRow) {
  const { kind, name, nameEn, nameKey, taxId, branchCode, vatRegistered, supplier, email, phone } = row;
  const { formerCode, poRequired, wantsPaper, invoices, billingAddress, shippingAddress, language } = row;
  const { creditTermsDays, creditLimit, earlyPayment, currency, note, owner } = row;
  return {
    ...{ kind, name, nameEn, nameKey, taxId, branchCode, vatRegistered, supplier, email, phone },
    ...{ formerCode, poRequired, wantsPaper, invoices, billingAddress, shippingAddress, language },
    ...{ creditTermsDays, creditLimit, earlyPayment, currency, note, owner },
    class: row.class,
  };
}
