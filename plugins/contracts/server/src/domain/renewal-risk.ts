export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/** What is known of a customer whose term ends. */
export interface RiskFacts {
  daysLeft: number;
  /** Notices that were given and not answered. */
  notices: number;
  paid: number;
  inTime: number;
  overdueDays: number;
}

const SOON = 30;
const LATE = 14;

/** How likely a customer is to leave, by signs that staff can see beside it: silence as the end comes near, and debts. */
export function renewalRisk({ daysLeft, notices, paid, inTime, overdueDays }: RiskFacts): Risk {
  const signs = [
    daysLeft <= SOON,
    notices >= 3,
    overdueDays > 0,
    overdueDays > LATE,
    paid > 0 && inTime * 2 < paid,
  ].filter(Boolean).length;
  return signs >= 3 ? 'high' : signs >= 1 ? 'medium' : 'low';
}
