import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, CONTRACT, CUSTOMER, SUSPENSION } from '../content-types/types';
import { termsOf } from '../domain/contract';
import { countedSince, isExplained } from '../domain/coverage';
import { chainsOf } from '../domain/line-chain';
import { planBilling } from '../domain/plan-billing';
import { type CoverageHole, proofStore } from '../stores/proof';
import { runsStore } from '../stores/runs';
import {
  billedOf,
  type ContractCustomer,
  intervalsOf,
  type LockedContract,
  readContracts,
} from '../use-cases/lock-contracts';

const CHUNK = 500;

const found = (check: string, type: string, row: { document: string } & Discrepancy['params']): Discrepancy => {
  const { document, ...params } = row;
  return { check, type, documentId: document, params };
};

/** Contracts with all that is known of them, some at a time: nobody needs all of them at once. */
async function* inChunks(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
): AsyncGenerator<LockedContract, void> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    const owners = await platform.rows.byIds<{ customer: number }>(CONTRACT, some, { fields: ['customer'] });
    const customers = await platform.rows.byIds<ContractCustomer>(
      CUSTOMER,
      [...new Set(owners.map(({ customer }) => customer))],
      { fields: ['name', 'language', 'creditTermsDays', 'state'] },
    );
    yield* await readContracts({ platform }, some, { customers });
  }
}

/** What a contract should have billed until today and did not; what nobody could bill is for a person to look at. */
function unbilledOf(one: LockedContract, today: string): Discrepancy[] {
  const contract = one.contract.number ?? '';
  try {
    return planBilling(one.lines, billedOf(one), today).map(({ line, start, end }) =>
      found('contracts.period_not_billed', CONTRACT, {
        document: one.contract.documentId,
        ...{ contract, line: line.description, from: start, to: end },
      }),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const on = one.contract.startsOn ?? today;
    return [found('contracts.run_overdue', CONTRACT, { document: one.contract.documentId, contract, on })];
  }
}

function holesIn(one: LockedContract, holes: readonly CoverageHole[]): Discrepancy[] {
  return holes.flatMap(({ lineId, since, from, to }) => {
    const line = one.lines.find(({ id }) => id === lineId);
    const terms = line && termsOf(line);
    if (!terms) return [];
    const suspensions = intervalsOf(one.suspensions);
    const hole = { start: from, end: to, since: since ?? from };
    const chain = chainsOf(one.lines)
      .find(({ all }) => all.includes(line))
      ?.all.map(({ id }) => id);
    const billed = one.periods.filter((period) => chain?.includes(period.line));
    const counted = { ...hole, since: countedSince(terms, suspensions, hole, billed) };
    if (isExplained(counted, terms.whileSuspended, suspensions)) return [];
    const contract = one.contract.number ?? '';
    return [
      found('contracts.coverage_hole', CONTRACT, {
        document: one.contract.documentId,
        ...{ contract, line: line.description, from, to },
      }),
    ];
  });
}

/** What must be true of what contracts bill, each by its own name in the books proof. */
export const proofChecks = (tools: Tools): readonly ProofCheck[] => {
  const { platform } = tools;
  const store = () => proofStore(platform.rows);
  const today = (): string => platform.clock.today();
  return [
    {
      name: 'contracts.run_overdue',
      // What is due is billed by the run that is under way.
      run: async () =>
        (await runsStore(platform.rows).running())
          ? []
          : (await store().overdue(today())).map((row) => found('contracts.run_overdue', CONTRACT, { ...row })),
    },
    {
      name: 'contracts.period_not_billed',
      run: async () => {
        const missing: Discrepancy[] = [];
        for await (const one of inChunks(tools, await store().doubtful(today()))) {
          missing.push(...unbilledOf(one, today()));
        }
        return missing;
      },
    },
    {
      name: 'contracts.period_twice',
      run: async () =>
        (await store().twice()).map((row) => found('contracts.period_twice', BILLING_PERIOD, { ...row })),
    },
    {
      name: 'contracts.coverage_hole',
      run: async () => {
        const holes = new Map<number, CoverageHole[]>();
        for (const hole of await store().holes()) {
          holes.set(hole.contractId, [...(holes.get(hole.contractId) ?? []), hole]);
        }
        const unexplained: Discrepancy[] = [];
        for await (const one of inChunks(tools, [...holes.keys()])) {
          unexplained.push(...holesIn(one, holes.get(one.contract.id) ?? []));
        }
        return unexplained;
      },
    },
    {
      name: 'contracts.billed_on_void',
      run: async () =>
        (await store().onVoid()).map((row) => found('contracts.billed_on_void', BILLING_PERIOD, { ...row })),
    },
    {
      name: 'contracts.suspended_though_paid',
      run: async () =>
        (await store().suspendedThoughPaid(today())).map((row) =>
          found('contracts.suspended_though_paid', SUSPENSION, { ...row }),
        ),
    },
  ];
};
