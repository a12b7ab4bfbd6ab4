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
  /** Called before each of its statements. */
  giveWay?: () => Promise<void>;
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
      const name = `sanya_${scope.depth + 1}`;
      const kept = scope.after.length;
      scope.depth += 1;
      await trx.raw(`SAVEPOINT ${name}`);
      try {
        const result = await work(trx);
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
    const scope: Scope = { after: [], depth: 0, known: new Map(), pretended: false };
    // Inside somebody else's transaction (a Document Service write) ours is a savepoint; what is for after the
    // commit then waits for theirs.
    const foreign = strapi.db.inTransaction();
    lasting += 1;
    const result = await scopes
      .run(scope, () =>
        foreign ? inSavepoint(scope, work) : (strapi.db.transaction(({ trx }) => work(trx)) as Promise<T>),
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
      const scope: Scope = { after: [], depth: 0, known: new Map(), pretended: true, giveWay };
      return scopes.run(scope, () =>
        strapi.db.transaction(async ({ trx, rollback }) => {
          const result = await work(trx);
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
