import { badInput, type CivilDate, compareDates, conflict, daysBetween } from '@sanya/strapi-plugin-platform/kernel';

/** A later day is no promise but another due date. */
export const MOST_PROMISED_DAYS = 90;

export function checkPromise(until: CivilDate, today: CivilDate): void {
  if (compareDates(until, today) < 0)
    throw badInput('dunning.promise_in_past', { field: 'until', params: { until, today } });
  if (daysBetween(today, until) > MOST_PROMISED_DAYS) {
    throw badInput('dunning.promise_too_far', { field: 'until', params: { most: MOST_PROMISED_DAYS } });
  }
}

export function checkOpen({ state, number }: { state: string; number: string }): void {
  if (state !== 'open') throw conflict('dunning.not_open', { params: { number } });
}
