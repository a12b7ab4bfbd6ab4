import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { levelText } from '../domain/service-level';
import { serviceLevelsStore } from '../stores/service-levels';

export type ServiceLevelView = ReturnType<typeof levelText>;

interface Asked {
  id: number;
  customer: number;
  serviceLevel: number | null;
}

/** Which service is promised in a contract, in the words of whoever asks; null: none that has a name. */
export async function serviceLevelView(platform: Platform, contract: Asked): Promise<ServiceLevelView | null> {
  const held = (await serviceLevelsStore(platform.rows).of([contract])).get(contract.id);
  return held ? levelText(held, platform.caller().language) : null;
}
