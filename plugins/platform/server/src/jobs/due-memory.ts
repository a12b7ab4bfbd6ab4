import type { Knex } from 'knex';
import { compareInstants } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { TestClock } from '../core/clock';

/** A statement that is about to run. */
interface Statement {
  sql: string;
  /** Of the connection. */
  __knexUid?: string;
}

type Effect =
  | { kind: 'none' | 'ends' | 'unknown' }
  | { kind: 'reads'; words: ReadonlySet<string> }
  | { kind: 'writes'; table: string };

const NAME = '[`"]?(\\w+)[`"]?';
const WRITES = new RegExp(`^(?:insert into|update) (?:${NAME}\\.)?${NAME}`, 'i');
const HARMLESS = /^(?:begin|start transaction|savepoint|release|set|show|pragma|analyze)\b/i;

/** What a statement may change or have read, by the words in it: a name too many only makes us ask once more. */
export function effectOf(sql: string): Effect {
  const text = sql.trim().replace(/\s+/g, ' ');
  if (/^select\b/i.test(text)) return { kind: 'reads', words: new Set(text.toLowerCase().match(/\w+/g)) };
  const [, , table] = WRITES.exec(text) ?? [];
  if (table !== undefined) return { kind: 'writes', table: table.toLowerCase() };
  if (/^commit\b/i.test(text)) return { kind: 'ends' };
  // Deleting cascades, rolling back brings back what was, and what is rare need not be understood.
  return { kind: HARMLESS.test(text) ? 'none' : 'unknown' };
}

interface Answer {
  tick: string | null;
  words: Set<string>;
}

export interface DueMemory {
  /** When it is next due, by what it answered before where asking anew would bring the same. */
  ask(job: Job): Promise<string | null>;
  /** The job did something. */
  forget(name: string): void;
  close(): void;
}

export interface MemoryNeeds {
  connection: Pick<Knex, 'on' | 'removeListener'>;
  clock: Pick<TestClock, 'now'>;
}

const MOST_STATEMENTS = 2_000;

/**
 * Remembers when jobs are next due while one process runs what is due, so that not every job is asked after each step.
 * An answer holds while it lies ahead, until this process writes to what the job read; a job that reads nothing from the
 * database is always asked. What other instances write meanwhile they look after themselves.
 */
export function createDueMemory({ connection, clock }: MemoryNeeds): DueMemory {
  const answers = new Map<string, Answer>();
  const asking = new Set<Answer>();
  const effects = new Map<string, Effect>();
  /** By connection: what is written in a transaction shows to others when it ends. */
  const written = new Map<string, Set<string>>();

  const forgetWhere = (isSpoiled: (answer: Answer) => boolean): void => {
    for (const [name, answer] of answers) if (isSpoiled(answer)) answers.delete(name);
  };

  function effectOfKnown(sql: string): Effect {
    const known = effects.get(sql);
    if (known) return known;
    if (effects.size >= MOST_STATEMENTS) effects.clear();
    const effect = effectOf(sql);
    effects.set(sql, effect);
    return effect;
  }

  function hear({ sql, __knexUid: by = '' }: Statement): void {
    const effect = effectOfKnown(sql);
    if (effect.kind === 'reads') {
      for (const { words } of asking) for (const word of effect.words) words.add(word);
    } else if (effect.kind === 'writes') {
      const { table } = effect;
      written.set(by, (written.get(by) ?? new Set()).add(table));
      forgetWhere(({ words }) => words.has(table));
    } else if (effect.kind === 'ends') {
      const tables = [...(written.get(by) ?? [])];
      written.delete(by);
      forgetWhere(({ words }) => tables.some((table) => words.has(table)));
    } else if (effect.kind === 'unknown') answers.clear();
  }
  connection.on('query', hear);

  return {
    async ask(job) {
      const known = answers.get(job.name);
      const isAhead = known && (known.tick === null || compareInstants(known.tick, clock.now()) > 0);
      if (isAhead) return known.tick;
      const mine: Answer = { tick: null, words: new Set() };
      answers.set(job.name, mine);
      asking.add(mine);
      try {
        mine.tick = await job.nextDue();
      } catch (error) {
        answers.delete(job.name);
        throw error;
      } finally {
        asking.delete(mine);
      }
      if (mine.words.size === 0) answers.delete(job.name);
      return mine.tick;
    },
    forget: (name) => void answers.delete(name),
    close: () => void connection.removeListener('query', hear),
  };
}
