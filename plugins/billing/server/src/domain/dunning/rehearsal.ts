import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { contactOf, type Planned } from './contact';
import { type DueSteps, dueSteps, feeTotal, nextStep } from './due-steps';
import { type DunnedInvoice, type Notice, type Pause, type Policy } from './policy';

/** How far back a policy is tried. */
export const REHEARSED_DAYS = 90;

/** A pause as the past had it: from its day, and until it was over or was ended. */
export interface PastPause extends Pause {
  from: CivilDate;
  /** The first day on which it held no more. */
  endedOn: CivilDate | null;
}

/** An invoice with all that became of it. */
export interface PastInvoice extends Pick<DunnedInvoice, 'issuedOn' | 'dueDate'> {
  id: number;
  currency: string;
  /** What was owed from each day on, the first day first. */
  owed: readonly { on: CivilDate; amount: bigint }[];
  /** From that day on nobody asks for it: void, or given up by staff. */
  goneOn: CivilDate | null;
  /** What was told of it before the days that are looked at. */
  notices: readonly Notice[];
  pauses: readonly PastPause[];
}

/** What would have been done with an invoice on a day. */
export interface Rehearsed {
  invoice: number;
  on: CivilDate;
  currency: string;
  /** The customer would have been contacted with it, and how; the first of the day leads. */
  channel: 'mail' | 'letter' | 'call' | 'none';
  leads: boolean;
  fee: bigint;
  actions: DueSteps['actions'];
}

interface Course {
  past: PastInvoice;
  notices: Notice[];
  goneOn: CivilDate | null;
  /** Nothing comes of it before that day; none: nothing more. */
  next: CivilDate | undefined;
}

const earliest = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.flatMap((day) => day ?? []).sort()[0];

const pausesOn = (pauses: readonly PastPause[], day: CivilDate): Pause[] =>
  pauses
    .filter(({ from, endedOn }) => from <= day && (endedOn === null || day < endedOn))
    .map(({ until, endedOn }) => ({
      until: earliest([until ?? undefined, endedOn ? addDays(endedOn, -1) : undefined]) ?? null,
    }));

function standing({ past, goneOn }: Course, day: CivilDate): DunnedInvoice {
  const { issuedOn, dueDate, owed } = past;
  const amountDue = owed.filter(({ on }) => on <= day).at(-1)?.amount ?? 0n;
  const state = issuedOn > day ? 'draft' : goneOn !== null && goneOn <= day ? 'void' : amountDue > 0n ? 'open' : 'paid';
  return { state, amountDue, issuedOn, dueDate, isFee: false };
}

/** The next day on which something may come of an invoice: its next step, or that it is owed again or less. */
function nextDay(policy: Policy, course: Course, from: CivilDate): CivilDate | undefined {
  const { past, notices } = course;
  const step = nextStep(policy, standing(course, from), notices, pausesOn(past.pauses, from), from);
  const turns = [...past.owed.map(({ on }) => on), past.issuedOn].filter((on) => on > from).sort();
  return earliest([step?.on, turns[0]]);
}

export interface RehearsalDays {
  from: CivilDate;
  /** Included. */
  to: CivilDate;
  isWorkingDay: (date: CivilDate) => boolean;
  /** Who does business no more is charged nothing. */
  closed: boolean;
}

/**
 * What a policy would have done with the invoices of one customer, morning after morning, had it been followed: with what
 * was owed, promised and exempt on each day as it was.
 */
export function rehearse(
  policy: Policy,
  invoices: readonly PastInvoice[],
  { from, to, isWorkingDay, closed }: RehearsalDays,
): Rehearsed[] {
  const courses = invoices.map((past): Course => {
    const course: Course = { past, notices: [...past.notices], goneOn: past.goneOn, next: from };
    return { ...course, next: nextDay(policy, course, from) };
  });
  const done: Rehearsed[] = [];
  const nextOfAll = (): CivilDate | undefined => earliest(courses.map(({ next }) => next));
  for (let today = nextOfAll(); today !== undefined && today <= to; today = nextOfAll()) {
    const day = today;
    const awake = courses.filter(({ next }) => next !== undefined && next <= day);
    const planned = awake.flatMap((course): Planned<Course>[] => {
      const { past, notices } = course;
      const due = dueSteps(policy, standing(course, day), notices, pausesOn(past.pauses, day), day, isWorkingDay);
      return due ? [{ invoice: course, due: closed ? { ...due, fees: [] } : due }] : [];
    });
    const { told, silent } = contactOf(planned, false);
    const [lead] = told;
    for (const one of [...told, ...silent]) {
      done.push(record(one, day, one === lead, lead));
      take(one, day);
    }
    for (const course of awake) course.next = nextDay(policy, course, addDays(day, 1));
  }
  return done;
}

function record(
  { invoice: { past }, due }: Planned<Course>,
  on: CivilDate,
  leads: boolean,
  lead: Planned<Course> | undefined,
): Rehearsed {
  const channel = due.step.channel === 'none' ? 'none' : (lead?.due.step.channel ?? 'none');
  return { invoice: past.id, on, currency: past.currency, channel, leads, fee: feeTotal(due), actions: due.actions };
}

/** The steps are taken: what was told stays told, and what was given up is asked for no more. */
function take({ invoice: course, due }: Planned<Course>, on: CivilDate): void {
  course.notices.push(...due.overtaken.map(({ id, day }) => ({ step: id, day, on, overtaken: true, warned: [] })), {
    step: due.step.id,
    day: due.step.day,
    on,
    overtaken: false,
    warned: due.warns,
  });
  if (due.actions.includes('write_off')) course.goneOn = on;
}
