import { addDays, type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { isExpired } from './payment-method';

/** `hard`: no later try with this card can succeed. */
export type Decline = 'hard' | 'soft';

/** The words of Stripe and Omise for a card that is gone, blocked or wrong, or that is charged only while its holder is there. */
const HARD: ReadonlySet<string> = new Set([
  ...['stolen_card', 'lost_card', 'stolen_or_lost_card', 'pickup_card', 'fraudulent', 'failed_fraud_check'],
  ...['expired_card', 'invalid_expiry_month', 'invalid_expiry_year', 'restricted_card', 'card_not_supported'],
  ...['incorrect_number', 'invalid_number', 'invalid_account', 'invalid_account_number', 'invalid_card'],
  ...['invalid_card_token', 'missing_card', 'not_found', 'resource_missing', 'payment_method_not_available'],
  ...['revocation_of_authorization', 'revocation_of_all_authorizations', 'stop_payment_order'],
  ...['transaction_not_allowed', 'invalid_security_code', 'incorrect_cvc'],
  ...['authentication_required', 'authentication_not_handled', 'payment_intent_authentication_failure'],
  ...['abandoned', 'payment_cancelled', 'expired'],
]);

/** What a gateway's reason means. What nobody knows is tried again: it ends all the same. */
export const declineOf = (reason: string): Decline => (HARD.has(reason) ? 'hard' : 'soft');

const MOST_RETRIES = 10;
const LAST_DAY = 60;

/** `1, 3, 5` as days after the first try, each later than the one before; `0` or nothing: no retries. Undefined where it is not that. */
export function retryDaysOf(text: string | null): number[] | undefined {
  const trimmed = (text ?? '').trim();
  if (trimmed === '' || trimmed === '0') return [];
  if (!/^\d{1,2}(\s*,\s*\d{1,2})*$/.test(trimmed)) return undefined;
  const days = trimmed.split(',').map(Number);
  const isSound = days.every((day, place) => day > (days[place - 1] ?? 0) && day <= LAST_DAY);
  return isSound && days.length <= MOST_RETRIES ? days : undefined;
}

/** When invoices are charged by themselves. */
export interface DebitTerms {
  /** Days after the due date; before it where negative. */
  days: number;
  /** Days before the first try on which its customer is told of it; 0: not at all. */
  noticeDays: number;
  /** Days after the first try of an invoice with a card. */
  retryDays: readonly number[];
}

/**
 * The day of the next try, after those of an invoice with one card on these days, the last of them declined; null: none.
 * However late a try was, the next is on a later day.
 */
export function retryOn(
  { retryDays }: Pick<DebitTerms, 'retryDays'>,
  tries: readonly CivilDate[],
  decline: Decline,
): CivilDate | null {
  const [first, last] = [tries[0], tries.at(-1)];
  const days = retryDays[tries.length - 1];
  if (decline === 'hard' || first === undefined || last === undefined || days === undefined) return null;
  const [planned, earliest] = [addDays(first, days), addDays(last, 1)];
  return compareDates(planned, earliest) < 0 ? earliest : planned;
}

/** A try of an invoice with the card that is charged now, since its holder agreed. */
export interface DebitTry {
  attempt: number;
  /** Of a try that was declined. */
  retryOn: CivilDate | null;
}

/** The day on which an invoice is to be charged with a card; null: it was tried as often as it may be. */
export function debitOn(
  { days }: Pick<DebitTerms, 'days'>,
  { dueDate, agreedOn }: { dueDate: CivilDate; agreedOn: CivilDate },
  tries: readonly DebitTry[],
): CivilDate | null {
  const last = tries.reduce<DebitTry | undefined>(
    (latest, one) => (latest === undefined || one.attempt > latest.attempt ? one : latest),
    undefined,
  );
  if (last) return last.retryOn;
  const planned = addDays(dueDate, days);
  return compareDates(planned, agreedOn) < 0 ? agreedOn : planned;
}

/**
 * The day on which an invoice that was never tried is charged, as it looks on a day: not while it is held, each of these
 * until the end of its day. Null: nobody knows.
 */
export function expectedDebit(
  planned: CivilDate | null,
  { today, heldUntil }: { today: CivilDate; heldUntil: readonly (CivilDate | null)[] },
): CivilDate | null {
  if (planned === null) return null;
  return heldUntil.reduce<CivilDate | null>(
    (on, until) => {
      if (on === null || until === null) return null;
      return compareDates(until, on) < 0 ? on : addDays(until, 1);
    },
    compareDates(planned, today) < 0 ? today : planned,
  );
}

interface DebitCard {
  id: number;
  gateway: string;
  isDefault: boolean;
  autoDebitSince: string | null;
  declinedAt: string | null;
  expiryMonth: number;
  expiryYear: number;
}

/** Of a customer's cards the one that is charged by itself: agreed to, good, and not refused for good. The default first. */
export function debitCard<Card extends DebitCard>(
  cards: readonly Card[],
  gateway: string,
  today: CivilDate,
): Card | undefined {
  return cards
    .filter((card) => card.gateway === gateway && card.autoDebitSince !== null && card.declinedAt === null)
    .filter((card) => !isExpired(card, today))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || b.id - a.id)[0];
}

/** How long before its end the holder of a card is told of it. */
export const EXPIRY_NOTICE_DAYS = 30;

/** The day from which a card's holder is told that it ends: its last day less the notice. */
export function expiryNoticeOn({ expiryMonth, expiryYear }: { expiryMonth: number; expiryYear: number }): CivilDate {
  const [year, month] = expiryMonth === 12 ? [expiryYear + 1, 1] : [expiryYear, expiryMonth + 1];
  return addDays(`${year}-${String(month).padStart(2, '0')}-01`, -1 - EXPIRY_NOTICE_DAYS);
}

/** The last month of which cards are told on a day that they end. */
export function endingUntil(today: CivilDate): { year: number; month: number } {
  const [year = 0, month = 1] = addDays(today, EXPIRY_NOTICE_DAYS + 1)
    .split('-')
    .map(Number);
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}
