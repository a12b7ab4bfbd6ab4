import { compareDates, conflict, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Linked, neverWas } from './line-chain';

/** What a line is told apart by, and when it holds. */
type ChainLine = Linked & { description: string };

/** Where among the lines that take over from one another a change falls. */
export interface Place<Line> {
  /** The first day of what is new. */
  from: CivilDate;
  /** What goes on until the day before. */
  kept: Line;
  /** What was to take over from it on that day or later, in order: it never will. */
  withdrawn: Line[];
  /** What would hold on that day. */
  holds: Line;
  /** The last day of all of it; null: until somebody ends it. */
  endsOn: CivilDate | null;
}

const beginsFrom = ({ startsOn }: ChainLine, day: CivilDate): boolean =>
  startsOn === null || compareDates(startsOn, day) >= 0;

const successorOf = <Line extends ChainLine>(lines: readonly Line[], { id }: Line): Line | undefined =>
  lines.find((line) => line.predecessor === id && !neverWas(line));

/** What takes over from a line, and from that, in order. */
export function followersOf<Line extends ChainLine>(lines: readonly Line[], line: Line): Line[] {
  const found: Line[] = [];
  for (let next = successorOf(lines, line); next; next = successorOf(lines, next)) found.push(next);
  return found;
}

/**
 * Finds what a change from a day on cuts and what it withdraws, whichever line of the chain was named. Refuses a line that
 * another has taken over from before that day, and a day after the last.
 */
export function placeOf<Line extends ChainLine>(
  lines: readonly Line[],
  named: Line,
  wish: { from: CivilDate; today: CivilDate; field: string },
): Place<Line> {
  const closed = () => conflict('contract.line_closed', { field: wish.field, params: { line: named.description } });
  const followers = followersOf(lines, named);
  if (neverWas(named) && followers.length === 0) throw closed();
  if (followers.some((line) => !beginsFrom(line, wish.from))) throw closed();
  const withdrawn = [...followers];
  let kept = named;
  while (kept.predecessor && beginsFrom(kept, wish.from)) {
    const before = lines.find(({ id }) => id === kept.predecessor);
    if (!before) break;
    withdrawn.unshift(kept);
    kept = before;
  }
  // What has not begun yet is changed from its first day.
  const from = !neverWas(kept) && kept.startsOn !== null && beginsFrom(kept, wish.from) ? kept.startsOn : wish.from;
  const { endsOn } = withdrawn.at(-1) ?? kept;
  if (endsOn !== null && compareDates(from, endsOn) > 0) {
    if (compareDates(endsOn, wish.today) < 0) throw closed();
    throw conflict('contract.change_beyond_end', { field: wish.field, params: { ends: endsOn } });
  }
  const [next] = withdrawn;
  return { from, kept, withdrawn, holds: next?.startsOn === from ? next : kept, endsOn };
}

/** What of a line, and of those that take over from it, holds on a day; undefined where it is over before. */
export function heldOn<Line extends ChainLine>(lines: readonly Line[], first: Line, day: CivilDate): Line | undefined {
  const chain = [first, ...followersOf(lines, first)].filter((line) => !neverWas(line));
  const held = chain.filter(({ startsOn }) => startsOn === null || compareDates(startsOn, day) <= 0).at(-1) ?? chain[0];
  return held && (held.endsOn === null || compareDates(held.endsOn, day) >= 0) ? held : undefined;
}
