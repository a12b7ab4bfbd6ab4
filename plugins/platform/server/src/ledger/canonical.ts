import { createHash } from 'node:crypto';
import type { EventRow } from '../../../kit/src/events';

/** What the first link builds upon. */
export const GENESIS = '0'.repeat(64);

/** JSON in one form: PostgreSQL keeps the keys of an object in another order than they were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/**
 * All that an event says, equal on both databases. Strapi's own createdAt and updatedAt are not part of it: they are
 * without zone on PostgreSQL, and nobody reads them.
 */
const canonicalEvent = (event: EventRow): string =>
  canonicalJson([
    'sanya-event-1',
    event.id,
    event.documentId,
    event.name,
    event.subjectType,
    event.subjectId,
    event.subjectDocumentId,
    event.customerId,
    event.actor,
    event.requestId,
    event.before,
    event.after,
    event.at,
  ]);

/** The hash of an event in its place: whoever changes it must change every later one. */
export const linkHash = (previousHash: string, event: EventRow): string =>
  createHash('sha256')
    .update(`${previousHash}\n${canonicalEvent(event)}`)
    .digest('hex');
