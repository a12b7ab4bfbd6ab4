import type { Core } from '@strapi/types';
import { definePlugin } from '../../kit/src/define-plugin';
import { coreOf } from './core/core-of';
import { createPermissionNames } from './core/permission-names';
import { definition } from './definition';
import { bodyGuard, createInputGuard } from './guards/input-guard';
import { createRawBody } from './guards/raw-body';

const plugin = definePlugin(definition);

export default {
  ...plugin,
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const { jobs, rights } = coreOf(strapi);
    await jobs.stop();
    await rights.stop();
  },
  middlewares: {
    'input-guard': (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createInputGuard({
        violations: () => coreOf(strapi).violations,
        messages: () => coreOf(strapi).messages,
        isOurs: (plugin) => coreOf(strapi).registry.has(plugin),
      }),
    'raw-body': (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createRawBody({
        prefix: () => strapi.config.get('api.rest.prefix', '/api'),
        actions: () =>
          coreOf(strapi)
            .registry.all()
            .flatMap(({ id, actions = [] }) => actions.map((action) => ({ plugin: id, action }))),
      }),
    'body-guard': () => bodyGuard,
    'permission-names': (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createPermissionNames({
        messages: () => coreOf(strapi).messages,
        isOurs: (plugin) => coreOf(strapi).registry.has(plugin),
      }),
  },
};
