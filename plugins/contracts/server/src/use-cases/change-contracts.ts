import { compareDates, formatQuantity, min, moneyParam, spread, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import { cutBefore, neverWas } from '../domain/change-chain';
import { contractNextBillOn } from '../domain/contract';
import { type ContractLineRow, contractsStore } from '../stores/contracts';
import { billedByLine, type PeriodFacts, periodsStore } from '../stores/periods';
import { chargeChangeFees, giveFeesBack } from './change-fees';
import type { ChangeWish } from './change-wishes';
import { contractEvent } from './contract-events';
import { creditPeriods, type PeriodCredit } from './credit-periods';
import { lineOf } from './invoice-drafts';
import { type InvoiceDraft, type InvoiceDraftLine, invoicing, type IssuedInvoice } from './invoicing';
import { billedOf, lockContracts } from './lock-contracts';
import { must } from './must';
import { planContractChange, type PlannedChange, type PlannedLine, type Settled } from './plan-change';

/** A change with the rows of its new lines. */
interface Written {
  plan: PlannedChange;
  /** In the order of the plan: what takes over, then what was added. */
  made: ContractLineRow[];
}

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

const madeOf = ({ plan, made }: Written, line: PlannedLine): ContractLineRow | undefined =>
  line.next ? made.find(({ position }) => position === line.next?.position) : undefined;

/** What of a period is asked for beyond what was asked for before, with its derivation. */
function draftLines(
  { platform }: Tools,
  {
    one,
    before,
    line,
    settled: { charged, credit },
  }: {
    one: PlannedChange['one'];
    before: ContractLineRow;
    line: ContractLineRow;
    settled: Settled;
  },
): InvoiceDraftLine[] {
  const parts = spread(
    credit,
    charged.pieces.map(({ amount }) => amount),
  );
  return charged.pieces.map((piece, index) => {
    const part = parts[index] ?? 0n;
    const draft = lineOf(platform, one, line, piece);
    if (part === 0n) return draft;
    const less = platform.messages.say(one.customer.language, 'contract.change_less', {
      ...{ line: before.description, amount: moneyParam(part, one.contract.currency) },
    });
    const discounts = [{ cause: 'billed_before' as const, name: before.description, amount: String(part) }];
    return {
      ...{ ...draft, details: `${draft.details}\n${less}`, discount: draft.discount + part },
      derivation: { ...draft.derivation, discounts },
    };
  });
}

interface Placed {
  written: Written;
  planned: PlannedLine;
  line: ContractLineRow;
  settled: Settled;
  /** Its place on the contract's invoice; null where nothing more is asked for. */
  position: number | null;
}

/** One invoice a contract, over what its new prices ask for beyond what was asked for before. */
async function charge(
  tools: Tools,
  all: readonly Written[],
): Promise<{ placed: Placed[]; invoices: Map<Written, IssuedInvoice> }> {
  const placed: Placed[] = [];
  const drafts: { written: Written; draft: InvoiceDraft }[] = [];
  for (const written of all) {
    const { one } = written.plan;
    const { contract } = one;
    const lines: InvoiceDraftLine[] = [];
    for (const planned of written.plan.lines) {
      const line = madeOf(written, planned);
      if (!line) continue;
      for (const settled of planned.settled) {
        const isCharged = settled.charged.amount > settled.credit;
        placed.push({ written, planned, line, settled, position: isCharged ? lines.length + 1 : null });
        if (isCharged) lines.push(...draftLines(tools, { one, before: planned.before, line, settled }));
      }
    }
    if (lines.length === 0) continue;
    drafts.push({
      written,
      draft: {
        ...{ customer: contract.customer, branch: null, currency: contract.currency, lines },
        ...(contract.poNumber === null ? {} : { poNumber: contract.poNumber }),
        pricesIncludeTax: contract.pricesIncludeTax,
        source: {
          ...{ type: CONTRACT, id: contract.id, documentId: contract.documentId },
          number: contract.number ?? undefined,
        },
      },
    });
  }
  const issued = await invoicing(tools.strapi).issue(drafts.map(({ draft }) => draft));
  return { placed, invoices: new Map(drafts.map(({ written }, index) => [written, must(issued[index])])) };
}

async function writePeriods({ platform }: Tools, placed: readonly Placed[], invoices: ReadonlyMap<Written, Ref>) {
  const billedOn = platform.clock.today();
  const periods = placed.map(
    ({ written, line, settled: { charged, freed, credit }, position }): PeriodFacts => ({
      ...{ contract: line.contract, line: line.id, periodNumber: charged.index, state: 'billed' },
      ...{ startsOn: charged.start, endsOn: charged.end, amount: charged.amount },
      invoice: position === null ? null : must(invoices.get(written)).id,
      ...{ position, parts: charged.pieces.length, billingRun: null, billedOn },
      ...{ carried: credit, carriedFrom: freed.at(-1)?.period.id ?? null },
    }),
  );
  await periodsStore(platform.rows).insert(periods);
  return periods;
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

async function giveBack(tools: Tools, { one, lines }: PlannedChange): Promise<void> {
  const from = lines.map((line) => line.from).sort(compareDates)[0];
  if (from === undefined) return;
  const reason = tools.platform.messages.say(one.customer.language, 'contract.credit_changed', { from });
  await creditPeriods(tools, lines.flatMap(creditsOf), { cause: 'service_not_rendered', reason });
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
      platform.messages.say(one.customer.language, 'contract.void_changed', { contract: one.contract.number ?? '' }),
    );
  }
}

const told = ({ description, quantity, unit, unitPrice }: ContractLineRow | Omit<ContractLineRow, keyof Ref>) => ({
  ...{ description, unit, unitPrice },
  quantity: formatQuantity(quantity),
});
const inWords = (lines: readonly { description: string; quantity: string }[]): string =>
  lines
    .map(({ description, quantity }) => (quantity === '1' ? description : `${description} × ${quantity}`))
    .join(', ');

const eventOf = ({ one: { contract }, lines, added, reason }: PlannedChange, invoice: IssuedInvoice | undefined) => {
  const before = lines.map((line) => told(line.before));
  const after = [
    ...lines.flatMap(({ next, kept, isRestored }) => (isRestored ? [told(kept)] : next ? [told(next)] : [])),
    ...added.map(({ next }) => told(next)),
  ];
  const from = [...lines, ...added].map((one) => one.from).sort(compareDates)[0];
  const fee = sum(lines.map((line) => line.fee));
  const event = contractEvent('contract.changed', contract, {
    ...{ state: contract.state, plan: inWords(after), lines: after, from, currency: contract.currency },
    ...(fee > 0n ? { fee } : {}),
    ...(invoice ? { invoice: invoice.number } : {}),
    ...(reason === null ? {} : { reason }),
  });
  return { ...event, before: { state: contract.state, plan: inWords(before), lines: before } };
};

/**
 * Contracts are changed: products, prices and quantities of lines, lines that are taken off and lines that join. Each line
 * gets its last day and its successor; what was billed for the days that change is charged and credited in one.
 */
export async function changeContracts(tools: Tools, wishes: readonly ChangeWish[]): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
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
    for (const plan of plans) await giveBack(tools, plan);
    await chargeChangeFees(
      tools,
      all.map(({ plan, made }) => ({
        one: plan.one,
        lines: plan.lines.map((line) => ({ ...line, made: madeOf({ plan, made }, line) })),
      })),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
}
