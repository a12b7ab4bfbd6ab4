import { type CivilDate, daysBetween } from '@sanya/strapi-plugin-platform/kernel';

/** How a customer has paid so far. */
export interface PaymentHistory {
  /** Invoices that money settled whole, each with the day it was due and the day of the last payment. */
  paid: readonly { due: CivilDate; settled: CivilDate }[];
  /** Payments that came back: cheques without cover, transfers recalled. */
  reversed: number;
  /** Day of the first invoice; null: none yet. */
  since: CivilDate | null;
  /** By how many days the oldest open invoice is past due. */
  overdueDays: number;
}

export type CreditGrade = 'new' | 'a' | 'b' | 'c' | 'd';

/** One sentence of the explanation: what was looked at, and the points it gave of those it could give. */
export interface ScoreReason {
  code: 'on_time' | 'days_late' | 'age' | 'reversed' | 'overdue';
  points: number;
  most: number;
  params: Record<string, number>;
}

export interface CreditScore {
  /** 0 to 100; null: too little is known. */
  score: number | null;
  grade: CreditGrade;
  reasons: readonly ScoreReason[];
}

/** Fewer paid invoices say nothing of a customer. */
const LEAST_PAID = 3;
const ON_TIME = 40;
const DAYS_LATE = 25;
const AGE = 15;
const MONTHS_A_POINT = 2;
const REVERSED = 20;
const A_REVERSED = 10;
const OVERDUE = 30;
const DAYS_A_MONTH = 30;

const gradeOf = (score: number): CreditGrade => (score >= 80 ? 'a' : score >= 60 ? 'b' : score >= 40 ? 'c' : 'd');

/**
 * A customer's score by rule, so that it can be explained: how many invoices were paid in time (40), how late on average
 * (25, a point a day), for how long they are a customer (15, a point for two months), whether payments came back (20,
 * ten each); a point off for every day that something is overdue now, at most 30.
 */
export function scoreOf(history: PaymentHistory, today: CivilDate): CreditScore {
  const { paid, reversed, since, overdueDays } = history;
  const late = paid.map(({ due, settled }) => Math.max(0, daysBetween(due, settled)));
  const inTime = late.filter((days) => days === 0).length;
  const averageLate = paid.length === 0 ? 0 : Math.round(late.reduce((all, days) => all + days, 0) / paid.length);
  const months = since === null ? 0 : Math.max(0, Math.floor(daysBetween(since, today) / DAYS_A_MONTH));
  const gained: ScoreReason[] = [
    {
      code: 'on_time',
      points: paid.length === 0 ? 0 : Math.floor((ON_TIME * inTime) / paid.length),
      most: ON_TIME,
      params: { inTime, count: paid.length },
    },
    {
      code: 'days_late',
      points: DAYS_LATE - Math.min(DAYS_LATE, averageLate),
      most: DAYS_LATE,
      params: { days: averageLate },
    },
    { code: 'age', points: Math.min(AGE, Math.floor(months / MONTHS_A_POINT)), most: AGE, params: { months } },
    {
      code: 'reversed',
      points: REVERSED - Math.min(REVERSED, A_REVERSED * reversed),
      most: REVERSED,
      params: { reversed },
    },
  ];
  const sum = gained.reduce((all, reason) => all + reason.points, 0);
  const taken = Math.min(sum, OVERDUE, Math.max(0, overdueDays));
  const reasons: ScoreReason[] = [
    ...gained,
    ...(taken > 0 ? [{ code: 'overdue' as const, points: -taken, most: 0, params: { days: overdueDays } }] : []),
  ];
  if (paid.length < LEAST_PAID) return { score: null, grade: 'new', reasons };
  return { score: sum - taken, grade: gradeOf(sum - taken), reasons };
}
