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

interface Said {
  connect?: unknown[];
  disconnect?: unknown[];
  set?: unknown;
}

/** The one target that a relation value names: undefined when untouched, null when cleared. */
function targetOf(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value[value.length - 1];
  if (typeof value !== 'object') return value;
  const { connect, disconnect, set } = value as Said;
  if (set !== undefined) return Array.isArray(set) ? (set.length === 0 ? null : targetOf(set)) : set;
  if (Array.isArray(connect) && connect.length > 0) return connect[connect.length - 1];
  if (connect !== undefined || disconnect !== undefined) return undefined;
  return value;
}

/** What is taken off where nothing is put in its place. */
function takenOff(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || targetOf(value) !== undefined) return [];
  const { disconnect } = value as Said;
  return Array.isArray(disconnect) ? disconnect : [];
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

  async function keyOf(uid: string, documentId: string | undefined, name: string): Promise<number | undefined> {
    if (documentId === undefined) return undefined;
    const row = await strapi.db
      .query(uid as never)
      .findOne({ where: { documentId }, select: ['id'], populate: { [name]: { select: ['id'] } } });
    const target = (row as Record<string, { id: number } | null> | null)?.[name];
    return target ? Number(target.id) : undefined;
  }

  /** Whether one of these is what a row names: taking off another one leaves it as it is. */
  async function isAmong(off: readonly unknown[], field: string, target: string, key: number | undefined) {
    let isNamed = false;
    for (const one of off) if ((await resolve(field, target, one)) === key) isNamed = true;
    return isNamed;
  }

  /**
   * The data with foreign keys resolved and inverse sides removed; the input is not changed.
   * @param documentId of the row that is changed; undefined where one is made
   */
  async function prepare(uid: string, data: Data, documentId?: string): Promise<Data> {
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
        const off = takenOff(prepared[name]);
        if (off.length > 0 && (await isAmong(off, name, attribute.target, await keyOf(uid, documentId, name)))) {
          prepared[name] = null;
        } else if (value === undefined) delete prepared[name];
        else prepared[name] = value === null ? null : await resolve(name, attribute.target, value);
      }
    }
    return prepared;
  }

  return { prepare };
}
