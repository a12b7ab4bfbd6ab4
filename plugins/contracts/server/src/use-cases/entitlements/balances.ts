import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type Entitlement, readEntitlement } from '../../domain/entitlement';
import { type Standing, standingOf } from '../../domain/entitlement-ledger';
import { chainsOf, lineOn } from '../../domain/line-chain';
import type { ContractLineRow } from '../../stores/contracts';
import { contractsAsIs } from '../contracts-as-is';
import { entitledOn, readLedgers } from './ledgers';

/** How what a line entitles to stands today. Quantities in thousandths. */
export interface Balance extends Standing {
  /** Row id. */
  contract: number;
  line: ContractLineRow;
  entitlement: Entitlement;
  /** First day of the next period, where it is known. */
  next: CivilDate | null;
}

const NOTHING: Standing = {
  period: null,
  ...{ granted: 0n, carried: 0n, added: 0n, used: 0n, expired: 0n, left: 0n, expiring: 0n },
};

/** What contracts entitle to and what of it is left, in a constant number of statements; nothing is locked. */
export async function readBalances(tools: Pick<Tools, 'platform'>, contracts: readonly number[]): Promise<Balance[]> {
  const found = await contractsAsIs(tools, contracts);
  const ledgers = await readLedgers(tools, found);
  const today = tools.platform.clock.today();
  return found.flatMap(({ contract, lines }) =>
    chainsOf(lines).flatMap((chain) => {
      const own = ledgers.filter(({ root }) => root.id === chain.root.id);
      const held = entitledOn(chain, today).map(readEntitlement);
      // What was carried over or topped up outlives the plan it came with until its period is over.
      const rest = own.flatMap(({ unit, ledger }) => {
        const last = ledger.periods.at(-1);
        const isHeld = held.some((one) => one.unit === unit);
        return last && !isHeld && standingOf(ledger).left !== 0n ? [last.entitlement] : [];
      });
      const line = lineOn(chain, today);
      return [...held, ...rest].map((entitlement): Balance => {
        const of = own.find(({ unit }) => unit === entitlement.unit);
        return {
          ...{ contract: contract.id, line, entitlement, next: of?.next ?? null },
          ...(of ? standingOf(of.ledger) : NOTHING),
        };
      });
    }),
  );
}
