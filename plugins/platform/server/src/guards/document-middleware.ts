import type { Core } from '@strapi/types';
import type { Callers } from '../core/callers';
import type { Registry } from '../core/registry';
import type { Read } from '../../../kit/src/plugin';
import { ownerFilter } from './owners';
import { createRelationGuard } from './relations';

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);
const WRITES = new Set(['create', 'update', 'clone']);
const NOBODY = -1;

interface Context {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

interface RequestState {
  auth?: { strategy?: { name?: string } };
  user?: { id: number };
  sanyaCustomer?: { id: number } | null;
}

/**
 * One Document Service middleware for what no door may forget: foreign keys on write, and on a member's or visitor's
 * read the owner of the type and the narrowing of its read door. REST, GraphQL and totals all pass here.
 */
export function registerDocumentMiddleware(
  strapi: Core.Strapi,
  registry: Registry,
  callers: Callers,
  customerOf: (userId: number) => Promise<{ id: number } | undefined>,
): void {
  const relations = createRelationGuard(strapi);

  const storefrontState = (): RequestState | undefined => {
    if (callers.known()?.kind === 'system') return undefined;
    const state = strapi.requestContext.get()?.state as RequestState | undefined;
    return state?.auth?.strategy?.name === 'users-permissions' ? state : undefined;
  };

  const readOf = (uid: string): Read | undefined =>
    registry.collect((definition) => definition.reads).find((candidate) => candidate.type === uid);

  async function filtersFor(uid: string, state: RequestState): Promise<Record<string, unknown>[]> {
    const filters: Record<string, unknown>[] = [];
    const path = registry.ownerPath(uid);
    if (path !== undefined) {
      if (state.sanyaCustomer === undefined) {
        state.sanyaCustomer = state.user ? ((await customerOf(state.user.id)) ?? null) : null;
      }
      filters.push(ownerFilter(path, state.sanyaCustomer?.id ?? NOBODY));
    }
    const { where } = readOf(uid) ?? {};
    if (where) filters.push(where);
    return filters;
  }

  strapi.documents.use((async (context: Context, next: () => Promise<unknown>) => {
    if (WRITES.has(context.action) && context.params.data) {
      context.params = {
        ...context.params,
        data: await relations.prepare(
          context.uid,
          context.params.data as Record<string, unknown>,
          context.params.documentId as string | undefined,
        ),
      };
    }
    if (READS.has(context.action)) {
      const state = storefrontState();
      const filters = state ? await filtersFor(context.uid, state) : [];
      if (filters.length > 0) {
        const own = context.params.filters;
        context.params = { ...context.params, filters: { $and: own ? [own, ...filters] : filters } };
      }
      const populate = state && context.action !== 'count' ? readOf(context.uid)?.populate : undefined;
      if (populate && context.params.populate === undefined) context.params = { ...context.params, populate };
    }
    return next();
  }) as never);
}
