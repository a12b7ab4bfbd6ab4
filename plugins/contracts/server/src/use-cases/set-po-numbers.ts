import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { contractEvent } from './contract-events';
import { lockContracts } from './lock-contracts';
import { must } from './must';
import { checkNotOver } from './not-active';

export interface PoNumberWish {
  /** Row id. */
  id: number;
  /** Of the customer's purchase order; null: none. */
  poNumber: string | null;
}

/** Customers order anew each year: what contracts are billed for from now on names another purchase order. */
export const setPoNumbers = ({ platform }: Tools, wishes: readonly PoNumberWish[]): Promise<void> =>
  platform.transaction(async () => {
    const locked = await lockContracts(
      { platform },
      wishes.map(({ id }) => id),
    );
    const set = locked.flatMap(({ contract }) => {
      const { poNumber } = must(wishes.find(({ id }) => id === contract.id));
      checkNotOver(contract);
      return poNumber === contract.poNumber ? [] : [{ contract, poNumber }];
    });
    await contractsStore(platform.rows).update(set.map(({ contract: { id }, poNumber }) => ({ id, poNumber })));
    await platform.events.record(
      set.map(({ contract, poNumber }) => ({
        ...contractEvent('contract.po_number_set', contract, { state: contract.state, poNumber }),
        before: { poNumber: contract.poNumber },
      })),
    );
  });
