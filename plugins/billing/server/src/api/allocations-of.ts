import { type Platform, rowIds } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { INVOICE } from '../content-types/types';
import type { WantedAllocation } from '../domain/allocation';
import type { recording } from './shapes';

/** What money is meant for, with the row ids of the invoices. */
export async function allocationsOf(
  platform: Platform,
  allocations: z.output<typeof recording>['allocations'],
): Promise<WantedAllocation[] | undefined> {
  if (!allocations) return undefined;
  const ids = await rowIds(
    platform,
    INVOICE,
    allocations.map((one) => one.invoice),
    'allocation.invoice_unknown',
    (index) => `allocations.${index}.invoice`,
  );
  return allocations.map((one, index) => ({
    invoice: ids[index] ?? 0,
    cash: one.amount,
    withheld: one.withheld,
    deduction: one.deduction?.amount,
    deductionReason: one.deduction?.reason,
    deductionKind: one.deduction?.kind,
  }));
}
