import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { createGiveWay } from './give-way';

interface Scope {
  /** Work for after the outermost commit, in order. */
  after: (() => unknown)[];
  depth: number;
  /** What was read and holds until the transaction ends. */
  known: Map<string, unknown>;
  /** Everything in it is taken back at its end. */
  pretended: boolean;
  /** Writes that nobody waits for, and the first of them that failed. */
  behind: Set<Promise<void>>;
  failed: { error: unknown } | undefined;
  /** Called before each of its statements. */
  giveWay?: () => Promise<void>;
}

const newScope = (pretended: boolean): Scope => ({
  after: [],
  depth: 0,
  known: new Map(),
  pretended,
  behind: new Set(),
  failed: undefined,
});

/** Waits for the writes that nobody waited for. */
const settled = async ({ behind }: Scope): Promise<void> => void (await Promise.all(behind));

/** The work with all of its writes. What failed behind it is why all that came after it failed too. */
async function toTheEnd<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await settled(scope);
    if (scope.failed) throw scope.failed.error;
    return result;
  } catch (error) {
    await settled(scope);
    const reason = scope.failed ? scope.failed.error : error;
    scope.failed = undefined;
    throw reason;
  }
}

// One for the process: each that there ever was costs every promise something, also after its Strapi has ended.
const scopes = new AsyncLocalStorage<Scope>();

/** One is written by the database while the other is decided here; more would wait for each other's numbers. */
const SIDE_BY_SIDE = 2;

/**
 * The only opener of transactions. `strapi.db.transaction` inside another is no transaction at all: an inner failure
 * that is caught keeps its rows, and on PostgreSQL a caught SQL error poisons the outer one. A savepoint cures both.
 */
