import { compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { dayAfter } from './entitled-periods';
import { carriedUntil, type Ledger, standingOf } from './entitlement-ledger';
import type { Interval } from './intervals';

/**
 * The day after today on which a ledger next has something to be settled: a period begins or the last one is over, a
 * change of plan takes effect, what was taken over is worth nothing any more, or the service is on again.
 */
export function entitlementDueOn(
  ledger: Ledger,
  {
    next,
    changes = null,
    endsOn,
    suspensions,
    today,
  }: {
    next: CivilDate | null;
    /** Something else holds from that day on. */
    changes?: CivilDate | null;
    endsOn: CivilDate | null;
    suspensions: readonly Interval[];
    today: CivilDate;
  },
): CivilDate | null {
  if (ledger.isOver) return null;
  const running = ledger.periods.at(-1);
  const until = running && standingOf(ledger).carried > 0n ? carriedUntil(running) : null;
  const on = running?.granted === false ? suspensions.map(({ to }) => to) : [];
  const days = [next, changes, dayAfter(endsOn, today), until, ...on];
  return (
    days
      .flatMap((day) => (day !== null && compareDates(day, today) > 0 ? [day] : []))
      .sort(compareDates)
      .at(0) ?? null
  );
}
