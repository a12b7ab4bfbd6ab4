import type { Core } from '@strapi/types';
import { forbidden } from '../../../kernel/src';
import type { Messages } from '../core/messages';
import { languageOf } from '../doors/callers-of-requests';
import { type Ability, createReaderRights, READ, type ReaderRights } from '../doors/reader-rights';
import { createStaffQuery } from '../doors/staff-query';

type Row = Record<string, unknown>;

export interface ContentManagerContext {
  params: { model?: string; targetField?: string };
  query: Row;
  state: { userAbility?: unknown };
  status: number;
  body: unknown;
  get(header: string): string;
}

interface Route {
  path: string;
  config?: { middlewares?: unknown[] };
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The content manager asks for the right to a type and its fields, and then lets everything through that a relation
 * leads to: filters and sort by fields of types that the reader may not read, the related rows themselves, their ids.
 * On types of the suite a relation gives no more than the reader's rights to where it leads.
 */
function createContentManagerGuard(strapi: Core.Strapi, isOurs: (uid: string) => boolean, tell: Messages['tell']) {
  const targetOf = (rights: ReaderRights, uid: string, name: string): string | undefined =>
    rights.model(uid)?.attributes[name]?.target;

  /** Related rows of types of which the reader sees some only, by type. */
  function related(rights: ReaderRights, uid: string, value: unknown, found: Map<string, Set<string>>): void {
    if (Array.isArray(value)) value.forEach((one) => related(rights, uid, one, found));
    if (!isRow(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const target = targetOf(rights, uid, name);
      if (!target || typeof inner !== 'object' || inner === null) continue;
      if (rights.rows(target)) {
        const ids = found.get(target) ?? new Set<string>();
        for (const row of [inner].flat()) if (isRow(row) && row.documentId) ids.add(String(row.documentId));
        found.set(target, ids);
      }
      related(rights, target, inner, found);
    }
  }

  /** Of those rows the ones that the reader's conditions leave. */
  async function theirs(rights: ReaderRights, found: Map<string, Set<string>>): Promise<Map<string, Set<string>>> {
    const seen = new Map<string, Set<string>>();
    for (const [uid, ids] of found) {
      const rows =
        ids.size === 0
          ? []
          : await strapi.db.query(uid as never).findMany({
              where: { $and: [{ documentId: { $in: [...ids] } }, rights.rows(uid) ?? {}] },
              select: ['documentId'],
            });
      seen.set(uid, new Set(rows.map((row: { documentId: string }) => row.documentId)));
    }
    return seen;
  }

  async function narrowed(rights: ReaderRights, uid: string, value: unknown): Promise<unknown> {
    const found = new Map<string, Set<string>>();
    related(rights, uid, value, found);
    const seen = await theirs(rights, found);
    const isTheirs = (target: string, row: unknown): boolean =>
      !isRow(row) || !row.documentId || (seen.get(target)?.has(String(row.documentId)) ?? true);

    function inside(type: string, row: unknown): unknown {
      if (Array.isArray(row)) return row.map((one) => inside(type, one));
      if (!isRow(row)) return row;
      return Object.fromEntries(
        Object.entries(row).flatMap(([name, inner]) => {
          const target = targetOf(rights, type, name);
          if (!target) return [[name, inner]];
          if (!rights.mayReadType(target)) return [];
          if (Array.isArray(inner)) {
            const own = inner.filter((one) => isTheirs(target, one));
            return [[name, inside(target, rights.shown(target, own))]];
          }
          return [[name, isTheirs(target, inner) ? inside(target, rights.shown(target, inner)) : null]];
        }),
      );
    }
    return inside(uid, value);
  }

  return async function contentManagerGuard(ctx: ContentManagerContext, next: () => Promise<void>): Promise<void> {
    const { model: uid = '', targetField } = ctx.params;
    if (!isOurs(uid)) return next();
    const ability = ctx.state.userAbility as Ability;
    const rights = createReaderRights(strapi, ability);
    const target = targetField === undefined ? undefined : targetOf(rights, uid, targetField);
    // Core refuses this too, and then stumbles over its own refusal.
    if (target && !(ability.can(READ, uid, targetField) && rights.mayReadType(target))) {
      throw forbidden('access.not_allowed');
    }
    Object.assign(ctx.query, createStaffQuery(rights).onward(target ?? uid, ctx.query));
    await next();
    if (ctx.status >= 400 || !isRow(ctx.body)) return;
    const { data, results } = ctx.body;
    const language = languageOf(ctx, 'th');
    if (target && Array.isArray(results)) {
      // As if the rows hung below one that is read: then what is not the reader's is left out of them.
      const { [String(targetField)]: own } = (await narrowed(rights, uid, { [String(targetField)]: results })) as Row;
      ctx.body = tell(language, { ...ctx.body, results: own });
    } else if (data !== undefined || results !== undefined) {
      const [from, rows] = data === undefined ? ['results', results] : ['data', data];
      ctx.body = tell(language, { ...ctx.body, [String(from)]: await narrowed(rights, uid, rows) });
    }
  };
}

/** Hangs the guard into every route of the content manager that names a type. */
export function guardContentManager(
  strapi: Core.Strapi,
  isOurs: (uid: string) => boolean,
  tell: Messages['tell'],
): void {
  const guard = createContentManagerGuard(strapi, isOurs, tell);
  const routers = strapi.plugin('content-manager').routes as unknown as Record<string, { routes: Route[] }>;
  for (const route of Object.values(routers).flatMap(({ routes }) => routes)) {
    if (!route.path.includes(':model')) continue;
    route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), guard] };
  }
}
