import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Check, Constraint, Current, Forbid, Freeze, Index, Restrict, Unique } from '../../../kit/src/constraints';
import { ROW_MOVES } from '../moves/moved-away';
import { describeTable } from '../stores/columns';
import { currentStatements } from './current';
import { forbidStatements } from './forbid';
import { short } from './short-name';

/** Marks that triggers and constraints carry, so that a violation can be told in words. */
export const FROZEN_MARK = 'sanya-frozen';
export const RESTRICT_MARK = 'sanya-restrict';
const PREFIX = 'sanya_';

/** The name in the database of a unique index, a check or what forbids: how a violation finds its refusal code. */
export const constraintName = (constraint: Unique | Check | Index | Forbid): string =>
  short(`${PREFIX}${constraint.kind}_${constraint.name.replace(/[^a-z0-9_]/g, '_')}`);

export const freezeName = (table: string): string => short(`${PREFIX}freeze_${table}`);

/** The trigger of both databases, and the key of PostgreSQL. */
export const restrictName = (table: string, column: string): { trigger: string; key: string } => ({
  trigger: short(`${PREFIX}restrict_${table}_${column}`),
  key: short(`${PREFIX}fk_${table}_${column}`),
});

/** A check on SQLite. */
export const checkTriggers = (rule: Check): { verb: string; name: string }[] =>
  ['INSERT', 'UPDATE'].map((verb) => ({ verb, name: short(`${constraintName(rule)}_${verb.toLowerCase()}`) }));

interface Trigger {
  name: string;
  table: string;
  /** The statement that made it; on PostgreSQL null where it is not in force. */
  sql: string | null;
}

/**
 * Makes what the database itself must refuse, on both databases, from one list. Runs after every schema sync and is
 * idempotent. On SQLite triggers are dropped before the sync, since one that names a table under rebuild stops the boot; on
 * PostgreSQL what stands as it should is let be, so that a site that starts stops nothing of those that work beside it.
 * Triggers of a plugin that is not there now stay: its rows are guarded while it is disabled. Whose a trigger is, its
 * name says.
 */
