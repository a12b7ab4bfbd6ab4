import { z } from 'zod';
import { day, instant } from '../../../kit/src/shapes';
import { FIELD_KINDS } from '../../../kit/src/workflows';
import { RUN_STATES, WORKFLOW_STATES } from './domain/life';

const text = z.string();
const whole = z.int();
const perhaps = instant.nullable();
/** `{all: […]}`, `{any: […]}` or `{field, operator, value?}`. */
const conditions = z.record(text, z.unknown());
/** Its kind, and what that kind asks for. */
const action = z.looseObject({ kind: z.string().max(40) });

export const draft = z.strictObject({
  name: z.string().trim().min(1).max(120),
  event: z.string().max(120),
  conditions,
  actions: z.array(action),
  wait: z.string().max(10).nullish(),
});
export const change = draft.extend({ revision: z.int().min(1) });
export const rehearsalWish = z.strictObject({ days: z.int().min(1).max(365).default(90) });
export const draftRehearsal = draft.extend(rehearsalWish.shape);

const counts = z.strictObject({ waiting: whole, done: whole, lapsed: whole, failed: whole });

export const workflow = z
  .strictObject({
    documentId: text,
    name: text,
    event: text,
    /** What the event is called. */
    title: text,
    state: z.enum(WORKFLOW_STATES),
    conditions,
    actions: z.array(action),
    /** `P3D`, `PT4H`; null: at once. */
    wait: text.nullable(),
    revision: whole,
    /** Tried on the past as it is now. */
    rehearsed: z.boolean(),
    /** It has a secret that signs what it sends to other sites. */
    signs: z.boolean(),
    switchedAt: perhaps,
    /** All that wait; of the others those of the last 30 days. */
    runs: counts,
  })
  .meta({ id: 'Workflow' });

export const savedWorkflow = z.strictObject({
  workflow,
  /** Told this once, where one was made. */
  secret: text.nullable(),
});

const titled = z.strictObject({ name: text, title: text });

export const catalogue = z.strictObject({
  subjects: z.array(
    z.strictObject({
      type: text,
      /** What texts call it. */
      name: text,
      events: z.array(titled),
      fields: z.array(
        z
          .strictObject({
            name: text,
            title: text,
            kind: z.enum(FIELD_KINDS),
            operators: z.array(titled),
            choices: z.array(text),
            /** Whose words its choices have: type and fact. */
            of: z.strictObject({ type: text, fact: text }).nullable(),
          })
          .meta({ id: 'WorkflowField' }),
      ),
    }),
  ),
  actions: z.array(titled),
  roles: z.array(titled),
  staff: z.array(z.strictObject({ id: whole, name: text })),
});

const rehearsed = z
  .strictObject({
    event: text,
    at: instant,
    subject: z.strictObject({ type: text, documentId: text, name: text }),
    customer: text.nullable(),
    /** Conditions that kept it from running. */
    failed: z.array(conditions),
  })
  .meta({ id: 'RehearsedEvent' });

export const rehearsal = z
  .strictObject({
    from: day,
    to: day,
    looked: whole,
    would: whole,
    /** There are earlier events that were not looked at. */
    more: z.boolean(),
    days: z.array(z.strictObject({ day, looked: whole, would: whole })),
    /** The latest first, at most 100 of each. */
    matched: z.array(rehearsed),
    unmatched: z.array(rehearsed),
  })
  .meta({ id: 'WorkflowRehearsal' });

export const workflowRun = z
  .strictObject({
    documentId: text,
    number: whole,
    state: z.enum(RUN_STATES),
    revision: whole,
    subject: z.strictObject({ type: text, documentId: text, name: text }),
    /** What it is to do, in order, and how much of that is done. */
    actions: z.array(text),
    steps: whole,
    attempts: whole,
    nextAttemptAt: perhaps,
    problem: text.nullable(),
    at: instant,
    endedAt: perhaps,
  })
  .meta({ id: 'WorkflowRun' });
