import type { Core } from '@strapi/types';
import type { PlatformRuntime } from '../../../kit/src/define-plugin';
import type { PluginDefinition } from '../../../kit/src/plugin';
import { createCore, type PlatformCore } from '../core/core';
import { registerGraphql } from '../doors/graphql';

/** The whole platform of one Strapi; other services of this plugin are views of it. */
export const core = ({ strapi }: { strapi: Core.Strapi }): PlatformCore => createCore(strapi);

export const coreOf = (strapi: Core.Strapi): PlatformCore => strapi.plugin('platform').service('core') as PlatformCore;

/** What reaches out of the database; in tests the doubles that keep what was sent. */
export const ports = ({ strapi }: { strapi: Core.Strapi }) => coreOf(strapi).ports;

/** What definePlugin of every plugin of the suite calls. */
export const runtime = ({ strapi }: { strapi: Core.Strapi }): PlatformRuntime => {
  const made = coreOf(strapi);
  return {
    platform: made.platform,
    register(definition: PluginDefinition) {
      made.registry.add(definition);
      made.messages.add(definition.messages);
      registerGraphql(strapi, definition, made.graphqlNeeds);
    },
    async bootstrap(definition) {
      const setting = `plugin::${definition.id}.setting`;
      if (strapi.contentTypes[setting as never]) await made.settings.ensure(setting);
      await made.provision(definition);
    },
    storefrontDoor: (ctx, plugin, action) => made.storefrontDoor(ctx as never, plugin, action),
    staffDoor: (ctx, plugin, action) => made.staffDoor(ctx as never, plugin, action),
    staffFind: (ctx, uid) => made.staffReads.find(ctx as never, uid),
    staffFindOne: (ctx, uid) => made.staffReads.findOne(ctx as never, uid),
  };
};