export function createTransactions(strapi: Core.Strapi) {
  const settle = async (work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      strapi.log.error(error);
    }
  };

  /** Transactions under way whose writes stay. */
  let lasting = 0;

  async function inSavepoint<T>(scope: Scope, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return strapi.db.transaction(async ({ trx }) => {
      // For those inside it is the outermost: what one of them has read holds for no other.
      if (scope.pretended && scope.depth === 0) scope.known.clear();
      // What fails inside it must be of its own.
      await toTheEnd(scope, async () => undefined);
      const name = `sanya_${scope.depth + 1}`;
      const kept = scope.after.length;
      scope.depth += 1;
      await trx.raw(`SAVEPOINT ${name}`);
      try {
        const result = await toTheEnd(scope, () => work(trx));
        await trx.raw(`RELEASE SAVEPOINT ${name}`);
        return result;
      } catch (error) {
        scope.after.length = kept;
        // A lock that was taken since the savepoint is given back with it.
        scope.known.clear();
        await trx.raw(`ROLLBACK TO SAVEPOINT ${name}`);
        await trx.raw(`RELEASE SAVEPOINT ${name}`);
        throw error;
      } finally {
        scope.depth -= 1;
      }
    }) as Promise<T>;
  }

  async function transaction<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    const open = scopes.getStore();
    if (open && strapi.db.inTransaction()) return inSavepoint(open, work);
    const scope = newScope(false);
    // Inside somebody else's transaction (a Document Service write) ours is a savepoint; what is for after the
    // commit then waits for theirs.
    const foreign = strapi.db.inTransaction();
    lasting += 1;
    const result = await scopes
      .run(scope, () =>
        foreign
          ? inSavepoint(scope, work)
          : (strapi.db.transaction(({ trx }) => toTheEnd(scope, () => work(trx))) as Promise<T>),
      )
      .finally(() => {
        lasting -= 1;
      });
    const runAll = async (): Promise<void> => {
      for (const task of scope.after) await settle(task);
    };
    // A throwing or rejecting onCommit callback would end the process: settle() never does.
    if (foreign) await strapi.db.transaction(({ onCommit }) => onCommit(() => void runAll()));
    else await scopes.exit(runAll);
    return result;
  }

  return {
    transaction,

    /**
     * A transaction that reads all as it stands at its start, whatever others write meanwhile, and writes nothing itself.
     * Inside another it sees what that one sees.
     */
    async snapshot<T>(work: () => Promise<T>): Promise<T> {
      const isOwn = strapi.db.dialect.client === 'postgres' && !strapi.db.inTransaction();
      return transaction(async (trx) => {
        if (isOwn) await trx.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        return work();
      });
    },

    /**
     * Work whose every write is taken back at its end, and whose transactions are savepoints. What it wants done after a
     * commit is not done. While others write it takes its time; on SQLite they wait for it, so there it makes haste.
     */
    async pretend<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
      if (strapi.db.inTransaction()) throw new Error('What is inside a transaction cannot be pretended');
      const giveWay = strapi.db.dialect.client === 'postgres' ? createGiveWay(() => lasting > 0) : undefined;
      const scope = { ...newScope(true), giveWay };
      return scopes.run(scope, () =>
        strapi.db.transaction(async ({ trx, rollback }) => {
          const result = await toTheEnd(scope, () => work(trx));
          await rollback();
          return result;
        }),
      ) as Promise<T>;
    },

    /** Whether all that happens now is taken back. */
    isPretending: (): boolean => scopes.getStore()?.pretended === true && strapi.db.inTransaction(),

    /**
     * Works that open transactions of their own, two at a time; one after the other where there is one connection for all:
     * on SQLite, and inside a transaction. What they come to, in their order. Once one has failed, no other is begun.
     */
    async sideBySide<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
      const isAlone = strapi.db.dialect.client !== 'postgres' || strapi.db.inTransaction();
      const left = works.entries();
      const found = new Array<T>(works.length);
      let failed = false;
      const take = async (): Promise<void> => {
        for (const [place, work] of left) {
          if (failed) return;
          found[place] = await work().catch((error: unknown) => {
            failed = true;
            throw error;
          });
        }
      };
      const taken = await Promise.allSettled(Array.from({ length: isAlone ? 1 : SIDE_BY_SIDE }, take));
      const broken = taken.find((one) => one.status === 'rejected');
      if (broken) throw broken.reason;
      return found;
    },

    afterCommit(work: () => unknown): void {
      const scope = scopes.getStore();
      if (scope?.pretended && strapi.db.inTransaction()) return;
      if (scope && strapi.db.inTransaction()) scope.after.push(work);
      else void settle(work);
    },

    /**
     * A write whose answer nobody asks for: inside a transaction the next is decided while the database is at it. It takes
     * statements in their order, so whoever reads after it sees it; where it fails, so does the transaction or the
     * savepoint around it.
     */
    async behind(write: Promise<unknown>): Promise<void> {
      const scope = scopes.getStore();
      const isHeld = strapi.db.dialect.client === 'postgres' && strapi.db.inTransaction();
      // What gives way to others is not at its database at once.
      if (!scope || !isHeld || scope.giveWay) return void (await write);
      const written: Promise<void> = write
        .then(
          () => undefined,
          (error: unknown) => void (scope.failed ??= { error }),
        )
        .finally(() => scope.behind.delete(written));
      scope.behind.add(written);
      // By then the driver has it: no later statement comes before it.
      await new Promise(setImmediate);
    },

    /**
     * Reads once in a transaction what cannot change for it, under a key of the reader's own; without one each time.
     */
    async once<T>(key: string, read: () => Promise<T>): Promise<T> {
      const scope = scopes.getStore();
      if (!scope || !strapi.db.inTransaction()) return read();
      if (!scope.known.has(key)) scope.known.set(key, await read());
      return scope.known.get(key) as T;
    },

    /** What was read once under that key has changed. */
    forget(key: string): void {
      scopes.getStore()?.known.delete(key);
    },

    /** knex on the transaction under way, ours or Strapi's; else the pool. */
    async knex(): Promise<Knex> {
      if (!strapi.db.inTransaction()) return strapi.db.connection;
      await scopes.getStore()?.giveWay?.();
      let current: Knex | undefined;
      await strapi.db.transaction(async ({ trx }) => {
        current = trx;
      });
      return current ?? strapi.db.connection;
    },
  };
}

export type Transactions = ReturnType<typeof createTransactions>;
