import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { keepPrice, readPrice } from '../../domain/contract';
import { discountAfterSale, type Follow } from '../../domain/follow-sale';
import { forQuantity } from '../../domain/price-versions';
import { type ContractLineRow, contractsStore } from '../../stores/contracts';
import { contractEvent } from '../contract-events';
import type { LockedContract } from '../lock-contracts';

export interface WaitingChange {
  one: LockedContract;
  lines: readonly { held: ContractLineRow; outcome: Exclude<Follow, 'stays'> }[];
}

/** What has not begun was never promised otherwise: its lines are as they are sold now. */
export async function changeWaiting({ platform }: Tools, changes: readonly WaitingChange[]): Promise<void> {
  const store = contractsStore(platform.rows);
  const all = changes.flatMap(({ lines }) => lines);
  await store.removeLines(all.flatMap(({ held, outcome }) => (outcome === 'ends' ? [held.id] : [])));
  await store.updateLines(
    all.flatMap(({ held, outcome }) => {
      if (outcome === 'ends') return [];
      const { quantity } = outcome;
      const prices = held.prices.map((price) => ({
        ...price,
        ...keepPrice(forQuantity(readPrice(price), quantity, { rule: discountAfterSale })),
      }));
      return [{ id: held.id, quantity, discount: discountAfterSale(held.discount, held.quantity, quantity), prices }];
    }),
  );
  await platform.events.record(
    changes.map(({ one: { contract } }) => contractEvent('contract.changed', contract, { state: contract.state })),
  );
}