export function createConstraintBuilder(
  strapi: Core.Strapi,
  plugins: () => readonly string[],
  /** The type whose row an attribute keeps, where rows of that type may turn out to be one. */
  movesWith: (type: string, attribute: string) => string | undefined = () => undefined,
) {
  const postgres = strapi.db.dialect.client === 'postgres';

  const sqlOf = (type: string, expression: string, prefix = ''): string => {
    const { columns } = describeTable(strapi, type);
    return expression.replace(/\{(\w+)\}/g, (_, attribute: string) => {
      const column = columns.get(attribute);
      if (!column) throw new Error(`${type} has no column for ${attribute}`);
      return `${prefix}"${column.name}"`;
    });
  };
  /** An expression on the row as it was and as it is to be: `{old.state}`, `{new.state}`. */
  const ofBothRows = (type: string, expression: string): string =>
    expression.replace(/\{(old|new)\.(\w+)\}/g, (_, row: string, attribute: string) =>
      sqlOf(type, `{${attribute}}`, `${row.toUpperCase()}.`),
    );
  const columnsOf = (type: string, attributes: readonly string[]): string[] =>
    attributes.map((attribute) => sqlOf(type, `{${attribute}}`).slice(1, -1));
  const tableOf = (type: string): string => describeTable(strapi, type).name;

  /** Triggers of PostgreSQL as they were found, and those that are still wanted. */
  let standing = new Map<string, Trigger>();
  const wanted = new Set<string>();

  /** Making or dropping a trigger waits for all who work on its table: done only where it is new or is another now. */
  async function apply(knex: Knex, statement: string): Promise<void> {
    const [, name, table] = /^CREATE TRIGGER "([^"]+)"[^]*? ON "([^"]+)"/.exec(statement) ?? [];
    if (!postgres || name === undefined) return void (await knex.raw(statement));
    wanted.add(name);
    const found = standing.get(name);
    if (found?.sql === statement && found.table === table) return;
    if (found) await knex.raw(`DROP TRIGGER "${name}" ON "${found.table}"`);
    await knex.raw(statement);
    await knex.raw(`COMMENT ON TRIGGER "${name}" ON "${table}" IS '${statement.replaceAll("'", "''")}'`);
  }

  async function freeze(knex: Knex, rule: Freeze): Promise<void> {
    const table = tableOf(rule.type);
    const name = freezeName(table);
    const when = sqlOf(rule.type, rule.when ?? 'true', 'OLD.');
    const columns = columnsOf(rule.type, rule.columns);
    const differs = (column: string): string =>
      postgres
        ? `NEW."${column}"::text IS DISTINCT FROM OLD."${column}"::text`
        : `NEW."${column}" IS NOT OLD."${column}"`;
    // Of what is frozen only the key of a row that was merged into another changes, and only to that other.
    const follows = (column: string, target: string): string =>
      `EXISTS (SELECT 1 FROM "${ROW_MOVES}" m WHERE m.type = '${target}'
         AND ((m.state = 'under_way' AND m.from_id = OLD."${column}" AND m.to_id = NEW."${column}")
           OR (m.state = 'undoing' AND m.to_id = OLD."${column}" AND m.from_id = NEW."${column}")))`;
    const wrongly = rule.columns.map((attribute, index) => {
      const column = columns[index] ?? '';
      const target = movesWith(rule.type, attribute);
      return target === undefined ? differs(column) : `(${differs(column)} AND NOT ${follows(column, target)})`;
    });
    const changed = columns.map(differs).join(' OR ');
    const unless = rule.unless ? ` AND NOT (${ofBothRows(rule.type, rule.unless)})` : '';
    const message = `${FROZEN_MARK}:${rule.type}`;
    if (postgres) {
      const raise = `RAISE EXCEPTION '${message}' USING ERRCODE = '23001';`;
      await apply(
        knex,
        `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
           IF TG_OP = 'UPDATE' THEN IF ${wrongly.join(' OR ')} THEN ${raise} END IF; RETURN NEW; END IF; ${raise} END $f$`,
      );
      await apply(
        knex,
        `CREATE TRIGGER "${name}_u" BEFORE UPDATE ON "${table}" FOR EACH ROW WHEN ((${when}) AND (${changed})${unless}) EXECUTE FUNCTION "${name}"()`,
      );
      if (rule.keep !== false) {
        await apply(
          knex,
          `CREATE TRIGGER "${name}_d" BEFORE DELETE ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION "${name}"()`,
        );
      }
      return;
    }
    const raise = `BEGIN SELECT RAISE(ABORT, '${message}'); END`;
    await apply(
      knex,
      `CREATE TRIGGER "${name}_u" BEFORE UPDATE ON "${table}" WHEN (${when}) AND (${wrongly.join(' OR ')})${unless} ${raise}`,
    );
    if (rule.keep !== false) {
      await apply(knex, `CREATE TRIGGER "${name}_d" BEFORE DELETE ON "${table}" WHEN (${when}) ${raise}`);
    }
  }

  /** Adding one reads the whole table under a lock: done only where it is new or says something else than before. */
  async function keepConstraint(knex: Knex, table: string, name: string, definition: string): Promise<void> {
    const { rows } = (await knex.raw(
      `SELECT obj_description(oid, 'pg_constraint') AS said FROM pg_constraint WHERE conname = ? AND conrelid = ?::regclass`,
      [name, `"${table}"`],
    )) as { rows: { said: string | null }[] };
    if (rows[0]?.said === definition) return;
    await knex.raw(`ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS "${name}"`);
    await knex.raw(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition}`);
    await knex.raw(`COMMENT ON CONSTRAINT "${name}" ON "${table}" IS '${definition.replaceAll("'", "''")}'`);
  }

  async function restrict(knex: Knex, rule: Restrict): Promise<void> {
    const table = tableOf(rule.type);
    const [column = ''] = columnsOf(rule.type, [rule.relation]);
    const attribute = strapi.db.metadata.get(rule.type).attributes[rule.relation] as unknown as { target: string };
    const target = tableOf(attribute.target);
    const { trigger: name, key } = restrictName(table, column);
    const message = `${RESTRICT_MARK}:${attribute.target}:${rule.type}`;
    const exists = `EXISTS (SELECT 1 FROM "${table}" c WHERE c."${column}" = OLD.id)`;
    if (postgres) {
      // Strapi's own key says SET NULL and its trigger may fire first: this one refuses before either.
      await apply(
        knex,
        `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN IF ${exists} THEN RAISE EXCEPTION '${message}' USING ERRCODE = '23503'; END IF; RETURN OLD; END $f$`,
      );
      await apply(
        knex,
        `CREATE TRIGGER "${name}" BEFORE DELETE ON "${target}" FOR EACH ROW EXECUTE FUNCTION "${name}"()`,
      );
      await keepConstraint(
        knex,
        table,
        key,
        `FOREIGN KEY ("${column}") REFERENCES "${target}" (id) ON DELETE RESTRICT`,
      );
      return;
    }
    await apply(
      knex,
      `CREATE TRIGGER "${name}" BEFORE DELETE ON "${target}" WHEN ${exists} BEGIN SELECT RAISE(ABORT, '${message}'); END`,
    );
  }

  async function index(knex: Knex, rule: Unique | Index): Promise<void> {
    const name = constraintName(rule);
    const ordered = postgres && 'beginnings' in rule && rule.beginnings ? ' text_pattern_ops' : '';
    const parts = rule.expressions
      ? rule.expressions.map((expression) => sqlOf(rule.type, expression))
      : columnsOf(rule.type, rule.columns).map((column) => `"${column}"${ordered}`);
    const unique = rule.kind === 'unique' ? 'UNIQUE ' : '';
    const where = rule.when ? ` WHERE ${sqlOf(rule.type, rule.when)}` : '';
    await keepIndex(
      knex,
      name,
      `CREATE ${unique}INDEX "${name}" ON "${tableOf(rule.type)}" (${parts.join(', ')})${where}`,
    );
  }

  /** What made an index: PostgreSQL rewrites it, so there its comment says; SQLite keeps the words. */
  async function madeBy(knex: Knex, name: string): Promise<string | null | undefined> {
    if (!postgres) {
      const [found] = (await knex.raw(`SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?`, [name])) as {
        sql: string;
      }[];
      return found?.sql;
    }
    const { rows } = (await knex.raw(
      `SELECT obj_description(i.oid, 'pg_class') AS said FROM pg_class i
       WHERE i.relkind = 'i' AND i.relname = ? AND i.relnamespace = current_schema()::regnamespace`,
      [name],
    )) as { rows: { said: string | null }[] };
    return rows[0]?.said;
  }

  /** Making one reads the whole table: done only where it is new or says something else than before. */
  async function keepIndex(knex: Knex, name: string, definition: string): Promise<void> {
    if ((await madeBy(knex, name)) === definition) return;
    await knex.raw(`DROP INDEX IF EXISTS "${name}"`);
    await knex.raw(definition);
    if (postgres) await knex.raw(`COMMENT ON INDEX "${name}" IS '${definition.replaceAll("'", "''")}'`);
  }

  async function check(knex: Knex, rule: Check): Promise<void> {
    const table = tableOf(rule.type);
    const name = constraintName(rule);
    if (postgres) {
      await keepConstraint(knex, table, name, `CHECK (${sqlOf(rule.type, rule.condition)})`);
      return;
    }
    const broken = sqlOf(rule.type, rule.condition, 'NEW.');
    for (const { verb, name: trigger } of checkTriggers(rule)) {
      await apply(
        knex,
        `CREATE TRIGGER "${trigger}" BEFORE ${verb} ON "${table}" WHEN NOT (${broken}) BEGIN SELECT RAISE(ABORT, '${name}'); END`,
      );
    }
  }

  async function forbid(knex: Knex, rule: Forbid): Promise<void> {
    for (const statement of forbidStatements(strapi, rule, constraintName(rule))) await apply(knex, statement);
  }

  async function current(knex: Knex, rule: Current): Promise<void> {
    for (const statement of currentStatements(strapi, rule)) await apply(knex, statement);
  }

  const isOfAPluginHere = (name: string): boolean =>
    plugins().some((id) =>
      new RegExp(`^${PREFIX}(freeze|restrict|check|forbid|current)_${id.replaceAll('-', '_')}_`).test(name),
    );

  async function triggers(knex: Knex): Promise<Trigger[]> {
    if (!postgres) {
      return knex.raw(
        `SELECT name, tbl_name AS "table", sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '${PREFIX}%'`,
      );
    }
    const { rows } = (await knex.raw(
      `SELECT t.tgname AS name, c.relname AS "table",
              CASE WHEN t.tgenabled <> 'D' THEN obj_description(t.oid, 'pg_trigger') END AS sql FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE NOT t.tgisinternal AND t.tgname LIKE '${PREFIX}%' AND n.nspname = current_schema()`,
    )) as { rows: Trigger[] };
    return rows;
  }

  async function drop(knex: Knex, isLeft: (name: string) => boolean = () => true): Promise<void> {
    for (const { name, table } of await triggers(knex)) {
      if (isOfAPluginHere(name) && isLeft(name))
        await knex.raw(`DROP TRIGGER IF EXISTS "${name}"${postgres ? ` ON "${table}"` : ''}`);
    }
  }

  async function make(knex: Knex, rules: readonly Constraint[]): Promise<void> {
    for (const rule of rules) {
      if (rule.kind === 'freeze') await freeze(knex, rule);
      else if (rule.kind === 'restrict') await restrict(knex, rule);
      else if (rule.kind === 'check') await check(knex, rule);
      else if (rule.kind === 'forbid') await forbid(knex, rule);
      else if (rule.kind === 'current') await current(knex, rule);
      else await index(knex, rule);
    }
  }

  /** Triggers of plugins that are not there, which SQLite drops with a table that it rebuilds. */
  let ofOthers: Trigger[] = [];

  return {
    /** Before the schema sync: SQLite rebuilds tables and stops at a trigger that names one. */
    async beforeSync(): Promise<void> {
      if (postgres) return;
      ofOthers = (await triggers(strapi.db.connection)).filter(({ name }) => !isOfAPluginHere(name));
      // In one transaction: SQLite waits for the disk after each statement outside of one.
      await strapi.db.connection.transaction((trx) => drop(trx));
    },
    /** After the schema sync. Instances that start together on one database take turns. */
    async afterSync(rules: readonly Constraint[]): Promise<void> {
      await strapi.db.connection.transaction(async (trx) => {
        if (postgres) {
          await trx.raw('SELECT pg_advisory_xact_lock(7261490)');
          standing = new Map((await triggers(trx)).map((trigger) => [trigger.name, trigger]));
          wanted.clear();
          await make(trx, rules);
          await drop(trx, (name) => !wanted.has(name));
          return;
        }
        await drop(trx);
        await make(trx, rules);
        const there = new Set((await triggers(trx)).map(({ name }) => name));
        for (const { name, sql } of ofOthers) if (sql !== null && !there.has(name)) await trx.raw(sql);
      });
    },
  };
}
