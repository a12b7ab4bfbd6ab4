import { compareDates, conflict, min, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Place } from '../domain/change-place';
import { cutBefore, neverWas } from '../domain/line-chain';
import { feeToLower } from '../domain/change-fee';
import { isSamePlan, nextLine } from '../domain/change-next';
import { ownTerms, type TermsAhead } from '../domain/change-renewed';
import { type Charged, planChange } from '../domain/change-plan';
import { checkLine, type ContractLineFacts, feeOf, minimumUntil, termsOf } from '../domain/contract';
import { costOf, feeToEnd } from '../domain/ending';
import type { DuePeriod } from '../domain/periods-due';
import type { ContractLineRow } from '../stores/contracts';
import type { PeriodRow } from '../stores/periods';
import { renewalsStore } from '../stores/renewals';
import { planAdded, type PlannedAddition, soonOf } from './added-lines';
import { targetOf } from './change-targets';
import { type AskedChange, askedChanges, type ChangeWish } from './change-wishes';
import { openOf } from './credit-unused';
import { type Apart, isApart, NONE_APART, payableCredits, type PeriodCredit } from './credit-periods';
import { intervalsOf, type LockedContract } from './lock-contracts';
import { must } from './must';
import { notActive } from './not-active';
import { asBefore, type Withdrawal, withdrawalOf } from './withdraw-changes';

/** A period of the new line, and what was asked for before for the same days. */
export interface Settled {
  charged: Charged;
  /** The earliest first. */
  freed: PeriodCredit[];
  credit: bigint;
}

/** What a change of one line comes to. */
export interface PlannedLine {
  kept: ContractLineRow;
  /** What was to take over, and never will. */
  withdrawn: ContractLineRow[];
  /** What would hold without the change. */
  before: ContractLineRow;
  from: CivilDate;
  /** The line that takes over; null: none does. */
  next: ContractLineFacts | null;
  /** What was to take over is withdrawn, and all goes on as it was. */
  isRestored: boolean;
  settled: Settled[];
  /** What comes back whole. */
  credits: PeriodCredit[];
  /** What the run bills of the new line at once. */
  soon: DuePeriod[];
  fee: bigint;
}

export interface PlannedChange {
  /** As it would be without what is withdrawn. */
  one: LockedContract;
  lines: PlannedLine[];
  added: PlannedAddition[];
  withdrawal: Withdrawal | undefined;
  reason: string | null;
  apart: Apart;
}

/** The fee for promising less, or nothing, before the minimum term is over. */
function feeFor(
  { holds, from, endsOn }: Place<ContractLineRow>,
  next: ContractLineFacts | null,
  one: LockedContract,
): bigint {
  const terms = termsOf(holds);
  if (!terms) return 0n;
  const until = { ...terms, endsOn };
  const suspensions = intervalsOf(one.suspensions);
  const agreed = { fee: feeOf(holds), minimumUntil: minimumUntil(holds), suspensions };
  const after = next && termsOf(next);
  return after ? feeToLower(until, after, agreed) : feeToEnd(until, agreed, cutBefore({ startsOn: null }, from));
}

/** Whether a period, or one that had asked for a part of it, stands on an invoice that is settled with its order. */
const standsApart = (period: PeriodRow, known: readonly PeriodRow[], apart: Apart): boolean =>
  isApart(apart, period) ||
  known.some((source) => period.carriedFrom?.includes(source.documentId) === true && standsApart(source, known, apart));

/** The books before asked for it: here nothing is, and nothing of it can be given back. */
const isBilledElsewhere = ({ contract }: LockedContract, { invoice, billingRun, carriedFrom }: PeriodRow): boolean =>
  contract.takenOverOn !== null && invoice === null && billingRun === null && !carriedFrom?.length;

/** Whether a period, or one that it takes something over from, was billed in the books before. */
const comesFromElsewhere = (one: LockedContract, period: PeriodRow): boolean =>
  isBilledElsewhere(one, period) ||
  one.periods.some(
    (source) => period.carriedFrom?.includes(source.documentId) === true && comesFromElsewhere(one, source),
  );

