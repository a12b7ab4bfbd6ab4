import { addDays, type CivilDate, compareDates, daysBetween, sum } from '@sanya/strapi-plugin-platform/kernel';
import {
  type DunnedInvoice,
  type DunningAction,
  feeOf,
  isWritten,
  type Notice,
  type Pause,
  type Policy,
  type Step,
  type Threat,
} from './policy';

/** What happens to one invoice today. */
export interface DueSteps {
  /** The step that speaks. */
  step: Step;
  /** Earlier ones that were due as well: they are recorded, and say nothing. */
  overtaken: readonly Step[];
  /** What the customer must be told that will follow. */
  warns: readonly Threat[];
  /** What is done now, the overtaken ones' too. */
  actions: readonly Exclude<DunningAction, 'none'>[];
  /** Of all these steps. */
  fees: readonly { step: Step; amount: bigint }[];
}

const isThreat = (action: DunningAction): action is Threat => action === 'suspend' || action === 'terminate';

const rests = (pauses: readonly Pause[], asOf: CivilDate): boolean =>
  pauses.some(({ until }) => until === null || compareDates(asOf, until) <= 0);

/** Whether an invoice is asked for at all. */
export const isDunned = (policy: Policy, { state, amountDue }: DunnedInvoice): boolean =>
  state === 'open' && amountDue > 0n && amountDue >= policy.floor;

/** Steps that an invoice has not come to yet, in their order. Steps only go forward, whatever is put before them later. */
export function stepsLeft(policy: Policy, invoice: DunnedInvoice, notices: readonly Notice[]): Step[] {
  const last = notices.reduce((day, notice) => Math.max(day, notice.day), Number.NEGATIVE_INFINITY);
  return policy.steps.filter(
    (step) =>
      step.day > last &&
      !notices.some((notice) => notice.step === step.id) &&
      // What was issued today needs no reminder today.
      (step.day >= 0 || -step.day < daysBetween(invoice.issuedOn, invoice.dueDate)) &&
      (!invoice.isFee || (step.action === 'none' && step.day > 0)),
  );
}

/**
 * Of the steps left, those that can come. What nothing has warned of, and nothing before it will, never may be done: it is
 * left out, or it would hold all behind it for ever.
 */
function possibleSteps(policy: Policy, invoice: DunnedInvoice, notices: readonly Notice[]): Step[] {
  const possible: Step[] = [];
  for (const step of stepsLeft(policy, invoice, notices)) {
    const { action } = step;
    const isWarned = !isThreat(action) || warnedFrom(policy, action, notices) !== undefined;
    if (isWarned || possible.some(({ warns }) => warns === action)) possible.push(step);
  }
  return possible;
}

/** The first day on which a step may be done for what was warned of; undefined while nothing warned of it. */
export function warnedFrom(policy: Policy, action: DunningAction, notices: readonly Notice[]): CivilDate | undefined {
  if (!isThreat(action)) return undefined;
  const [first] = notices
    .filter(({ overtaken, warned }) => !overtaken && warned.includes(action))
    .map(({ on }) => on)
    .sort();
  return first === undefined ? undefined : addDays(first, policy.noticeDays);
}

function mayBeDone(
  policy: Policy,
  { action }: Step,
  notices: readonly Notice[],
  asOf: CivilDate,
  isWorkingDay: (date: CivilDate) => boolean,
): boolean {
  if (!isThreat(action)) return true;
  const from = warnedFrom(policy, action, notices);
  return from !== undefined && daysBetween(from, asOf) >= 0 && (!policy.workingDays || isWorkingDay(asOf));
}

/**
 * The steps of one invoice that are due: of several at once the last speaks, and tells what the others would have warned
 * of. A step that may not be done yet holds those behind it.
 */
export function dueSteps(
  policy: Policy,
  invoice: DunnedInvoice,
  notices: readonly Notice[],
  pauses: readonly Pause[],
  asOf: CivilDate,
  isWorkingDay: (date: CivilDate) => boolean,
): DueSteps | undefined {
  if (!isDunned(policy, invoice) || rests(pauses, asOf)) return undefined;
  const late = daysBetween(invoice.dueDate, asOf);
  const due = possibleSteps(policy, invoice, notices).filter(({ day }) => day <= late);
  const held = due.findIndex((step) => !mayBeDone(policy, step, notices, asOf, isWorkingDay));
  const ready = spoken(held < 0 ? due : due.slice(0, held));
  const step = ready.at(-1);
  if (!step) return undefined;
  const warns = [...new Set(ready.flatMap((one) => (one.warns === 'none' ? [] : [one.warns])))];
  const actions = [...new Set(ready.flatMap((one) => (one.action === 'none' ? [] : [one.action])))];
  return {
    step,
    overtaken: ready.slice(0, -1),
    warns: invoice.isFee ? [] : warns,
    // What ends need not be suspended first.
    actions: actions.includes('terminate') ? actions.filter((one) => one !== 'suspend') : actions,
    fees: ready.map((one) => ({ step: one, amount: feeOf(one, invoice) })).filter(({ amount }) => amount > 0n),
  };
}

/** A warning is given in writing: a call does not speak for it. */
function spoken(ready: readonly Step[]): readonly Step[] {
  const last = ready.at(-1);
  if (!last || isWritten(last)) return ready;
  const warning = ready.map(({ warns }) => warns !== 'none').lastIndexOf(true);
  return warning < 0 ? ready : ready.slice(0, warning + 1);
}

export const feeTotal = ({ fees }: Pick<DueSteps, 'fees'>): bigint => sum(fees.map(({ amount }) => amount));

/** The next step and the first day it may come; undefined where none is left, or a pause has no end. */
export function nextStep(
  policy: Policy,
  invoice: DunnedInvoice,
  notices: readonly Notice[],
  pauses: readonly Pause[],
  asOf: CivilDate,
): { step: Step; on: CivilDate } | undefined {
  if (!isDunned(policy, invoice) || pauses.some(({ until }) => until === null)) return undefined;
  const [step] = possibleSteps(policy, invoice, notices);
  if (!step) return undefined;
  const days = [
    asOf,
    addDays(invoice.dueDate, step.day),
    ...pauses.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])),
    warnedFrom(policy, step.action, notices) ?? asOf,
  ];
  return { step, on: days.reduce((latest, day) => (compareDates(day, latest) > 0 ? day : latest)) };
}
