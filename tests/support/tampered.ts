import type { App } from './app';

class Undone extends Error {}

/**
 * What `look` sees while rows stand as no door would let them: triggers are off, and everything is undone afterwards.
 * @param sql one statement each
 */
export async function tampered<T>({ platform }: App, sql: readonly string[], look: () => Promise<T>): Promise<T> {
  const { rows, transaction } = platform;
  let seen: { value: T } | undefined;
  await transaction(async () => {
    const knex = await rows.knex();
    if (rows.dialect === 'postgres') await knex.raw(`set local session_replication_role = 'replica'`);
    else {
      const triggers = (await knex.raw(`select name from sqlite_master where type = 'trigger'`)) as { name: string }[];
      for (const { name } of triggers) await knex.raw(`drop trigger "${name}"`);
    }
    for (const statement of sql) await knex.raw(statement);
    seen = { value: await look() };
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  if (!seen) throw new Error('Nothing was seen');
  return seen.value;
}
