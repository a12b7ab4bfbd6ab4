import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';

export interface Linked {
  id: number;
  startsOn: CivilDate | null;
  endsOn: CivilDate | null;
  /** Row id of the line that it goes on from: a contract that is changed or renewed has another line from that day on. */
  predecessor?: number | null;
}

/** What goes on from line to line is one promise. */
export interface LineChain<Line> {
  /** The line that it began with. */
  root: Line;
  /** Those that hold some days, one after the other. */
  lines: Line[];
  /** And those that were replaced before they began. */
  all: Line[];
}

const EVER = '9999-12-31';

/** It was to take over from another line, or was replaced on its first day. */
export const neverWas = ({ startsOn, endsOn }: Pick<Linked, 'startsOn' | 'endsOn'>): boolean =>
  startsOn !== null && endsOn !== null && compareDates(endsOn, startsOn) < 0;

/** The lines of a contract, those that go on from each other together. */
export function chainsOf<Line extends Linked>(lines: readonly Line[]): LineChain<Line>[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rootOf = (line: Line): Line => {
    const before = byId.get(line.predecessor ?? 0);
    return before ? rootOf(before) : line;
  };
  const groups = new Map<Line, Line[]>();
  for (const line of lines) groups.set(rootOf(line), [...(groups.get(rootOf(line)) ?? []), line]);
  return [...groups].map(([root, group]) => ({
    root,
    all: group,
    lines: group
      .filter((line) => !neverWas(line))
      .sort((a, b) => compareDates(a.startsOn ?? EVER, b.startsOn ?? EVER) || a.id - b.id),
  }));
}

/** The line of a chain that holds on a day: the last that has begun, or the first. */
export const lineOn = <Line extends Linked>(
  { root, lines }: Pick<LineChain<Line>, 'root' | 'lines'>,
  day: CivilDate,
): Line =>
  lines.filter(({ startsOn }) => startsOn !== null && compareDates(startsOn, day) <= 0).at(-1) ?? lines[0] ?? root;

/** The last day of a line from which another takes over on a day; the day before its first where nothing of it is left. */
export const cutBefore = ({ startsOn }: Pick<Linked, 'startsOn'>, from: CivilDate): CivilDate => {
  const before = addDays(from, -1);
  return startsOn !== null && compareDates(before, startsOn) < 0 ? addDays(startsOn, -1) : before;
};

/** The last day of a line of what is over on a day: its own where that was before, and none where it was to begin later. */
export function endOn({ startsOn, endsOn }: Pick<Linked, 'startsOn' | 'endsOn'>, day: CivilDate): CivilDate {
  if (endsOn !== null && compareDates(endsOn, day) < 0) return endsOn;
  return startsOn !== null && compareDates(day, startsOn) < 0 ? addDays(startsOn, -1) : day;
}
