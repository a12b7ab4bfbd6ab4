import type { Core } from '@strapi/types';
import type { PlatformRuntime } from '../../../kit/src/define-plugin';
import type { PluginDefinition } from '../../../kit/src/plugin';
import { createCore, type PlatformCore } from '../core/core';
import { coreOf } from '../core/core-of';
import { languageOf } from '../doors/callers-of-requests';
import { registerGraphql } from '../doors/graphql';
import { wire } from '../doors/wire';
import { seriesNames } from '../number-series/series-names';
import { hangIn, start } from '../lifecycle';

/** The whole platform of one Strapi; other services of this plugin are views of it. */
export const core = ({ strapi }: { strapi: Core.Strapi }): PlatformCore => createCore(strapi);

/** What reaches out of the database; in tests the doubles that keep what was sent. */
export const ports = ({ strapi }: { strapi: Core.Strapi }) => coreOf(strapi).ports;

/** What definePlugin of every plugin of the suite calls. */
export const runtime = ({ strapi }: { strapi: Core.Strapi }): PlatformRuntime => {
  const made = coreOf(strapi);
  const bootstrapped = new Set<string>();
  return {
    platform: made.platform,
    // Strapi runs plugins in the order in which the host lists them, mostly by alphabet: the first to come hangs the
    // platform in, and the last to come starts them all.
    register(definition: PluginDefinition) {
      if (made.registry.all().length === 0) hangIn(strapi);
      made.registry.add(definition);
      made.messages.add(definition.messages);
      made.messages.add(seriesNames(definition.series ?? []));
      registerGraphql(strapi, definition, made.graphqlNeeds);
    },
    async bootstrap(definition) {
      bootstrapped.add(definition.id);
      if (made.registry.all().every(({ id }) => bootstrapped.has(id))) await start(strapi);
    },
    storefrontDoor: (ctx, plugin, action) => made.storefrontDoor(ctx as never, plugin, action),
    staffDoor: (ctx, plugin, action) => made.staffDoor(ctx as never, plugin, action),
    async storefrontRead(ctx, uid, read, beside) {
      const { query } = ctx as { query: { filters?: unknown } };
      // Strapi parses the query once and keeps it: what is changed in it here is what its controller reads.
      if (query.filters !== undefined) query.filters = made.quantities.inward(uid, query.filters);
      const answer = (await read()) as { data?: unknown } | undefined;
      if (!answer) return answer;
      const told = (data: unknown): unknown => made.messages.tell(languageOf(ctx as never, 'th'), data);
      const data = told(made.quantities.outward(uid, answer.data));
      if (!beside || !data) return { ...answer, data };
      const { documentId } = data as { documentId: string };
      const more = told(wire(await beside.of({ strapi, platform: made.platform }, documentId))) as object;
      return { ...answer, data: { ...data, ...more } };
    },
    staffFind: (ctx, uid) => made.staffReads.find(ctx as never, uid),
    staffFindOne: (ctx, uid, beside) =>
      made.staffReads.findOne(
        ctx as never,
        uid,
        beside && ((caller, documentId) => beside.of({ strapi, platform: made.platform, caller }, documentId)),
      ),
  };
};
