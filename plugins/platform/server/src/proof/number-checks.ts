import type { Discrepancy, ProofCheck } from '../../../kit/src/proof';
import type { SeriesSeed } from '../../../kit/src/platform';
import type { Tools } from '../../../kit/src/plugin';
import { BRANCH, SERIES } from '../core/numbers';
import { EVENT } from '../events/delivery-store';
import type { SeriesRow } from '../number-series/counting';
import { seedsOf } from '../number-series/series-file';
import { type FramedSeries, framedSeries, frameKey, type PastPattern, type Run, writtenRuns } from './number-frames';
import { type NumberGroup, numberProofStore, type Some } from './number-proof-store';

const CHECK = 'platform.number_missing';

interface PatternEvent {
  before: { series: string; branch: string | null; pattern: string } | null;
}

/** All that is counted by this row stands there, each once, and nothing beyond. */
function isWhole({ row, frames }: FramedSeries, groups: ReadonlyMap<string, NumberGroup>): boolean {
  const found = frames.flatMap((frame) => groups.get(frameKey(frame)) ?? []);
  if (row.counter === row.startsAfter) return found.length === 0;
  const [only, ...others] = found;
  if (!only || others.length > 0) return false;
  const size = row.counter - row.startsAfter;
  const isEach = only.documents === size && only.counters === size;
  return isEach && only.lowest === row.startsAfter + 1n && only.highest === row.counter;
}

const startOf = (period: string): string => (period === '' ? '-' : `${period}-01-01`.slice(0, 10));

async function compareSeries(
  { platform: { rows } }: Tools,
  seed: SeriesSeed,
  series: readonly FramedSeries[],
): Promise<Discrepancy[]> {
  if (!seed.documents) return [];
  const store = numberProofStore(rows, seed.documents);
  const name = { words: [`series.${seed.code}`] };
  // Frames of one length are read together: periods and branches differ only in what stands there.
  const shapes = new Map(
    series.flatMap(({ frames }) =>
      frames.map((frame) => [`${[...frame.head].length} ${[...frame.tail].length}`, frame] as const),
    ),
  );
  const groups = new Map<string, NumberGroup>();
  for (const frame of shapes.values()) {
    for (const group of await store.groups(frame)) groups.set(frameKey(group), group);
  }
  const doubtful = series.filter((one) => !isWhole(one, groups));
  const found: Discrepancy[] = [];
  for (const one of doubtful) {
    const { missing, doubled } = await store.compare(one);
    const told = (check: string, { count, first }: Some<Run>): Discrepancy[] =>
      count === 0n
        ? []
        : [
            {
              ...{ check, type: SERIES, documentId: one.row.documentId },
              params: {
                ...{ series: name, branch: one.branch, since: startOf(one.row.period), count: String(count) },
                numbers: writtenRuns(one, first),
              },
            },
          ];
    found.push(...told(CHECK, missing), ...told('platform.number_doubled', doubled));
  }
  const counted = series.reduce((sum, { row }) => sum + row.counter - row.startsAfter, 0n);
  if (doubtful.length === 0 && (await store.count()) === counted) return found;
  const { count, first } = await store.strangers(series);
  if (count > 0n) {
    found.push({
      ...{ check: 'platform.number_not_given', type: seed.documents.type, documentId: first[0]?.document ?? '' },
      params: { series: name, count: String(count), numbers: first.map(({ number }) => number).join(', ') },
    });
  }
  return found;
}

/** Each number that a series has given stands on a document, once, and no document has one that was not given. */
export const numberChecks = (tools: Tools): readonly ProofCheck[] => [
  {
    name: CHECK,
    async run() {
      const { strapi, platform } = tools;
      const { rows } = platform;
      const series = await rows.find<SeriesRow>(SERIES, () => undefined);
      const branches = await rows.find<{ code: string }>(BRANCH, () => undefined, { fields: ['code'] });
      const changes = await rows.find<PatternEvent>(
        EVENT,
        (query, column) => void query.where(column('name'), 'number-series.changed'),
        { fields: ['before'] },
      );
      const past = changes.flatMap(({ before }): PastPattern[] => (before ? [before] : []));
      const found: Discrepancy[] = [];
      for (const seed of seedsOf(strapi)) {
        found.push(...(await compareSeries(tools, seed, framedSeries(seed, series, past, branches))));
      }
      return found;
    },
  },
];
