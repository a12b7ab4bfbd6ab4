import { addDays, type CivilDate, keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { termsOf } from '../domain/contract';
import { unusedOf } from '../domain/periods-due';
import { periodsOf } from '../domain/schedule';
import type { SuspensionRow } from '../stores/contracts';
import { type Apart, creditPeriods, type PeriodCredit } from './credit-periods';
import { intervalsOf, type LockedContract } from './lock-contracts';

export const openOf = ({ suspensions }: LockedContract): SuspensionRow | undefined =>
  suspensions.find(({ resumesOn }) => resumesOn === null);

interface Off {
  from: CivilDate;
  to: CivilDate;
}

/** What was billed whole and not used while a contract was off. */
export function unusedPeriods(one: LockedContract, off: Off): PeriodCredit[] {
  const before = intervalsOf(one.suspensions.filter(({ resumesOn }) => resumesOn !== null));
  return one.lines.flatMap((line) => {
    const terms = termsOf(line);
    if (terms?.whileSuspended !== 'stop') return [];
    const own = new Map(
      one.periods.filter((period) => period.line === line.id).map((period) => [period.periodNumber, period]),
    );
    const credits: PeriodCredit[] = [];
    for (const period of periodsOf(terms, before)) {
      if (period.start >= off.to) break;
      const row = own.get(period.index);
      if (!row || period.end < off.from) continue;
      credits.push({
        period: row,
        amount: unusedOf(terms, period, { off, before, billed: row.amount }),
        pricesIncludeTax: one.contract.pricesIncludeTax,
      });
    }
    return credits;
  });
}

/** Gives back what lines that stop were billed for days on which a contract was off; that is over now. */
export async function creditUnused(tools: Tools, one: LockedContract, off: Off, apart?: Apart): Promise<bigint> {
  return creditPeriods(tools, unusedPeriods(one, off), {
    apart,
    cause: 'service_not_rendered',
    reason: keepWords('contract.credit_suspended', {
      from: off.from,
      to: addDays(off.to, -1),
    }),
  });
}
