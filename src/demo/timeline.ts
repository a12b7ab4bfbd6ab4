type Task = () => Promise<void>;

export interface Timeline {
  /** The day that is being lived, counted from the first. */
  readonly day: number;
  readonly last: number;
  /** Puts a task on a day; one that lies behind the last day never happens. */
  on(day: number, task: Task): void;
  run(): Promise<void>;
}

export interface TimelineNeeds {
  /** Today's instant: the last day ends on it. */
  now: string;
  days: number;
  runUntil: (instant: string) => Promise<void>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Nine in the morning in Bangkok. */
const OPENING = 2 * 60 * MINUTE;
const BETWEEN_TASKS = 11 * MINUTE;

export const firstInstant = (now: string, days: number): string =>
  new Date(Math.floor(Date.parse(now) / DAY) * DAY - days * DAY).toISOString();

/** A civil date so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Lives through the days in order, turning the clock from task to task. */
export function createTimeline({ now, days, runUntil }: TimelineNeeds): Timeline {
  const tasks = new Map<number, Task[]>();
  const start = Date.parse(firstInstant(now, days));
  const end = Date.parse(now);
  let day = 0;
  return {
    get day() {
      return day;
    },
    last: days,
    on(when, task) {
      tasks.set(when, [...(tasks.get(when) ?? []), task]);
    },
    async run() {
      for (day = 0; day <= days; day += 1) {
        // A task may put another on its own day: the list is asked anew each time.
        for (let place = 0; place < (tasks.get(day)?.length ?? 0); place += 1) {
          const instant = start + day * DAY + OPENING + place * BETWEEN_TASKS;
          await runUntil(new Date(Math.min(instant, end)).toISOString());
          await tasks.get(day)?.[place]?.();
        }
      }
      await runUntil(new Date(end).toISOString());
    },
  };
}
