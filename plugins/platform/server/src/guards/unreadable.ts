import { errors } from '@strapi/utils';

/** Strapi's reading of a query, its query builder, and knex. */
const FROM_A_BUILDER = new RegExp(
  [
    '@strapi/utils/(src|dist)/(traverse|validate|sanitize|convert-query-params|pagination|parse-type)',
    '@strapi/database/(src|dist)/(query|fields|utils)/',
    'knex/lib/(query|formatter|dialects/\\w+/query)/',
  ]
    .map((place) => `[\\\\/]${place.replaceAll('/', '[\\\\/]')}`)
    .join('|'),
);
/** PostgreSQL knows no such operator for these types: a text looked for in a number, a relation or a date. */
const NO_SUCH_OPERATOR = '42883';
/**
 * Under the names that Strapi's query builder gives to tables: a key that its own check lets pass, `__proto__` say, or a
 * place in a list.
 */
const NO_SUCH_COLUMN = /no such column: t\d+\.|column t\d+\.\S+ does not exist/;
/** Frames of Node itself and of its own functions (`BigInt (<anonymous>)`) say nothing of who called them. */
const OF_NODE = /\(node:|<anonymous>\)?$|at node:/;

interface Thrown {
  name?: string;
  code?: string | number;
  status?: number;
  httpCode?: number;
  message?: string;
  stack?: string;
}

/**
 * Strapi lets some nonsense in filters and search pass and stumbles over it only while building the statement: a plain
 * error of its query builder or of knex, before any database is asked. In a read that is the reader's query.
 */
function isUnreadableQuery(method: string, { code, status, message = '', stack = '' }: Thrown): boolean {
  if (method === 'GET' && (code === NO_SUCH_OPERATOR || NO_SUCH_COLUMN.test(message))) return true;
  if (method !== 'GET' || status !== undefined || (code !== undefined && code !== 'ERR_ASSERTION')) return false;
  const thrownAt = stack.split('\n').find((frame) => /^\s+at /.test(frame) && !OF_NODE.test(frame)) ?? '';
  return FROM_A_BUILDER.test(thrownAt);
}

/** What koa-body makes of an error of another realm: a new one, in which the first stands as JSON. */
const TORN_ARCHIVE = /^\{.*"code":"Z_\w+"/;

/** JSON, multipart or something packed that its parser gave up on. */
const isUnreadableBody = ({ name, status, httpCode, message = '' }: Thrown): boolean =>
  (name === 'SyntaxError' && status === 400) || httpCode === 400 || TORN_ARCHIVE.test(message);

/** A request that nobody can read, which Strapi would call a defect of the server. */
export function isUnreadable(method: string, error: unknown): boolean {
  // What Strapi refuses on purpose says why itself.
  if (typeof error !== 'object' || error === null || error instanceof errors.ApplicationError) return false;
  return isUnreadableQuery(method, error) || isUnreadableBody(error);
}
