import type { Core } from '@strapi/types';
import { notFound } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { Ref, Rows } from '../../../kit/src/rows';
import type { Registry } from '../core/registry';
import { narrowToOwner } from '../guards/owners';

interface PermissionsManager {
  addPermissionsQueryTo(query: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** Finds the row that `:id` names, if it is the caller's to touch. What is not theirs is not found. */
export function createSubjects(strapi: Core.Strapi, rows: Rows, registry: Registry) {
  const targetOf = (uid: string, attribute: string): string =>
    (strapi.db.metadata.get(uid).attributes[attribute] as unknown as { target: string }).target;

  async function ofMember(uid: string, documentId: string, caller: Caller): Promise<Ref | undefined> {
    const path = registry.ownerPath(uid);
    const knex = await rows.knex();
    const narrow =
      path === undefined ? undefined : narrowToOwner(rows, targetOf, knex, uid, path, caller.customer?.id ?? -1);
    const [row] = await rows.find(
      uid,
      (query, column) => {
        query.where(column('documentId'), documentId);
        narrow?.(query);
      },
      { fields: [] },
    );
    return row;
  }

  async function ofStaff(uid: string, documentId: string, caller: Caller): Promise<Ref | undefined> {
    const manager = strapi.service('admin::permission').createPermissionsManager({
      ability: caller.ability,
      action: 'plugin::content-manager.explorer.read',
      model: uid,
    }) as PermissionsManager;
    const query = await manager.addPermissionsQueryTo({ filters: { documentId: { $eq: documentId } } });
    const row = (await strapi
      .documents(uid as never)
      .findFirst({ ...query, fields: ['documentId'] } as never)) as Ref | null;
    return row ? { id: Number(row.id), documentId: row.documentId } : undefined;
  }

  return async function subjectOf(uid: string, documentId: string, caller: Caller): Promise<Ref> {
    const row = /^[a-z0-9]{1,40}$/.test(documentId)
      ? caller.kind === 'staff'
        ? await ofStaff(uid, documentId, caller)
        : await ofMember(uid, documentId, caller)
      : undefined;
    if (!row) throw notFound('row.not_found', { field: 'id' });
    return row;
  };
}
