import { addDays, badInput, type CivilDate, compareDates, isCivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { isRegistered, type Registration } from './tax-rates';

/** How far back what happened may be dated: an older date is a slip of the pen, its tax months are long reported. */
export const MOST_DAYS_BACK = 366;

const isAhead = (on: CivilDate, today: CivilDate): boolean => compareDates(on, today) > 0;
const isBefore = (on: CivilDate, day: CivilDate): boolean => compareDates(on, day) < 0;
const earliest = (today: CivilDate): CivilDate => addDays(today, -MOST_DAYS_BACK);

/** Refuses a day on which money cannot have come. */
export function checkReceivedOn(on: CivilDate, today: CivilDate): void {
  const params = { date: on, today, earliest: earliest(today) };
  if (isAhead(on, today)) throw badInput('payment.received_in_future', { field: 'receivedOn', params });
  if (isBefore(on, params.earliest)) throw badInput('payment.received_too_long_ago', { field: 'receivedOn', params });
}

/** Refuses a day from which an invoice of today cannot be: a registered seller writes none of before its registration. */
export function checkIssuedOn(on: CivilDate, today: CivilDate, registration: Registration): void {
  const params = { date: on, today, earliest: earliest(today), from: registration.from ?? '' };
  if (isAhead(on, today)) throw badInput('invoice.issued_in_future', { field: 'issuedOn', params });
  if (isBefore(on, params.earliest)) throw badInput('invoice.issued_too_long_ago', { field: 'issuedOn', params });
  if (registration.from !== null && isRegistered(registration, today) && isBefore(on, registration.from)) {
    throw badInput('invoice.issued_before_registration', { field: 'issuedOn', params });
  }
}

/**
 * Whether VAT would have its tax point before the company was registered for it. What carries no VAT may well be of
 * before: the money of an old invoice, recorded a day after the registration began.
 */
export const isBeforeRegistration = (on: CivilDate, tax: bigint, { from }: Registration): boolean =>
  tax > 0n && from !== null && isBefore(on, from);

/** A billing note is made for a billing day that may lie ahead: within a year, either way. */
export function checkBilledOn(on: CivilDate, today: CivilDate, field: string): void {
  const latest = addDays(today, MOST_DAYS_BACK);
  if (isCivilDate(on) && !isBefore(on, earliest(today)) && !isAhead(on, latest)) return;
  throw badInput('billing_note.date_wrong', { field, params: { date: on, earliest: earliest(today), latest } });
}
