import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Registry } from '../core/registry';

/** Of these a simulation sees no row of before: the log, and what waits to be told or answered. */
const EMPTY = new Set(
  ['event', 'event-link', 'event-delivery', 'idempotency-key', 'delivery'].map((name) => `plugin::platform.${name}`),
);

interface Model {
  uid: string;
  tableName: string;
  attributes: Record<string, { target?: string; joinColumn?: { name: string } }>;
}

/** Condition that leaves every row. */
const ALL = 'true';

/**
 * The indexes of live tables but for those that only people's searches read, and those of who wrote a row: a simulation
 * would keep them at each row it writes, and read none.
 */
const INDEXES = `
  select c.relname as "table", i.indisprimary as "primary", pg_get_indexdef(i.indexrelid) as "definition"
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] and i.indnatts = 1
  where n.nspname = ? and (i.indisunique or (
    i.indexprs is null
    and coalesce(a.attname, '') not in ('created_by_id', 'updated_by_id')
    and not exists (select 1 from pg_opclass o where o.oid = any (i.indclass) and not o.opcdefault)
  ))`;

interface IndexRow {
  table: string;
  primary: boolean;
  definition: string;
}

/** The same index of the copy. */
const copied = (copy: string, { primary, definition }: IndexRow): string =>
  primary
    ? `alter table ${copy} add primary key (id)`
    : definition.replace(/^(CREATE(?: UNIQUE)? INDEX) .*? ON .*? USING/, `$1 ON ${copy} USING`);

/**
 * Copies the tables of the suite under their own names into the transaction under way, on PostgreSQL: unqualified names
 * then meet the copy, nothing of the live tables is locked or written, and the rollback leaves nothing. Ids are counted
 * by sequences of the copy, too. With a customer (row id), of what customers own only what is theirs.
 */
export function createShadowTables(strapi: Core.Strapi, registry: Registry) {
  const schema = (): string => strapi.db.connection.client.connectionSettings.schema ?? 'public';

  function models(): Model[] {
    const plugins = registry.all().map(({ id }) => id);
    return [...strapi.db.metadata.values()]
      .map((model) => model as unknown as Model)
      .filter(({ uid, tableName }) =>
        plugins.some((id) => uid.startsWith(`plugin::${id}.`) || tableName.startsWith(`${id}_`)),
      );
  }

  const live = ({ tableName }: Model): string => `"${schema()}"."${tableName}"`;

  return async function shadow(trx: Knex.Transaction, customer?: number): Promise<void> {
    const all = models();
    const byUid = new Map(all.map((model) => [model.uid, model]));

    /** Rows of a type from which the path leads to the customer. */
    function theirs(model: Model | undefined, path: readonly string[]): string {
      const [first, ...rest] = path;
      if (first === undefined) return `id = ${customer}`;
      const { target = '', joinColumn } = model?.attributes[first] ?? {};
      if (!joinColumn) return ALL;
      if (rest.length === 0) return `"${joinColumn.name}" = ${customer}`;
      const next = byUid.get(target);
      return next ? `"${joinColumn.name}" in (select id from ${live(next)} where ${theirs(next, rest)})` : ALL;
    }

    function which(model: Model): string {
      if (EMPTY.has(model.uid)) return 'false';
      const path = customer === undefined ? undefined : registry.ownerPath(model.uid);
      return path === undefined ? ALL : theirs(model, path.split('.').filter(Boolean));
    }

    const { rows } = await trx.raw(INDEXES, [schema()]);
    const indexes = rows as IndexRow[];

    for (const model of all) {
      const copy = `pg_temp."${model.tableName}"`;
      const ids = `pg_temp."${model.tableName.slice(0, 50)}_copied"`;
      await trx.raw(
        [
          `create temp table "${model.tableName}" (like ${live(model)} including all excluding indexes) on commit drop`,
          `insert into ${copy} select * from ${live(model)} where ${which(model)}`,
          ...indexes.filter(({ table }) => table === model.tableName).map((index) => copied(copy, index)),
          `create sequence ${ids} owned by ${copy}.id`,
          `select setval('${ids}', coalesce((select max(id) from ${live(model)}), 0) + 1, false)`,
          `alter table ${copy} alter column id set default nextval('${ids}')`,
          `analyze ${copy}`,
        ].join(';\n'),
      );
    }
  };
}
