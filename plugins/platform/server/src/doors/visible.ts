import type { Core } from '@strapi/types';
import type { Caller } from '../../../kit/src/caller';
import type { Ref } from '../../../kit/src/rows';
import type { Visible } from '../../../kit/src/visible';
import type { Registry } from '../core/registry';
import { ownerFilter } from '../guards/owners';
import { type Ability, createReaderRights } from './reader-rights';

const EVERYTHING = {};
const NOTHING = { id: { $in: [] } };
const NOBODY = -1;
const NO_RIGHTS: Ability = { can: () => false, rulesFor: () => [] };

/** Which rows each caller may name: the one answer for paths, bodies, files and own lists. */
export function createVisible(strapi: Core.Strapi, registry: Registry): Visible {
  function filter(caller: Caller, uid: string): Record<string, unknown> {
    if (caller.kind === 'system') return EVERYTHING;
    if (caller.kind === 'staff') {
      const rights = createReaderRights(strapi, (caller.ability as Ability | undefined) ?? NO_RIGHTS);
      return rights.mayReadType(uid) ? (rights.rows(uid) ?? EVERYTHING) : NOTHING;
    }
    const path = registry.ownerPath(uid);
    return path === undefined ? EVERYTHING : ownerFilter(path, caller.customer?.id ?? NOBODY);
  }

  return {
    filter,
    async rows(caller, uid, documentIds) {
      const ids = [...new Set(documentIds)].filter((id) => /^[a-z0-9]{1,40}$/.test(id));
      const mine = filter(caller, uid);
      if (ids.length === 0 || mine === NOTHING) return new Map();
      const found = (await strapi.db.query(uid as never).findMany({
        where: { $and: [{ documentId: { $in: ids } }, mine] },
        select: ['id', 'documentId'],
      })) as Ref[];
      return new Map(found.map(({ id, documentId }) => [documentId, { id: Number(id), documentId }]));
    },
  };
}
