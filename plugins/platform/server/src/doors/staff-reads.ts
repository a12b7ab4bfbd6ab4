import type { Core } from '@strapi/types';
import { notFound } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { Messages } from '../core/messages';
import { tellProblem } from '../../../kernel/src';
import { languageOf, staffCaller } from './callers-of-requests';
import type { Quantities } from './quantities';
import { type Ability, createReaderRights } from './reader-rights';
import type { RestContext } from './rest';
import { createStaffQuery } from './staff-query';
import { wire } from './wire';

/** A count stops here: "1,000+" says as much as 183,204 and costs an index scan of a thousand. */
const COUNT_CAP = 1000;
const PAGE = { standard: 25, most: 100, furthest: 10_000_000 };

/**
 * Strapi's own reads (filters, sort, fields, populate, pagination) for the suite's staff pages, with the reader's
 * permissions, row conditions and hidden fields underneath.
 */
export function createStaffReads(
  strapi: Core.Strapi,
  quantities: Quantities,
  problems: (uid: string) => readonly string[],
  { say, tell }: Pick<Messages, 'say' | 'tell'>,
) {
  /** What the system says by itself, a column keeps by its code: the reader is told in their language. */
  function told(uid: string, ctx: RestContext): (row: unknown) => unknown {
    const names = problems(uid);
    const language = languageOf(ctx, 'th');
    return (row) =>
      Object.fromEntries(
        Object.entries(row as Record<string, unknown>).map(([name, kept]) => [
          name,
          names.includes(name) && typeof kept === 'string'
            ? tellProblem(kept, (code, params) => say(language, code, params))
            : tell(language, kept),
        ]),
      );
  }

  async function prepare(ctx: RestContext, uid: string) {
    const ability = ctx.state.userAbility as Ability;
    const rights = createReaderRights(strapi, ability);
    const filters = quantities.inward(uid, ctx.query.filters);
    const asked = filters === undefined ? ctx.query : { ...ctx.query, filters };
    return { rights, query: await createStaffQuery(rights).narrow(uid, asked) };
  }

  const whole = (value: unknown, fallback: number, least: number): number => {
    const number = Math.floor(Number(value));
    return Number.isFinite(number) && number >= least ? number : fallback;
  };

  /** By pages, or by `start` and `limit` as Strapi has them too; what is no number counts as not said. */
  const pageOf = (query: Record<string, unknown>) => {
    const raw = (query.pagination ?? {}) as Record<string, unknown>;
    if (raw.page === undefined && raw.pageSize === undefined && (raw.start !== undefined || raw.limit !== undefined)) {
      const start = Math.min(whole(raw.start, 0, 0), PAGE.furthest);
      const limit = Math.min(whole(raw.limit, PAGE.standard, 1), PAGE.most);
      return { start, limit, told: { start, limit } };
    }
    const page = Math.min(whole(raw.page, 1, 1), PAGE.furthest / PAGE.most);
    const pageSize = Math.min(whole(raw.pageSize, PAGE.standard, 1), PAGE.most);
    return { start: (page - 1) * pageSize, limit: pageSize, told: { page, pageSize } };
  };

  /** What decides which rows there are. */
  const only = ({ filters, sort, _q }: Record<string, unknown>) => ({
    filters,
    ...(sort !== undefined && { sort }),
    ...(_q !== undefined && { _q }),
  });

  return {
    async find(ctx: RestContext, uid: string): Promise<void> {
      const { rights, query } = await prepare(ctx, uid);
      const { start, limit, told: pages } = pageOf(ctx.query);
      const documents = strapi.documents(uid as never);
      const found = await documents.findMany({ ...query, start, limit } as never);
      // Knowing that there are more than the cap needs one row beyond it, in the order of the list: by another order the
      // database would sort all that there are.
      const beyond = await documents.findMany({ ...only(query), fields: ['id'], limit: COUNT_CAP + 1 } as never);
      const total = Math.min(beyond.length, COUNT_CAP);
      ctx.body = {
        data: (quantities.outward(uid, rights.shown(uid, found)) as unknown[]).map(told(uid, ctx)),
        meta: { pagination: { ...pages, total, capped: beyond.length > COUNT_CAP } },
      };
    },

    async findOne(
      ctx: RestContext,
      uid: string,
      beside?: (caller: Caller, documentId: string) => Promise<Record<string, unknown>>,
    ): Promise<void> {
      const { rights, query } = await prepare(ctx, uid);
      const filters = { $and: [query.filters ?? {}, { documentId: { $eq: ctx.params.id } }] };
      const found = await strapi.documents(uid as never).findFirst({ ...query, filters } as never);
      if (!found) throw notFound('row.not_found', { field: 'id' });
      const row = told(uid, ctx)(quantities.outward(uid, rights.shown(uid, found)));
      const more = beside && wire(await beside(staffCaller(ctx as never, 'th'), ctx.params.id ?? ''));
      ctx.body = { data: more ? { ...(row as object), ...(more as object) } : row, meta: {} };
    },
  };
}
