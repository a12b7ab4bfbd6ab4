import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** How many days before the last one notice is given, and how often after the last of them until it is decided. */
export interface NoticePolicy {
  days: readonly number[];
  /** 0: never again after the last of them. */
  every: number;
}

/** `90, 60, 30` as the settings have it: the farthest first, each once. */
export const readNoticeDays = (text: string): number[] =>
  [...new Set(text.split(',').map(Number))].filter((days) => Number.isSafeInteger(days)).sort((a, b) => b - a);

const SHORTEST_MONTH = 28;

/**
 * The policy for one contract: nobody is told of an end before the term has begun, and of what goes on by itself nobody
 * needs to be told again and again.
 */
export function policyFor(
  { days, every }: NoticePolicy,
  { termMonths, autoRenew }: { termMonths: number; autoRenew: boolean },
): NoticePolicy {
  const fitting = days.filter((left) => left < termMonths * SHORTEST_MONTH);
  const shortest = Math.min(days.at(-1) ?? 0, (termMonths * SHORTEST_MONTH) / 4);
  return { days: fitting.length > 0 ? fitting : [shortest], every: autoRenew ? 0 : every };
}

/** The invoice of the next term is made so many days ahead, and not before half of the present one is over. */
export const offersAhead = (offerDays: number, termMonths: number): number =>
  Math.min(offerDays, (termMonths * SHORTEST_MONTH) / 2);

/** The first day on which anything is done about a term. */
export const opensOn = ({ days }: NoticePolicy, endsOn: CivilDate): CivilDate => addDays(endsOn, -(days[0] ?? 0));

/** How many days before the end the notice of that number (from 1) is given; below zero there is none. */
function daysLeftAt({ days, every }: NoticePolicy, number: number): number {
  const named = days[number - 1];
  if (named !== undefined) return named;
  return every === 0 ? -1 : (days.at(-1) ?? 0) - every * (number - days.length);
}

const onOf = (policy: NoticePolicy, endsOn: CivilDate, number: number): CivilDate | null => {
  const left = daysLeftAt(policy, number);
  return left < 0 ? null : addDays(endsOn, -left);
};

/** The day of the notice that follows; null where there is none before the end. */
export const nextNoticeOn = (policy: NoticePolicy, endsOn: CivilDate, sent: number): CivilDate | null =>
  onOf(policy, endsOn, sent + 1);

/**
 * The number of the notice that is due on a day: the latest that has come and was not given. What was missed meanwhile is
 * not made up for: nobody is told three times on one day.
 */
export function noticeDue(
  policy: NoticePolicy,
  { endsOn, sent }: { endsOn: CivilDate; sent: number },
  today: CivilDate,
): number | undefined {
  if (compareDates(today, endsOn) > 0) return undefined;
  let due: number | undefined;
  for (let number = sent + 1; ; number += 1) {
    const on = onOf(policy, endsOn, number);
    if (on === null || compareDates(on, today) > 0) return due;
    due = number;
  }
}

/** The day on which what goes on by itself does so: as soon as it is too late to say otherwise. */
export const renewsItselfOn = ({ endsOn, noticeDays }: { endsOn: CivilDate; noticeDays: number }): CivilDate =>
  addDays(endsOn, -Math.max(0, noticeDays - 1));
