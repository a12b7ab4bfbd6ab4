import { formatQuantity, moneyParam, sum, tellProblem } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Tools } from '@sanya/strapi-plugin-platform/kit';
import { lineStateOn } from '../domain/line-state';
import type { ContractLineRow } from '../stores/contracts';
import type { RunRow } from '../stores/runs';
import type { Preview } from '../use-cases/preview-run';
import { serviceLevelView } from './service-level-views';
import { payableCredits } from '../use-cases/credit-periods';
import { contractsAsIs } from '../use-cases/contracts-as-is';
import type { PlannedEnding } from '../use-cases/end-contracts';
import type { LockedContract } from '../use-cases/lock-contracts';

/** A contract with all that is known of it, as it stands; nothing is locked. */
export const contractAsIs = async (tools: Pick<Tools, 'platform'>, id: number): Promise<LockedContract | undefined> =>
  (await contractsAsIs(tools, [id]))[0];

const lineView = (line: ContractLineRow, { contract }: LockedContract, today: string) => ({
  ...{ id: line.id, documentId: line.documentId, position: line.position, description: line.description },
  ...{ quantity: formatQuantity(line.quantity), unit: line.unit, unitPrice: line.unitPrice, discount: line.discount },
  ...{ cycleUnit: line.cycleUnit, cycleCount: line.cycleCount, billedIn: line.billedIn, alignment: line.alignment },
  ...{ leadDays: line.leadDays, whileSuspended: line.whileSuspended, minimumMonths: line.minimumMonths },
  ...{ feeKind: line.feeKind, feeValue: line.feeValue, startsOn: line.startsOn, endsOn: line.endsOn },
  standing: lineStateOn(line, contract, today),
});

export async function contractView(platform: Platform, id: number | undefined) {
  const found = id === undefined ? undefined : await contractAsIs({ platform }, id);
  if (!found) return undefined;
  const { contract, customer, lines, suspensions } = found;
  const open = suspensions.find(({ resumesOn }) => resumesOn === null);
  return {
    ...{ id: contract.id, documentId: contract.documentId, number: contract.number, serviceId: contract.serviceId },
    ...{ state: contract.state, customer: { documentId: customer.documentId, name: customer.name } },
    ...{ activation: contract.activation, agreedStart: contract.agreedStart, startsOn: contract.startsOn },
    trialUntil: contract.trialUntil,
    ...{ endsOn: contract.endsOn, nextBillOn: contract.nextBillOn, suspendedFrom: open?.startsOn ?? null },
    ...{ autoRenew: contract.autoRenew, term: contract.term, noticeGivenOn: contract.noticeGivenOn },
    ...{ currency: contract.currency, pricesIncludeTax: contract.pricesIncludeTax },
    ...{ billedTogether: contract.billedTogether, poNumber: contract.poNumber, note: contract.note },
    serviceLevel: await serviceLevelView(platform, contract),
    lines: lines.map((line) => lineView(line, found, platform.clock.today())),
  };
}

export async function endingView(
  tools: Pick<Tools, 'platform' | 'strapi'>,
  { contract }: LockedContract,
  plan: PlannedEnding,
) {
  const { platform } = tools;
  const credit = sum((await payableCredits(tools, plan.credits)).map(({ amount }) => amount));
  const code = ['contract.ending', plan.fee > 0n ? 'fee' : '', credit > 0n ? 'credit' : ''].filter(Boolean).join('_');
  const params = {
    ends: plan.endsOn,
    fee: moneyParam(plan.fee, contract.currency),
    credit: moneyParam(credit, contract.currency),
  };
  return {
    ...{ endsOn: plan.endsOn, currency: contract.currency, fee: plan.fee, credit },
    sentence: platform.messages.say(platform.caller().language, code, params),
  };
}

export const runView = (run: RunRow) => ({
  ...{ documentId: run.documentId, state: run.state, asOf: run.asOf, startedAt: run.startedAt },
  ...{
    finishedAt: run.finishedAt,
    due: run.due,
    contracts: run.contracts,
    invoices: run.invoices,
    periods: run.periods,
  },
  ...{ parked: run.parked, currency: run.currency, total: run.total, list: [], problems: [], more: false },
});

export const previewView = (platform: Platform, preview: Preview, currency: string) => ({
  ...{ documentId: null, state: 'preview' as const, asOf: preview.asOf, startedAt: null, finishedAt: null },
  ...{ due: preview.contracts, contracts: preview.contracts, invoices: preview.invoices, parked: preview.parked },
  ...{ periods: preview.periods, total: preview.total, currency, list: preview.list, more: preview.more },
  problems: preview.problems.map(({ problem, ...named }) => ({
    ...named,
    problem:
      tellProblem(problem, (code, params) => platform.messages.say(platform.caller().language, code, params)) ?? '',
  })),
});
