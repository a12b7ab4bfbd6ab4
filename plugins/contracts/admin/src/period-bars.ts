import { addDays, daysBetween, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { common, type Span, without } from '../../server/src/domain/intervals';
import { chainsOf, type Linked } from '../../server/src/domain/line-chain';

export const BAR_KINDS = ['paid', 'open', 'billed', 'upcoming', 'suspended'] as const;
/** `billed`: nothing was to be paid for it. */
export type BarKind = (typeof BAR_KINDS)[number];

export interface BarLine extends Linked {
  documentId: string;
  description: string;
}

export interface BarPeriod {
  /** Document id. */
  line: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  invoice: { documentId: string; number: string | null; state: string } | null;
}

export interface BarSuspension {
  startsOn: CivilDate;
  resumesOn: CivilDate | null;
}

export interface Bar extends Span {
  kind: BarKind;
  invoice: BarPeriod['invoice'];
  /** Per cent of the days that are shown. */
  left: number;
  width: number;
}

export interface BarRow {
  /** Document id of the line that it began with. */
  key: string;
  name: string;
  bars: Bar[];
}

/** What became of the money for a period. */
function kindOf({ invoice }: BarPeriod): BarKind {
  if (!invoice) return 'billed';
  return invoice.state === 'paid' ? 'paid' : 'open';
}

/**
 * The days of each line of a contract by what became of them, those that go on from one another in one row; `shown` cuts
 * them. Being off lies over what was billed.
 */
export function barRows(
  {
    lines,
    periods,
    suspensions,
  }: { lines: readonly BarLine[]; periods: readonly BarPeriod[]; suspensions: readonly BarSuspension[] },
  shown: Span,
): BarRow[] {
  const whole = daysBetween(shown.start, shown.end) + 1;
  const place = (span: Span, more: Pick<Bar, 'kind' | 'invoice'>): Bar[] => {
    const seen = common(span, shown);
    if (!seen) return [];
    const left = (100 * daysBetween(shown.start, seen.start)) / whole;
    return [{ ...span, ...more, left, width: (100 * (daysBetween(seen.start, seen.end) + 1)) / whole }];
  };
  return chainsOf(lines).flatMap(({ root, all, lines: held }): BarRow[] => {
    const days = held.flatMap(({ startsOn, endsOn }) =>
      startsOn === null ? [] : [{ start: startsOn, end: endsOn ?? shown.end }],
    );
    const own = new Set(all.map(({ documentId }) => documentId));
    const billed = periods
      .filter(({ line }) => own.has(line))
      .map((period) => ({ ...period, start: period.startsOn, end: period.endsOn }));
    const taken = billed.map(({ start, end }) => ({ from: start, to: addDays(end, 1) }));
    const seen = days.filter((span) => span.start <= span.end);
    const bars = [
      ...billed.flatMap((period) => place(period, { kind: kindOf(period), invoice: period.invoice })),
      ...seen
        .flatMap((span) => without(span, taken))
        .flatMap((span) => place(span, { kind: 'upcoming', invoice: null })),
      ...suspensions.flatMap(({ startsOn, resumesOn }) =>
        seen.flatMap((span) => {
          const off = common(span, { start: startsOn, end: resumesOn === null ? shown.end : addDays(resumesOn, -1) });
          return off ? place(off, { kind: 'suspended', invoice: null }) : [];
        }),
      ),
    ];
    return bars.length === 0 ? [] : [{ key: root.documentId, name: (held.at(-1) ?? root).description, bars }];
  });
}
