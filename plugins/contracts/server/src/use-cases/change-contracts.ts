import { compareDates, keepWords, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { cutBefore, neverWas } from '../domain/line-chain';
import { contractNextBillOn } from '../domain/contract';
import { namesOf, promisedIn } from '../domain/plan-words';
import { contractsStore } from '../stores/contracts';
import { billedByLine, periodsStore } from '../stores/periods';
import { chargeChangeFees, giveFeesBack } from './change-fees';
import type { ChangeWish } from './change-wishes';
import { charge, madeOf, writePeriods, type Written } from './charge-changes';
import { contractEvent } from './contract-events';
import { creditPeriods, type PeriodCredit } from './credit-periods';
import { invoicing, type IssuedInvoice } from './invoicing';
import { billedOf, lockContracts } from './lock-contracts';
import { must } from './must';
import { planContractChange, type PlannedChange, type PlannedLine, type Settled } from './plan-change';

/** The new last days of the lines that were there. */
const cutsOf = ({ lines }: PlannedChange) =>
  lines.flatMap(({ kept, withdrawn, from, isRestored }) => [
    { id: kept.id, endsOn: isRestored ? kept.endsOn : cutBefore(kept, from) },
    ...withdrawn.map((line) => ({ id: line.id, endsOn: cutBefore(line, line.startsOn ?? from) })),
  ]);

const nextOf = ({ lines, added }: PlannedChange) => [
  ...lines.flatMap(({ next }) => next ?? []),
  ...added.map(({ next }) => next),
];

async function writeLines({ platform }: Tools, plans: readonly PlannedChange[]): Promise<Written[]> {
  const store = contractsStore(platform.rows);
  await store.updateLines(plans.flatMap(cutsOf));
  const facts = plans.map(nextOf);
  const refs = await store.insertLines(facts.flat());
  let seen = 0;
  return plans.map((plan, index) => ({
    plan,
    made: must(facts[index]).map((line) => ({ ...line, ...must(refs[seen++]) })),
  }));
}

/** Of what was asked for before, what the new price does not ask for: of what was asked for last first. */
function backOf({ charged, freed, credit }: Settled): PeriodCredit[] {
  let rest = credit - charged.amount;
  return [...freed].reverse().flatMap((one) => {
    const amount = min(rest, one.amount);
    if (amount <= 0n) return [];
    rest -= amount;
    return [{ ...one, amount }];
  });
}

export const creditsOf = ({ settled, credits }: PlannedLine): PeriodCredit[] => [
  ...settled.flatMap(backOf),
  ...credits,
];

async function giveBack(tools: Tools, { lines, apart }: PlannedChange): Promise<bigint> {
  const from = lines.map((line) => line.from).sort(compareDates)[0];
  if (from === undefined) return 0n;
  const reason = keepWords('contract.credit_changed', { from });
  return creditPeriods(tools, lines.flatMap(creditsOf), { cause: 'service_not_rendered', reason, apart });
}

/** What was withdrawn before anything came of it: its periods were never billed, and its invoices are void. */
async function withdraw(tools: Tools, plans: readonly PlannedChange[]): Promise<void> {
  const { platform, strapi } = tools;
  for (const plan of plans) {
    const { withdrawal, one } = plan;
    await giveFeesBack(tools, plan);
    if (!withdrawal) continue;
    await periodsStore(platform.rows).undo(
      withdrawal.periods.map(({ id }) => id),
      platform.clock.now(),
    );
    if (withdrawal.invoices.length === 0) continue;
    await invoicing(strapi).void(
      withdrawal.invoices,
      keepWords('contract.void_changed', { contract: one.contract.number ?? '' }),
    );
  }
}

const eventOf = ({ one: { contract }, lines, added, reason }: PlannedChange, invoice: IssuedInvoice | undefined) => {
  const before = lines.map((line) => promisedIn(line.before));
  const after = [
    ...lines.flatMap(({ next, kept, isRestored }) =>
      isRestored ? [promisedIn(kept)] : next ? [promisedIn(next)] : [],
    ),
    ...added.map(({ next }) => promisedIn(next)),
  ];
  const from = [...lines, ...added].map((one) => one.from).sort(compareDates)[0];
  const fee = sum(lines.map((line) => line.fee));
  const names = namesOf(before, after, contract.currency);
  const event = contractEvent('contract.changed', contract, {
    ...{ state: contract.state, plan: names.after, lines: after, from, currency: contract.currency },
    ...(fee > 0n ? { fee } : {}),
    ...(invoice ? { invoice: invoice.number } : {}),
    ...(reason === null ? {} : { reason }),
  });
  return { ...event, before: { state: contract.state, plan: names.before, lines: before } };
};

/** What was done, and what was charged and given back for it at once, with VAT. */
export interface ChangedContract {
  plan: PlannedChange;
  charged: bigint;
  credited: bigint;
}

/**
 * Contracts are changed: products, prices and quantities of lines, lines that are taken off and lines that join. Each line
 * gets its last day and its successor; what was billed for the days that change is charged and credited in one.
 */
export async function changeContracts(tools: Tools, wishes: readonly ChangeWish[]): Promise<ChangedContract[]> {
  const { platform } = tools;
  const changed = await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const plans: PlannedChange[] = [];
    for (const wish of wishes) {
      plans.push(await planContractChange(tools, must(locked.find(({ contract }) => contract.id === wish.id)), wish));
    }
    await withdraw(tools, plans);
    const all = await writeLines(tools, plans);
    const { placed, invoices } = await charge(tools, all);
    const periods = await writePeriods(tools, placed, invoices);
    await contractsStore(platform.rows).update(
      all.map(({ plan, made }) => {
        const { one } = plan;
        const ends = new Map(cutsOf(plan).map(({ id, endsOn }) => [id, endsOn]));
        const lines = [
          ...one.lines.map((line) => ({
            ...line,
            endsOn: ends.has(line.id) ? (ends.get(line.id) ?? null) : line.endsOn,
          })),
          ...made,
        ];
        const own = periods.filter(({ contract }) => contract === one.contract.id);
        const billed = billedByLine([...one.periods, ...own.map((period) => ({ ...period, id: 0, documentId: '' }))]);
        const last = lines.filter((line) => !neverWas(line)).map(({ endsOn }) => endsOn);
        return {
          id: one.contract.id,
          endsOn: last.some((end) => end === null)
            ? null
            : (last
                .flatMap((end) => end ?? [])
                .sort(compareDates)
                .at(-1) ?? null),
          nextBillOn: contractNextBillOn(lines, { ...billedOf(one), billed }),
        };
      }),
    );
    await platform.events.record(all.map((written) => eventOf(written.plan, invoices.get(written))));
    const credited: bigint[] = [];
    for (const plan of plans) credited.push(await giveBack(tools, plan));
    await chargeChangeFees(
      tools,
      all.map((written) => ({
        one: written.plan.one,
        lines: written.plan.lines.map((line) => ({ ...line, made: madeOf(written, line) })),
      })),
    );
    return all.map((written, index) => ({
      plan: written.plan,
      charged: invoices.get(written)?.total ?? 0n,
      credited: credited[index] ?? 0n,
    }));
  });
  platform.afterCommit(() => platform.jobs.poke());
  return changed;
}
