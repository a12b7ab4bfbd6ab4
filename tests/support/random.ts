import fc from 'fast-check';

/** How large random tests are, from `SANYA_TEST_SCALE`: 1 unless told, 0.1 is a tenth of the runs, 50 a soak. */
export function scale(): number {
  const value = Number(process.env.SANYA_TEST_SCALE || '1');
  if (!Number.isFinite(value) || value <= 0) throw new Error('SANYA_TEST_SCALE must be a number above zero');
  return value;
}

/** The seed of this process: `SANYA_TEST_SEED` to replay a failure, else a fresh one. A 32-bit integer. */
export const seed: number = process.env.SANYA_TEST_SEED
  ? Number(process.env.SANYA_TEST_SEED) | 0
  : (Math.random() * 2 ** 32) | 0;

/**
 * For a flood of whole requests: one seed at scale 1, so that a run says something of what was changed and not of luck;
 * the soak draws a fresh one.
 */
export const floodSeed: number = process.env.SANYA_TEST_SEED || scale() > 1 ? seed : 25_691_123;

/** Where rules do not know the database, each tries at scale 1 what the other leaves out. */
const isSecond = process.env.SANYA_TEST_DB === 'postgres';

/** So many of a list at scale 1, spread over all of it, others on each database, and more the larger the scale is. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const count = Math.ceil(most * scale());
  if (all.length <= count) return all;
  const shift = isSecond ? 0.5 : 0;
  return Array.from({ length: count }, (_, place) => all[Math.floor(((place + shift) * all.length) / count)] as T);
}

/** Half of a list at scale 1, on each database the other half; above it, all. */
export const half = <T>(all: readonly T[]): readonly T[] =>
  scale() > 1 ? all : all.filter((_, place) => place % 2 === Number(isSecond));

/** What of a whole list must at least have been there, where a half of it was tried. */
export const leastOfHalf = (least: number): number => (scale() > 1 ? least : least / 2);

/** Numbers of one seed, the same ones each time: the next whole number from 0 up to, not including, `below`. */
export function draws(from: number): (below: number) => number {
  let state = from >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    // The low bits of such a sequence repeat soon.
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Runs a test that draws from `seed`; a failure says how to have it again. */
export async function replayable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`replay with SANYA_TEST_SEED=${seed} SANYA_TEST_SCALE=${scale()}\n${said}`, { cause });
  }
}

/**
 * Declares a Jest test that holds for every value of `arb`. The predicate returns false or throws when it does not.
 * A failure names the smallest counterexample and the seed that brings it back.
 * @param runs values tried at scale 1
 */
export function property<T>(
  name: string,
  arb: fc.Arbitrary<T>,
  predicate: (value: T) => boolean | void | Promise<boolean | void>,
  runs = 200,
): void {
  const numRuns = Math.max(1, Math.round(runs * scale()));
  const limit = 30_000 * Math.max(1, scale());
  test(
    name,
    async () => {
      const outcome = await fc.check(
        fc.asyncProperty(arb, async (value) => predicate(value)),
        { seed, numRuns },
      );
      if (!outcome.failed) return;
      const report = await fc.asyncDefaultReportMessage(outcome);
      throw new Error(`replay with SANYA_TEST_SEED=${seed} SANYA_TEST_SCALE=${scale()}\n${report}`, {
        cause: outcome.errorInstance,
      });
    },
    limit,
  );
}
