import type { RenewalState } from '../../server/src/domain/renewal-machine';
import type { Risk } from '../../server/src/domain/renewal-risk';

/** Colours of the badges: as of others in the like state. */
export const RENEWAL_BADGE: Record<RenewalState, string> = {
  open: 'draft',
  noticed: 'waiting',
  offered: 'open',
  renewed: 'active',
  declined: 'cancelled',
  lapsed: 'overdue',
  won_back: 'active',
};

export const RISK_COLOUR: Record<Risk, string> = { low: 'success600', medium: 'warning600', high: 'danger600' };

const MONTHS_BACK = 2;
const MONTHS_AHEAD = 12;

/** The months that the cockpit leads to, around the one of a day: `2026-03`. */
export function monthsAround(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, index) => {
    const counted = year * 12 + (month - 1) - MONTHS_BACK + index;
    return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
  });
}