/** From a day on with what the books before asked for, by the terms: the customer owes it there, or has paid it. */
function asAskedThere(one: LockedContract, from: CivilDate): PeriodRow[] {
  const suspensions = intervalsOf(one.suspensions);
  const isMeant = (period: PeriodRow): boolean => period.endsOn >= from && isBilledElsewhere(one, period);
  return one.periods.map((period) => {
    const line = isMeant(period) ? one.lines.find(({ id }) => id === period.line) : undefined;
    const terms = line && termsOf(line);
    if (!terms) return period;
    return { ...period, amount: costOf(terms, suspensions, { start: period.startsOn, end: period.endsOn }) };
  });
}

type Outcome = Pick<PlannedLine, 'next' | 'isRestored' | 'fee'>;

/** What was billed of the days that change, as far as its invoices still have to give it. */
async function settle(
  tools: Tools,
  one: LockedContract,
  place: Place<ContractLineRow>,
  { next, isRestored }: Outcome,
  apart: Apart,
): Promise<Pick<PlannedLine, 'settled' | 'credits'>> {
  if (isRestored) return { settled: [], credits: [] };
  const { settlements, credits } = planChange(place, next, {
    suspensions: intervalsOf(one.suspensions),
    periods: asAskedThere(one, place.from),
  });
  const { pricesIncludeTax } = one.contract;
  const all = [...settlements.flatMap(({ freed }) => freed), ...credits].map((freed) => ({
    ...freed,
    pricesIncludeTax,
  }));
  // What was asked for last comes back first.
  const found = (await payableCredits(tools, [...all].reverse(), apart)).reverse();
  const asked = all.map((credit, index): PeriodCredit => {
    return { ...credit, amount: found[index]?.amount ?? 0n, asAsked: true };
  });
  let seen = 0;
  return {
    settled: settlements.map(({ charged, freed: before }): Settled => {
      const freed = asked.slice(seen, seen + before.length);
      seen += before.length;
      const back = sum(freed.map(({ amount }) => amount));
      // What the order asked for, it asks for as it is now: neither charged nor given back a second time.
      if (freed.some(({ period }) => standsApart(period, one.periods, apart))) {
        return { charged, freed, credit: charged.amount };
      }
      // What the books before asked for is not asked for again, and does not come back.
      if (freed.some(({ period }) => comesFromElsewhere(one, period))) {
        return { charged, freed, credit: min(sum(before.map(({ amount }) => amount)), charged.amount + back) };
      }
      return { charged, freed, credit: back };
    }),
    credits: asked.slice(seen),
  };
}

/** The terms that were agreed already and have not begun. */
async function termsAhead({ platform }: Tools, { contract }: LockedContract, today: CivilDate): Promise<TermsAhead> {
  const { termMonths, startsOn } = contract;
  if (termMonths === null) return { termMonths: 0, startsOn, from: [] };
  const renewals = await renewalsStore(platform.rows).ofContracts([contract.id]);
  const first = renewals.flatMap(({ state, startsOn }) => (state === 'renewed' && startsOn !== null ? startsOn : []));
  return { termMonths, startsOn, from: first.filter((day) => day > today).sort(compareDates) };
}

function refuseEmpty(one: LockedContract, { lines, added }: PlannedChange, today: CivilDate): void {
  const cut = new Set(lines.flatMap(({ kept, withdrawn }) => [kept, ...withdrawn].map(({ id }) => id)));
  const isLeft =
    added.length > 0 ||
    lines.some(({ next, isRestored }) => next !== null || isRestored) ||
    one.lines.some((line) => !cut.has(line.id) && !neverWas(line) && (line.endsOn === null || line.endsOn >= today));
  if (!isLeft) throw conflict('contract.change_last_line', { field: 'remove' });
}

