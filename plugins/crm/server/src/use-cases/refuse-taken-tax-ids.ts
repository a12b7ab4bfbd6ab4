import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { customerStore } from '../stores/customers';

interface Holder {
  /** Row id, where it is one of the customers already. */
  id?: number;
  taxId: string | null;
  branchCode: string | null;
}

/**
 * Says in words what the unique index would refuse: another active customer, or one before in the list, has this tax id
 * and branch. A newcomer never joins a customer by tax id alone, so this leads to staff.
 */
export async function refuseTakenTaxIds(
  platform: Platform,
  customers: readonly Holder[],
  prefix: (index: number) => string,
): Promise<void> {
  const taxIds = [...new Set(customers.flatMap(({ taxId }) => (taxId === null ? [] : [taxId])))];
  const key = ({ taxId, branchCode }: Holder): string => `${taxId}/${branchCode}`;
  const holders = new Map<string, number | undefined>(
    (await customerStore(platform).holdersOfTaxIds(taxIds)).map((row) => [key(row), row.id]),
  );
  customers.forEach((customer, index) => {
    const { taxId, branchCode } = customer;
    if (taxId === null) return;
    const taken =
      holders.has(key(customer)) && (customer.id === undefined || holders.get(key(customer)) !== customer.id);
    if (taken) {
      throw conflict('customer.duplicate_tax_id', {
        field: `${prefix(index)}taxId`,
        params: { taxId, branch: branchCode ?? '' },
      });
    }
    holders.set(key(customer), customer.id);
  });
}
