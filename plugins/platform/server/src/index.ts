import type { Core } from '@strapi/types';
import { definePlugin } from '../../kit/src/define-plugin';
import { definition } from './definition';
import { bodyGuard, createInputGuard } from './guards/input-guard';
import { bootstrap, register } from './register';
import { coreOf } from './services/runtime';

const plugin = definePlugin(definition);

export default {
  ...plugin,
  register(tools: { strapi: Core.Strapi }): void {
    register(tools.strapi);
    plugin.register(tools);
  },
  async bootstrap(tools: { strapi: Core.Strapi }): Promise<void> {
    await plugin.bootstrap(tools);
    await bootstrap(tools.strapi);
  },
  destroy: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => coreOf(strapi).jobs.stop(),
  middlewares: {
    'input-guard': (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createInputGuard(
        () => coreOf(strapi).violations,
        () => coreOf(strapi).messages,
      ),
    'body-guard': () => bodyGuard,
  },
};
