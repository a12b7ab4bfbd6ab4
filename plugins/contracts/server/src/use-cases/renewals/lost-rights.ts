import { formatQuantity, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { lostOf } from '../../domain/entitlement-ledger';
import type { LostRights } from '../../domain/renewal-mail';
import { levelText } from '../../domain/service-level';
import { serviceLevelsStore } from '../../stores/service-levels';
import { readLedgers } from '../entitlements/ledgers';
import type { LockedContract } from '../lock-contracts';

/**
 * What customers had a right to until their contracts were over, by row id of the contract, as each of them is told: what
 * was left of it, and the service that was promised. A constant number of statements.
 */
export async function lostRights(
  { platform }: Pick<Tools, 'platform'>,
  over: readonly LockedContract[],
): Promise<(contract: number, language: Language) => LostRights> {
  const ledgers = await readLedgers({ platform }, over);
  const levels = await serviceLevelsStore(platform.rows).of(over.map(({ contract }) => contract));
  return (contract, language) => {
    const held = levels.get(contract);
    const level = held && levelText(held, language);
    const own = ledgers.filter(({ one }) => one.contract.id === contract);
    return {
      serviceLevel: level ? [level.name, level.promise].filter(Boolean).join(': ') : '',
      rights: own.flatMap(({ line, unit, ledger }) => {
        const lost = lostOf(ledger);
        const quantity = formatQuantity(lost);
        if (lost <= 0n) return [];
        return [
          `${line.description}: ${platform.messages.say(language, `contract.document_unit.${unit}`, { quantity })}`,
        ];
      }),
    };
  };
}
