import { EventEmitter } from 'node:events';
import { createDueMemory, effectOf } from '../../../plugins/platform/server/src/jobs/due-memory';

describe('what a statement does', () => {
  test.each([
    ['select * from `sales_orders` where `state` = ?', 'reads'],
    ['insert into "sales_orders" ("id") values ($1) returning "id"', 'writes'],
    ['INSERT INTO public.sales_orders (id) SELECT 1', 'writes'],
    ['update `sales_orders` set `state` = ?', 'writes'],
    ['COMMIT;', 'ends'],
    ['BEGIN;', 'none'],
    ['savepoint sp1', 'none'],
    ['analyze pg_temp."billing_invoices"', 'none'],
    // Rows elsewhere go with it, come back with it, or nobody knows.
    ['delete from `sales_orders`', 'unknown'],
    ['rollback to savepoint sp1', 'unknown'],
    ['with gone as (delete from sales_orders returning id) select * from gone', 'unknown'],
    ['alter table sales_orders add x', 'unknown'],
  ])('%s', (sql, kind) => expect(effectOf(sql).kind).toBe(kind));

  test('the table that is written is told without its schema and its marks', () => {
    for (const sql of ['update "public"."sales_orders" set x = 1', 'insert into sales_orders (x) values (1)']) {
      expect(effectOf(sql)).toEqual({ kind: 'writes', table: 'sales_orders' });
    }
  });
});

describe('what is remembered of jobs', () => {
  const database = new EventEmitter();
  const say = (sql: string, by = 'c1'): unknown => database.emit('query', { sql, __knexUid: by });
  let now = '';
  let due: string | null = null;
  let asked = 0;
  const job = {
    name: 'sales.expire-orders',
    async nextDue() {
      asked += 1;
      say('select * from "sales_orders"');
      return due;
    },
    step: async () => ({ done: true }),
  };
  let memory: ReturnType<typeof createDueMemory>;
  const askedAnew = async (): Promise<boolean> => {
    const before = asked;
    await memory.ask(job);
    return asked > before;
  };

  beforeEach(async () => {
    now = '2030-01-01T00:00:00.000Z';
    due = '2030-01-05T00:00:00.000Z';
    memory = createDueMemory({
      connection: database as never,
      clock: { now: () => now },
    });
    await memory.ask(job);
  });
  afterEach(() => memory.close());

  test('a job is not asked again while nothing that it read is written', async () => {
    say('update "billing_invoices" set "state" = $1');
    expect(await askedAnew()).toBe(false);
    say('insert into "sales_orders" ("id") values ($1)');
    expect(await askedAnew()).toBe(true);
  });

  test('what a transaction writes counts again when it ends: before, another connection does not see it', async () => {
    say('update "sales_orders" set "state" = $1', 'c2');
    expect(await askedAnew()).toBe(true);
    say('commit', 'c3');
    expect(await askedAnew()).toBe(false);
    say('commit', 'c2');
    expect(await askedAnew()).toBe(true);
  });

  test('it holds over days, until it lies ahead no more', async () => {
    now = '2030-01-04T23:59:59.999Z';
    expect(await askedAnew()).toBe(false);
    now = '2030-01-05T00:00:00.000Z';
    expect(await askedAnew()).toBe(true);
  });

  test('what is due, a step of its own and what nobody understands ask anew', async () => {
    memory.forget(job.name);
    expect(await askedAnew()).toBe(true);
    say('delete from "platform_files"');
    expect(await askedAnew()).toBe(true);
    due = now;
    memory.forget(job.name);
    expect([await askedAnew(), await askedAnew()]).toEqual([true, true]);
  });

  test('a job that reads nothing, and one that cannot tell, are always asked', async () => {
    let count = 0;
    const blind = { ...job, name: 'blind', nextDue: async () => (count++, null) };
    await memory.ask(blind);
    await memory.ask(blind);
    const broken = { ...job, name: 'broken', nextDue: () => (count++, Promise.reject(new Error('gone'))) };
    await expect(memory.ask(broken)).rejects.toThrow('gone');
    await expect(memory.ask(broken)).rejects.toThrow('gone');
    expect(count).toBe(4);
  });

  test('it hears nothing any more when it is closed', () => {
    memory.close();
    expect(database.listenerCount('query')).toBe(0);
  });
});
