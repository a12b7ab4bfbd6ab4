import { z } from 'zod';
import type { Job } from './jobs';
import { day, facts, instant, money } from './shapes';

/** How members pay in a simulation: on the day it is due, as they used to, or not at all. */
export const SIMULATED_PAYMENTS = ['on_due', 'as_before', 'none'] as const;

export interface SimulationQuestion {
  payments: (typeof SIMULATED_PAYMENTS)[number];
}

/** An amount of an event that is added up by month. Its title is the message `simulation.figure.<name>`. */
export interface SimulatedFigure {
  name: string;
  event: string;
  /** Key in `after` of the event: minor units of the company's own currency. */
  amount: string;
}

/** What a plugin adds to a simulation. */
export interface SimulationPart {
  /** What people would do meanwhile: jobs that exist in simulations only. */
  jobs?: readonly Job[];
  figures?: readonly SimulatedFigure[];
  /** Who those are whose things the events tell of, by row id. */
  customers?: (ids: readonly number[]) => Promise<ReadonlyMap<number, { documentId: string; name: string }>>;
}

const simulatedEvent = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    at: instant,
    date: day,
    subjectType: z.string(),
    /** Of what is there already; what the simulation made is gone. */
    subjectDocumentId: z.string(),
    customer: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
    /** Of an event that is added up. */
    amount: money.nullable(),
    after: facts,
  })
  .meta({ id: 'SimulatedEvent' });

/** What would happen, in the order in which it would, and what all of it comes to. */
export const simulated = z
  .strictObject({
    from: day,
    to: day,
    payments: z.enum(SIMULATED_PAYMENTS),
    currency: z.string(),
    /** The first of them. */
    events: z.array(simulatedEvent),
    /** There are more than are told one by one: asked from the day of the last one on, the next come. */
    more: z.boolean(),
    /** Of all that happens, like the figures. */
    counts: z.array(z.strictObject({ name: z.string(), title: z.string(), count: z.int() })),
    figures: z.array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        /** Every month in which anything happens. */
        months: z.array(z.strictObject({ month: z.string(), amount: money })),
      }),
    ),
  })
  .meta({ id: 'Simulation' });

export type Simulated = z.output<typeof simulated>;
