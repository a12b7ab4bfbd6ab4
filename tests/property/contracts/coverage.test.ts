import fc from 'fast-check';
import { addDays, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { isExplained } from '../../../plugins/contracts/server/src/domain/coverage';
import { joined } from '../../../plugins/contracts/server/src/domain/intervals';
import { periodsDue } from '../../../plugins/contracts/server/src/domain/periods-due';
import { property } from '../../support/random';
import { line, offs, suspensionsOf } from './arbitraries';

const HORIZON = 400;
const known = fc.record({ terms: line, wished: offs });

/** What was billed of a line, and the days between it. */
function billedOf(terms: Parameters<typeof periodsDue>[0], suspensions: ReturnType<typeof suspensionsOf>) {
  const asOf = addDays(terms.startsOn, HORIZON);
  const due = periodsDue(terms, { suspensions, billed: new Set() }, asOf);
  const holes = due.flatMap((period, place) => {
    const before = due[place - 1];
    const start = before ? addDays(before.end, 1) : terms.startsOn;
    const follows = period.index === (before?.index ?? -1) + 1;
    const isHole = follows && compareDates(start, period.start) < 0;
    return isHole ? [{ start, end: addDays(period.start, -1), since: before?.start ?? start }] : [];
  });
  return { due, holes };
}

property('what a line left unbilled is explained by its suspensions', known, ({ terms, wished }) => {
  const suspensions = joined(suspensionsOf(terms.startsOn, wished));
  for (const hole of billedOf(terms, suspensions).holes) {
    expect(isExplained(hole, terms.whileSuspended, suspensions)).toBe(true);
  }
});

property(
  'a day more that nobody billed is not',
  fc.record({ terms: line, wished: offs, pick: fc.nat() }),
  ({ terms, wished, pick }) => {
    const suspensions = joined(suspensionsOf(terms.startsOn, wished));
    const { due } = billedOf(terms, suspensions);
    const place = due.length > 1 ? 1 + (pick % (due.length - 1)) : 0;
    const [before, period] = [due[place - 1], due[place]];
    // Only where nothing was off from the one to the other is each day of it a day that was used.
    if (!before || period?.index !== before.index + 1) return;
    const isOff = suspensions.some(
      ({ from, to }) => compareDates(from, period.end) <= 0 && (to === null || compareDates(to, before.start) > 0),
    );
    if (isOff) return;
    const hole = { start: addDays(before.end, 1), end: period.start, since: before.start };
    expect(isExplained(hole, terms.whileSuspended, suspensions)).toBe(false);
  },
);
