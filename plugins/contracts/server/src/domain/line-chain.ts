import { compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';

interface Linked {
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

const holds = ({ startsOn, endsOn }: Linked): boolean =>
  startsOn === null || endsOn === null || compareDates(startsOn, endsOn) <= 0;

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
    lines: group.filter(holds).sort((a, b) => compareDates(a.startsOn ?? EVER, b.startsOn ?? EVER) || a.id - b.id),
  }));
}

/** The line of a chain that holds on a day: the last that has begun, or the first. */
export const lineOn = <Line extends Linked>(
  { root, lines }: Pick<LineChain<Line>, 'root' | 'lines'>,
  day: CivilDate,
): Line =>
  lines.filter(({ startsOn }) => startsOn !== null && compareDates(startsOn, day) <= 0).at(-1) ?? lines[0] ?? root;
