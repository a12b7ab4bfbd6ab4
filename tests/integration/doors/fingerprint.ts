import { suiteTypes, type World } from './world';

const LOG_INS = ['plugin::users-permissions.user'];

/**
 * What stands in every table of the suite and of the log-ins, as one number a table from one statement: any row that
 * came, went or was changed makes another. PostgreSQL hashes the rows; SQLite counts them and the characters in them.
 */
export function createFingerprint(world: Pick<World, 'app'>): () => Promise<Record<string, string>> {
  const { db } = world.app.strapi;
  const isPostgres = world.app.platform.rows.dialect === 'postgres';
  const tables = [...suiteTypes(world), ...LOG_INS].map((uid) => db.metadata.get(uid));
  const parts = tables.map(({ tableName, attributes }) => {
    if (isPostgres) {
      return `(select concat(count(*), ' ', sum(hashtextextended(t::text, 0)::numeric)) from "${tableName}" t) as "${tableName}"`;
    }
    const columns = Object.values(attributes as Record<string, { type: string; columnName?: string }>)
      .filter(({ type, columnName }) => type !== 'relation' && columnName !== undefined)
      .map(({ columnName }) => `"${columnName}"`);
    const text = `length(json_array(${columns.join(', ')}))`;
    return `(select count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(${text}), 0) from "${tableName}") as "${tableName}"`;
  });
  return async () => {
    const answer = await db.connection.raw(`select ${parts.join(', ')}`);
    const [row] = (isPostgres ? answer.rows : answer) as Record<string, string>[];
    return { ...row };
  };
}

export const changedIn = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);
