import type { Core } from '@strapi/types';
import { badInput } from '../../../kernel/src';

interface RelationMetadata {
  type: string;
  target?: string;
  mappedBy?: string;
  joinColumn?: { name: string };
}

type Data = Record<string, unknown>;

const MOST_ROWS = 2 ** 31;

/** The one target that a relation value names: undefined when untouched, null when cleared. */
function targetOf(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value[value.length - 1];
  if (typeof value !== 'object') return value;
  const { connect, disconnect, set } = value as { connect?: unknown[]; disconnect?: unknown[]; set?: unknown };
  if (set !== undefined) return Array.isArray(set) ? (set.length === 0 ? null : targetOf(set)) : set;
  if (Array.isArray(connect) && connect.length > 0) return connect[connect.length - 1];
  if (Array.isArray(disconnect) && disconnect.length > 0) return null;
  if (connect !== undefined || disconnect !== undefined) return undefined;
  return value;
}

/**
 * Makes relations that are foreign-key columns usable through the Document Service: what names the target (document
 * id, id, connect, set, disconnect) becomes the row's id; and the inverse side is never written, since the entity
 * manager would otherwise set the key of every child to NULL.
 */
export function createRelationGuard(strapi: Core.Strapi) {
  const metadataOf = (uid: string): [string, RelationMetadata][] =>
    Object.entries(strapi.db.metadata.get(uid).attributes as unknown as Record<string, RelationMetadata>).filter(
      ([, attribute]) => attribute.type === 'relation',
    );

  async function resolve(field: string, target: string, value: unknown): Promise<number> {
    const named =
      typeof value === 'object' && value !== null ? (value as { id?: unknown; documentId?: unknown }) : undefined;
    const documentId = named?.documentId ?? (typeof value === 'string' && !/^\d+$/.test(value) ? value : undefined);
    if (documentId !== undefined && typeof documentId !== 'string') throw badInput('input.not_readable', { field });
    const id = Number(named?.id ?? value);
    // What is no row id of either database names nothing, and none of them could look for it.
    if (documentId === undefined && !(Number.isInteger(id) && Math.abs(id) < MOST_ROWS)) {
      throw badInput('input.not_readable', { field });
    }
    const where = documentId === undefined ? { id } : { documentId };
    const row = await strapi.db.query(target as never).findOne({ where, select: ['id'] });
    if (!row) throw badInput('relation.unknown', { field, params: { field } });
    return Number((row as { id: number }).id);
  }

  /** The data with foreign keys resolved and inverse sides removed; the input is not changed. */
  async function prepare(uid: string, data: Data): Promise<Data> {
    const prepared: Data = { ...data };
    for (const [name, attribute] of metadataOf(uid)) {
      if (!(name in prepared)) continue;
      // The inverse side has a join column too, the other way round: it must be told apart first.
      if (attribute.mappedBy && attribute.target) {
        const owning = (
          strapi.db.metadata.get(attribute.target).attributes as unknown as Record<string, RelationMetadata>
        )[attribute.mappedBy];
        if (owning?.joinColumn) delete prepared[name];
      } else if (attribute.joinColumn && attribute.target) {
        const value = targetOf(prepared[name]);
        if (value === undefined) delete prepared[name];
        else prepared[name] = value === null ? null : await resolve(name, attribute.target, value);
      }
    }
    return prepared;
  }

  return { prepare };
}
