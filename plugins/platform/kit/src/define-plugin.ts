import { factories } from '@strapi/strapi';
import type { Core } from '@strapi/types';
import type { Action } from './actions';
import type { Platform } from './platform';
import type { Beside, PluginDefinition, Read, StaffBeside } from './plugin';

/** What the platform's server offers to definePlugin; only the platform itself implements it. */
export interface PlatformRuntime {
  platform: Platform;
  register(definition: PluginDefinition): void;
  bootstrap(definition: PluginDefinition): Promise<void>;
  storefrontDoor(ctx: unknown, plugin: string, action: Action): Promise<void>;
  staffDoor(ctx: unknown, plugin: string, action: Action): Promise<void>;
  /** Strapi's own read of a storefront door, quantities as decimals in its filters and in its answer. */
  storefrontRead(ctx: unknown, uid: string, read: () => Promise<unknown>, beside?: Beside): Promise<unknown>;
  staffFind(ctx: unknown, uid: string): Promise<void>;
  staffFindOne(ctx: unknown, uid: string, beside?: StaffBeside): Promise<void>;
}

const runtime = (strapi: Core.Strapi): PlatformRuntime => {
  const plugin = strapi.plugin('platform');
  if (!plugin)
    throw new Error('The plugin "platform" is missing: install and build @sanya/strapi-plugin-platform first.');
  return plugin.service('runtime') as PlatformRuntime;
};

/** The platform's face, for use cases and services of every plugin. */
export const platform = (strapi: Core.Strapi): Platform => runtime(strapi).platform;

/** Exported, as Handler is: the types of every plugin's default export name it. */
export interface Route {
  method: string;
  path: string;
  handler: unknown;
  config?: Record<string, unknown>;
}

export type Handler = (ctx: unknown) => Promise<unknown>;

const controllerOf = (read: Read): string => read.type.split('.')[1] ?? '';

function contentApiRoutes(definition: PluginDefinition): Route[] {
  const actions = (definition.actions ?? []).flatMap((action): Route[] =>
    action.storefront
      ? [{ method: action.storefront.method, path: action.storefront.path, handler: `actions.${action.name}` }]
      : [],
  );
  const reads = (definition.reads ?? []).flatMap((read): Route[] =>
    read.storefront
      ? [
          { method: 'GET', path: read.path, handler: `${controllerOf(read)}.find` },
          { method: 'GET', path: `${read.path}/:id`, handler: `${controllerOf(read)}.findOne` },
        ]
      : [],
  );
  return [...actions, ...reads];
}

function adminRoutes(definition: PluginDefinition): Route[] {
  const strapi = (): Core.Strapi => (globalThis as unknown as { strapi: Core.Strapi }).strapi;
  const actions = (definition.actions ?? []).flatMap((action): Route[] =>
    action.staff
      ? [
          {
            method: action.staff.method,
            path: action.staff.path,
            handler: (ctx: unknown) => runtime(strapi()).staffDoor(ctx, definition.id, action),
            config: {
              policies: [
                'admin::isAuthenticatedAdmin',
                {
                  name: 'admin::hasPermissions',
                  config: { actions: [`plugin::${definition.id}.${action.staff.permission}`] },
                },
              ],
            },
          },
        ]
      : [],
  );
  const readable = (uid: string) => ({
    policies: [
      'admin::isAuthenticatedAdmin',
      {
        name: 'admin::hasPermissions',
        config: { actions: [['plugin::content-manager.explorer.read', uid]] },
      },
    ],
  });
  const reads = (definition.reads ?? []).flatMap((read): Route[] =>
    read.staff
      ? [
          {
            method: 'GET',
            path: read.path,
            handler: (ctx: unknown) => runtime(strapi()).staffFind(ctx, read.type),
            config: readable(read.type),
          },
          {
            method: 'GET',
            path: `${read.path}/:id`,
            handler: (ctx: unknown) => runtime(strapi()).staffFindOne(ctx, read.type, read.staffBeside),
            config: readable(read.type),
          },
        ]
      : [],
  );
  return [...actions, ...reads];
}

function controllers(definition: PluginDefinition) {
  const made: Record<string, (tools: { strapi: Core.Strapi }) => Record<string, Handler>> = {
    actions: ({ strapi }) =>
      Object.fromEntries(
        (definition.actions ?? [])
          .filter((action) => action.storefront)
          .map((action) => [action.name, (ctx: unknown) => runtime(strapi).storefrontDoor(ctx, definition.id, action)]),
      ),
  };
  for (const read of definition.reads ?? []) {
    if (!read.storefront) continue;
    made[controllerOf(read)] = ({ strapi }) => {
      const create = factories.createCoreController(read.type as never) as unknown as (tools: {
        strapi: Core.Strapi;
      }) => Record<string, Handler>;
      const core = create({ strapi });
      const asked = (verb: 'find' | 'findOne'): [string, Handler] => {
        const own = core[verb];
        const { storefrontRead } = runtime(strapi);
        const beside = verb === 'findOne' ? read.beside : undefined;
        return [verb, (ctx) => storefrontRead(ctx, read.type, async () => own?.call(core, ctx), beside)];
      };
      return Object.fromEntries([asked('find'), asked('findOne')]);
    };
  }
  return made;
}

/** Strapi's own controllers ask for a service of the type's name. */
const readServices = (definition: PluginDefinition) =>
  Object.fromEntries(
    (definition.reads ?? [])
      .filter((read) => read.storefront)
      .map((read) => [controllerOf(read), factories.createCoreService(read.type as never)]),
  );

/**
 * A plugin of the suite, declared once; this makes the Strapi plugin of it: routes, controllers, permissions, events,
 * jobs and constraints. Paths with a fixed word come before those with a parameter, whatever the order they stand in.
 */
export function definePlugin(definition: PluginDefinition) {
  const byPath = (a: Route, b: Route): number => (a.path.match(/:/g) ?? []).length - (b.path.match(/:/g) ?? []).length;
  return {
    register({ strapi }: { strapi: Core.Strapi }): void {
      const missing = definition.needs.filter((id) => !strapi.plugin(id));
      if (missing.length > 0) {
        throw new Error(`The plugin "${definition.id}" needs ${missing.join(', ')}: install and build these first.`);
      }
      const { register, platform: face } = runtime(strapi);
      register(definition);
      definition.register?.({ strapi, platform: face });
    },
    async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
      await runtime(strapi).bootstrap(definition);
    },
    contentTypes: definition.contentTypes,
    services: { ...readServices(definition), ...definition.services },
    controllers: controllers(definition),
    routes: {
      'content-api': { type: 'content-api', routes: contentApiRoutes(definition).sort(byPath) },
      admin: { type: 'admin', routes: adminRoutes(definition).sort(byPath) },
    },
  };
}
