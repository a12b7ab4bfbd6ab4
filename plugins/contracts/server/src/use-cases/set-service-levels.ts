import { badInput, broken, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { serviceLevelsStore } from '../stores/service-levels';
import { contractEvent } from './contract-events';
import { lockContracts } from './lock-contracts';
import { must } from './must';

export interface LevelWish {
  /** Row id. */
  id: number;
  /** Code of the level; null: what is usual for the class of the customer. */
  serviceLevel: string | null;
}

/** What is agreed about service in contracts, whatever the class of their customers; or that the class decides again. */
export const setServiceLevels = (tools: Tools, wishes: readonly LevelWish[]): Promise<void> =>
  tools.platform.transaction(async () => {
    const { rows, events } = tools.platform;
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const store = serviceLevelsStore(rows);
    const levels = await store.withCodes(wishes.flatMap(({ serviceLevel }) => serviceLevel ?? []));
    const before = await store.of(locked.map(({ contract }) => contract));
    const set = locked.flatMap(({ contract }) => {
      const { serviceLevel: code } = must(wishes.find(({ id }) => id === contract.id));
      if (contract.state === 'ended' || contract.state === 'cancelled') {
        throw conflict('service_level.contract_over', { params: { contract: contract.number ?? '' } });
      }
      const level = levels.find((one) => one.code === code);
      if (code !== null && !level) throw badInput('service_level.unknown', { field: 'serviceLevel' });
      if (level && !level.active) {
        throw broken('service_level.closed', { field: 'serviceLevel', params: { level: level.name } });
      }
      return (level?.id ?? null) === contract.serviceLevel ? [] : [{ contract, level }];
    });
    await contractsStore(rows).update(
      set.map(({ contract: { id }, level }) => ({ id, serviceLevel: level?.id ?? null })),
    );
    await events.record(
      set.map(({ contract, level }) => ({
        ...contractEvent('contract.service_level_set', contract, {
          ...{ state: contract.state, level: level?.code ?? null, levelName: level?.name ?? null },
        }),
        before: { level: before.get(contract.id)?.level.code ?? null },
      })),
    );
  });
