import { sum } from '@sanya/strapi-plugin-platform/kernel';
import { allocateOldestFirst } from '../../server/src/domain/allocation';
import type { Invoice } from './types';

export interface Use {
  invoice: Invoice;
  /** What of the credit it takes. */
  used: bigint;
  left: bigint;
}

export interface Uses {
  uses: Use[];
  used: bigint;
  /** What is still over afterwards. */
  rest: bigint;
}

/** Credit laid on the chosen of invoices that come oldest due first, as the office lays it. */
export function usesOf(credit: bigint, invoices: readonly Invoice[], isChosen: (invoice: Invoice) => boolean): Uses {
  const { allocations } = allocateOldestFirst(
    credit,
    invoices.flatMap((invoice, id) =>
      isChosen(invoice)
        ? [
            {
              id,
              amountDue: BigInt(invoice.amountDue),
              dueDate: invoice.dueDate ?? '',
              number: invoice.number ?? '',
            },
          ]
        : [],
    ),
    0n,
  );
  const uses = invoices.map((invoice, id): Use => {
    const used = allocations.find((one) => one.invoice === id)?.amount ?? 0n;
    return { invoice, used, left: BigInt(invoice.amountDue) - used };
  });
  const used = sum(uses.map((one) => one.used));
  return { uses, used, rest: credit - used };
}
