import type { Core } from '@strapi/types';
import { notFound } from '../../../kernel/src';
import type { Quantities } from './quantities';
import type { RestContext } from './rest';

interface PermissionsManager {
  ability: { can(action: string, subject: string): boolean };
  validateQuery(query: unknown, options: { subject: string }): Promise<unknown>;
  sanitizeQuery(query: unknown, options: { subject: string }): Promise<Record<string, unknown>>;
  sanitizeOutput(data: unknown): Promise<unknown>;
  addPermissionsQueryTo(query: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** A count stops here: "1,000+" says as much as 183,204 and costs an index scan of a thousand. */
const COUNT_CAP = 1000;
const PAGE = { standard: 25, most: 100 };

/**
 * Strapi's own reads (filters, sort, fields, populate, pagination) for the suite's staff pages, with the reader's
 * permissions, row conditions and hidden fields underneath.
 */
export function createStaffReads(strapi: Core.Strapi, quantities: Quantities) {
  const managerFor = (ctx: RestContext, uid: string): PermissionsManager =>
    strapi.service('admin::permission').createPermissionsManager({
      ability: ctx.state.userAbility,
      action: 'plugin::content-manager.explorer.read',
      model: uid,
    }) as PermissionsManager;

  async function prepare(ctx: RestContext, uid: string) {
    const manager = managerFor(ctx, uid);
    // The type, not a row: a query measured by the conditions on rows meets none, and no field would be allowed in it.
    const subject = { subject: uid };
    await manager.validateQuery(ctx.query, subject);
    const { filters, ...clean } = await manager.sanitizeQuery(ctx.query, subject);
    if (filters !== undefined) Object.assign(clean, { filters: quantities.inward(uid, filters) });
    return { manager, query: await manager.addPermissionsQueryTo(clean) };
  }

  const pageOf = (query: Record<string, unknown>): { page: number; pageSize: number } => {
    const raw = (query.pagination ?? {}) as { page?: unknown; pageSize?: unknown };
    const whole = (value: unknown, fallback: number): number => {
      const number = Math.floor(Number(value));
      return Number.isFinite(number) && number > 0 ? number : fallback;
    };
    return {
      page: Math.min(whole(raw.page, 1), 100_000),
      pageSize: Math.min(whole(raw.pageSize, PAGE.standard), PAGE.most),
    };
  };

  return {
    async find(ctx: RestContext, uid: string): Promise<void> {
      const { manager, query } = await prepare(ctx, uid);
      const { page, pageSize } = pageOf(ctx.query);
      const documents = strapi.documents(uid as never);
      const { pagination: _ignored, ...rest } = query;
      const found = await documents.findMany({ ...rest, start: (page - 1) * pageSize, limit: pageSize } as never);
      // Knowing that there are more than the cap needs one row beyond it.
      const beyond = await documents.findMany({ filters: rest.filters, fields: ['id'], limit: COUNT_CAP + 1 } as never);
      const total = Math.min(beyond.length, COUNT_CAP);
      ctx.body = {
        data: quantities.outward(uid, await manager.sanitizeOutput(found)),
        meta: { pagination: { page, pageSize, total, capped: beyond.length > COUNT_CAP } },
      };
    },

    async findOne(ctx: RestContext, uid: string): Promise<void> {
      const { manager, query } = await prepare(ctx, uid);
      const filters = { $and: [query.filters ?? {}, { documentId: { $eq: ctx.params.id } }] };
      const found = await strapi.documents(uid as never).findFirst({ ...query, filters } as never);
      if (!found) throw notFound('row.not_found', { field: 'id' });
      ctx.body = { data: quantities.outward(uid, await manager.sanitizeOutput(found)), meta: {} };
    },
  };
}

export type StaffReads = ReturnType<typeof createStaffReads>;
