export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

export const database = process.env.SANYA_TEST_DB === 'postgres' ? 'postgres' : 'sqlite';

const rounded = (value: number): number => Number(value.toPrecision(4));

/** One figure, as one line of JSON. */
export function print(
  bench: string,
  figure: string,
  value: number,
  unit: string,
  more: Record<string, unknown> = {},
): void {
  process.stdout.write(`${JSON.stringify({ bench, figure, value: rounded(value), unit, database, ...more })}\n`);
}

/** What must not be so, told when a bench is at its end. */
const faults: string[] = [];

export const noteFault = (fault: string): void => void faults.push(fault);

/** A figure that must be no less than `wanted`, or no more than `most`. */
export function printWanted(
  bench: string,
  figure: string,
  value: number,
  unit: string,
  bound: { wanted: number } | { most: number },
  more: Record<string, unknown> = {},
): void {
  print(bench, figure, value, unit, { ...bound, ...more });
  const [isMet, wanted] =
    'wanted' in bound
      ? [value >= bound.wanted, `at least ${bound.wanted}`]
      : [value <= bound.most, `at most ${bound.most}`];
  if (!isMet) noteFault(`${figure} is ${rounded(value)}, wanted is ${wanted}`);
}

/** The same of PostgreSQL, where large houses live; of SQLite it is only told. */
export const printWantedOfPostgres: typeof printWanted = (bench, figure, value, unit, bound, more) =>
  database === 'postgres'
    ? printWanted(bench, figure, value, unit, bound, more)
    : print(bench, figure, value, unit, more);

/** Runs a bench to its end. It fails where it breaks down, and where a figure is not as wanted: once all are printed. */
export function runBench(bench: string, main: () => Promise<void>): void {
  main().then(
    () => {
      if (faults.length > 0) console.error(`${bench} on ${database}: ${faults.join('; ')}.`);
      process.exit(faults.length > 0 ? 1 : 0);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

/** Work per second of both sides, with its spread, and ours over the baseline's. */
export function printComparison(
  bench: string,
  unit: string,
  sides: { ours: readonly number[]; baseline: readonly number[] },
  { variant = '', wanted }: { variant?: string; wanted: number },
): void {
  for (const side of ['ours', 'baseline'] as const) {
    const values = sides[side];
    print(bench, `${side}${variant}`, median(values), unit, {
      runs: values.length,
      least: rounded(Math.min(...values)),
      most: rounded(Math.max(...values)),
    });
  }
  printWanted(bench, `ratio${variant}`, median(sides.ours) / median(sides.baseline), 'times', { wanted });
}

/** Measures both sides so many times, the one and the other first by turns. */
export async function inTurns(
  runs: number,
  measure: Record<'ours' | 'baseline', () => Promise<number>>,
): Promise<Record<'ours' | 'baseline', number[]>> {
  const sides = { ours: [] as number[], baseline: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const order = run % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const);
    for (const side of order) sides[side].push(await measure[side]());
  }
  return sides;
}

/** Seconds that some work took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
