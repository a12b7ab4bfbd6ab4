import { addDays, type CivilDate, compareDates, conflict, dateIn, startOfDay } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { EventRow } from '../../../kit/src/events';
import type { Job } from '../../../kit/src/jobs';
import type { Platform } from '../../../kit/src/platform';
import type { Told as Answered } from '../../../kit/src/shapes';
import type { Simulated, SimulatedFigure, SimulationPart, SimulationQuestion } from '../../../kit/src/simulation';
import type { Messages } from '../core/messages';
import type { Registry } from '../core/registry';
import type { Transactions } from '../core/transaction';
import type { LogReader } from '../events/read-log';
import { type AddedUp, createSums } from './add-up';
import { createFreshStatistics } from './fresh-statistics';
import { createShadowTables } from './shadow-tables';
import { keepSimulatedTime, type SimulatedJobsNeeds } from './simulated-jobs';

export interface SimulationsNeeds extends SimulatedJobsNeeds {
  registry: Registry;
  platform: Platform;
  transactions: Pick<Transactions, 'pretend'>;
  messages: Messages;
  log: LogReader;
  jobs: () => readonly Job[];
}

export interface Asked extends SimulationQuestion {
  /** Shown from this day on; what is due before happens, too. */
  from: CivilDate;
  /** The last day that is lived. */
  to: CivilDate;
  /** Row id. */
  customer?: number;
  /** So many events are told one by one; of the others, what they come to. */
  most: number;
}

type Reading = Pick<Asked, 'from' | 'customer'> & { caller: Caller };
type Outcome = Pick<Answered<Simulated>, 'events' | 'more' | 'counts' | 'figures'>;

/** Events are read in pages of the log. */
const PAGE = 1000;

/** Copies change as they are lived: a rough picture of them does for a plan, and is soon taken. */
const STATISTICS = 10;

/** One at a time: each holds a connection, and on SQLite the only one. */
let underWay = false;

/**
 * What would happen: the jobs themselves, on copies of the rows and a clock of their own, in a transaction that is taken
 * back. Members pay as asked. Whoever asks sees of it what they may read of the log.
 */
export function createSimulations(needs: SimulationsNeeds) {
  const { strapi, rows, clock, registry, transactions, messages, log } = needs;
  const shadow = createShadowTables(strapi, registry);

  const partsOf = (question: SimulationQuestion): SimulationPart[] =>
    registry
      .all()
      .flatMap((definition) => definition.simulation?.({ strapi, platform: needs.platform }, question) ?? []);

  async function* eventsSince(before: number, { caller, from, customer }: Reading): AsyncGenerator<EventRow[]> {
    let last = before;
    for (;;) {
      const page = await log.after(caller, last, { limit: PAGE, customer });
      yield page.filter(({ at }) => compareDates(dateIn(clock.zone(), at), from) >= 0);
      last = page.at(-1)?.id ?? last;
      if (page.length < PAGE) return;
    }
  }

  async function live(caller: Caller, asked: Asked, stepped: () => Promise<void>): Promise<Outcome> {
    const parts = partsOf(asked);
    const jobs = [
      ...needs.jobs().filter((job) => !job.sleepsThrough && job.simulated !== false),
      ...parts.flatMap((part) => part.jobs ?? []),
    ];
    const before = await log.lastId();
    const time = await keepSimulatedTime(needs, { jobs, stepped });
    await time.leapTo(startOfDay(clock.zone(), addDays(asked.to, 1)));
    const figures: readonly SimulatedFigure[] = parts.flatMap((part) => part.figures ?? []);
    const sums = createSums(figures, clock.zone(), asked.most);
    for await (const page of eventsSince(before, { caller, ...asked })) sums.add(page);
    return tell(caller, sums.result(), parts);
  }

  async function tell(
    caller: Caller,
    { events, more, counts, sums }: AddedUp,
    parts: readonly SimulationPart[],
  ): Promise<Outcome> {
    const ids = [...new Set(events.flatMap(({ customerId }) => customerId ?? []))];
    const names = new Map(
      (await Promise.all(parts.map(async (part) => [...((await part.customers?.(ids)) ?? [])]))).flat(),
    );
    const title = (name: string): string => messages.title(caller.language, 'event', name);
    return {
      events: events.map(({ customerId, ...event }) => ({
        ...event,
        title: title(event.name),
        customer: (customerId !== null && names.get(customerId)) || null,
      })),
      more,
      counts: counts.map((one) => ({ ...one, title: title(one.name) })),
      figures: sums.map((one) => ({ ...one, title: messages.say(caller.language, `simulation.figure.${one.name}`) })),
    };
  }

  return {
    async run(caller: Caller, asked: Asked): Promise<Outcome> {
      if (underWay) throw conflict('simulation.under_way');
      underWay = true;
      try {
        return await transactions.pretend(async (trx) => {
          const isCopied = rows.dialect === 'postgres';
          if (isCopied) {
            await trx.raw('set transaction isolation level repeatable read');
            await trx.raw(`set local default_statistics_target = ${STATISTICS}`);
            await shadow(trx, asked.customer);
          }
          const stepped = isCopied ? createFreshStatistics(trx) : async () => undefined;
          return clock.pretend(() => live(caller, asked, stepped));
        });
      } finally {
        underWay = false;
      }
    },
  };
}

export type Simulations = ReturnType<typeof createSimulations>;