/** Whether it follows what was sold, in lines that go on being billed while a contract is off. */
const isBilledOn = ({ lines }: LockedContract, { apart, lines: changes, remove }: ChangeWish): boolean =>
  apart !== undefined &&
  [...changes.map(({ line }) => line), ...remove].every(
    (named) => lines.find(({ documentId }) => documentId === named)?.whileSuspended === 'keep',
  );

/** What a change comes to: reads alone. The preview and the deed are one. */
export async function planContractChange(
  tools: Tools,
  locked: LockedContract,
  wish: ChangeWish,
): Promise<PlannedChange> {
  const { contract } = locked;
  if (contract.state !== 'active') throw notActive(contract);
  if (openOf(locked) && !isBilledOn(locked, wish)) {
    throw conflict('contract.change_suspended', { params: { contract: contract.number ?? '' } });
  }
  const today = tools.platform.clock.today();
  const asked = askedChanges(locked, wish, today);
  const places = asked.map(({ place }) => place);
  const ahead = await termsAhead(tools, locked, today);
  // What was sold less of has nothing to do with what an earlier change asked for.
  const withdrawal = wish.apart ? undefined : await withdrawalOf(tools, locked, places);
  const one = withdrawal ? asBefore(locked, places, withdrawal) : locked;
  const apart = wish.apart ?? NONE_APART;
  const feeOfIt: typeof feeFor = (...of) => (wish.apart ? 0n : feeFor(...of));
  let position = Math.max(0, ...one.lines.map((line) => line.position));

  async function outcomeOf(
    { change, at, place: before }: AskedChange,
    place: Place<ContractLineRow>,
  ): Promise<Outcome> {
    if (change === null) return { next: null, isRestored: false, fee: feeOfIt(place, null, one) };
    const { kept, holds, withdrawn, from } = before;
    const target = await targetOf(tools, one, { line: kept, holds, wish: change, at, by: wish, from });
    const chain = [kept, ...withdrawn];
    const own = ownTerms(chain, ahead);
    const terms = { ...own, from: own.from.filter((day) => day > from), lines: chain };
    // What was renewed early follows; it was not planned instead.
    const isPlanned = withdrawn.some(
      ({ startsOn }) => startsOn !== null && startsOn > from && !terms.from.includes(startsOn),
    );
    if (isSamePlan(holds, target) && !isPlanned) throw conflict('contract.same_plan', { field: `${at}.line` });
    if (withdrawal && withdrawn.length > 0 && terms.from.length === 0 && isSamePlan(place.kept, target)) {
      return { next: null, isRestored: true, fee: 0n };
    }
    position += 1;
    const draft = nextLine(place, target, { position, feeCharged: 0n, priced: holds, ahead: terms });
    checkLine(draft, `${at}.`);
    const fee = feeOfIt(place, draft, one);
    return {
      next: nextLine(place, target, { position, feeCharged: fee, priced: holds, ahead: terms }),
      isRestored: false,
      fee,
    };
  }

  const lines: PlannedLine[] = [];
  for (const each of asked) {
    const { kept: was, withdrawn, holds, from } = each.place;
    const kept = must(one.lines.find(({ id }) => id === was.id));
    const isUndone = withdrawal !== undefined && withdrawn.length > 0;
    const place = isUndone ? { ...each.place, kept, withdrawn: [], holds: kept } : each.place;
    const outcome = await outcomeOf(each, place);
    const settled = await settle(tools, one, place, outcome, apart);
    const numbers = new Set(settled.settled.map(({ charged }) => charged.index));
    const soon = outcome.next ? soonOf(outcome.next, one, today, numbers) : [];
    lines.push({ kept, withdrawn, before: holds, from, ...outcome, ...settled, soon });
  }
  const added = planAdded(one, wish, { today, position, ahead, lines: locked.lines });
  const plan = { one, lines, added, withdrawal, reason: wish.reason, apart };
  refuseEmpty(one, plan, today);
  return plan;
}
