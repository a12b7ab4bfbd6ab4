const FROM_A_BUILDER =
  /[\\/]@strapi[\\/]database[\\/](src|dist)[\\/]query[\\/]|[\\/]knex[\\/]lib[\\/](query|formatter)[\\/]/;

interface Thrown {
  name?: string;
  code?: string | number;
  status?: number;
  httpCode?: number;
  stack?: string;
}

/**
 * Strapi lets some nonsense in filters and search pass and stumbles over it only while building the statement: a plain
 * error of its query builder or of knex, before any database is asked. In a read that is the reader's query.
 */
function isUnreadableQuery(method: string, { code, status, stack = '' }: Thrown): boolean {
  if (method !== 'GET' || status !== undefined || (code !== undefined && code !== 'ERR_ASSERTION')) return false;
  const thrownAt = stack.split('\n').find((frame) => /^\s+at /.test(frame)) ?? '';
  return FROM_A_BUILDER.test(thrownAt);
}

/** JSON or multipart that its parser gave up on. */
const isUnreadableBody = ({ name, status, httpCode }: Thrown): boolean =>
  (name === 'SyntaxError' && status === 400) || httpCode === 400;

/** A request that nobody can read, which Strapi would call a defect of the server. */
export function isUnreadable(method: string, error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return isUnreadableQuery(method, error) || isUnreadableBody(error);
}
