import type { Knex } from 'knex';

/** Bytes below which one plan is as good as another. */
const SMALL = 65_536;
/** A table is looked at again when it is so many times as large. */
const GROWTH = 4;

/**
 * Keeps what PostgreSQL knows of the copies true to what is in them. Nothing else does: autovacuum sees no temporary
 * table, and a plan made for the ten rows there were looks through all of thousands for each of thousands.
 */
export function createFreshStatistics(trx: Knex.Transaction) {
  const analysed = new Map<string, number>();
  return async (): Promise<void> => {
    const { rows } = await trx.raw(
      `select relname as "table", pg_relation_size(oid) as size from pg_class
       where relnamespace = pg_my_temp_schema() and relkind = 'r'`,
    );
    const grown = (rows as { table: string; size: string }[])
      .map(({ table, size }) => ({ table, size: Number(size) }))
      .filter(({ table, size }) => size >= GROWTH * Math.max(analysed.get(table) ?? 0, SMALL / GROWTH));
    if (grown.length === 0) return;
    await trx.raw(`analyze ${grown.map(({ table }) => `pg_temp."${table}"`).join(', ')}`);
    for (const { table, size } of grown) analysed.set(table, size);
  };
}

export type FreshStatistics = ReturnType<typeof createFreshStatistics>;
