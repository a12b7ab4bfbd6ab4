/** What one step did. `cursor` is kept with the run and handed to the next step; `done` ends the run. */
export interface StepResult {
  done: boolean;
  cursor?: unknown;
  /** Adds to the run's counters. */
  processed?: number;
  failed?: number;
  /** Rows in all, where known: for the progress bar. */
  total?: number;
  note?: string;
}

export interface StepContext {
  /** Business instant the run stands for. */
  tick: string;
  cursor: unknown;
  runId: number;
}

/** Named, idempotent, resumable work that the clock starts. */
export interface Job {
  /** `plugin.verb-things`, e.g. `platform.deliver-events`. */
  name: string;
  /**
   * The instant (ISO, UTC) at which it next has something to do, or null. Equal instants are one run: (job, tick) is
   * unique. What it answers holds until that instant, whatever time it is meanwhile, unless rows change that it read.
   */
  nextDue: () => Promise<string | null>;
  /**
   * A leap of the test clock does not halt for it: instants that were leapt over are one, as are those at which the site
   * was down. For what keeps house, and for what is looked at each night whether
   * anything happened or not.
   */
  sleepsThrough?: boolean;
  /** Left out of simulations: it talks to the world outside, or does what only people begin. */
  simulated?: false;
  /** One chunk in its own transaction. */
  step: (context: StepContext) => Promise<StepResult>;
}
